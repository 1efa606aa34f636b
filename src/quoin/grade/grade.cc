// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/grade.h>

#include <algorithm>
#include <optional>
#include <utility>

#include <quoin/grade/classify.h>
#include <quoin/grade/cleanup.h>
#include <quoin/grade/damage.h>
#include <quoin/grade/near.h>
#include <quoin/grade/operations.h>
#include <quoin/grade/pairing.h>
#include <quoin/grade/side.h>
#include <quoin/text/fold.h>

namespace quoin {
namespace {

// Percentages say nothing about shorter quotations.
constexpr std::size_t kShort = 5;
// Words of one text times words of the other: a byte each.
constexpr std::size_t kTooLong = std::size_t{64} << 20;

class Grader {
 public:
  Grader(std::string_view reference, std::string_view printed,
         const GradeTables& tables, GradeMode mode, bool swapped = false)
      : tables_(tables),
        mode_(mode),
        swapped_(swapped),
        sides_(prepare_sides(reference, printed, tables)),
        r_(sides_.reference),
        p_(sides_.printed) {}

  Finding run() {
    finding_.mode = mode_;
    finding_.reference_words = r_.size();
    finding_.printed_words = p_.size();
    if (is_too_long()) return cannot("too_long", "cannot_check/too-long");
    pairing_.emplace(r_, p_, tables_, mode_);
    matches_ = pairing_->matches();
    if (!is_comparable()) return std::move(finding_);
    make_pieces();
    finish();
    return std::move(finding_);
  }

 private:
  bool is_too_long() const {
    return (r_.size() + 1) > kTooLong / (p_.size() + 1);
  }

  Finding cannot(std::string flag, std::string rule) {
    finding_.grade = Grade::kCannotCheck;
    finding_.flags = {std::move(flag)};
    finding_.rule = std::move(rule);
    whole_operation(Grade::kCannotCheck);
    return std::move(finding_);
  }

  void whole_operation(Grade grade) {
    Piece piece;
    piece.kind = PieceKind::kRun;
    piece.reference = {0, r_.text.size()};
    piece.printed = {0, p_.text.size()};
    piece.r1 = r_.size();
    piece.p1 = p_.size();
    piece.difference.grade = grade;
    finding_.operations = make_operations(r_, p_, {piece}, mode_, swapped_);
  }

  // Sets the finding and returns false where words cannot be compared.
  bool is_comparable() {
    std::size_t counted = 0;
    std::size_t aligned = 0;
    for (std::size_t j = 0; j < p_.size(); ++j) {
      if (p_.unit(j).bracket == Bracket::kSquare) continue;
      if (pairing_->is_overlap(j)) continue;
      ++counted;
      aligned += pairing_->is_aligned(j);
    }
    if (p_.size() == 0 || r_.size() == 0) {
      if (p_.size() == r_.size()) return true;
      reject(Grade::kCannotCheck, "empty", "cannot_check/no-words");
      return false;
    }
    if (counted == 0 && p_.size() > 0) return true;  // all in brackets
    if (counted < kShort) {
      const bool alike = r_.size() <= counted + 4;
      const bool found = aligned * 2 >= counted && aligned > 0 && alike;
      if (aligned == counted || found || is_written_out()) return true;
      reject_foreign_or(Grade::kNotFound, "not_found/no-passage");
      return false;
    }
    if (aligned * 10 >= counted * 6) return true;
    // All of the reference is there, and much besides: words were added.
    if (r_.size() >= kShort && matches_.size() * 10 >= r_.size() * 9) {
      return true;
    }
    if (pairing_->is_reordered()) return true;
    std::size_t content = 0;
    std::size_t known = 0;
    for (std::size_t j = 0; j < p_.size(); ++j) {
      if (!pairing_->is_content(p_, j)) continue;
      ++content;
      known += stands_in_reference(j);
    }
    const bool paraphrase = content > 0 && known * 10 >= content * 3;
    reject_foreign_or(
        paraphrase ? Grade::kParaphraseInMarks : Grade::kNotFound,
        paraphrase ? "paraphrase_in_marks/words-in-common"
                   : "not_found/no-passage");
    return false;
  }

  // Don't go, do not go: the same words when contractions are written out.
  bool is_written_out() const {
    const auto keys_of = [&](const Side& side) {
      std::vector<std::string> keys;
      for (const Unit& unit : side.words.units) {
        const auto full = expand_contraction(unit.key, tables_);
        if (full.empty()) {
          keys.push_back(unit.key);
        } else {
          keys.insert(keys.end(), full.front().begin(), full.front().end());
        }
      }
      return keys;
    };
    return keys_of(r_) == keys_of(p_);
  }

