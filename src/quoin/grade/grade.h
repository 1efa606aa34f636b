// SPDX-License-Identifier: Apache-2.0
// Grades one printed quotation against one reference.
//
// Both sides go through the same folds (text/fold.h), are aligned word for
// word with costs by which a gap is cheap and an invented word is not, and
// every difference is classified. A comma becomes kPunctuation in classify.cc.
//
//   Result<Grammar> grammar = load_built_in_grammar("en");
//   GradeTables tables = compile_grade_tables(grammar->lexicon());
//   Finding finding = grade(reference, printed, tables);

#pragma once

#include <string_view>

#include <quoin/grade/finding.h>
#include <quoin/grade/tables.h>

namespace quoin {

// Requires: both texts are valid UTF-8 without their outer marks.
// Promises: grade(a, a) is kIdentical; in kSymmetric mode grade(a, b) and
// grade(b, a) have the same grade; any input ends: beyond 64 million pairs of
// words it is kCannotCheck with the flag "too_long".
Finding grade(std::string_view reference, std::string_view printed,
              const GradeTables& tables,
              GradeMode mode = GradeMode::kReference);

}  // namespace quoin
