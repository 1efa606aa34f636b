// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/pair_marks.h>

#include <algorithm>

#include <quoin/quote/quotation.h>
#include <quoin/text/characters.h>

namespace quoin {
namespace {

constexpr int kOnlySide = 3;
constexpr int kSpacedSide = 5;

bool is_strong_end(Flank left) {
  return left == Flank::kStop || left == Flank::kEllipsis;
}

// workers’ rights, goin’ home: the mark may be an apostrophe.
bool ends_like_apostrophe(std::string_view text, const MarkToken& token) {
  if (token.begin == 0 || token.left != Flank::kLetter) return false;
  const char last = text[token.begin - 1];
  return last == 's' || last == 'S' ||
         (last == 'n' && token.begin > 1 && text[token.begin - 2] == 'i');
}

bool is_outside(Flank flank) {
  return flank == Flank::kSpace || flank == Flank::kEdge;
}

}  // namespace

HouseStyle decide_style(std::span<const MarkToken> tokens,
                        const MarkConventions& marks) {
  std::array<int, kMaxMarks> opening{};
  std::array<int, kMaxMarks> closing{};
  int single_ends = 0;  // plain ends of single marks outside double ones
  int double_ends = 0;
  bool inside = false;  // double marks, roughly
  std::array<int, kMaxMarks> spaced{};
  MarkSet seen_marks = 0;
  HouseStyle style;
  for (const MarkToken& token : tokens) {
    const Mark& mark = marks.marks[token.mark];
    if (token.score >= 3) ++opening[token.mark];
    if (token.score <= -3) ++closing[token.mark];
    seen_marks |= MarkSet{1} << token.mark;
    if (is_outside(token.left)) {
      spaced[token.mark] += token.right == Flank::kSpace ? 1 : -1;
    }
    if (!mark.single) {
      inside = token.score > 0 || (token.score == 0 && !inside);
      double_ends += inside ? 0 : 1;
    } else if (!inside && token.score < 0 && is_strong_end(token.left)) {
      ++single_ends;
    }
  }
  style.singles_first = single_ends * 2 > double_ends;
  for (std::size_t i = 0; i < marks.marks.size(); ++i) {
    const auto id = static_cast<std::uint8_t>(i);
    int prior = 0;
    if (!marks.closes(id)) {
      prior = kOnlySide;
    } else if (!marks.opens(id)) {
      prior = -kOnlySide;
    } else if ((marks.marks[i].closed_by >> i & 1) == 0) {
      // Opens in one convention of the language and closes in another: what
      // this document does with it decides.
      const int seen = opening[i] + closing[i];
      prior = seen == 0 ? marks.marks[i].usual_side * 2
                        : kOnlySide * (opening[i] - closing[i]) / seen;
    }
    style.prior[i] = static_cast<std::int8_t>(prior);
    // Without anything that closes it, it is a ditto mark in a table.
    if (spaced[i] > 0 && (marks.marks[i].closed_by & seen_marks) != 0) {
      style.spaced |= MarkSet{1} << i;
    }
  }
  // A mark that gives no evidence stands across from one that does.
  for (std::size_t i = 0; i < marks.marks.size(); ++i) {
    if (opening[i] <= closing[i]) continue;
    for (std::size_t k = 0; k < marks.marks.size(); ++k) {
      if (k != i && (marks.marks[i].closed_by >> k & 1) != 0 &&
          opening[k] + closing[k] == 0) {
        style.prior[k] = -kOnlySide;
      }
    }
  }
  // « Fine »said Anna: with spaces inside, the neighbours of a mark say
  // nothing against it.
  for (std::size_t i = 0; i < marks.marks.size(); ++i) {
    if ((style.spaced >> i & 1) == 0 || style.prior[i] <= 0) continue;
    style.prior[i] = kSpacedSide;
    for (std::size_t k = 0; k < marks.marks.size(); ++k) {
      if ((marks.marks[i].closed_by >> k & 1) != 0 && style.prior[k] < 0) {
        style.prior[k] = -kSpacedSide;
      }
    }
  }
  return style;
}

void MarkPairer::join(std::span<MarkToken> tokens, std::uint32_t opener,
                      std::uint32_t closer) {
  tokens[opener].role = MarkRole::kOpen;
  tokens[opener].partner = closer;
  tokens[closer].role = MarkRole::kClose;
  tokens[closer].partner = opener;
}

bool MarkPairer::is_one_open_for(MarkSet closer) const {
  for (std::size_t i = 0; i < marks_.marks.size(); ++i) {
    if (open_count_[i] > 0 && (marks_.marks[i].closed_by & closer) != 0) {
      return true;
    }
  }
  return false;
}

void MarkPairer::open_double(std::span<MarkToken> tokens, std::uint32_t at) {
  MarkToken& token = tokens[at];
  token.role = MarkRole::kOpen;
  if (!marks_.opens(token.mark)) token.flags |= kRepaired;
  if (!open_doubles_.empty()) {
    OpenDouble& outer = open_doubles_.back();
    if (tokens[outer.token].mark == token.mark && outer.inner == kNoPartner) {
      outer.inner = at;
    }
  }
  open_doubles_.push_back({at, kNoPartner});
  ++open_count_[token.mark];
}

// The paragraph ended and nothing closed `open`.
void MarkPairer::leave_open(std::string_view text,
                            std::span<MarkToken> tokens, OpenDouble open) {
  MarkToken& token = tokens[open.token];
  if (token.right == Flank::kSpace && is_outside(token.left) &&
      (style_.spaced >> token.mark & 1) == 0) {
    token.role = MarkRole::kIgnored;  // a ditto mark, or lost
    token.flags |= kMispaired;
    return;
  }
  if (open.inner == kNoPartner) return;
  // “A farce. “It cannot stand,” she added: a sentence ended before the inner
  // one opens, so the mark that was forgotten stood there. Without an end of
  // sentence the inner one is nested: “They call me “Doc” round here.
  std::size_t at = tokens[open.inner].begin;
  while (at > token.end() && text[at - 1] == ' ') --at;
  if (at > token.end() &&
      flank_of(code_point_before(text, at).value) != Flank::kLetter) {
    token.cut_at = open.inner;
    token.flags |= kRepaired;
  }
}

void MarkPairer::close_double(std::span<MarkToken> tokens,
                              std::uint32_t closer) {
  MarkToken& token = tokens[closer];
  if (open_doubles_.empty()) {
    // The document begins inside a quotation when its first mark closes.
    const bool begins_inside =
        !seen_double_ && style_.prior[token.mark] < 0 && token.score < 0 &&
        std::none_of(tokens.begin(), tokens.begin() + closer,
                     [&](const MarkToken& t) { return total(t) >= 0; });
    token.role = begins_inside ? MarkRole::kClose : MarkRole::kIgnored;
    token.flags |= kMispaired;
    return;
  }
  const MarkSet bit = MarkSet{1} << token.mark;
  const auto fits = [&](OpenDouble open) {
    return (marks_.marks[tokens[open.token].mark].closed_by & bit) != 0;
  };
  if (!fits(open_doubles_.back()) && is_one_open_for(bit)) {
    while (!fits(open_doubles_.back())) {
      MarkToken& dropped = tokens[open_doubles_.back().token];
      dropped.role = MarkRole::kIgnored;
      dropped.flags |= kMispaired;
      --open_count_[dropped.mark];
      open_doubles_.pop_back();
    }
  }
  const OpenDouble open = open_doubles_.back();
  open_doubles_.pop_back();
  --open_count_[tokens[open.token].mark];
  if (!fits(open)) tokens[open.token].flags |= kRepaired;
  join(tokens, open.token, closer);
}

bool MarkPairer::is_inch(std::span<const MarkToken> tokens,
                         std::uint32_t at) const {
  const MarkToken& token = tokens[at];
  if (token.left != Flank::kDigit || !marks_.opens(token.mark)) return false;
  for (std::uint32_t next = at + 1; next < tokens.size(); ++next) {
    if (marks_.marks[tokens[next].mark].single) continue;
    return total(tokens[next]) < 0 && tokens[next].left != Flank::kDigit;
  }
  return false;
}

bool MarkPairer::pair_alternating(std::span<MarkToken> tokens,
                                  std::uint32_t mistakes) {
  std::uint32_t count = 0;
  std::uint32_t wrong = 0;
  const MarkToken* first = nullptr;
  for (const MarkToken& token : tokens) {
    if (marks_.marks[token.mark].single) continue;
    if (first == nullptr) first = &token;
    if (token.mark != first->mark || style_.prior[token.mark] != 0) {
      return false;
    }
    const bool opens = count % 2 == 0;
    if (opens ? token.score < 0 : token.score > 0) ++wrong;
    ++count;
  }
  if (count % 2 != 0 || wrong >= mistakes) return false;
  std::uint32_t open = kNoPartner;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (marks_.marks[tokens[i].mark].single) continue;
    if (open == kNoPartner) {
      open = i;
      continue;
    }
    if (tokens[i].score > 0 || tokens[open].score < 0) {
      tokens[open].flags |= kRepaired;
    }
    join(tokens, open, i);
    open = kNoPartner;
  }
  return true;
}

