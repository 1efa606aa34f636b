// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/plain.h>

#include <utility>

#include <quoin/text/charset.h>
#include <quoin/text/decode.h>

namespace quoin {

void set_text(Document& document, std::string bytes) {
  DecodedText decoded = decode_utf8(std::move(bytes));
  document.text = std::move(decoded.text);
  if (decoded.ill_formed > 0) document.flags.push_back("repaired-utf8");
  if (decoded.forbidden > 0) document.flags.push_back("replaced-characters");
}

std::string file_name(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

Result<Document> read_plain(Input input, const ReadOptions& options) {
  Result<std::string> bytes = input.read_all(options.max_size);
  if (!bytes) return std::move(bytes).error();
  Document document;
  document.id = options.id ? *options.id : file_name(input.name());
  document.lang = options.lang;
  set_text(document, is_marked_utf16(*bytes) ? convert_utf16(*bytes)
                                             : *std::move(bytes));
  return document;
}

}  // namespace quoin
