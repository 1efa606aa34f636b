// SPDX-License-Identifier: Apache-2.0
// A printing in one chip, the same wherever it is shown, and what the filter
// of the page sorts parts by.

#pragma once

#include <string>

#include <quoin/report/html/view.h>

namespace quoin {

// "B punctuation", "A excerpt 3 of 4 words", "without marks".
std::string printing_chip(const ClusterView& cluster,
                          const PrintingView& printing);

// The letter of its reading before it, when there are several.
std::string reading_mark(const ClusterView& cluster,
                         const PrintingView& printing);

// data-s, data-o and data-g: the speaker, the outlets and the grades of a
// cluster, for report.js.
std::string filter_data(const ClusterView& cluster);

// The name of a grade in data-g; words without marks are "unmarked".
std::string grade_token(const ClusterView& cluster,
                        const PrintingView& printing);

}  // namespace quoin
