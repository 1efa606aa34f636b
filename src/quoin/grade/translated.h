// SPDX-License-Identifier: Apache-2.0
// Words that were said in another language: two translations of them differ
// word by word, and nobody printed anything but what was said.
//
// Internal to grade/. Known where languages are declared, or where the copy
// says so: she said in French, through an interpreter (words translation-sign
// of the grammar).

#pragma once

#include <quoin/attribute/attribution.h>
#include <quoin/base/span.h>
#include <quoin/grade/finding.h>
#include <quoin/grade/tables.h>

namespace quoin {

// Whether both are declared and are not one: en, en-GB are.
bool languages_differ(const Document& a, const Document& b);

// Whether the paragraph around the words says that they are a translation.
bool is_translation(const Article& article, TextSpan words,
                    const GradeTables& tables);

// A difference in words becomes cannot_check with the flag "translated"; what
// agrees in words stays as it is.
void mark_translated(Finding& finding);

}  // namespace quoin
