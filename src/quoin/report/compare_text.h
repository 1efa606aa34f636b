// SPDX-License-Identifier: Apache-2.0
// Who printed what, and how faithfully, for people.
//
// With a reference every printing has its grade against it. Without one the
// differences are stated from both sides, and no outlet is called wrong.

#pragma once

#include <string>

#include <quoin/report/story_report.h>
#include <quoin/report/text_style.h>

namespace quoin {

std::string compare_text(const StoryReport& report, const TextStyle& style);

}  // namespace quoin
