// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/mark_scan.h>

#include <algorithm>
#include <cstring>
#include <string>

#include <quoin/quote/quotation.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif
#include <quoin/text/characters.h>

namespace quoin {
namespace {

std::size_t byte_of(char c) {
  return static_cast<std::size_t>(static_cast<unsigned char>(c));
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// don't, l’on: ASCII letters on both sides, or on the left and a letter of
// two bytes on the right (l'été).
bool is_inside_word(std::string_view text, std::size_t begin,
                    std::size_t end) {
  if (begin == 0 || end >= text.size()) return false;
  if (!is_ascii_letter(text[begin - 1])) return false;
  const unsigned char next = static_cast<unsigned char>(text[end]);
  return is_ascii_letter(text[end]) || (next >= 0xC3 && next < 0xE0);
}

// Calls visit(position) for every byte of [begin, end) that is in `leads`.
template <class Visit>
void for_each_lead(std::string_view text, std::size_t begin, std::size_t end,
                   const std::string& lead_bytes,
                   const std::array<bool, 256>& leads, Visit visit) {
  std::size_t at = begin;
#if defined(__SSE2__)
  constexpr std::size_t kMost = 12;
  if (lead_bytes.size() <= kMost) {
    __m128i wanted[kMost];
    for (std::size_t i = 0; i < lead_bytes.size(); ++i) {
      wanted[i] = _mm_set1_epi8(lead_bytes[i]);
    }
    for (; at + 16 <= end; at += 16) {
      const __m128i bytes = _mm_loadu_si128(
          reinterpret_cast<const __m128i*>(text.data() + at));
      __m128i hits = _mm_setzero_si128();
      for (std::size_t i = 0; i < lead_bytes.size(); ++i) {
        hits = _mm_or_si128(hits, _mm_cmpeq_epi8(bytes, wanted[i]));
      }
      unsigned mask = static_cast<unsigned>(_mm_movemask_epi8(hits));
      while (mask != 0) {
        visit(at + static_cast<std::size_t>(__builtin_ctz(mask)));
        mask &= mask - 1;
      }
    }
  }
#endif
  for (; at < end; ++at) {
    if (leads[byte_of(text[at])]) visit(at);
  }
}

}  // namespace

const MarkSpelling* MarkScanner::spelling_at(std::string_view text,
                                             std::size_t at,
                                             std::size_t end) const {
  const std::size_t lead = byte_of(text[at]);
  if (at + 1 < end && !marks_.may_begin(text[at], text[at + 1])) {
    return nullptr;
  }
  const std::string_view rest = text.substr(at, end - at);
  std::uint64_t head = 0;
  if (at + sizeof(head) <= text.size()) {
    std::memcpy(&head, text.data() + at, sizeof(head));
  } else {
    std::memcpy(&head, rest.data(), std::min(rest.size(), sizeof(head)));
  }
  const std::size_t last = marks_.first_with[lead + 1];
  for (std::size_t i = marks_.first_with[lead]; i < last; ++i) {
    const MarkSpelling& spelling = marks_.spellings[i];
    if (((head ^ spelling.head) & spelling.head_mask) != 0) continue;
    // The paragraph may end inside the eight bytes.
    if (spelling.text.size() <= sizeof(head) ? spelling.text.size() <= rest.size()
                                             : rest.starts_with(spelling.text)) {
      return &spelling;
    }
  }
  return nullptr;
}

bool MarkScanner::is_elision(std::string_view text, std::size_t after,
                             std::size_t end) const {
  constexpr std::size_t kLongest = 16;
  // ’90s, ’68
  if (after + 2 <= end && text[after] >= '0' && text[after] <= '9' &&
      text[after + 1] >= '0' && text[after + 1] <= '9') {
    const std::size_t next = after + 2;
    if (next >= end || text[next] == 's') return true;
    return flank_of(code_point_at(text, next).value) != Flank::kDigit &&
           !is_ascii_letter(text[next]) && text[next] != ',' &&
           text[next] != '%';
  }
  std::string word;
  for (std::size_t i = after; i < end && word.size() < kLongest; ++i) {
    const char c = text[i];
    if (is_ascii_letter(c)) {
      word.push_back(static_cast<char>(c | 0x20));
    } else if (byte_of(c) >= 0x80 && text.substr(i, 3) != "\u2019" &&
               text.substr(i, 2) != "\u2014" && byte_of(c) != 0xE2) {
      word.push_back(c);
    } else {
      break;
    }
  }
  return !word.empty() && std::binary_search(marks_.elisions.begin(),
                                             marks_.elisions.end(), word);
}

std::size_t MarkScanner::add_candidate(std::string_view text, TextSpan paragraph,
                                std::size_t at,
                                std::vector<MarkToken>& tokens) const {
  const MarkSpelling* spelling = spelling_at(text, at, paragraph.end);
  if (spelling == nullptr) return at;
  if (spelling->mark == kNotAMark) return at + spelling->text.size();
  const Mark& mark = marks_.marks[spelling->mark];
  MarkToken token;
  token.begin = at;
  token.size = static_cast<std::uint8_t>(spelling->text.size());
  token.mark = spelling->mark;
  token.flags = spelling->flags;
  if (mark.apostrophe && is_inside_word(text, at, token.end())) {
    return token.end();
  }

  if (!tokens.empty() && tokens.back().end() == at &&
      at != paragraph.begin) {
    token.left = tokens.back().left;
  } else if (at > paragraph.begin) {
    token.left = flank_of(code_point_before(text, at).value);
    token.attribute = text[at - 1] == '=' && at - 1 > paragraph.begin &&
                      is_ascii_letter(text[at - 2]);
  }
  if (token.end() < paragraph.end) {
    const char32_t next = code_point_at(text, token.end()).value;
    token.right = flank_of(next);
    // "...and so on": the stops are an ellipsis.
    if (next == U'.' && text.substr(token.end(), 2) == "..") {
      token.right = Flank::kEllipsis;
    }
    if (mark.apostrophe &&
        (token.right == Flank::kLetter || token.right == Flank::kDigit)) {
      token.elided = is_elision(text, token.end(), paragraph.end);
    }
  }
  tokens.push_back(token);
  return token.end();
}

void MarkScanner::scan(std::string_view text, TextSpan paragraph,
                       std::vector<MarkToken>& tokens) const {
  const std::size_t first = tokens.size();
  std::size_t resume = paragraph.begin;
  for_each_lead(text, paragraph.begin, paragraph.end, marks_.lead_bytes,
                marks_.leads, [&](std::size_t at) {
                  if (at < resume) return;
                  resume = add_candidate(text, paragraph, at, tokens);
                });
  // From right to left, so that a run of marks sees what stands beyond it.
  for (std::size_t i = tokens.size(); i-- > first;) {
    MarkToken& token = tokens[i];
    if (i + 1 < tokens.size() && tokens[i + 1].begin == token.end()) {
      token.right = tokens[i + 1].right;
    }
    token.score =
        static_cast<std::int8_t>(opening_score(token.left, token.right));
  }
}

}  // namespace quoin
