// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/pairing.h>

#include <algorithm>
#include <string>

#include <quoin/grade/near.h>

namespace quoin {
namespace {

// Shares of shorter quotations say nothing.
constexpr std::size_t kShort = 5;

}  // namespace

Pairing::Pairing(const Side& r, const Side& p, const GradeTables& tables,
                 GradeMode mode)
    : r_(r), p_(p), tables_(tables), mode_(mode) {
  align();
  find_moved();
}

bool Pairing::is_near(std::size_t i, std::size_t j) const {
  const std::uint64_t pair =
      (static_cast<std::uint64_t>(r_.ids[i]) << 32) | p_.ids[j];
  const auto known = near_.find(pair);
  if (known != near_.end()) return known->second;
  const std::string& a = r_.unit(i).key;
  const std::string& b = p_.unit(j).key;
  const auto grows = [](const std::string& word, const std::string& longer) {
    return longer.size() > word.size() && longer[word.size()] == '\'' &&
           longer.compare(0, word.size(), word) == 0;
  };
  const bool near =
      (r_.unit(i).number && p_.unit(j).number) ||
      is_same_lemma(a, b, tables_) || grows(a, b) || grows(b, a) ||
      (!tables_.nouns_are_capital && r_.unit(i).capital &&
       p_.unit(j).capital &&
       is_name_spelling(a, b, tables_)) ||
      is_same_class(i, j);
  near_.emplace(pair, near);
  return near;
}

// Two modals, two persons: one stands for the other.
bool Pairing::is_same_class(std::size_t i, std::size_t j) const {
  const auto class_of = [](const Side& side, std::size_t unit) {
    for (const ProtectedHit& hit : side.hits) {
      if (hit.first == unit && hit.last == unit &&
          (hit.which == Protected::kModal ||
           hit.which == Protected::kPerson)) {
        return static_cast<int>(hit.which);
      }
    }
    return -1;
  };
  const int a = class_of(r_, i);
  return (a >= 0 && a == class_of(p_, j)) ||
         tables_.antonyms.contains(r_.unit(i).key, p_.unit(j).key);
}

void Pairing::align() {
  std::vector<char> ellipsis(p_.size() + 1, 0);
  for (const Punct& punct : p_.words.puncts) {
    if (punct.kind == kEllipsisMark) ellipsis[punct.slot] = 1;
  }
  AlignInput input;
  input.reference = r_.ids;
  input.printed = p_.ids;
  input.ellipsis = ellipsis;
  input.overlap = mode_ == GradeMode::kSymmetric;
  std::vector<char> common(r_.ids.size() + p_.ids.size() + 2, 0);
  for (const std::uint32_t id : r_.ids) common[id] |= 1;
  for (const std::uint32_t id : p_.ids) common[id] |= 2;
  input.near = [this, &common](std::size_t i, std::size_t j) {
    // Words that the other text has stand for themselves.
    return (common[r_.ids[i]] != 3 || common[p_.ids[j]] != 3) &&
           is_near(i, j);
  };
  alignment_ = align_words(input);
  pair_edges();
  for (std::size_t j = 0; j < p_.size(); ++j) {
    if (alignment_.equal[j]) {
      matches_.push_back(
          {static_cast<std::size_t>(alignment_.partner[j]), j});
    }
  }
}

// A last printed word that stands for no word, where the reference goes on with
// a form of it a word or two later, is that word: "the roads", "roads". As costs
// go it is cheaper to clip the reference and to call the word invented.
void Pairing::pair_edges() {
  constexpr std::size_t kNear = 3;
  auto& partner = alignment_.partner;
  const std::size_t m = partner.size();
  if (m < 2) return;
  const auto is_stray = [&](std::size_t j) {
    return !alignment_.equal[j] &&
           (partner[j] == Alignment::kNone ||
            !is_near(static_cast<std::size_t>(partner[j]), j));
  };
  if (is_stray(m - 1) && alignment_.equal[m - 2]) {
    const auto from = static_cast<std::size_t>(partner[m - 2]) + 1;
    const std::size_t to = std::min(from + kNear, r_.size());
    for (std::size_t i = from; i < to; ++i) {
      if (!is_near(i, m - 1)) continue;
      partner[m - 1] = static_cast<std::int32_t>(i);
      break;
    }
  }
  if (is_stray(0) && alignment_.equal[1]) {
    const auto to = static_cast<std::size_t>(partner[1]);
    for (std::size_t i = to; i-- > to - std::min(to, kNear);) {
      if (!is_near(i, 0)) continue;
      partner[0] = static_cast<std::int32_t>(i);
      break;
    }
  }
}

// Reordered: less than nine tenths in order, though nine tenths are there.
void Pairing::find_moved() {
  moved_r_.assign(r_.size() + 1, 0);
  moved_p_.assign(p_.size() + 1, 0);
  if (p_.size() < kShort || matches_.empty()) return;
  std::vector<char> used(r_.size(), 0);
  for (const Match& match : matches_) used[match.r] = 1;
  const auto within = [&](std::size_t i) {
    return matches_.front().r < i && i < matches_.back().r;
  };
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> spare;
  for (std::size_t i = r_.size(); i-- > 0;) {
    if (!used[i]) spare[r_.ids[i]].push_back(i);
  }
  std::size_t counted = 0;
  std::size_t known = 0;
  std::size_t in_order = 0;
  bool content = false;
  std::vector<Match> moves;
  for (std::size_t j = 0; j < p_.size(); ++j) {
    if (p_.unit(j).bracket == Bracket::kSquare) continue;
    ++counted;
    if (is_aligned(j)) {
      ++known;
      ++in_order;
      continue;
    }
    // Every long text holds every function word somewhere: outside the
    // aligned part one counts only beside a word that moved there too.
    const bool beside = !moves.empty() && moves.back().p + 1 == j;
    const std::size_t next = beside ? moves.back().r + 1 : r_.size();
    auto& from = spare[p_.ids[j]];
    auto best = std::find(from.begin(), from.end(), next);
    if (best == from.end()) {
      best = std::find_if(from.begin(), from.end(), [&](std::size_t i) {
        return within(i) || is_content(p_, j);
      });
    }
    if (best == from.end()) continue;
    ++known;
    content = content || is_content(p_, j);
    moves.push_back({*best, j});
    from.erase(best);
  }
  // And before one: "we will review" moves as a whole.
  for (std::size_t k = moves.size(); k-- > 0;) {
    Match at = moves[k];
    while (at.p > 0 && at.r > 0 && !alignment_.equal[at.p - 1] &&
           r_.ids[at.r - 1] == p_.ids[at.p - 1]) {
      auto& from = spare[p_.ids[at.p - 1]];
      const auto before = std::find(from.begin(), from.end(), at.r - 1);
      const bool taken =
          std::any_of(moves.begin(), moves.end(),
                      [&](const Match& m) { return m.p + 1 == at.p; });
      if (before == from.end() || taken) break;
      from.erase(before);
      at = {at.r - 1, at.p - 1};
      moves.push_back(at);
      ++known;
    }
  }
  // One small word between two blocks is theirs, wherever it stands, unless
  // the reference is so long that it holds every small word.
  if (!moves.empty() && known + 1 + counted / 10 >= counted &&
      r_.size() <= 2 * counted) {
    known = counted;
  }
  reordered_ = content && in_order * 10 < counted * 9 &&
               known * 10 >= counted * 9;
  mark_blocks(moves);
}

// Words that move with their neighbours keep their sense, whatever they are; a
// lone word does not.
void Pairing::mark_blocks(const std::vector<Match>& moves) {
  constexpr std::size_t kBlock = 3;
  for (const Match& move : moves) {
    std::size_t before = 0;
    while (before < std::min(move.r, move.p) &&
           r_.ids[move.r - before - 1] == p_.ids[move.p - before - 1]) {
      ++before;
    }
    std::size_t after = 1;
    while (move.r + after < r_.size() && move.p + after < p_.size() &&
           r_.ids[move.r + after] == p_.ids[move.p + after]) {
      ++after;
    }
    if (before + after < kBlock) continue;
    moved_r_[move.r] = 1;
    moved_p_[move.p] = 1;
  }
}

bool Pairing::is_overlap(std::size_t j) const {
  if (mode_ != GradeMode::kSymmetric || matches_.empty()) return false;
  if (alignment_.partner[j] != Alignment::kNone) return false;
  if (j < matches_.front().p) return first_partner() == 0;
  if (j > matches_.back().p) return last_partner() + 1 == r_.size();
  return false;
}
std::size_t Pairing::first_partner() const {
  for (const std::int32_t i : alignment_.partner) {
    if (i != Alignment::kNone) return static_cast<std::size_t>(i);
  }
  return 0;
}
std::size_t Pairing::last_partner() const {
  for (std::size_t j = p_.size(); j-- > 0;) {
    if (alignment_.partner[j] != Alignment::kNone) {
      return static_cast<std::size_t>(alignment_.partner[j]);
    }
  }
  return r_.size();
}

}  // namespace quoin
