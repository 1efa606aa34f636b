// SPDX-License-Identifier: Apache-2.0
// What an author is told: every message there is, as it is printed.
//
// errors/x.grammar is checked as `quoin grammar check` would, and what it says
// is held against errors/x.expected. QUOIN_BLESS=1 rewrites these; read the
// difference before committing it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/grammar/examples.h>
#include <quoin/grammar/grammar.h>
#include <quoin/grammar/lint.h>

namespace quoin {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(QUOIN_SOURCE_DIR) / "tests/grammar/errors";

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string rendered(const std::vector<Diagnostic>& problems) {
  std::string out;
  for (const Diagnostic& problem : problems) out += render(problem) + "\n";
  return out;
}

// What is wrong with the built-in grammar, where it is included, is not
// asked here.
std::vector<Diagnostic> own(std::vector<Diagnostic> problems) {
  std::erase_if(problems, [](const Diagnostic& problem) {
    return problem.file.starts_with("en/");
  });
  return problems;
}

std::string check(const fs::path& path) {
  // Named without its folder, so that what is said is the same everywhere.
  const Result<Grammar> grammar = compile_grammar(
      {{path.filename().string(), read_file(path), path}});
  if (!grammar) return rendered(grammar.error());
  const ExampleReport report = check_examples(*grammar);
  return rendered(own(unused_names(*grammar))) +
         rendered(own(report.warnings)) + rendered(own(report.problems));
}

std::vector<fs::path> cases() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".grammar") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

TEST(GrammarMessages, AreAsExpected) {
  const bool bless = std::getenv("QUOIN_BLESS") != nullptr;
  for (const fs::path& path : cases()) {
    SCOPED_TRACE(path.filename().string());
    const std::string said = check(path);
    fs::path expected = path;
    expected.replace_extension(".expected");
    if (bless) {
      std::ofstream(expected, std::ios::binary) << said;
    } else {
      EXPECT_EQ(said, read_file(expected));
    }
  }
}

}  // namespace
}  // namespace quoin