  bool stands_in_reference(std::size_t j) const {
    for (std::size_t i = 0; i < r_.size(); ++i) {
      if (r_.ids[i] == p_.ids[j] ||
          is_same_lemma(r_.unit(i).key, p_.unit(j).key, tables_)) {
        return true;
      }
    }
    return false;
  }

  void reject(Grade grade, std::string flag, std::string rule) {
    finding_.grade = grade;
    if (!flag.empty()) finding_.flags.push_back(std::move(flag));
    finding_.rule = std::move(rule);
    finding_.word_edits = std::max(r_.size(), p_.size());
    whole_operation(grade);
  }

  void reject_foreign_or(Grade grade, std::string rule) {
    if (is_other_language(r_, p_, tables_)) {
      reject(Grade::kCannotCheck, "translated", "cannot_check/translated");
      return;
    }
    reject(grade, "", std::move(rule));
  }

  // ---- Pieces ---------------------------------------------------------------

  std::size_t r_begin(std::size_t i) const {
    return i < r_.size() ? r_.unit(i).source.begin : r_.text.size();
  }
  std::size_t p_begin(std::size_t j) const {
    return j < p_.size() ? p_.unit(j).source.begin : p_.text.size();
  }

  void make_pieces() {
    const ClassifyInput input{r_, p_, tables_, pairing_->is_reordered(),
                              pairing_->moved_r(), pairing_->moved_p()};
    add_head(input);
    for (std::size_t k = 0; k < matches_.size(); ++k) {
      const Match at = matches_[k];
      Piece word;
      word.kind = PieceKind::kWord;
      word.reference = {r_.unit(at.r).source.begin, r_.unit(at.r).source.end};
      word.printed = {p_.unit(at.p).source.begin, p_.unit(at.p).source.end};
      word.r0 = at.r, word.r1 = at.r + 1;
      word.p0 = at.p, word.p1 = at.p + 1;
      word.difference = classify_word(input, at.r, at.p);
      push(std::move(word), at.r, at.p);
      if (k + 1 < matches_.size()) add_between(input, at, matches_[k + 1]);
    }
    add_tail(input);
  }

  // Pieces that would cut a printed expression (gonna = going to) in two are
  // made one. `r` and `p` are the first units of the piece.
  void push(Piece piece, std::size_t r, std::size_t p) {
    const bool cuts =
        !pieces_.empty() &&
        ((r > 0 && r < r_.size() && r_.unit(r).group == r_.unit(r - 1).group) ||
         (p > 0 && p < p_.size() && p_.unit(p).group == p_.unit(p - 1).group));
    if (!cuts) {
      pieces_.push_back(std::move(piece));
      return;
    }
    Piece& last = pieces_.back();
    last.reference.end = std::max(last.reference.end, piece.reference.end);
    last.printed.end = std::max(last.printed.end, piece.printed.end);
    last.r1 = std::max(last.r1, piece.r1);
    last.p1 = std::max(last.p1, piece.p1);
    if (piece.kind == PieceKind::kRun) last.kind = PieceKind::kRun;
    last.difference.raise(piece.difference.grade);
    last.difference.word_edits += piece.difference.word_edits;
    for (std::string& flag : piece.difference.flags) {
      last.difference.flags.push_back(std::move(flag));
    }
  }

  void add_between(const ClassifyInput& input, Match from, Match to) {
    Piece piece;
    piece.reference = {r_.unit(from.r).source.end, r_begin(to.r)};
    piece.printed = {p_.unit(from.p).source.end, p_begin(to.p)};
    if (piece.reference.end < piece.reference.begin) {
      piece.reference.end = piece.reference.begin;  // inside one expression
    }
    if (piece.printed.end < piece.printed.begin) {
      piece.printed.end = piece.printed.begin;
    }
    piece.r0 = from.r + 1, piece.r1 = to.r;
    piece.p0 = from.p + 1, piece.p1 = to.p;
    const bool words = piece.r0 < piece.r1 || piece.p0 < piece.p1;
    piece.kind = words ? PieceKind::kRun : PieceKind::kSlot;
    piece.difference =
        words ? classify_run(input, {piece.r0, piece.r1, piece.p0, piece.p1,
                                     false, false})
              : classify_slot(input, to.r, to.p);
    const std::size_t r = piece.r0;
    const std::size_t p = piece.p0;
    push(std::move(piece), r, p);
  }

