// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/block_phrases.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace quoin {
namespace {

// How much of either end of a line is looked at; longer phrases are not met.
constexpr std::size_t kLongestPhrase = 80;
// Of longer lines a part is prose.
constexpr std::size_t kLongestWithPart = 320;
constexpr std::size_t kKey = 4;
// Enough to hold the four letters of a key, whatever they fold from.
constexpr std::size_t kRawKey = 16;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool is_ascii(char c) { return (static_cast<unsigned char>(c) & 0x80) == 0; }

// Up to kLongestPhrase bytes, folded without an allocation.
class Folded {
 public:
  // Lower case, straight apostrophes, single spaces, none at the end: enough
  // for phrases, whose letters are mostly ASCII.
  explicit Folded(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (is_blank(c)) {
        put_space();
      } else if (c >= 'A' && c <= 'Z') {
        put(static_cast<char>(c | 0x20));
      } else if (is_ascii(c)) {
        put(c);
      } else if (text.substr(i, 3) == "\u2019") {
        put('\'');
        i += 2;
      } else if (text.substr(i, 2) == "\u00A0") {
        put_space();
        ++i;
      } else {
        put(c);
      }
    }
    while (size_ > 0 && bytes_[size_ - 1] == ' ') --size_;
  }

  void reverse() { std::reverse(bytes_.begin(), bytes_.begin() + size_); }
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  void put(char c) {
    if (size_ < bytes_.size()) bytes_[size_++] = c;
  }
  void put_space() {
    if (size_ > 0 && bytes_[size_ - 1] != ' ') put(' ');
  }

  std::array<char, kLongestPhrase> bytes_;  // set up to size_
  std::size_t size_ = 0;
};

std::string_view head_of(std::string_view line, std::size_t most) {
  return line.substr(0, most);
}
std::string_view tail_of(std::string_view line, std::size_t most) {
  return line.substr(line.size() - std::min(line.size(), most));
}

std::vector<std::string> folded(const std::vector<std::string>& phrases,
                                bool reversed = false) {
  std::vector<std::string> out;
  out.reserve(phrases.size());
  for (const std::string& phrase : phrases) {
    Folded one(phrase);
    if (reversed) one.reverse();
    if (!one.view().empty()) out.emplace_back(one.view());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         !is_ascii(c);
}

// Han, kana and wide marks, by their first byte: words there end anywhere.
bool begins_ideograph(char c) { return static_cast<unsigned char>(c) >= 0xE3; }

// Whether one of the sorted phrases begins `line` and ends where a word does.
bool begins_with_one_of(const std::vector<std::string>& phrases,
                        std::string_view line) {
  // Every phrase that begins `line` sorts at or before it; shorter prefixes
  // sort earlier, so walk back while they share the first byte.
  auto at = std::upper_bound(phrases.begin(), phrases.end(), line);
  while (at != phrases.begin()) {
    --at;
    if (line.empty() || at->front() != line.front()) return false;
    if (line.starts_with(*at) &&
        (line.size() == at->size() || !is_word_byte(at->back()) ||
         !is_word_byte(line[at->size()]) ||
         begins_ideograph(line[at->size()]))) {
      return true;
    }
  }
  return false;
}

bool contains_one_of(const std::vector<std::string>& phrases,
                     std::string_view line) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const std::string& phrase) {
                       return line.find(phrase) != std::string_view::npos;
                     });
}

bool is_one_of(const std::vector<std::string>& phrases, std::string_view line) {
  return std::binary_search(phrases.begin(), phrases.end(), line);
}

// Requires: four bytes and more.
std::size_t key_of(std::string_view text) {
  std::uint32_t bytes = 0;
  std::memcpy(&bytes, text.data(), kKey);
  return bytes * 0x9E3779B1U >> 16;
}

// Two bytes as they stand in a text, capitals as small letters. Some signs
// fall together; that costs a second look.
std::size_t pair_of(char first, char second) {
  const auto byte = [](char c) {
    return static_cast<std::size_t>(static_cast<unsigned char>(c) | 0x20);
  };
  return byte(first) << 8 | byte(second);
}

}  // namespace

void BlockPhrases::Keys::add(std::string_view phrase) {
  // A blank or an apostrophe is written in several ways.
  const bool second_varies = phrase.size() < 2 || phrase[1] == ' ' ||
                             phrase[1] == '\'';
  if (phrase.front() == '\'') {
    pairs_.set();
  } else if (second_varies) {
    for (int c = 0; c < 256; ++c) {
      pairs_.set(pair_of(phrase.front(), static_cast<char>(c)));
    }
  } else {
    pairs_.set(pair_of(phrase[0], phrase[1]));
  }
  if (phrase.size() < kKey) {
    short_phrases_.set(static_cast<unsigned char>(phrase.front()));
  } else {
    by_four_bytes_.set(key_of(phrase));
  }
}

