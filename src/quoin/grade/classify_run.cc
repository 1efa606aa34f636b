// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>

#include <quoin/grade/classify.h>
#include <quoin/grade/cleanup.h>
#include <quoin/grade/near.h>
#include <quoin/grade/swaps.h>

namespace quoin {
namespace {

using Keys = std::vector<std::string>;

// Gaps longer than this are splices, deletions longer than the other do not
// raise the grade for the protected words in them.
constexpr std::size_t kLongestGap = 8;
constexpr std::size_t kLongestProtectedGap = 5;

class Classifier {
 public:
  Classifier(const ClassifyInput& input, const Run& run)
      : in_(input), tables_(input.tables), run_(run) {}

  Difference run() {
    collect();
    find_licences();
    if (r_.empty() && p_.empty()) {
      out_.raise(in_.reordered       ? Grade::kReordered
                 : run_.p0 < run_.p1 ? Grade::kInsertion
                                     : Grade::kOmission);
      out_.flags.push_back("moved");
      return std::move(out_);
    }
    const bool free_r = r_licensed_;
    std::erase_if(r_, [&](std::size_t i) {
      return free_r || in_.r.unit(i).bracket != Bracket::kNone ||
             in_.r.unit(i).bracket_inside;
    });
    const bool free_p = p_licensed_;
    std::erase_if(p_, [&](std::size_t i) {
      return free_p || is_bracketed(i);
    });
    if (licensed_) {
      out_.raise(Grade::kMarkedEdit);
      check_marked();
    }
    if (r_.empty() && p_.empty()) return std::move(out_);
    out_.word_edits = std::max(r_.size(), p_.size());
    classify_unmarked();
    return std::move(out_);
  }

 private:
  void collect() {
    for (std::size_t i = run_.r0; i < run_.r1; ++i) {
      if (!in_.moved_r[i]) r_.push_back(i);
    }
    for (std::size_t j = run_.p0; j < run_.p1; ++j) {
      if (!in_.moved_p[j]) p_.push_back(j);
    }
  }

  // Square brackets license; round ones do if the words are not said.
  bool is_bracketed(std::size_t j) const {
    const Unit& unit = in_.p.unit(j);
    if (unit.bracket == Bracket::kSquare || unit.bracket_inside) return true;
    if (unit.bracket != Bracket::kRound) return false;
    return std::find(in_.r.ids.begin(), in_.r.ids.end(), in_.p.ids[j]) ==
           in_.r.ids.end();
  }

  void find_licences() {
    const auto flag = [&](const char* name) { out_.flags.push_back(name); };
    const auto has = [](const Side& side, std::size_t from, std::size_t to,
                        char kind) {
      for (std::size_t slot = from; slot <= to; ++slot) {
        if (side.slot_has(slot, kind)) return true;
      }
      return false;
    };
    const bool ellipsis = has(in_.p, run_.p0, run_.p1, kEllipsisMark);
    const bool bracket = std::any_of(
        p_.begin(), p_.end(), [&](std::size_t j) { return is_bracketed(j); });
    const bool r_ellipsis =
        !ellipsis && has(in_.r, run_.r0, run_.r1, kEllipsisMark);
    const bool r_bracket =
        std::any_of(r_.begin(), r_.end(), [&](std::size_t i) {
          return in_.r.unit(i).bracket == Bracket::kSquare ||
                 in_.r.unit(i).bracket_inside;
        });
    r_licensed_ = !r_.empty() && (ellipsis || bracket);
    p_licensed_ = !p_.empty() && (r_ellipsis || r_bracket);
    licensed_ = r_licensed_ || p_licensed_ || bracket || r_bracket;
    if (r_licensed_ && ellipsis) flag("ellipsis");
    if (bracket) flag("bracketed_reference");
    if (r_bracket) flag("bracket_in_reference");
    if (p_licensed_ && r_ellipsis) flag("ellipsis_in_reference");
    // With an ellipsis only, printed words that are not in the reference
    // still are: X … Y for X a b Y is marked, X … z Y is not.
    ellipsis_only_ = ellipsis && !bracket;
    marked_r_ = r_licensed_ ? r_ : std::vector<std::size_t>{};
  }

  SwapsByClass swaps() const { return find_swaps(in_, run_); }

  void fire(std::string_view name) {
    out_.raise(Grade::kMeaningRisk);
    out_.flags.push_back("protected:" + std::string(name));
  }

