// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/unmarked.h>

#include <algorithm>
#include <optional>
#include <string>

#include <quoin/quote/dialogue.h>
#include <quoin/quote/interview.h>
#include <quoin/quote/posts.h>
#include <quoin/text/characters.h>

namespace quoin {
namespace {

constexpr std::size_t kLongestLabel = 60;

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

enum class LabelCase { kCapitals, kNames };

// Whether `label` is written so: "KIM", or "Ruth Kim". Q and A name nobody.
bool is_label(std::string_view label, LabelCase wanted) {
  constexpr std::size_t kMostWords = 4;
  std::size_t capitals = 0;
  std::size_t letters = 0;
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t i = 0; i < label.size();) {
    const CodePoint point = code_point_at(label, i);
    const bool upper = is_upper(point.value);
    const bool joint = point.value == '.' || point.value == '-' ||
                       point.value == '\'' || point.value == 0x2019;
    if (!is_letter(point.value) && !joint && point.value != ' ') return false;
    if (upper) ++capitals;
    if (is_lower(point.value) &&
        (wanted == LabelCase::kCapitals || !in_word)) {
      return false;
    }
    if (is_letter(point.value) && !in_word) ++words;
    if (is_letter(point.value)) ++letters;
    in_word = is_letter(point.value) || (in_word && joint);
    i += point.size;
  }
  return wanted == LabelCase::kCapitals ? capitals >= 2
                                        : letters >= 2 && words <= kMostWords;
}

// A paragraph that begins with a label.
struct Labelled {
  std::string_view label;
  TextSpan speech;
};

// "KIM" of "KIM: No." and of "KIM (on the telephone): No."; also what stands
// before a colon and is no label.
std::optional<Labelled> labelled(std::string_view text, TextSpan paragraph) {
  const TextSpan inner = trim(text, paragraph);
  const std::string_view head =
      text.substr(inner.begin, std::min(inner.size(), kLongestLabel + 2));
  const std::size_t colon = head.find(':');
  if (colon == std::string_view::npos || colon + 2 >= head.size() ||
      head[colon + 1] != ' ') {
    return std::nullopt;
  }
  std::string_view label = head.substr(0, colon);
  if (const std::size_t aside = label.find(" (");
      aside != std::string_view::npos && label.ends_with(')')) {
    label = label.substr(0, aside);
  }
  const TextSpan speech = trim(text, {inner.begin + colon + 1, inner.end});
  if (speech.empty()) return std::nullopt;
  return Labelled{label, speech};
}

// Lists have labels too ("Place: The pier"), and do not talk: most of what
// people say ends as sentences do, and somebody asks.
bool sounds_like_talk(std::string_view text,
                      std::span<const Labelled> paragraphs) {
  std::size_t sentences = 0;
  std::size_t questions = 0;
  for (const Labelled& one : paragraphs) {
    const char last = text[one.speech.end - 1];
    if (last == '?') ++questions;
    if (last == '?' || last == '.' || last == '!') ++sentences;
  }
  return questions > 0 && sentences * 3 >= paragraphs.size() * 2;
}

// A transcript has labels in most of its paragraphs, and some label again.
// Those in capitals tell by themselves; names must also sound like talk.
void add_transcript(std::string_view text, std::size_t paragraphs,
                    std::span<const Labelled> candidates,
                    const MarkConventions& marks, LabelCase wanted,
                    std::vector<UnmarkedSpeech>& found) {
  constexpr std::size_t kFewestNames = 4;
  std::vector<Labelled> labels;
  for (const Labelled& one : candidates) {
    if (is_label(one.label, wanted) &&
        !std::binary_search(marks.not_labels.begin(), marks.not_labels.end(),
                            to_lower(one.label))) {
      labels.push_back(one);
    }
  }
  if (wanted == LabelCase::kCapitals) {
    if (labels.size() < 2 || labels.size() * 3 < paragraphs) return;
  } else if (labels.size() < kFewestNames || labels.size() * 2 < paragraphs ||
             !sounds_like_talk(text, labels)) {
    return;
  }
  std::vector<std::string_view> names;
  for (const Labelled& one : labels) names.push_back(one.label);
  std::sort(names.begin(), names.end());
  const bool again =
      std::adjacent_find(names.begin(), names.end()) != names.end();
  if (!again) return;
  for (const Labelled& one : labels) found.push_back({one.speech, false});
}

// Posts after a paragraph that ends with a colon, and indented paragraphs after
// one, in a document whose paragraphs are mostly not indented.
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
  const bool are_quoted = indented > 0 && indented * 2 <= paragraphs.size();
  for (std::size_t i = 1; i < paragraphs.size(); ++i) {
    const TextSpan before = trim(text, paragraphs[i - 1]);
    if (text[before.end - 1] != ':') continue;
    if (const auto post = find_post(text, trim(text, paragraphs[i]))) {
      found.push_back({*post, false});
      continue;
    }
    if (!are_quoted || indent_of(text, paragraphs[i - 1]) >= kIndent) continue;
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
  std::vector<Labelled> candidates;
  for (const TextSpan paragraph : paragraphs) {
    if (const auto one = labelled(text, paragraph)) candidates.push_back(*one);
  }
  for (const LabelCase wanted : {LabelCase::kCapitals, LabelCase::kNames}) {
    add_transcript(text, paragraphs.size(), candidates, marks, wanted, found);
    if (!found.empty()) return found;
  }
  add_answers(text, paragraphs, marks, found);
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
