// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/single.h>

#include <utility>

#include <quoin/read/html/read_html.h>
#include <quoin/read/plain.h>

namespace quoin {
namespace {

Result<Document> read_page(Input input, const ReadOptions& options) {
  Result<Input::Whole> whole = input.read_whole(options.max_size);
  if (!whole) return std::move(whole).error();
  ReadOptions named = options;
  if (!named.id) named.id = file_name(input.name());
  Result<Document> read = read_html(std::move(whole->bytes), {}, named);
  if (read && whole->damage) note_damage(*read, *std::move(whole->damage));
  return read;
}

}  // namespace

Result<Document> read_single(Input input, Format format,
                             const ReadOptions& options) {
  if (format == Format::kHtml) return read_page(std::move(input), options);
  return read_plain(std::move(input), options);
}

}  // namespace quoin