  void add_head(const ClassifyInput& input) {
    Piece piece;
    const Match to = matches_.empty() ? Match{r_.size(), p_.size()}
                                      : matches_.front();
    piece.reference = {0, r_begin(to.r)};
    piece.printed = {0, p_begin(to.p)};
    piece.r1 = to.r, piece.p1 = to.p;
    std::size_t from = to.r;
    for (std::size_t j = to.p; j-- > 0;) {
      if (pairing_->partner(j) != Alignment::kNone) {
        from = static_cast<std::size_t>(pairing_->partner(j));
      }
    }
    aligned_begin_ = from;
    const bool overlaps = to.p > 0 && pairing_->is_overlap(0);
    const Run run{from, to.r, 0, to.p, true, false};
    add_edge(input, std::move(piece), run, from > 0, overlaps,
             classify_head(input, to.p > 0 ? from : to.r, from > 0));
  }

  void add_tail(const ClassifyInput& input) {
    if (matches_.empty()) return;
    const Match from = matches_.back();
    Piece piece;
    piece.reference = {r_.unit(from.r).source.end, r_.text.size()};
    piece.printed = {p_.unit(from.p).source.end, p_.text.size()};
    piece.r0 = from.r + 1, piece.r1 = r_.size();
    piece.p0 = from.p + 1, piece.p1 = p_.size();
    std::size_t to = from.r + 1;
    for (std::size_t j = from.p + 1; j < p_.size(); ++j) {
      if (pairing_->partner(j) != Alignment::kNone) {
        to = static_cast<std::size_t>(pairing_->partner(j)) + 1;
      }
    }
    aligned_end_ = to;
    const bool overlaps = from.p + 1 < p_.size() && pairing_->is_overlap(p_.size() - 1);
    const Run run{from.r + 1, to, from.p + 1, p_.size(), false, true};
    add_edge(input, std::move(piece), run, to < r_.size(), overlaps,
             classify_tail(input, to, to < r_.size()));
  }

  void add_edge(const ClassifyInput& input, Piece piece, const Run& run,
                bool clipped, bool overlaps, Difference marks) {
    const bool words = run.p0 < run.p1 && !overlaps;
    piece.kind = PieceKind::kSlot;
    if (clipped) {
      piece.kind = PieceKind::kClip;
      piece.difference.raise(Grade::kExcerpt);
      if (!words && is_repeated(run)) {
        piece.difference.raise(Grade::kCleanup);
        piece.difference.flags.push_back("repetition");
      }
    }
    if (overlaps) {
      piece.kind = PieceKind::kClip;
      piece.difference.raise(Grade::kExcerpt);
      piece.difference.flags.push_back("overlap");
      marks = {};
    }
    if (words) {
      piece.kind = PieceKind::kRun;
      piece.r0 = run.r0, piece.r1 = run.r1;
      Difference run_difference = classify_run(input, run);
      piece.difference.raise(run_difference.grade);
      piece.difference.word_edits = run_difference.word_edits;
      piece.difference.flags = std::move(run_difference.flags);
    }
    if (!words || piece.difference.grade < Grade::kPunctuation) {
      piece.difference.raise(marks.grade);
    }
    for (std::string& flag : marks.flags) {
      piece.difference.flags.push_back(std::move(flag));
    }
    const std::size_t r = run.head ? 0 : run.r0;
    const std::size_t p = run.head ? 0 : run.p0;
    push(std::move(piece), r, p);
  }

  // "No, no" for "No", at an end of the reference.
  bool is_repeated(const Run& run) const {
    constexpr std::size_t kMost = 4;
    const std::size_t begin = run.head ? 0 : run.r0;
    const std::size_t end = run.head ? run.r1 : r_.size();
    if (begin == end || end - begin > kMost) return false;
    std::vector<std::size_t> units;
    for (std::size_t i = begin; i < end; ++i) units.push_back(i);
    return is_repetition(r_, units);
  }

  // ---- The finding ------------------------------------------------------------

  void finish() {
    finding_.operations = make_operations(r_, p_, pieces_, mode_, swapped_);
    for (const Piece& piece : pieces_) {
      finding_.word_edits += piece.difference.word_edits;
      for (const std::string& flag : piece.difference.flags) {
        finding_.flags.push_back(flag);
      }
      if (piece.difference.grade > finding_.grade) {
        finding_.grade = piece.difference.grade;
        top_ = &piece;
      }
    }
    for (const Operation& operation : finding_.operations) {
      if (operation.grade == Grade::kTypographic) {
        finding_.grade = std::max(finding_.grade, Grade::kTypographic);
        finding_.flags.insert(finding_.flags.end(), operation.flags.begin(),
                              operation.flags.end());
      }
    }
    if (pairing_->is_reordered()) {
      finding_.grade = std::max(finding_.grade, Grade::kReordered);
    }
    set_extent();
    if (is_damaged(r_, p_, pieces_, tables_)) {
      finding_.grade = Grade::kCannotCheck;
      finding_.flags.push_back("interleaved");
    }
    std::sort(finding_.flags.begin(), finding_.flags.end());
    finding_.flags.erase(
        std::unique(finding_.flags.begin(), finding_.flags.end()),
        finding_.flags.end());
    set_rule();
  }

