// SPDX-License-Identifier: Apache-2.0
// Any bytes are a grammar: it compiles, and then reads a sentence, or every
// error has a place and something to say.
#include <cstdint>
#include <string>

#include <quoin/quoin.h>
#include <quoin/text/decode.h>

#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace quoin;
  const std::string text =
      decode_utf8(std::string(fuzz_input(data, size))).text;
  const Result<Grammar> grammar =
      compile_grammar({{"fuzz.grammar", text}}, GrammarEngine::kInterpreter);
  if (!grammar) {
    for (const Diagnostic& problem : grammar.error()) {
      QUOIN_CHECK(!problem.message.empty());
      QUOIN_CHECK(problem.file == "fuzz.grammar");
      QUOIN_CHECK(!render(problem).empty());
    }
    return 0;
  }
  Document document;
  document.text =
      "\u201CWe leave at dawn,\u201D said Jane Doe of the ferry board. "
      "\"Or,\" she added, \"not at all.\"\n";
  const Article article = extract(std::move(document), *grammar);
  QUOIN_CHECK(article.attributions.size() == article.quotations.size());
  return 0;
}