  // Words left out behind a mark: only what turns the sense counts, and only
  // in short gaps.
  void check_marked() {
    const bool is_short = marked_r_.size() <= kLongestProtectedGap;
    for (const auto& [which, swap] : swaps()) {
      const bool turns = which == Protected::kNegation ||
                         which == Protected::kCondition;
      for (const ProtectedHit* hit : swap.r) {
        const bool counts =
            turns || (which == Protected::kQuantifier &&
                      tables_.limiters.contains(hit->value));
        if (!counts) continue;
        if (is_short && !marked_r_.empty()) {
          fire(to_string(which));
          out_.flags.push_back("gap:" + hit->value);
        } else {
          out_.flags.push_back("gap_contains:" +
                               std::string(to_string(which)));
        }
      }
      if (which == Protected::kNegation && !swap.p.empty()) {
        fire(to_string(which));
      }
    }
  }

  // Only apostrophes differ: the ministers plan, the minister's plan.
  bool differ_in_apostrophes() const {
    const auto plain = [](std::string key) {
      std::erase(key, '\'');
      return key;
    };
    bool same = !r_.empty() && r_.size() == p_.size();
    for (std::size_t k = 0; k < r_.size() && same; ++k) {
      same = plain(in_.r.unit(r_[k]).key) == plain(in_.p.unit(p_[k]).key);
    }
    return same;
  }

  void classify_unmarked() {
    if (differ_in_apostrophes()) {
      out_.raise(Grade::kPunctuation);
      out_.flags.push_back("apostrophe");
      out_.word_edits = 0;
      return;
    }
    reduce_contractions();
    if (left_r_.empty() && left_p_.empty()) {
      out_.raise(Grade::kMinorWording);
      return;
    }
    if (p_.empty()) {
      const std::vector<std::string> why = find_cleanup(in_.r, r_, tables_);
      if (!why.empty()) {
        out_.raise(Grade::kCleanup);
        out_.flags.insert(out_.flags.end(), why.begin(), why.end());
        return;
      }
    }
    if (r_.empty() && is_repetition(in_.p, p_)) {
      out_.raise(Grade::kCleanup);
      out_.flags.push_back("repetition");
      return;
    }
    const bool deletes = p_.empty();
    // Words beyond an end of the reference are an insertion, whatever they
    // are: the reference may merely be the shorter excerpt.
    const bool beyond = r_.empty() && (run_.head || run_.tail);
    if (deletes && r_.size() > kLongestProtectedGap) {
      note_gap();
    } else if (!beyond) {
      check_protected();
    }
    if (is_splice()) out_.raise(Grade::kSpliced);
    classify_words();
  }

  Keys expanded(const Side& side, const std::vector<std::size_t>& units,
                std::size_t choice) const {
    Keys keys;
    for (const std::size_t i : units) {
      const auto full = expand_contraction(side.unit(i).key, tables_);
      if (full.empty()) {
        keys.push_back(side.unit(i).key);
      } else {
        const Keys& words = full[std::min(choice, full.size() - 1)];
        keys.insert(keys.end(), words.begin(), words.end());
      }
    }
    return keys;
  }

  // Sets left_r_ and left_p_: what still differs when contractions are
  // written out; the words themselves when that makes nothing equal.
  void reduce_contractions() {
    const auto plain = [](const Side& side, const auto& units) {
      Keys keys;
      for (const std::size_t i : units) keys.push_back(side.unit(i).key);
      return keys;
    };
    left_r_ = plain(in_.r, r_);
    left_p_ = plain(in_.p, p_);
    if (r_.empty() || p_.empty()) return;
    std::size_t best = left_r_.size() + left_p_.size();
    for (std::size_t a = 0; a < 3; ++a) {
      for (std::size_t b = 0; b < 3; ++b) {
        Keys r = expanded(in_.r, r_, a);
        Keys p = expanded(in_.p, p_, b);
        if (r.size() == r_.size() && p.size() == p_.size()) return;
        trim_common(r, p);
        if (r.size() + p.size() >= best) continue;
        best = r.size() + p.size();
        left_r_ = std::move(r);
        left_p_ = std::move(p);
        contracted_ = true;
      }
    }
    if (contracted_) {
      out_.flags.push_back("contraction");
      out_.raise(Grade::kMinorWording);
    }
  }

