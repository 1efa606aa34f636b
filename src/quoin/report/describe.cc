// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/describe.h>

#include <algorithm>
#include <array>
#include <string_view>

#include <quoin/report/phrases.h>

namespace quoin {
namespace {

struct FlagWords {
  std::string_view flag;
  std::string_view words;
};

constexpr std::string_view kOnlyConvention = "only typography or convention: ";

// Axes that no operation tells of.
constexpr std::array<FlagWords, 13> kAxes = {{
    {"misattributed", "the reference gives these words to somebody else"},
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

// Operations call the two texts A and B.
std::string name_sides(const Operation& operation, const std::string& a,
                       const std::string& b) {
  std::string words = operation.words;
  const auto put = [&](std::size_t at, const std::string& name) {
    if (at > 0) words.replace(at, 1, name);
  };
  // The later first, so that the other's place stands.
  if (operation.a_at > operation.b_at) {
    put(operation.a_at, a);
    put(operation.b_at, b);
  } else {
    put(operation.b_at, b);
    put(operation.a_at, a);
  }
  return words;
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
    // An excerpt is told by its extent; where nothing was compared nothing is.
    if (operation.grade == Grade::kExcerpt ||
        operation.grade >= Grade::kNotFound) {
      continue;
    }
    if (operation.grade > Grade::kConvention) {
      lines.push_back(name_sides(operation, a, b));
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
    lines.push_back(std::string(kOnlyConvention) + join(minor));
  }
  return lines;
}

bool is_only_convention(std::string_view line) {
  return line.starts_with(kOnlyConvention);
}

}  // namespace quoin
