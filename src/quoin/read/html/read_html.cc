// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/read_html.h>

#include <utility>

#include <quoin/read/html/article.h>
#include <quoin/read/html/page.h>
#include <quoin/read/input.h>
#include <quoin/text/decode.h>

namespace quoin {

Result<Document> read_html(std::string bytes, const PageContext& context,
                           const ReadOptions& options) {
  const std::string name = options.id ? *options.id : std::string(context.url);
  if (bytes.size() > options.max_size) {
    return too_large(name, 0, options.max_size);
  }
  const DecodedText decoded = decode_utf8(std::move(bytes));
  Page page = read_page(decoded.text);
  Document document;
  document.id = name;
  document.lang = options.lang;
  if (!context.url.empty()) document.url = std::string(context.url);
  if (!page.head.title.empty()) document.title = page.head.title;
  document.blocks = find_article(page);
  document.has_markup_blocks = true;
  document.text = std::move(page.text);
  document.source = std::move(page.map);
  if (decoded.ill_formed > 0) document.flags.push_back("repaired-utf8");
  if (decoded.forbidden > 0) document.flags.push_back("replaced-characters");
  if (page.is_too_deep) document.flags.push_back("deep-nesting");
  if (page.has_cut_tags) document.flags.push_back("many-attributes");
  return document;
}

}  // namespace quoin
