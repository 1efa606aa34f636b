// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/print_pattern.h>

#include <string_view>

#include <fmt/format.h>

#include <quoin/grammar/line_reader.h>

namespace quoin {
namespace {

std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// A mark that stands for itself without quotes: what PatternParser::bare_mark
// takes.
bool is_bare_mark(std::string_view text) {
  constexpr std::string_view kOther = "|(){}?*+:[]\"/ \t\\";
  const auto c = static_cast<unsigned char>(text[0]);
  const bool is_word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                       (c >= 'A' && c <= 'Z');
  return count_code_points(text) == 1 && !is_word &&
         kOther.find(text[0]) == std::string_view::npos;
}

std::string atom_text(const Item& item) {
  switch (item.kind) {
    case AtomKind::kQuote:
      return fmt::format("QUOTE{}{}", item.qualities.empty() ? "" : ":",
                         fmt::join(item.qualities, ":"));
    case AtomKind::kName: return item.text;
    case AtomKind::kLiteral:
      return is_bare_mark(item.text)
                 ? item.text
                 : fmt::format("\"{}\"", escaped(item.text, "\"\\"));
    case AtomKind::kRegex: return fmt::format("/{}/", escaped(item.text, "/"));
    case AtomKind::kGroup: return fmt::format("({})", to_string(item.group));
  }
  return "";
}

}  // namespace

std::string repeats_text(const Item& item) {
  if (item.min == 1 && item.max == 1) return "";
  if (item.min == 0 && item.max == 1 && !item.fewest) return "?";
  std::string out = item.min == item.max
                        ? fmt::format("{{{}}}", item.min)
                        : fmt::format("{{{},{}}}", item.min, item.max);
  return item.fewest ? out + "?" : out;
}

std::string to_string(const Item& item) {
  std::string out = item.is_not ? "not " : "";
  if (item.slot != Slot::kNone) {
    out += fmt::format("{}:", to_string(item.slot));
  }
  out += atom_text(item) + repeats_text(item);
  for (const Item& excepted : item.except) {
    out += " except " + to_string(excepted);
  }
  return out;
}

std::string to_string(const Pattern& pattern) {
  std::string out;
  for (const Sequence& sequence : pattern) {
    if (!out.empty()) out += " | ";
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      if (i > 0) out += ' ';
      out += to_string(sequence[i]);
    }
  }
  return out;
}

}  // namespace quoin
