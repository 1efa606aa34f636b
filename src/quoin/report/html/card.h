// SPDX-License-Identifier: Apache-2.0
// The part of the page about one quotation: what it says, who is said to have
// said it and by which rule, the readings beside each other, and each printing
// in its article with everything an editor must know of it.

#pragma once

#include <string>

#include <quoin/report/html/view.h>

namespace quoin {

std::string card_html(const StoryView& story, const ClusterView& cluster);

}  // namespace quoin
