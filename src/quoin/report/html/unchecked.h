// SPDX-License-Identifier: Apache-2.0
// What was not checked, and why: a report that is silent about it would be
// read as saying that everything else is right.

#pragma once

#include <string>

#include <quoin/report/html/view.h>

namespace quoin {

std::string unchecked_html(const StoryView& story);

}  // namespace quoin
