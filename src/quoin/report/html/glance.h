// SPDX-License-Identifier: Apache-2.0
// The top of a comparison: what happened, in sentences. The differences
// themselves follow, in differences.h.
//
//   Two outlets print the statement of Microsoft: words equal, one comma
//   differs. Two print only “proof of concept”. One prints no quotation.

#pragma once

#include <string>

#include <quoin/report/html/view.h>

namespace quoin {

std::string glance_html(const StoryView& story);

}  // namespace quoin