bool BlockPhrases::Keys::has_pair(const char* at) const {
  return pairs_.test(pair_of(at[0], at[1]));
}

bool BlockPhrases::Keys::may_begin(std::string_view text) const {
  return text.size() < kKey || by_four_bytes_.test(key_of(text)) ||
         short_phrases_.test(static_cast<unsigned char>(text.front()));
}

BlockPhrases::BlockPhrases(const Lexicon& lexicon)
    : lines_(folded(lexicon.words_of("furniture-lines"))),
      starts_(folded(lexicon.words_of("furniture-starts"))),
      ends_(folded(lexicon.words_of("furniture-ends"), true)),
      furniture_parts_(folded(lexicon.words_of("furniture-parts"))),
      teaser_heads_(folded(lexicon.words_of("teaser-heads"))),
      teaser_tails_(folded(lexicon.words_of("teaser-tails"))),
      summary_starts_(folded(lexicon.words_of("summary-starts"))),
      caption_starts_(folded(lexicon.words_of("caption-starts"))),
      caption_ends_(folded(lexicon.words_of("caption-ends"), true)),
      caption_parts_(folded(lexicon.words_of("caption-parts"))) {
  for (const auto* list :
       {&lines_, &starts_, &teaser_heads_, &teaser_tails_, &summary_starts_,
        &caption_starts_}) {
    for (const std::string& phrase : *list) beginnings_.add(phrase);
  }
  for (const auto* list : {&ends_, &caption_ends_}) {
    for (const std::string& phrase : *list) endings_.add(phrase);
  }
  for (const auto* list : {&caption_parts_, &furniture_parts_}) {
    for (const std::string& phrase : *list) parts_.add(phrase);
  }
}

PhraseRole BlockPhrases::role_of(std::string_view line) const {
  if (beginnings_.may_begin(Folded(head_of(line, kRawKey)).view())) {
    const PhraseRole role = role_by_beginning(line);
    if (role != PhraseRole::kNone) return role;
  }
  if (line.size() <= kLongestWithPart) {
    const PhraseRole role = role_by_part(line);
    if (role != PhraseRole::kNone) return role;
  }
  Folded ending(tail_of(line, kRawKey));
  ending.reverse();
  return endings_.may_begin(ending.view()) ? role_by_ending(line)
                                           : PhraseRole::kNone;
}

PhraseRole BlockPhrases::role_by_beginning(std::string_view line) const {
  const Folded folded(head_of(line, kLongestPhrase));
  const std::string_view head = folded.view();
  if (line.size() <= kLongestPhrase) {
    if (is_one_of(teaser_heads_, head)) return PhraseRole::kTeaserHead;
    if (is_one_of(teaser_tails_, head)) return PhraseRole::kTeaserTail;
    if (is_one_of(lines_, head)) return PhraseRole::kFurniture;
  }
  if (begins_with_one_of(starts_, head)) return PhraseRole::kFurniture;
  if (begins_with_one_of(summary_starts_, head)) return PhraseRole::kSummary;
  return begins_with_one_of(caption_starts_, head) ? PhraseRole::kCaption
                                                   : PhraseRole::kNone;
}

PhraseRole BlockPhrases::role_by_part(std::string_view line) const {
  const std::string_view tail = tail_of(line, kLongestPhrase);
  for (std::size_t at = 0; at + 1 < tail.size(); ++at) {
    if (!parts_.has_pair(&tail[at]) ||
        !parts_.may_begin(Folded(tail.substr(at, kRawKey)).view())) {
      continue;
    }
    const Folded all(tail);
    if (contains_one_of(caption_parts_, all.view())) {
      return PhraseRole::kCaption;
    }
    return contains_one_of(furniture_parts_, all.view())
               ? PhraseRole::kFurniture
               : PhraseRole::kNone;
  }
  return PhraseRole::kNone;
}

PhraseRole BlockPhrases::role_by_ending(std::string_view line) const {
  Folded folded(tail_of(line, kLongestPhrase));
  folded.reverse();
  const std::string_view tail = folded.view();
  if (begins_with_one_of(ends_, tail)) return PhraseRole::kFurniture;
  return begins_with_one_of(caption_ends_, tail) ? PhraseRole::kCaption
                                                 : PhraseRole::kNone;
}

}  // namespace quoin
