// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/blocks.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace quoin {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trim(std::string_view line) {
  const auto shorten = [&](std::string_view space) {
    if (line.starts_with(space)) {
      line.remove_prefix(space.size());
    } else if (line.ends_with(space)) {
      line.remove_suffix(space.size());
    } else {
      return false;
    }
    return true;
  };
  // Crawlers leave no-break and zero-width spaces at the ends of lines.
  for (;;) {
    while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
    if (!shorten("\u00A0") && !shorten("\u200B") && !shorten("\uFEFF")) {
      return line;
    }
  }
}

// What one line looks like, alone.
enum class Shape {
  kBlank,
  kTitle,      // short, without an end of sentence
  kSentence,   // a whole sentence or two
  kProse,      // several sentences that no teaser would print
  kTruncated,  // long, cut off
  kShort,      // a short sentence: "No comment."
  kSummary,    // what the article says, in front of it
  kFurniture,
  kTeaserHead,
  kTeaserTail,
  kCaption,
};

struct Line {
  TextSpan span;  // with its line break
  Shape shape = Shape::kBlank;
  BlockRole role = BlockRole::kBody;
};

constexpr std::size_t kLongestTitle = 160;
constexpr std::size_t kShortestSentence = 60;
constexpr std::size_t kShortestProse = 250;
constexpr std::size_t kShortestLead = 90;

// Whether the line ends as sentences do: a stop, or one and closing marks.
bool ends_sentence(std::string_view line) {
  while (!line.empty()) {
    if (line.ends_with("\u201D") || line.ends_with("\u2019")) {
      line.remove_suffix(3);
    } else if (line.ends_with("\u00BB")) {
      line.remove_suffix(2);
    } else if (line.back() == '"' || line.back() == '\'' ||
               line.back() == ')' || line.back() == ']') {
      line.remove_suffix(1);
    } else {
      break;
    }
  }
  return !line.empty() && !line.ends_with("..") &&
         (line.back() == '.' || line.back() == '!' || line.back() == '?' ||
          line.back() == ':' || line.ends_with("\u3002"));
}

Shape shape_by_phrase(std::string_view line, const BlockPhrases& phrases) {
  switch (phrases.role_of(line)) {
    case PhraseRole::kFurniture: return Shape::kFurniture;
    case PhraseRole::kTeaserHead: return Shape::kTeaserHead;
    case PhraseRole::kTeaserTail: return Shape::kTeaserTail;
    case PhraseRole::kSummary: return Shape::kSummary;
    case PhraseRole::kCaption: return Shape::kCaption;
    case PhraseRole::kNone: break;
  }
  return Shape::kBlank;
}

Shape shape_of(std::string_view line, const BlockPhrases& phrases) {
  line = trim(line);
  if (line.empty()) return Shape::kBlank;
  const Shape phrase = shape_by_phrase(line, phrases);
  if (phrase != Shape::kBlank) return phrase;
  if (ends_sentence(line)) {
    if (line.size() < kShortestSentence) return Shape::kShort;
    return line.size() >= kShortestProse &&
                   line.substr(0, line.size() - 2).find(". ") !=
                       std::string_view::npos
               ? Shape::kProse
               : Shape::kSentence;
  }
  return line.size() <= kLongestTitle ? Shape::kTitle : Shape::kTruncated;
}

std::vector<Line> read_lines(std::string_view text,
                             const BlockPhrases& phrases) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t at = text.find('\n', begin);
    const std::size_t end = at == std::string_view::npos ? text.size() : at + 1;
    std::string_view line = text.substr(begin, end - begin);
    if (line.ends_with('\n')) line.remove_suffix(1);
    lines.push_back({{begin, end}, shape_of(line, phrases), BlockRole::kBody});
    begin = end;
  }
  return lines;
}

void set_phrase_roles(std::vector<Line>& lines) {
  for (Line& line : lines) {
    if (line.shape == Shape::kCaption) {
      line.role = BlockRole::kCaption;
    } else if (line.shape == Shape::kFurniture ||
               line.shape == Shape::kTeaserHead ||
               line.shape == Shape::kTeaserTail) {
      line.role = BlockRole::kFurniture;
    }
  }
}

// What stands before the first long sentence: a headline and a few lines of
// its own, or the menu of the site.
void set_top(std::string_view text, const std::optional<std::string>& title,
             std::vector<Line>& lines) {
  constexpr std::size_t kFewestOfAMenu = 8;
  std::size_t lead = 0;
  std::size_t titles = 0;
  std::size_t others = 0;
  for (; lead < lines.size(); ++lead) {
    const Line& line = lines[lead];
    if (line.shape == Shape::kProse ||
        (line.shape == Shape::kSentence && line.span.size() > kShortestLead)) {
      break;
    }
    if (line.shape == Shape::kTitle || line.shape == Shape::kFurniture) {
      ++titles;
    } else if (line.shape != Shape::kBlank) {
      ++others;
    }
  }
  if (lead == lines.size()) return;
  const auto text_of = [&](const Line& line) {
    return trim(text.substr(line.span.begin, line.span.size() - 1));
  };
  // The headline: the title that was declared, else the first line, or under
  // a menu the last one that is long enough.
  const bool menu = titles >= kFewestOfAMenu && others * 5 <= titles;
  constexpr std::size_t kShortestHeadline = 15;
  std::string_view headline;
  for (std::size_t i = 0; i < lead; ++i) {
    if (lines[i].shape != Shape::kTitle && lines[i].shape != Shape::kShort) {
      continue;
    }
    const std::string_view here = text_of(lines[i]);
    if (title && here == *title) {
      headline = here;
      break;
    }
    if (here.size() >= kShortestHeadline && (menu || headline.empty())) {
      headline = here;
    }
  }
  for (std::size_t i = 0; i < lead; ++i) {
    Line& line = lines[i];
    if (line.shape == Shape::kBlank) continue;
    if (!headline.empty() && text_of(line) == headline) {
      line.role = BlockRole::kHeadline;
    } else if (menu && line.role == BlockRole::kBody) {
      line.role = BlockRole::kFurniture;
    }
  }
}

