// SPDX-License-Identifier: Apache-2.0
// W3C Web Annotations (JSON-LD): what is where in a text, for any reader.
//
// A target has both selectors: TextQuoteSelector with the words around, which
// survive edits elsewhere, and TextPositionSelector in code points, as the
// model demands. What the positions count in is named by its SHA-256.

#pragma once

#include <string>

#include <quoin/report/assessment.h>
#include <quoin/report/extract_view.h>

namespace quoin {

// An annotation a quotation, which identifies its speaker.
ExtractView extract_annotations();

// An annotation a printing, which assesses it.
std::string assessment_annotations(const Assessed& all);

}  // namespace quoin
