// SPDX-License-Identifier: Apache-2.0
// Where a page was saved from, as browsers write it into what they save.

#pragma once

#include <string>
#include <string_view>

namespace quoin {

// The address in a comment near the beginning of the page, of Chromium,
// Internet Explorer ("saved from url=(0031)https://…") or SingleFile ("url:
// https://…"); empty where there is none.
std::string saved_address(std::string_view page);

}  // namespace quoin
