// SPDX-License-Identifier: Apache-2.0
// From a web page to a document: what a reader of the page sees, block by
// block, and which of it is the article.
//
// The text keeps all that is visible, one block a line with a blank line
// between; `blocks` says for each whether it is headline, byline, body, caption
// or furniture, so that quotations in teasers are found and not counted. Every
// byte knows where it stood in the page (`source`). Outlet, title, address,
// dates, byline and language come from what the page says of itself.
//
//   PageContext context;
//   context.url = "https://courier.example/harbour";
//   Result<Document> document = read_html(std::move(bytes), context, {});
//
// docs/read-html.md says what is kept, what is dropped and why.

#pragma once

#include <string>
#include <string_view>

#include <quoin/base/result.h>
#include <quoin/read/read.h>
#include <quoin/text/document.h>

namespace quoin {

// What is known of a page from outside of it; all may be empty.
struct PageContext {
  std::string_view url;           // from where it was fetched
  std::string_view http_charset;  // of its Content-Type header
  std::string_view date;          // when it was fetched, ISO 8601
  std::string_view name;          // in messages; else its id
};

// Fails only beyond options.max_size. Whatever else is wrong with a page is
// read as browsers read it, and said in document.flags. Linear, without
// recursion; memory is a small multiple of the page.
Result<Document> read_html(std::string bytes, const PageContext& context,
                           const ReadOptions& options);

}  // namespace quoin
