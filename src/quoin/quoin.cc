// SPDX-License-Identifier: Apache-2.0
#include <quoin/quoin.h>

#include <utility>

namespace quoin {

Article extract(Document document, const Grammar& grammar) {
  Article article;
  article.document = std::move(document);
  find_blocks(article.document, grammar.phrases());
  grammar.credits().read(article.document);
  article.quotations = find_quotations(article.document, grammar.marks());
  Attributed attributed =
      attribute(article.document, article.quotations, grammar);
  article.attributions = std::move(attributed.attributions);
  article.diagnostics = std::move(attributed.diagnostics);
  return article;
}

}  // namespace quoin