  static void trim_common(Keys& a, Keys& b) {
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
      a.pop_back();
      b.pop_back();
    }
    std::size_t same = 0;
    while (same < std::min(a.size(), b.size()) && a[same] == b[same]) ++same;
    a.erase(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(same));
    b.erase(b.begin(), b.begin() + static_cast<std::ptrdiff_t>(same));
  }

  void note_gap() {
    for (const auto& [which, swap] : swaps()) {
      const bool turns = which == Protected::kNegation ||
                         which == Protected::kCondition;
      if (turns && !swap.r.empty()) {
        out_.flags.push_back("gap_contains:" + std::string(to_string(which)));
      }
    }
  }

  void check_protected() {
    for (const auto& [which, swap] : swaps()) {
      std::size_t r_any = 0;
      std::size_t p_any = 0;
      // At an edge the words of the reference are clipped as much as they
      // are replaced; that is the extent's to say.
      const bool clipped = (run_.head || run_.tail) &&
                           which != Protected::kNegation && swap.p.empty();
      for (const ProtectedHit* hit : swap.r) {
        r_any += !hit->only_swapped && !clipped;
      }
      for (const ProtectedHit* hit : swap.p) p_any += !hit->only_swapped;
      const bool swapped = !swap.r.empty() && !swap.p.empty();
      if (r_any + p_any > 0 || swapped) fire(to_string(which));
    }
    const bool one_for_number = is_one_for_number();
    if (one_for_number) fire(to_string(Protected::kNumber));
    check_pairs();
    check_names();
  }

  // "one" is a number when a number stands against it.
  bool is_one_for_number() const {
    const auto number = [](const Side& side, const auto& units) {
      return std::any_of(units.begin(), units.end(), [&](std::size_t i) {
        return side.unit(i).number;
      });
    };
    const auto one = [](const Side& side, const auto& units) {
      return std::any_of(units.begin(), units.end(), [&](std::size_t i) {
        return side.unit(i).key == "one" && !side.unit(i).number;
      });
    };
    return (one(in_.r, r_) && number(in_.p, p_)) ||
           (one(in_.p, p_) && number(in_.r, r_));
  }

  void check_pairs() {
    bool antonym = false;
    bool connective = false;
    bool prefix = false;
    for (const std::string& a : left_r_) {
      for (const std::string& b : left_p_) {
        antonym = antonym || tables_.antonyms.contains(a, b);
        connective = connective || tables_.connective_swaps.contains(a, b);
        prefix = prefix || is_negated_by_prefix(a, b, tables_);
      }
    }
    if (antonym) fire(to_string(Protected::kAntonym));
    if (connective) fire(to_string(Protected::kConnective));
    if (prefix) fire(to_string(Protected::kNegation));
  }

  bool is_name(const Side& side, std::size_t i) const {
    const Unit& unit = side.unit(i);
    if (tables_.nouns_are_capital && !tables_.given_names.contains(unit.key)) {
      return false;
    }
    return unit.capital && !unit.number && !side.mostly_capitals &&
           !tables_.function_words.contains(unit.key);
  }

  void check_names() {
    const auto names = [&](const Side& side, const auto& units) {
      std::vector<std::size_t> out;
      for (const std::size_t i : units) {
        if (is_name(side, i)) out.push_back(i);
      }
      return out;
    };
    const auto r = names(in_.r, r_);
    const auto p = names(in_.p, p_);
    if (r.empty() || p.empty()) return;
    const auto inside = [](const Side& side, const auto& units) {
      return std::any_of(units.begin(), units.end(), [&](std::size_t i) {
        return !side.unit(i).sentence_start;
      });
    };
    if (!inside(in_.r, r) && !inside(in_.p, p)) {
      // At the head of a sentence a capital says nothing; a list does.
      const std::string& a = in_.r.unit(r.front()).key;
      const std::string& b = in_.p.unit(p.front()).key;
      if (tables_.given_names.contains(a) && tables_.given_names.contains(b) &&
          is_name_spelling(a, b, tables_)) {
        out_.flags.push_back("name_spelling");
      }
      return;
    }
    for (const std::size_t i : r) {
      for (const std::size_t j : p) {
        const std::string& a = in_.r.unit(i).key;
        const std::string& b = in_.p.unit(j).key;
        if (a == b || is_same_lemma(a, b, tables_)) return;
        if (is_name_spelling(a, b, tables_)) {
          out_.flags.push_back("name_spelling");
          return;
        }
      }
    }
    fire(to_string(Protected::kName));
  }

