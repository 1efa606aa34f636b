// SPDX-License-Identifier: Apache-2.0
// What an input is, told by its content and its name.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <quoin/base/diagnostic.h>

namespace quoin {

enum class Format : std::uint8_t {
  kPlain,  // one document: the text, and nothing else; UTF-8, or UTF-16 with
           // its byte order mark
  kJsonl,  // one document a line: {"id": …, "text": …}
  kStory,  // a story manifest: read/story.h
  // Told so that they can be refused in words instead of read as plain text.
  kHtml,
  kArchive,  // gzip, zstd, zip, WARC
  kPdf,
  kUtf16,  // lines or a manifest in it; plain text in it is kPlain
};

// `head` is the beginning of the content. Names decide only between what the
// content leaves open: ".toml" is a manifest, ".jsonl" and ".ndjson" are lines.
Format detect_format(std::string_view name, std::string_view head);

// Why a file of that format cannot stand here, and what to do instead.
Diagnostic refuse_format(const std::string& name, Format format);

}  // namespace quoin