// Land said," It sank": a mark right behind the comma of a cue opens, although
// it leans the wrong way.
bool MarkPairer::follows_cue(std::string_view text,
                             const MarkToken& token) const {
  constexpr std::size_t kLongestCue = 24;
  if (token.begin == 0 || token.right != Flank::kSpace) return false;
  const std::size_t end = token.begin - 1;
  if (text[end] != ',' && text[end] != ':') return false;
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongestCue) {
    const CodePoint before = code_point_before(text, begin);
    if (!is_word_character(before.value)) break;
    begin -= before.size;
  }
  return std::binary_search(marks_.closing_cues.begin(),
                            marks_.closing_cues.end(),
                            to_lower(text.substr(begin, end - begin)));
}

// The closing mark at the beginning of a paragraph, when the one before ended
// open: the Spanish and the French way to go on.
bool MarkPairer::goes_on(const MarkToken& first) const {
  return left_open_ != kNotAMark && first.left == Flank::kEdge &&
         !marks_.opens(first.mark) &&
         (marks_.marks[left_open_].closed_by >> first.mark & 1) != 0;
}

void MarkPairer::pair_doubles(std::string_view text,
                              std::span<MarkToken> tokens) {
  open_doubles_.clear();
  open_count_.fill(0);
  std::uint32_t strays = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    MarkToken& token = tokens[i];
    if (marks_.marks[token.mark].single) continue;
    if (i == 0 && goes_on(token)) {
      open_double(tokens, i);
      token.flags &= static_cast<std::uint16_t>(~kRepaired);
      seen_double_ = true;
      continue;
    }
    int side = total(token);
    if (side == 0) side = open_doubles_.empty() ? 1 : -1;
    if (side < 0 && open_doubles_.empty() && marks_.opens(token.mark) &&
        follows_cue(text, token)) {
      token.flags |= kRepaired;
      side = 1;
    }
    if (side < 0) {
      if (!open_doubles_.empty() && is_inch(tokens, i)) {
        token.role = MarkRole::kIgnored;
      } else {
        strays += open_doubles_.empty() ? 1 : 0;
        close_double(tokens, i);
      }
    } else if (token.right == Flank::kEdge) {
      token.role = MarkRole::kIgnored;  // nothing left to open
      token.flags |= kMispaired;
    } else {
      open_double(tokens, i);
    }
    seen_double_ = true;
  }
  left_open_ = open_doubles_.empty() ? kNotAMark
                                     : tokens[open_doubles_.front().token].mark;
  const auto left = static_cast<std::uint32_t>(open_doubles_.size());
  if (strays == 0 && left > 1 && pair_alternating(tokens, left)) return;
  for (const OpenDouble& open : open_doubles_) leave_open(text, tokens, open);
}