// Below a heading such as "Related articles" everything is furniture up to
// prose, or two whole sentences in a row.
void set_below_heads(std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].shape != Shape::kTeaserHead) continue;
    std::size_t sentences = 0;
    std::size_t resume = lines.size();
    std::size_t at = i + 1;
    for (; at < lines.size(); ++at) {
      const Shape shape = lines[at].shape;
      if (shape == Shape::kBlank || shape == Shape::kFurniture) continue;
      if (shape == Shape::kTeaserHead) break;
      // “No,” he said: the article has short sentences, teasers have few.
      if (shape == Shape::kShort) continue;
      if (shape != Shape::kSentence && shape != Shape::kProse) {
        sentences = 0;
        continue;
      }
      if (sentences == 0) resume = at;
      sentences += shape == Shape::kProse ? 2 : 1;
      if (sentences >= 2) break;
    }
    if (sentences < 2) resume = at;
    for (std::size_t k = i + 1; k < resume; ++k) {
      lines[k].role = BlockRole::kFurniture;
    }
    i = at - 1;
  }
}

// "Continue reading" stands below a teaser: the cut-off paragraph above it and
// the titles above that are the teaser.
void set_above_tails(std::string_view text, std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].shape != Shape::kTeaserTail) continue;
    bool seen_excerpt = false;
    for (std::size_t k = i; k-- > 0;) {
      Line& line = lines[k];
      if (line.shape == Shape::kBlank) continue;
      const std::string_view here =
          trim(text.substr(line.span.begin, line.span.size() - 1));
      const bool cut = here.ends_with("]") || here.ends_with("\u2026") ||
                       here.ends_with("...") || line.shape == Shape::kTruncated;
      if (!seen_excerpt && cut) {
        seen_excerpt = true;
      } else if (!seen_excerpt || line.shape != Shape::kTitle) {
        break;
      }
      line.role = BlockRole::kFurniture;
    }
  }
}

// Titles after the last sentence of the article: menus and sign-offs.
void set_bottom(std::vector<Line>& lines) {
  constexpr std::size_t kFewest = 4;
  std::size_t titles = 0;
  std::size_t begin = lines.size();
  while (begin > 0) {
    const Line& line = lines[begin - 1];
    const bool ends = line.role == BlockRole::kBody &&
                      line.shape != Shape::kTitle &&
                      line.shape != Shape::kBlank;
    if (ends) break;
    if (line.shape == Shape::kTitle && line.role == BlockRole::kBody) {
      ++titles;
    }
    --begin;
  }
  // A document of nothing but titles is a list, and not furniture.
  if (titles < kFewest || begin == 0) return;
  for (std::size_t i = begin; i < lines.size(); ++i) {
    if (lines[i].shape == Shape::kTitle) lines[i].role = BlockRole::kFurniture;
  }
}

// Markup has told the roles: what phrases say of lines of the body is added.
void refine_blocks(Document& document, const BlockPhrases& phrases) {
  std::vector<Block> refined;
  const auto add = [&](TextSpan span, BlockRole role) {
    if (!refined.empty() && refined.back().role == role) {
      refined.back().span.end = span.end;
    } else {
      refined.push_back({span, role});
    }
  };
  for (const Block& block : document.blocks) {
    if (block.role != BlockRole::kBody) {
      add(block.span, block.role);
      continue;
    }
    std::vector<Line> lines = read_lines(document.slice(block.span), phrases);
    set_phrase_roles(lines);
    for (const Line& line : lines) {
      const bool is_blank = line.shape == Shape::kBlank && !refined.empty() &&
                            refined.back().span.end > block.span.begin;
      add({block.span.begin + line.span.begin,
           block.span.begin + line.span.end},
          is_blank ? refined.back().role : line.role);
    }
  }
  document.blocks = std::move(refined);
}

}  // namespace

void find_blocks(Document& document, const BlockPhrases& phrases) {
  if (document.has_markup_blocks) {
    refine_blocks(document, phrases);
    return;
  }
  document.blocks.clear();
  const std::string_view text = document.text;
  std::vector<Line> lines = read_lines(text, phrases);
  set_phrase_roles(lines);
  set_top(text, document.title, lines);
  set_below_heads(lines);
  set_above_tails(text, lines);
  set_bottom(lines);
  for (const Line& line : lines) {
    // A blank line belongs to what stands before it.
    const bool joins =
        !document.blocks.empty() && (line.shape == Shape::kBlank ||
                                     document.blocks.back().role == line.role);
    if (joins) {
      document.blocks.back().span.end = line.span.end;
    } else {
      document.blocks.push_back({line.span, line.role});
    }
  }
}

}  // namespace quoin
