// SPDX-License-Identifier: Apache-2.0
// All readings of one statement beside each other: one row a stretch of it,
// one column a reading. Where all agree, the stretch is shown once, shortened.

#pragma once

#include <string>

#include <quoin/report/html/view.h>

namespace quoin {

// Empty when the readings are too few for one (aligned.h shows two).
std::string synopsis_html(const StoryView& story, const ClusterView& cluster);

// The outlets of a reading, "Merrow Courier, Saltline Radio".
std::string reading_names(const StoryView& story, const ClusterView& cluster,
                          const ReadingView& reading);

}  // namespace quoin
