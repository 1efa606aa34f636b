// SPDX-License-Identifier: Apache-2.0
// Grammars with something wrong in every place: each loads, or says where it
// does not. The fuzz target goes further; this runs with every test.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/grammar/examples.h>
#include <quoin/grammar/grammar.h>
#include <quoin/grammar/line_reader.h>

namespace quoin {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> corpus() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(
           fs::path(QUOIN_SOURCE_DIR) / "tests/grammar/errors")) {
    if (entry.path().extension() == ".grammar") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    // The built-in grammar is not what is tried here.
    if (text.find("include \"en\"") == std::string::npos) {
      texts.push_back(std::move(text));
    }
  }
  return texts;
}

void expect_places(const std::vector<Diagnostic>& problems,
                   const std::string& text) {
  const auto lines = static_cast<std::size_t>(
      std::count(text.begin(), text.end(), '\n') + 1);
  for (const Diagnostic& problem : problems) {
    EXPECT_FALSE(problem.message.empty());
    EXPECT_EQ(problem.file, "damaged");
    EXPECT_LE(problem.line, lines) << problem.message;
    if (problem.source_line.empty()) continue;
    EXPECT_LE(problem.column + problem.width,
              count_code_points(problem.source_line) + 2)
        << render(problem);
  }
}

void expect_sense(const std::string& text) {
  const Result<Grammar> grammar =
      compile_grammar({{"damaged", text}}, GrammarEngine::kInterpreter);
  if (!grammar) {
    expect_places(grammar.error(), text);
  } else {
    expect_places(check_examples(*grammar).problems, text);
  }
}

TEST(DamagedGrammars, EndAnywhere) {
  for (const std::string& text : corpus()) {
    for (std::size_t end = 0; end < text.size(); end += 7) {
      expect_sense(text.substr(0, end));
    }
  }
}

TEST(DamagedGrammars, LoseOrGainACharacterAnywhere) {
  constexpr std::string_view kSigns = "\"()|:{}?*/[], \n\\=-A9\xC3";
  std::uint32_t random = 1;
  const auto next = [&](std::size_t below) {
    random = random * 1664525U + 1013904223U;
    return static_cast<std::size_t>(random >> 8) % below;
  };
  for (const std::string& text : corpus()) {
    for (int i = 0; i < 40; ++i) {
      std::string damaged = text;
      const std::size_t at = next(damaged.size());
      if (i % 2 == 0) {
        damaged.erase(at, 1 + next(3));
      } else {
        damaged.insert(at, 1, kSigns[next(kSigns.size())]);
      }
      expect_sense(damaged);
    }
  }
}

}  // namespace
}  // namespace quoin
