// SPDX-License-Identifier: Apache-2.0
// Who printed which words first: a chart made here, as SVG, and the same as a
// table. Dates are as the documents give them; a document without one is not
// in it, and that is said.

#pragma once

#include <optional>
#include <string>

#include <quoin/report/html/view.h>

namespace quoin {

std::string timeline_html(const StoryView& story);

// Minutes since an arbitrary one, for "2026-03-04", "2026-03-04T09:30" and
// "2026-03-04T09:30:00+02:00"; nothing for other forms. A date without a time
// is the beginning of its day.
std::optional<long> minute_of(const std::optional<std::string>& published);

}  // namespace quoin