  bool is_splice() const {
    if (run_.head || run_.tail || r_.empty()) return false;
    if (r_.size() > p_.size() + kLongestGap && p_.size() <= 2) return true;
    return p_.empty() && in_.r.sentence_begins(r_.front()) &&
           in_.r.sentence_begins(r_.back() + 1);
  }

  bool is_light(const std::string& key) const {
    return tables_.light_words.contains(key);
  }
  bool is_function(const std::string& key) const {
    return tables_.function_words.contains(key);
  }

  // Takes away pairs that are near: forms of one word, spellings of one name.
  void drop_near() {
    for (std::size_t i = 0; i < left_r_.size();) {
      const auto near =
          std::find_if(left_p_.begin(), left_p_.end(), [&](const auto& word) {
            return word == left_r_[i] ||
                   is_same_lemma(left_r_[i], word, tables_);
          });
      const bool spelled =
          near == left_p_.end() && left_r_.size() == 1 &&
          left_p_.size() == 1 &&
          std::count(out_.flags.begin(), out_.flags.end(), "name_spelling");
      if (near == left_p_.end() && !spelled) {
        ++i;
        continue;
      }
      left_p_.erase(spelled ? left_p_.begin() : near);
      left_r_.erase(left_r_.begin() + static_cast<std::ptrdiff_t>(i));
      out_.raise(Grade::kMinorWording);
    }
  }

  void classify_words() {
    drop_near();
    const auto all = [](const Keys& keys, auto is) {
      return std::all_of(keys.begin(), keys.end(), is);
    };
    const auto function = [&](const auto& key) { return is_function(key); };
    const auto light = [&](const auto& key) { return is_light(key); };
    const bool r_function = all(left_r_, function);
    const bool p_function = all(left_p_, function);
    const bool few = left_r_.size() <= 2 && left_p_.size() <= 2;
    const bool all_light = all(left_r_, light) && all(left_p_, light);
    if ((r_function && p_function && few) || all_light) {
      out_.raise(Grade::kMinorWording);
      return;
    }
    const bool at_edge = run_.head || run_.tail;
    if (at_edge && p_function && left_p_.size() <= 2) {
      // "So" before an excerpt: the reference is clipped, not replaced.
      out_.raise(Grade::kMinorWording);
      return;
    }
    if (left_p_.empty() || (p_function && !r_function && all(left_p_, light))) {
      out_.raise(Grade::kOmission);
    } else if (left_r_.empty() ||
               (r_function && !p_function && all(left_r_, light))) {
      out_.raise(Grade::kInsertion);
    } else {
      out_.raise(Grade::kSubstitution);
    }
    if (at_edge && out_.grade == Grade::kInsertion) {
      out_.flags.push_back("edge");
    }
  }

  const ClassifyInput& in_;
  const GradeTables& tables_;
  const Run& run_;
  Difference out_;
  std::vector<std::size_t> r_;  // what no mark licenses
  std::vector<std::size_t> p_;
  std::vector<std::size_t> marked_r_;
  bool r_licensed_ = false;
  bool p_licensed_ = false;
  bool licensed_ = false;
  bool ellipsis_only_ = false;
  Keys left_r_;
  Keys left_p_;
  bool contracted_ = false;
};

}  // namespace

Difference classify_run(const ClassifyInput& input, const Run& run) {
  return Classifier(input, run).run();
}

std::vector<std::string> clipped_qualifiers(const Side& r, std::size_t first,
                                            std::size_t last) {
  std::size_t begin = first;
  while (!r.sentence_begins(begin)) --begin;
  std::size_t end = last + 1;
  while (!r.sentence_begins(end)) ++end;
  std::vector<std::string> flags;
  for (const ProtectedHit& hit : r.hits) {
    const bool counts = hit.which == Protected::kNegation ||
                        hit.which == Protected::kCondition ||
                        hit.which == Protected::kHedge;
    const bool before = begin <= hit.first && hit.last < first;
    const bool after = last < hit.first && hit.last < end;
    // "nearly | half of them": a limiter counts where it is cut from its word.
    const bool limits =
        hit.which == Protected::kQuantifier && hit.last + 1 == first;
    if (!(counts || limits) || !(before || after)) continue;
    std::string flag =
        "qualifier_clipped:" + std::string(to_string(hit.which));
    if (std::find(flags.begin(), flags.end(), flag) == flags.end()) {
      flags.push_back(std::move(flag));
    }
  }
  return flags;
}

}  // namespace quoin
