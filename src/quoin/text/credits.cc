// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/credits.h>

#include <algorithm>
#include <cstddef>

#include <quoin/text/characters.h>
#include <quoin/text/units.h>

namespace quoin {
namespace {

constexpr std::size_t kLines = 5;  // at either end
constexpr std::size_t kLongestCredit = 300;
constexpr std::size_t kLongestByline = 120;
// Place and date stand before the agency.
constexpr std::size_t kLongestPlace = 120;

// Two bytes as a number.
std::size_t pair_at(std::string_view text, std::size_t at) {
  return static_cast<std::size_t>(static_cast<unsigned char>(text[at])) << 8 |
         static_cast<unsigned char>(text[at + 1]);
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(code_point_at(text, 0).value)) {
    text.remove_prefix(code_point_at(text, 0).size);
  }
  while (!text.empty() &&
         is_space(code_point_before(text, text.size()).value)) {
    text.remove_suffix(code_point_before(text, text.size()).size);
  }
  return text;
}

// Scripts without spaces have no ends of words.
bool goes_on(CodePoint left, CodePoint right) {
  const auto is_in_word = [](CodePoint c) {
    return is_word_character(c.value) &&
           class_of(c.value) != CharacterClass::kIdeograph;
  };
  return is_in_word(left) && is_in_word(right);
}

// Whether [begin, end) of the text are whole words. Requires: begin < end.
bool are_words(std::string_view text, std::size_t begin, std::size_t end) {
  const bool is_cut =
      (begin > 0 &&
       goes_on(code_point_before(text, begin), code_point_at(text, begin))) ||
      (end < text.size() &&
       goes_on(code_point_before(text, end), code_point_at(text, end)));
  return !is_cut;
}

std::vector<std::string> folded(const std::vector<std::string>& phrases) {
  std::vector<std::string> out;
  for (const std::string& phrase : phrases) out.push_back(fold_case(phrase));
  return out;
}

bool contains_words(std::string_view text,
                    const std::vector<std::string>& phrases) {
  for (const std::string& phrase : phrases) {
    for (std::size_t at = text.find(phrase); at != std::string_view::npos;
         at = text.find(phrase, at + 1)) {
      if (are_words(text, at, at + phrase.size())) return true;
    }
  }
  return false;
}

// Up to kLines lines that hold something, from the front or from the back.
std::vector<std::string_view> lines_of(std::string_view text, bool from_back) {
  std::vector<std::string_view> lines;
  while (!text.empty() && lines.size() < kLines) {
    const std::size_t cut = from_back ? text.rfind('\n') : text.find('\n');
    const bool is_all = cut == std::string_view::npos;
    const std::string_view line =
        trim(is_all ? text : from_back ? text.substr(cut + 1)
                                       : text.substr(0, cut));
    text = is_all ? std::string_view()
                  : from_back ? text.substr(0, cut) : text.substr(cut + 1);
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

void append(std::vector<std::string_view>& to,
            std::vector<std::string_view> more) {
  for (const std::string_view line : more) {
    if (to.size() < kLines) to.push_back(line);
  }
}

// Words of which most begin as names do and the others are small, "van der".
bool looks_like_names(std::string_view text) {
  std::size_t names = 0;
  std::size_t small = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find_first_of(" ,", at), text.size());
    if (end > at) {
      const char32_t first = code_point_at(text, at).value;
      const bool is_small = is_lower(first) && end - at <= 4;
      if (!is_upper(first) && !is_small) return false;
      ++(is_small ? small : names);
    }
    at = end + 1;
  }
  return names >= 2 && names <= 8 && small <= names;
}

}  // namespace

CreditPhrases::CreditPhrases(const Lexicon& lexicon)
    : before_(folded(lexicon.words_of("wire-before"))),
      after_(folded(lexicon.words_of("wire-after"))),
      byline_starts_(folded(lexicon.words_of("byline-starts"))) {
  for (const LexiconPair& pair : lexicon.pairs_of("wire-agencies")) {
    for (const std::string& printed : pair.left) {
      agencies_.push_back({printed, pair.right.front()});
    }
  }
  for (const Agency& agency : agencies_) {
    if (agency.printed.size() > 1) beginnings_.set(pair_at(agency.printed, 0));
  }
  std::stable_sort(agencies_.begin(), agencies_.end(),
                   [](const Agency& a, const Agency& b) {
                     return a.printed.size() > b.printed.size();
                   });
  for (const LexiconPair& pair : lexicon.pairs_of("wire-datelines")) {
    for (const std::string& open : pair.left) {
      datelines_.emplace_back(open, pair.right);
    }
  }
}

std::optional<CreditPhrases::Mention> CreditPhrases::agency_at(
    std::string_view text, std::size_t at) const {
  if (at > 0 && is_ascii_letter(text[at - 1])) return std::nullopt;
  for (const Agency& agency : agencies_) {
    const std::string_view printed = agency.printed;
    if (!text.substr(at).starts_with(printed)) continue;
    if (!are_words(text, at, at + printed.size())) continue;
    return Mention{at, at + printed.size(), &agency};
  }
  return std::nullopt;
}

// The first of the text.
std::optional<CreditPhrases::Mention> CreditPhrases::find_agency(
    std::string_view text) const {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (!beginnings_.test(pair_at(text, at))) continue;
    if (const auto mention = agency_at(text, at)) return mention;
  }
  return std::nullopt;
}

