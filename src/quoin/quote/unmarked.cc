// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/unmarked.h>

#include <algorithm>
#include <string>

#include <quoin/quote/dialogue.h>
#include <quoin/text/characters.h>

namespace quoin {
namespace {

constexpr std::size_t kLongestLabel = 40;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::size_t indent_of(std::string_view text, TextSpan paragraph) {
  std::size_t columns = 0;
  for (std::size_t i = paragraph.begin; i < paragraph.end; ++i) {
    if (text[i] == '\t') {
      columns += 4;
    } else if (text[i] == ' ') {
      ++columns;
    } else {
      break;
    }
  }
  return columns;
}

TextSpan trim(std::string_view text, TextSpan span) {
  while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_blank(text[span.end - 1])) --span.end;
  return span;
}

// "KIM" of "KIM: No."; empty when the paragraph has no label in capitals.
std::string_view label_of(std::string_view text, TextSpan paragraph) {
  const TextSpan inner = trim(text, paragraph);
  const std::string_view head =
      text.substr(inner.begin, std::min(inner.size(), kLongestLabel + 2));
  const std::size_t colon = head.find(':');
  if (colon == std::string_view::npos || colon + 2 >= head.size() ||
      head[colon + 1] != ' ') {
    return {};
  }
  const std::string_view label = head.substr(0, colon);
  std::size_t letters = 0;
  for (std::size_t i = 0; i < label.size();) {
    const CodePoint point = code_point_at(label, i);
    if (is_lower(point.value) || is_digit(point.value)) return {};
    if (is_upper(point.value)) ++letters;
    const bool allowed = is_letter(point.value) || point.value == ' ' ||
                         point.value == '.' || point.value == '-' ||
                         point.value == '\'' || point.value == 0x2019;
    if (!allowed) return {};
    i += point.size;
  }
  return letters >= 2 ? label : std::string_view{};
}

// A transcript has labels in most of its paragraphs, and some label again.
void add_transcript(std::string_view text, std::span<const TextSpan> paragraphs,
                    const MarkConventions& marks,
                    std::vector<UnmarkedSpeech>& found) {
  std::vector<std::pair<std::size_t, std::string_view>> labels;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::string_view label = label_of(text, paragraphs[i]);
    if (label.empty()) continue;
    if (std::binary_search(marks.not_labels.begin(), marks.not_labels.end(),
                           to_lower(label))) {
      continue;
    }
    labels.emplace_back(i, label);
  }
  if (labels.size() < 2 || labels.size() * 3 < paragraphs.size()) return;
  std::vector<std::string_view> names;
  for (const auto& [at, label] : labels) names.push_back(label);
  std::sort(names.begin(), names.end());
  const bool again =
      std::adjacent_find(names.begin(), names.end()) != names.end();
  if (!again) return;
  for (const auto& [at, label] : labels) {
    const TextSpan inner = trim(text, paragraphs[at]);
    const TextSpan speech =
        trim(text, {inner.begin + label.size() + 1, inner.end});
    if (!speech.empty()) found.push_back({speech, false});
  }
}

// Indented paragraphs after one that ends with a colon, in a document whose
// paragraphs are mostly not indented.
void add_block_quotations(std::string_view text,
                          std::span<const TextSpan> paragraphs,
                          std::vector<UnmarkedSpeech>& found) {
  constexpr std::size_t kIndent = 2;
  std::size_t indented = 0;
  for (TextSpan paragraph : paragraphs) {
    if (is_blank(text[paragraph.begin]) &&
        indent_of(text, paragraph) >= kIndent) {
      ++indented;
    }
  }
  if (indented == 0 || indented * 2 > paragraphs.size()) return;
  for (std::size_t i = 1; i < paragraphs.size(); ++i) {
    const TextSpan before = trim(text, paragraphs[i - 1]);
    if (text[before.end - 1] != ':' ||
        indent_of(text, paragraphs[i - 1]) >= kIndent) {
      continue;
    }
    bool goes_on = false;
    for (; i < paragraphs.size() && indent_of(text, paragraphs[i]) >= kIndent;
         ++i) {
      const TextSpan speech = trim(text, paragraphs[i]);
      // Bullets are lists.
      if (!is_word_character(code_point_at(text, speech.begin).value)) break;
      found.push_back({speech, goes_on});
      goes_on = true;
    }
  }
}

}  // namespace

std::vector<UnmarkedSpeech> find_unmarked(std::string_view text,
                                          std::span<const TextSpan> paragraphs,
                                          const MarkConventions& marks,
                                          std::size_t double_marks) {
  std::vector<UnmarkedSpeech> found;
  add_transcript(text, paragraphs, marks, found);
  if (!found.empty()) return found;
  add_dialogue(text, paragraphs, marks, double_marks, found);
  if (!found.empty()) return found;
  add_block_quotations(text, paragraphs, found);
  return found;
}

std::vector<Quotation> merge_unmarked(std::vector<Quotation> marked,
                                      std::span<const UnmarkedSpeech> speech,
                                      const Document& document) {
  std::vector<Quotation> merged;
  merged.reserve(marked.size() + speech.size());
  std::vector<int> place(marked.size(), kNoParent);  // in `merged`
  std::size_t next = 0;
  std::size_t covered = 0;  // end of the marked quotations taken so far
  int around = kNoParent;   // the speech that quotations now lie in
  std::size_t around_end = 0;
  const auto take = [&](std::size_t before) {
    for (; next < marked.size() && marked[next].open.begin < before; ++next) {
      Quotation& quotation = marked[next];
      covered = std::max(covered, quotation.close.end);
      if (quotation.parent != kNoParent) {
        quotation.parent = place[static_cast<std::size_t>(quotation.parent)];
        const auto outer = static_cast<std::size_t>(quotation.parent);
        quotation.depth = static_cast<std::uint16_t>(merged[outer].depth + 1);
      } else if (around != kNoParent && quotation.close.end <= around_end) {
        quotation.parent = around;
        quotation.depth = 1;
      }
      place[next] = static_cast<int>(merged.size());
      merged.push_back(std::move(quotation));
    }
  };
  int last = kNoParent;
  for (const UnmarkedSpeech& piece : speech) {
    take(piece.span.begin);
    if (covered > piece.span.begin) continue;
    if (next < marked.size() && marked[next].open.begin == piece.span.begin) {
      continue;
    }
    if (piece.goes_on && last != kNoParent) {
      Quotation& before = merged[static_cast<std::size_t>(last)];
      if (before.segments.empty()) before.segments.push_back(before.span);
      before.segments.push_back(piece.span);
      before.span.end = piece.span.end;
      before.close = {piece.span.end, piece.span.end};
    } else {
      Quotation quotation;
      quotation.span = piece.span;
      quotation.open = {piece.span.begin, piece.span.begin};
      quotation.close = {piece.span.end, piece.span.end};
      quotation.flags = kUnmarked;
      quotation.block = role_at(document, piece.span.begin);
      last = static_cast<int>(merged.size());
      merged.push_back(std::move(quotation));
    }
    around = last;
    around_end = piece.span.end;
    take(piece.span.end);
    around = kNoParent;
  }
  take(document.text.size() + 1);
  return merged;
}

}  // namespace quoin