  void set_extent() {
    if (matches_.empty()) return;
    const bool head = aligned_begin_ > 0;
    const bool tail = aligned_end_ < r_.size();
    finding_.aligned = {r_begin(aligned_begin_),
                        r_.unit(std::max<std::size_t>(1, aligned_end_) - 1)
                            .source.end};
    finding_.extent = head && tail ? Extent::kMiddle
                      : head       ? Extent::kTail
                      : tail       ? Extent::kHead
                      : finding_.has("ellipsis") ? Extent::kElided
                                                 : Extent::kWhole;
    if (head || tail) {
      for (std::string& flag : clipped_qualifiers(r_, aligned_begin_,
                                                  aligned_end_ - 1)) {
        finding_.flags.push_back(std::move(flag));
      }
    }
  }

  // "punctuation/restrictive-comma": the grade and the flag that made it.
  void set_rule() {
    finding_.rule = to_string(finding_.grade);
    std::string reason;
    if (finding_.has("interleaved")) {
      reason = "interleaved";
    } else if (finding_.grade == Grade::kReordered) {
      reason = "blocks-in-another-order";
    } else if (top_ != nullptr) {
      for (const std::string& flag : top_->difference.flags) {
        const bool fired = flag.compare(0, 10, "protected:") == 0;
        if (reason.empty() || fired) reason = fired ? flag.substr(10) : flag;
        if (fired) break;
      }
    }
    if (reason.empty()) {
      switch (finding_.grade) {
        case Grade::kIdentical: reason = "same-bytes"; break;
        case Grade::kTypographic: reason = "same-fold"; break;
        case Grade::kExcerpt: reason = "contained"; break;
        case Grade::kOmission: reason = "words-left-out"; break;
        case Grade::kInsertion: reason = "words-added"; break;
        case Grade::kSubstitution: reason = "content-word"; break;
        case Grade::kSpliced: reason = "unmarked-gap"; break;
        case Grade::kMinorWording: reason = "function-words"; break;
        default: reason = "licensed"; break;
      }
    }
    std::replace(reason.begin(), reason.end(), '_', '-');
    finding_.rule += "/" + reason;
  }

  const GradeTables& tables_;
  GradeMode mode_;
  bool swapped_;
  Sides sides_;
  const Side& r_;
  const Side& p_;
  std::optional<Pairing> pairing_;
  std::vector<Match> matches_;
  std::vector<Piece> pieces_;
  const Piece* top_ = nullptr;
  std::size_t aligned_begin_ = 0;
  std::size_t aligned_end_ = 0;
  Finding finding_;
};

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

// Turns a finding about (b, a) into one about (a, b).
void swap_sides(Finding& finding) {
  std::swap(finding.reference_words, finding.printed_words);
  for (Operation& operation : finding.operations) {
    const ReferenceSpan was = operation.reference;
    operation.reference = {operation.printed.begin, operation.printed.end};
    operation.printed = {was.begin, was.end};
    if (operation.kind == OperationKind::kInserted) {
      operation.kind = OperationKind::kDeleted;
    } else if (operation.kind == OperationKind::kDeleted) {
      operation.kind = OperationKind::kInserted;
    }
  }
}

}  // namespace

Finding grade(std::string_view reference, std::string_view printed,
              const GradeTables& tables, GradeMode mode) {
  if (reference == printed) {
    Finding same;
    same.mode = mode;
    same.aligned = {0, reference.size()};
    same.reference_words = same.printed_words = count_words(reference);
    same.rule = "identical/same-bytes";
    return same;
  }
  if (mode == GradeMode::kReference) {
    return Grader(reference, printed, tables, mode).run();
  }
  // Direction is unknowable, so the order of the arguments must not matter:
  // the fuller text is always aligned as the first.
  const std::size_t a = count_words(reference);
  const std::size_t b = count_words(printed);
  const bool swap = a != b ? a < b : reference < printed;
  if (!swap) return Grader(reference, printed, tables, mode).run();
  Finding finding = Grader(printed, reference, tables, mode, true).run();
  swap_sides(finding);
  return finding;
}

}  // namespace quoin
