// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/read_html.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <quoin/read/byte_source.h>
#include <quoin/read/html/article.h>
#include <quoin/read/html/dates.h>
#include <quoin/read/html/linked_data.h>
#include <quoin/read/html/metadata.h>
#include <quoin/read/html/page.h>
#include <quoin/read/html/saved_page.h>
#include <quoin/read/html/title.h>
#include <quoin/read/input.h>
#include <quoin/read/plain.h>
#include <quoin/text/charset.h>
#include <quoin/text/language.h>

namespace quoin {
namespace {

// Templates declare the language of the site; an article in another one has
// quotation marks of its own.
void settle_language(Document& document) {
  constexpr std::size_t kEnough = 2000;
  std::string body;
  for (const Block& block : document.blocks) {
    if (block.role != BlockRole::kBody) continue;
    body += document.slice(block.span);
    if (body.size() >= kEnough) break;
  }
  const std::optional<std::string> detected = detect_language(body);
  if (!detected || !document.lang) return;
  const std::vector<std::string> known = language_fallbacks(*document.lang);
  if (std::find(known.begin(), known.end(), *detected) != known.end()) return;
  document.flags.push_back("lang: " + *document.lang + " declared, " +
                           *detected + " in the text");
  document.lang = *detected;
}

// Says what of a page is beyond a limit.
void note_limits(const Page& page, const ReadOptions& options,
                 const std::string& name, Document& document) {
  const auto note = [&](const char* flag, std::string message,
                        const char* option) {
    document.flags.push_back(flag);
    Diagnostic warning = failure(name, std::move(message));
    warning.severity = Severity::kWarning;
    warning.hint = std::string("raise the limit with '") + option + "'";
    document.diagnostics.push_back(std::move(warning));
  };
  if (page.is_too_deep) {
    note("deep-nesting",
         fmt::format("what is nested deeper than {} elements is taken for a "
                     "part of the last",
                     options.max_depth),
         "--max-depth");
  }
  if (page.has_cut_tags) {
    note("many-attributes",
         fmt::format("of an element with more than {} attributes the others "
                     "are passed over",
                     options.max_attributes),
         "--max-attributes");
  }
}

}  // namespace

Result<Document> read_html(std::string bytes, const PageContext& context,
                           const ReadOptions& options) {
  const std::string id = options.id ? *options.id : std::string(context.url);
  const std::string name =
      context.name.empty() ? id : std::string(context.name);
  if (bytes.size() > options.max_size) {
    return too_large(name, 0, options.max_size);
  }
  const std::string label(charset_of_meta(bytes));
  DeclaredCharset declared;
  declared.http = context.http_charset;
  declared.meta = label;
  const DecodedBytes decoded = decode_bytes(std::move(bytes), declared, true);
  Page page =
      read_page(decoded.text, {options.max_depth, options.max_attributes});
  Document document;
  document.id = id;
  const std::string saved = saved_address(decoded.text);
  PageFacts facts =
      read_facts(page.head, read_linked_data(page.head.linked_data),
                 context.url.empty() ? std::string_view(saved) : context.url);
  document.outlet = std::move(facts.outlet);
  document.url = std::move(facts.url);
  document.published = std::move(facts.published);
  document.modified = std::move(facts.modified);
  document.byline = std::move(facts.byline);
  document.lang = facts.lang ? std::move(facts.lang) : options.lang;
  document.title = std::move(facts.title);
  PageArticle article = find_article(page, facts.titles);
  if (!article.headline.empty()) {
    const std::string_view headline = std::string_view(page.text).substr(
        article.headline.begin, article.headline.size());
    if (!document.outlet) {
      const std::string beside = outlet_beside(page.head.title, headline);
      if (!beside.empty()) {
        document.outlet = beside;
        document.title = std::string(headline);
      }
    }
    for (const std::string& title : facts.titles) {
      if (is_same_title(headline, title)) document.title = title;
    }
    if (!document.title) document.title = std::string(headline);
  }
  for (const TextSpan span : article.top) {
    if (document.published) break;
    document.published =
        iso_date(std::string_view(page.text).substr(span.begin, span.size()));
  }
  document.blocks = std::move(article.blocks);
  document.has_markup_blocks = true;
  document.source = decoded.origins.empty()
                        ? std::move(page.map)
                        : page.map.through(decoded.origins, page.text);
  document.text = std::move(page.text);
  settle_language(document);
  note_decoding(document, decoded, name);
  document.flags.insert(document.flags.end(), facts.flags.begin(),
                        facts.flags.end());
  note_limits(page, options, name, document);
  return document;
}

}  // namespace quoin