// A single mark that nothing closes is an apostrophe, unless the document
// quotes with them and the next paragraph opens again, or this one does.
bool MarkPairer::may_stay_open(const MarkToken& token) const {
  if (!style_.singles_first) return false;
  return token.left == Flank::kEdge ||
         (next_ != nullptr && next_->mark == token.mark &&
          next_->left == Flank::kEdge && total(*next_) > 0);
}

void MarkPairer::end_region(std::span<MarkToken> tokens) {
  while (!open_singles_.empty() && !open_singles_.back().is_region) {
    const OpenSingle open = open_singles_.back();
    open_singles_.pop_back();
    if (open.possessive != kNoPartner) {
      join(tokens, open.token, open.possessive);
    } else if (!may_stay_open(tokens[open.token])) {
      tokens[open.token].role = MarkRole::kIgnored;
    }
  }
}

// A single mark that adjoins a double one opens or closes with it.
int MarkPairer::side_by_neighbour(std::span<const MarkToken> tokens,
                                  std::uint32_t at) const {
  const auto side_of = [&](const MarkToken& neighbour) {
    if (marks_.marks[neighbour.mark].single) return 0;
    if (neighbour.role == MarkRole::kOpen) return 1;
    return neighbour.role == MarkRole::kClose ? -1 : 0;
  };
  int side = 0;
  if (at + 1 < tokens.size() && tokens[at].end() == tokens[at + 1].begin) {
    side = side_of(tokens[at + 1]);
  }
  if (side == 0 && at > 0 && tokens[at - 1].end() == tokens[at].begin) {
    side = side_of(tokens[at - 1]);
  }
  return side;
}

