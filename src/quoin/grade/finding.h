// SPDX-License-Identifier: Apache-2.0
// What differs between a printed quotation and the text it is held against.
//
// A finding has one grade, from a closed ordered list: the highest class any
// single operation falls in, so that adding a difference can never lower it.
// Axes that are orthogonal to it (how much of the reference was printed, what
// was clipped) are separate. A finding describes; whether a house objects is
// the profile's business (grade/profile.h).
//
//   Finding f = grade("it is a threat to us", "it is a serious threat", tables);
//   f.grade                Grade::kInsertion
//   f.operations[0].words  "'serious' inserted after 'a', before 'threat'"

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/span.h>

namespace quoin {

// In ascending order; the last two are not places in it but say that nothing
// could be compared.
enum class Grade : std::uint8_t {
  kIdentical,
  kTypographic,
  kConvention,
  kExcerpt,
  kPunctuation,
  kMarkedEdit,
  kCleanup,
  kMinorWording,
  kOmission,
  kInsertion,
  kSubstitution,
  kReordered,
  kSpliced,
  kMeaningRisk,
  kParaphraseInMarks,
  kNotFound,
  kCannotCheck,
};
inline constexpr std::size_t kGradeCount = 17;

std::string_view to_string(Grade grade);  // "marked_edit"
std::optional<Grade> grade_named(std::string_view name);

// Whether the first text is what was said (a transcript, a release), or both
// are printings and neither is more true: then no direction is claimed.
enum class GradeMode : std::uint8_t { kReference, kSymmetric };

using ReferenceSpan = Span<struct ReferenceSpace>;
using PrintedSpan = Span<struct PrintedSpace>;

enum class OperationKind : std::uint8_t { kInserted, kDeleted, kReplaced };

std::string_view to_string(OperationKind kind);  // "inserted"

// One difference. Operations are in order, do not overlap, and are complete:
// the bytes between them are equal, so apply_operations gives the printed
// text. Words that the printed text leaves out at its ends are operations too,
// of grade kExcerpt.
struct Operation {
  OperationKind kind = OperationKind::kReplaced;
  Grade grade = Grade::kIdentical;  // what this alone would be graded
  ReferenceSpan reference;          // empty for an insertion
  PrintedSpan printed;              // empty for a deletion
  std::vector<std::string> flags;   // "restrictive_comma", "protected:modal"
  // What changed: "comma inserted after 'us', before 'which'". In symmetric
  // mode without direction: "comma after 'us', before 'which': present in B,
  // absent in A", A being the first text.
  std::string words;
  // Where in `words` the two names stand, so that reports can give the texts
  // others; 0 where none does.
  std::size_t a_at = 0;
  std::size_t b_at = 0;
};

// How much of the reference was printed.
enum class Extent : std::uint8_t {
  kWhole,
  kHead,    // the tail is missing
  kTail,    // the head is missing
  kMiddle,  // both are
  kElided,  // words inside are left out behind an ellipsis
};

std::string_view to_string(Extent extent);  // "middle"

struct Finding {
  // By which a correction log knows it again, by content and not by place
  // (finding_id); empty where grade() was asked about two bare texts.
  std::string id;
  Grade grade = Grade::kIdentical;
  Extent extent = Extent::kWhole;
  GradeMode mode = GradeMode::kReference;
  // The part of the reference that the printed words align with; whatever
  // stands before and after it is clipped.
  ReferenceSpan aligned;
  std::vector<std::string> flags;  // of all operations and of the axes, sorted
  std::vector<Operation> operations;
  std::string rule;  // "punctuation/restrictive-comma": what made the grade
  std::size_t reference_words = 0;
  std::size_t printed_words = 0;
  std::size_t word_edits = 0;  // words inserted, deleted and replaced inside

  bool has(std::string_view flag) const;
  void add_flag(std::string_view flag);  // once, in order
};

// The printed text that the operations make of `reference`.
// Requires: finding.operations from grade(reference, printed, ...).
std::string apply_operations(std::string_view reference,
                             std::string_view printed,
                             const Finding& finding);

}  // namespace quoin
