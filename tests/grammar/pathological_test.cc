// SPDX-License-Identifier: Apache-2.0
// Hostile documents: every shipped rule gets through without touching a limit,
// in time that grows with the document and no faster.
#include <chrono>
#include <functional>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include <quoin/grammar/embedded.h>
#include <quoin/quoin.h>

namespace quoin {
namespace {

std::string repeated(std::size_t count, const std::string& part) {
  std::string out;
  out.reserve(count * part.size());
  for (std::size_t i = 0; i < count; ++i) out += part;
  return out;
}

struct Hostile {
  const char* name;
  std::string text;
};

// Each in a sentence that begins as if somebody were to speak.
std::vector<Hostile> hostile_documents() {
  const std::string open = "\u201C", close = "\u201D";
  return {
      {"spaces", open + "No," + close + " said" + repeated(50'000, " ") +
                     "Doe."},
      {"capitals", open + "No," + close + " said" +
                       repeated(10'000, " Doe") + "."},
      {"capitals before", repeated(10'000, "Doe ") + "said " + open + "No." +
                              close},
      {"lower case", "The man said " + repeated(10'000, "so ") + open + "no" +
                         close},
      {"quotations", repeated(5'000, open + "No," + close + " she said. ")},
      {"quotations and no more", repeated(5'000, open + "No" + close + " ")},
      {"short quotations", repeated(5'000, "the " + open + "so" + close +
                                               ", and ")},
      {"nested", repeated(2'000, open + "a \u2018b ") +
                     repeated(2'000, "c\u2019 d" + close)},
      {"commas", open + "No," + close + repeated(10'000, ", Doe")},
      {"asides", "Doe, " + repeated(5'000, "who is, so, and, ") + "said: " +
                     open + "No." + close},
      {"titles", repeated(5'000, "the mayor ") + "said " + open + "No." +
                     close},
      {"breaks", repeated(20'000, "\n\n") + open + "No." + close},
      {"cues", repeated(5'000, "said told ") + open + "No," + close +
                   repeated(5'000, " said told")},
      {"brackets", "Doe " + repeated(5'000, "(so ") + "said " + open + "No." +
                       close},
      {"dashes", "Doe " + repeated(5'000, "\u2014 so ") + "said " + open +
                     "No." + close},
      {"prepositions", open + "No," + close + " said Doe" +
                           repeated(5'000, " of the board of")},
      {"owners", repeated(5'000, "Doe's ") + "lawyer said " + open + "No." +
                     close},
      {"owners behind", open + "No," + close + " said" +
                            repeated(5'000, " Doe's") + " lawyer"},
      {"several", open + "No," + close + " said Doe" +
                      repeated(5'000, " and Doe") + ". " + open + "No," +
                      close + " they said."},
      {"clauses", "A man " + repeated(5'000, "who saw the man ") + "said " +
                      open + "No." + close},
      {"replies", repeated(5'000, "the reply from Doe was ") + open + "No." +
                      close},
      {"passives", repeated(5'000, "was called by Doe ") + "as " + open +
                       "no" + close + " by Doe"},
      {"one word", repeated(200'000, "a")},
  };
}

void read_all(const std::string& lang) {
  SCOPED_TRACE(lang);
  const Grammar grammar = *load_built_in_grammar(lang);
  for (Hostile& hostile : hostile_documents()) {
    SCOPED_TRACE(hostile.name);
    Document document;
    document.text = std::move(hostile.text);
    const auto begin = std::chrono::steady_clock::now();
    const Article article = extract(std::move(document), grammar);
    const std::chrono::duration<double> took =
        std::chrono::steady_clock::now() - begin;
    for (const std::string& said : article.diagnostics) ADD_FAILURE() << said;
    // Milliseconds on any machine; minutes if it were quadratic.
    EXPECT_LT(took.count(), 5.0);
  }
}

TEST(Pathological, EveryRuleGetsThrough) {
  std::set<std::string> languages;
  for (const EmbeddedFile& file : embedded_grammars()) {
    languages.emplace(file.path.substr(0, file.path.find('/')));
  }
  ASSERT_GT(languages.size(), 15u);
  for (const std::string& lang : languages) read_all(lang);
}

}  // namespace
}  // namespace quoin
