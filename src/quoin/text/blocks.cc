// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/blocks.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace quoin {
namespace {

constexpr std::size_t kLongestPhrase = 80;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trim(std::string_view line) {
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
  return line;
}

// Lower case, straight apostrophes, single spaces: enough for phrases, whose
// letters are mostly ASCII.
std::string fold(std::string_view text) {
  std::string folded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (text.substr(i, 3) == "\u2019") {
      folded.push_back('\'');
      i += 2;
    } else if (text.substr(i, 2) == "\u00A0" || is_blank(c)) {
      if (!is_blank(c)) ++i;
      if (!folded.empty() && folded.back() != ' ') folded.push_back(' ');
    } else {
      folded.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
    }
  }
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

std::vector<std::string> compile(const std::vector<std::string>& phrases,
                                 bool reversed = false) {
  std::vector<std::string> folded;
  folded.reserve(phrases.size());
  for (const std::string& phrase : phrases) {
    folded.push_back(fold(phrase));
    if (reversed) std::reverse(folded.back().begin(), folded.back().end());
  }
  std::sort(folded.begin(), folded.end());
  folded.erase(std::unique(folded.begin(), folded.end()), folded.end());
  return folded;
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80) != 0;
}

// Whether one of the sorted phrases begins `line` and ends where a word does.
bool begins_with_one_of(const std::vector<std::string>& phrases,
                        std::string_view line) {
  // Every phrase that begins `line` sorts at or before it; shorter prefixes
  // sort earlier, so walk back while they share the first byte.
  auto at = std::upper_bound(phrases.begin(), phrases.end(), line);
  while (at != phrases.begin()) {
    --at;
    if (at->empty() || at->front() != line.front()) return false;
    if (line.starts_with(*at) &&
        (line.size() == at->size() || !is_word_byte(at->back()) ||
         !is_word_byte(line[at->size()]))) {
      return true;
    }
  }
  return false;
}

BlockRole role_of(std::string_view raw, const BlockPhrases& phrases) {
  const std::string_view line = trim(raw);
  std::string head = fold(line.substr(0, kLongestPhrase));
  if (head.empty()) return BlockRole::kBody;
  if (line.size() <= kLongestPhrase &&
      std::binary_search(phrases.lines.begin(), phrases.lines.end(), head)) {
    return BlockRole::kFurniture;
  }
  if (begins_with_one_of(phrases.starts, head)) return BlockRole::kFurniture;
  if (begins_with_one_of(phrases.caption_starts, head)) {
    return BlockRole::kCaption;
  }
  std::string tail = fold(
      line.substr(line.size() - std::min(line.size(), kLongestPhrase)));
  std::reverse(tail.begin(), tail.end());
  if (begins_with_one_of(phrases.ends, tail)) return BlockRole::kFurniture;
  if (begins_with_one_of(phrases.caption_ends, tail)) {
    return BlockRole::kCaption;
  }
  return BlockRole::kBody;
}

}  // namespace

BlockPhrases compile_phrases(const Lexicon& lexicon) {
  BlockPhrases phrases;
  phrases.lines = compile(lexicon.words_of("furniture-lines"));
  phrases.starts = compile(lexicon.words_of("furniture-starts"));
  phrases.ends = compile(lexicon.words_of("furniture-ends"), true);
  phrases.teaser_heads = compile(lexicon.words_of("teaser-heads"));
  phrases.caption_starts = compile(lexicon.words_of("caption-starts"));
  phrases.caption_ends = compile(lexicon.words_of("caption-ends"), true);
  return phrases;
}

void find_blocks(Document& document, const BlockPhrases& phrases) {
  document.blocks.clear();
  const std::string_view text = document.text;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t at = text.find('\n', begin);
    const std::size_t end =
        at == std::string_view::npos ? text.size() : at + 1;
    const std::string_view line = text.substr(begin, end - begin);
    // A blank line belongs to what stands before it.
    const bool blank = trim(line.substr(0, line.size())) .empty() || line == "\n";
    BlockRole role = blank && !document.blocks.empty()
                         ? document.blocks.back().role
                         : role_of(line.ends_with('\n')
                                       ? line.substr(0, line.size() - 1)
                                       : line,
                                   phrases);
    if (!document.blocks.empty() && document.blocks.back().role == role) {
      document.blocks.back().span.end = end;
    } else {
      document.blocks.push_back({{begin, end}, role});
    }
    begin = end;
  }
}

}  // namespace quoin
