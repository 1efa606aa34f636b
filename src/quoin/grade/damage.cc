// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/damage.h>

#include <algorithm>

namespace quoin {
namespace {

constexpr std::size_t kFewWords = 4;
constexpr std::size_t kLongEnough = 8;

std::size_t function_words(const Side& side, const GradeTables& tables) {
  std::size_t count = 0;
  for (const Unit& unit : side.words.units) {
    count += tables.function_words.contains(unit.key);
  }
  return count;
}

bool is_bare_number(const Side& side, std::size_t i) {
  const std::string_view form = side.words.printed(side.unit(i));
  return form.size() <= 4 &&
         std::all_of(form.begin(), form.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

// A number that counts something stands before a plural or a unit.
bool counts_something(const Side& side, std::size_t i) {
  if (i + 1 >= side.size() || side.slot(i + 1).size() > 0) return false;
  const std::string& next = side.unit(i + 1).key;
  return next == "percent" || (!next.empty() && next.back() == 's') ||
         side.unit(i + 1).number;
}

// Smith, J. (2003). Title of the Work. London: Penguin.
bool is_listed_work(const Side& side, std::size_t from, std::size_t to) {
  if (to - from < 5) return false;
  std::size_t capitals = 0;
  bool year = false;
  for (std::size_t i = from; i < to; ++i) {
    capitals += side.unit(i).capital;
    year = year || (is_bare_number(side, i) &&
                    side.words.printed(side.unit(i)).size() == 4);
  }
  return year && capitals * 2 >= to - from;
}

// Page 12 of 30; the word alone is one of the text.
bool is_page_number(const Side& side, std::size_t from, std::size_t to,
                    const GradeTables& tables) {
  if (to - from < 2 || to - from > 4) return false;
  bool number = false;
  bool word = false;
  for (std::size_t i = from; i < to; ++i) {
    if (is_bare_number(side, i)) {
      number = true;
    } else if (tables.page_words.contains(side.unit(i).key)) {
      word = true;
    } else {
      return false;
    }
  }
  return number && word;
}

bool is_wedged(const Side& side, std::size_t from, std::size_t to,
               const GradeTables& tables) {
  if (to == from + 1) {
    return is_bare_number(side, from) && !counts_something(side, from);
  }
  return is_page_number(side, from, to, tables) ||
         is_listed_work(side, from, to);
}

}  // namespace

bool is_other_language(const Side& a, const Side& b,
                       const GradeTables& tables) {
  if (tables.function_words.empty()) return false;
  if (a.size() < kFewWords || b.size() < kFewWords) return false;
  // A word or two of another language look like one of ours (German in, was).
  const auto foreign = [&](const Side& side) {
    return function_words(side, tables) * 7 <= side.size();
  };
  const auto ours = [&](const Side& side) {
    return function_words(side, tables) * 10 >= side.size() * 3;
  };
  return (foreign(a) && ours(b)) || (foreign(b) && ours(a));
}

bool is_damaged(const Side& r, const Side& p,
                const std::vector<Piece>& pieces, const GradeTables& tables) {
  if (r.size() < kLongEnough || p.size() < kLongEnough) return false;
  bool wedged = false;
  for (const Piece& piece : pieces) {
    if (piece.kind != PieceKind::kRun) continue;
    const bool in_r = piece.r0 < piece.r1;
    const bool in_p = piece.p0 < piece.p1;
    if (in_r == in_p) return false;
    if (in_r ? !is_wedged(r, piece.r0, piece.r1, tables)
             : !is_wedged(p, piece.p0, piece.p1, tables)) {
      return false;
    }
    wedged = true;
  }
  return wedged;
}

}  // namespace quoin
