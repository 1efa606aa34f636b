// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/describe.h>

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

namespace quoin {
namespace {

struct FlagWords {
  std::string_view flag;
  std::string_view words;
};

// Axes that no operation tells of.
constexpr std::array<FlagWords, 13> kAxes = {{
    {"misattributed", "the reference is declared to hold another's words"},
    {"across_damage",
     "line numbers or page heads of the source stand between the words"},
    {"interleaved",
     "other matter runs through the words: the text is damaged"},
    {"across_turns", "the words are of two speakers"},
    {"translated", "said in another language: translations differ"},
    {"qualifier_clipped:quantifier",
     "a limiting word was clipped at the edge: check"},
    {"boundary_shift", "the next word stands just outside the mark"},
    {"selective_unquoting", "words between two fragments were left unquoted"},
    {"qualifier_clipped:negation", "a negation was clipped at the edge: check"},
    {"qualifier_clipped:condition",
     "a condition was clipped at the edge: check"},
    {"qualifier_clipped:hedge", "a hedge was clipped at the edge: check"},
    {"gap_contains:negation", "a negation is among the words elided: check"},
    {"gap_contains:condition", "a condition is among the words elided: check"},
}};

std::string spaced(std::string_view id) {
  std::string out(id);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

void replace_last(std::string& text, std::string_view what,
                  const std::string& by) {
  const std::size_t at = text.rfind(what);
  if (at != std::string::npos) text.replace(at, what.size(), by);
}

// Operations call the two texts A and B, in "…: present in B, absent in A".
std::string name_sides(std::string words, GradeMode mode, const std::string& a,
                       const std::string& b) {
  if (mode != GradeMode::kSymmetric) return words;
  const std::size_t tail = words.rfind(": ");
  if (tail == std::string::npos) return words;
  std::string sides = words.substr(tail);
  // One after the other would rename a name that holds the other's letter.
  const std::string first = "\x01";
  replace_last(sides, " in A", " in " + first);
  replace_last(sides, " in B", " in " + b);
  replace_last(sides, first, a);
  return words.substr(0, tail) + sides;
}

void add_once(std::vector<std::string>& list, std::string item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) {
    list.push_back(std::move(item));
  }
}

std::string join(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& item : list) {
    if (!out.empty()) out += ", ";
    out += item;
  }
  return out;
}

}  // namespace

std::vector<std::string> describe_finding(const Finding& finding,
                                          const std::string& a,
                                          const std::string& b) {
  std::vector<std::string> lines;
  std::vector<std::string> minor;
  for (const Operation& operation : finding.operations) {
    if (operation.grade == Grade::kExcerpt) continue;
    if (operation.grade > Grade::kConvention) {
      lines.push_back(name_sides(operation.words, finding.mode, a, b));
      continue;
    }
    if (operation.flags.empty()) {
      add_once(minor, std::string(to_string(operation.grade)));
    }
    for (const std::string& flag : operation.flags) {
      add_once(minor, spaced(flag));
    }
  }
  for (const FlagWords& axis : kAxes) {
    if (finding.has(axis.flag)) lines.emplace_back(axis.words);
  }
  if (!minor.empty()) {
    lines.push_back(
        fmt::format("only typography or convention: {}", join(minor)));
  }
  return lines;
}

}  // namespace quoin
