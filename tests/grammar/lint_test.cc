// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/lint.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

namespace quoin {
namespace {

namespace fs = std::filesystem;

// All sources but those of the list itself.
std::string sources() {
  std::string all;
  for (const auto& entry : fs::recursive_directory_iterator(
           fs::path(QUOIN_SOURCE_DIR) / "src/quoin")) {
    if (entry.path().extension() != ".cc" || entry.path().stem() == "lint") {
      continue;
    }
    std::ifstream in(entry.path(), std::ios::binary);
    all.append(std::istreambuf_iterator<char>(in), {});
  }
  return all;
}

// And none is forgotten: the fidelity lists of every language are all read.
TEST(Lint, ListsOfFidelityAreKnown) {
  for (const char* lang : {"en", "de", "fr"}) {
    const Result<Grammar> grammar = load_built_in_grammar(lang);
    ASSERT_TRUE(grammar.has_value());
    for (const Diagnostic& warning : unused_names(*grammar)) {
      EXPECT_EQ(warning.file.find("fidelity"), std::string::npos)
          << warning.file << ": " << warning.message;
    }
  }
}

TEST(Lint, NamesOfStagesAreReadByStages) {
  const std::string all = sources();
  for (const std::string_view name : names_of_stages()) {
    const std::string begun = "\"" + std::string(name);
    const bool is_prefix = name.ends_with('-');
    EXPECT_NE(all.find(is_prefix ? begun : begun + "\""), std::string::npos)
        << "nothing in src/ reads '" << name << "'";
  }
  EXPECT_TRUE(std::is_sorted(names_of_stages().begin(),
                             names_of_stages().end()));
}

}  // namespace
}  // namespace quoin