// "LONDON (Reuters) - The harbour …"
const CreditPhrases::Agency* CreditPhrases::of_dateline(
    std::string_view paragraph) const {
  for (const auto& [open, closings] : datelines_) {
    const std::size_t begin =
        paragraph.substr(0, kLongestPlace).find(open);
    if (begin == std::string_view::npos) continue;
    for (std::size_t at = begin + open.size();
         at < std::min(paragraph.size(), begin + kLongestPlace); ++at) {
      const std::optional<Mention> mention = agency_at(paragraph, at);
      if (!mention) continue;
      const std::string_view rest = paragraph.substr(mention->end);
      for (const std::string& closing : closings) {
        if (rest.starts_with(closing)) return mention->agency;
      }
    }
  }
  return nullptr;
}

// Of a line that says nothing but who is credited.
const CreditPhrases::Agency* CreditPhrases::of_line(
    std::string_view line) const {
  if (line.size() > kLongestCredit) return nullptr;
  const std::optional<Mention> mention = find_agency(line);
  if (!mention) return nullptr;
  const std::string before = fold_case(line.substr(0, mention->begin));
  const std::string after = fold_case(line.substr(mention->end));
  if (contains_words(before, before_) || contains_words(after, after_)) {
    return mention->agency;
  }
  const auto is_mark = [](std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = code_point_at(text, at);
      if (is_word_character(c.value)) return false;
      at += c.size;
    }
    return true;
  };
  const std::size_t by = size_of_byline_start(line);
  const bool is_alone = is_mark(after) &&
                        is_mark(line.substr(std::min(by, mention->begin),
                                            mention->begin -
                                                std::min(by, mention->begin)));
  return is_alone ? mention->agency : nullptr;
}

// How long the word is by which a byline begins, with what stands behind it.
std::size_t CreditPhrases::size_of_byline_start(std::string_view line) const {
  const std::size_t end = line.find_first_of(" :");
  if (end == std::string_view::npos) return 0;
  const std::string word = fold_case(line.substr(0, end));
  if (std::find(byline_starts_.begin(), byline_starts_.end(), word) ==
      byline_starts_.end()) {
    return 0;
  }
  return std::min(line.find_first_not_of(" :", end), line.size());
}

// The names of "By Ann Bell and Tom Reed, Associated Press".
std::optional<std::string> CreditPhrases::byline_of(
    std::string_view line) const {
  const std::size_t by = size_of_byline_start(line);
  if (by == 0 || line.size() > kLongestByline) return std::nullopt;
  line.remove_prefix(by);
  if (const auto mention = find_agency(line)) {
    line = line.substr(0, mention->begin);
  }
  line = line.substr(0, line.find_first_of("|(0123456789\t"));
  for (const std::string_view mark : {"\u2022", "\u00B7", " - ", "\u2014"}) {
    line = line.substr(0, line.find(mark));
  }
  while (!line.empty() && (line.back() == ',' || line.back() == ' ')) {
    line.remove_suffix(1);
  }
  if (!looks_like_names(line)) return std::nullopt;
  return std::string(line);
}

CreditPhrases::Edges CreditPhrases::edges_of(const Document& document) {
  Edges edges;
  if (document.blocks.empty()) {
    edges.first = lines_of(document.text, false);
    edges.last = lines_of(document.text, true);
    return edges;
  }
  std::size_t below = 0;  // the first block below the article
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.role == BlockRole::kBody) below = i + 1;
    if (block.role == BlockRole::kBody && edges.first.size() < kLines) {
      append(edges.first, lines_of(document.slice(block.span), false));
    }
    if (block.role == BlockRole::kByline && edges.bylines.size() < kLines) {
      append(edges.bylines, lines_of(document.slice(block.span), false));
    }
  }
  for (std::size_t i = below; i-- > 0 && edges.last.size() < kLines;) {
    if (document.blocks[i].role != BlockRole::kBody) continue;
    append(edges.last, lines_of(document.slice(document.blocks[i].span), true));
  }
  for (std::size_t i = below, lines = 0;
       i < document.blocks.size() && lines < kLines; ++i, ++lines) {
    const auto more = lines_of(document.slice(document.blocks[i].span), false);
    edges.last.insert(edges.last.end(), more.begin(), more.end());
  }
  return edges;
}

const CreditPhrases::Agency* CreditPhrases::find_wire(
    const Document& document, const Edges& edges) const {
  if (document.byline) {
    if (const auto mention = find_agency(*document.byline)) {
      return mention->agency;
    }
  }
  for (const std::string_view line : edges.bylines) {
    if (line.size() > kLongestByline) continue;
    if (const auto mention = find_agency(line)) return mention->agency;
  }
  for (const std::string_view line : edges.first) {
    if (const Agency* agency = of_dateline(line)) return agency;
    if (byline_of(line)) {
      if (const auto mention = find_agency(line)) return mention->agency;
    }
    if (const Agency* agency = of_line(line)) return agency;
  }
  for (const std::string_view line : edges.last) {
    if (const Agency* agency = of_line(line)) return agency;
  }
  return nullptr;
}

void CreditPhrases::read(Document& document) const {
  const Edges edges = edges_of(document);
  if (document.byline) {
    std::string names;
    std::string_view rest = *document.byline;
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(", "), rest.size());
      const std::string_view name = rest.substr(0, comma);
      rest.remove_prefix(std::min(rest.size(), comma + 2));
      if (!names.empty()) names += ", ";
      names += name.substr(size_of_byline_start(name));
    }
    document.byline = std::move(names);
  } else {
    for (const auto* lines : {&edges.bylines, &edges.first}) {
      for (const std::string_view line : *lines) {
        if (!document.byline) document.byline = byline_of(line);
      }
    }
  }
  if (document.wire) return;
  if (const Agency* agency = find_wire(document, edges)) {
    document.wire = agency->name;
    document.is_wire_told = true;
  }
}

}  // namespace quoin
