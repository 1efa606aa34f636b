// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/single.h>

#include <utility>

#include <quoin/read/html/read_html.h>
#include <quoin/read/markdown.h>
#include <quoin/read/plain.h>
#include <quoin/read/subtitles.h>
#include <quoin/read/time_stamps.h>

namespace quoin {

Result<Document> read_single_bytes(std::string bytes, const std::string& name,
                                   Format format, std::string_view charset,
                                   const ReadOptions& options) {
  if (format == Format::kHtml) {
    ReadOptions named = options;
    if (!named.id) named.id = file_name(name);
    PageContext page;
    page.http_charset = charset;
    page.name = name;
    return read_html(std::move(bytes), page, named);
  }
  DeclaredCharset declared;
  declared.http = charset;
  DecodedBytes decoded = decode_bytes(std::move(bytes), declared);
  Document document;
  document.id = options.id ? *options.id : file_name(name);
  document.lang = options.lang;
  note_decoding(document, decoded, name);
  if (format == Format::kMarkdown) {
    read_markdown(decoded.text, document);
  } else if (format == Format::kSubtitles) {
    read_subtitles(decoded.text, document);
  } else if (!read_time_stamps(decoded.text, document)) {
    document.text = std::move(decoded.text);
  }
  return document;
}

Result<Document> read_single(Input input, Format format,
                             const ReadOptions& options) {
  Result<Input::Whole> whole = input.read_whole(options.max_size);
  if (!whole) return std::move(whole).error();
  Result<Document> read = read_single_bytes(
      std::move(whole->bytes), input.name(), format, {}, options);
  if (read && whole->damage) note_damage(*read, *std::move(whole->damage));
  return read;
}

}  // namespace quoin
