// SPDX-License-Identifier: Apache-2.0
// The grammars that are shipped: they load, and every example holds.
#include <quoin/grammar/grammar.h>

#include <set>
#include <string>

#include <gtest/gtest.h>

#include <quoin/grammar/embedded.h>
#include <quoin/grammar/examples.h>

namespace quoin {
namespace {

std::set<std::string> built_in_languages() {
  std::set<std::string> languages;
  for (const EmbeddedFile& file : embedded_grammars()) {
    languages.emplace(file.path.substr(0, file.path.find('/')));
  }
  return languages;
}

TEST(BuiltInGrammars, LoadAndEveryExampleHolds) {
  for (const std::string& lang : built_in_languages()) {
    SCOPED_TRACE(lang);
    const Result<Grammar> grammar = load_built_in_grammar(lang);
    if (!grammar) {
      ADD_FAILURE() << render(grammar.error().front());
      continue;
    }
    const ExampleReport report = check_examples(*grammar);
    for (const Diagnostic& problem : report.problems) {
      ADD_FAILURE() << render(problem);
    }
    // Every way of matching has its example; other languages follow.
    if (lang != "en") continue;
    for (const Diagnostic& warning : report.warnings) {
      ADD_FAILURE() << render(warning);
    }
  }
}

TEST(BuiltInGrammars, ARegionFallsBackOnItsLanguageAndThenOnEnglish) {
  EXPECT_EQ(built_in_grammar("de-CH").front().path.substr(0, 3), "de/");
  EXPECT_EQ(built_in_grammar("tlh").front().path.substr(0, 3), "en/");
}

}  // namespace
}  // namespace quoin