void MarkPairer::see_single(std::string_view text, std::span<MarkToken> tokens,
                            std::uint32_t at) {
  MarkToken& token = tokens[at];
  token.role = MarkRole::kIgnored;
  const bool open =
      !open_singles_.empty() && !open_singles_.back().is_region;
  int side = total(token);
  if (token.elided && token.left != Flank::kLetter) return;
  // rock ’n’ roll: the second one belongs to the first.
  if (at > 0 && tokens[at - 1].elided &&
      token.begin - tokens[at - 1].end() <= 2) {
    return;
  }
  if (side == 0) side = side_by_neighbour(tokens, at);
  if (side == 0) {
    const bool inside_word =
        token.left == Flank::kDigit || token.left == Flank::kLetter;
    if (inside_word && !is_outside(token.right)) return;  // 6'2
    if (!open && !style_.singles_first) return;
    side = open ? -1 : 1;
  }
  if (side > 0) {
    if (!marks_.opens(token.mark) || token.right == Flank::kEdge) return;
    token.role = MarkRole::kOpen;
    open_singles_.push_back({at, kNoPartner, false, false});
    return;
  }
  if (!open) return;
  OpenSingle& opener = open_singles_.back();
  const bool may_be_apostrophe = ends_like_apostrophe(text, token);
  if (opener.holds_doubles && !style_.singles_first &&
      !is_strong_end(token.left) &&
      // ‘a “pit” nobody sees’, said Ng
      (token.right != Flank::kStop || may_be_apostrophe)) {
    return;
  }
  if (may_be_apostrophe && token.right == Flank::kSpace) {
    if (opener.possessive == kNoPartner) opener.possessive = at;
    return;
  }
  const std::uint32_t partner = opener.token;
  open_singles_.pop_back();
  if (((marks_.marks[tokens[partner].mark].closed_by >> token.mark) & 1) ==
      0) {
    tokens[partner].flags |= kRepaired;
  }
  join(tokens, partner, at);
}

// Ends the regions of double marks that are cut off at token `at`.
void MarkPairer::end_cut_regions(std::span<MarkToken> tokens,
                                 std::uint32_t at) {
  for (;;) {
    std::size_t top = open_singles_.size();
    while (top > 0 && !open_singles_[top - 1].is_region) --top;
    if (top == 0 || tokens[open_singles_[top - 1].token].cut_at != at) return;
    end_region(tokens);
    open_singles_.pop_back();
  }
}

void MarkPairer::pair_singles(std::string_view text,
                              std::span<MarkToken> tokens) {
  open_singles_.clear();
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const MarkToken& token = tokens[i];
    if (marks_.marks[token.mark].single) {
      see_single(text, tokens, i);
    } else if (token.role == MarkRole::kOpen) {
      if (i > 0) end_cut_regions(tokens, i);
      if (!open_singles_.empty()) open_singles_.back().holds_doubles = true;
      open_singles_.push_back({i, kNoPartner, true, false});
    } else if (token.role == MarkRole::kClose &&
               token.partner != kNoPartner) {
      // Regions of double marks that were left open end here too.
      std::uint32_t begun = kNoPartner;
      while (!open_singles_.empty() && begun != token.partner) {
        end_region(tokens);
        begun = open_singles_.back().token;
        open_singles_.pop_back();
      }
    }
  }
  while (!open_singles_.empty()) {
    end_region(tokens);
    if (!open_singles_.empty()) open_singles_.pop_back();
  }
}

// The marks of <a href="..."> quote nothing.
void MarkPairer::drop_attributes(std::span<MarkToken> tokens) {
  for (MarkToken& token : tokens) {
    if (!token.attribute || token.role != MarkRole::kOpen) continue;
    if (token.partner != kNoPartner) {
      tokens[token.partner].role = MarkRole::kIgnored;
    }
    token.role = MarkRole::kIgnored;
  }
}

void MarkPairer::pair(std::string_view text, std::span<MarkToken> tokens,
                      const MarkToken* next) {
  next_ = next;
  pair_doubles(text, tokens);
  drop_attributes(tokens);
  pair_singles(text, tokens);
}

}  // namespace quoin
