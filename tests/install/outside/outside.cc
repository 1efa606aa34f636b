// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <string>
#include <utility>

#include <quoin/quoin.h>

// Who said it, with the grammar that the library carries.
int main() {
  const quoin::Result<quoin::Grammar> grammar =
      quoin::load_built_in_grammar("en");
  if (!grammar) {
    std::printf("%s\n", render(grammar.error().front()).c_str());
    return 2;
  }
  quoin::Document document;
  document.text = "\u201CWe leave at dawn,\u201D said Jane Doe.";
  const quoin::Article article =
      quoin::extract(std::move(document), *grammar);
  if (article.attributions.size() != 1) return 1;
  const auto& speaker = article.attributions[0].speaker;
  if (!speaker) return 1;
  const std::string mention(article.document.slice(speaker->mention));
  std::printf("%s\n", mention.c_str());
  return mention == "Jane Doe" ? 0 : 1;
}
