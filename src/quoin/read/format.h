// SPDX-License-Identifier: Apache-2.0
// What an input is, told by its content and its name.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <quoin/base/diagnostic.h>

namespace quoin {

enum class Format : std::uint8_t {
  kPlain,     // one document: the text, and nothing else
  kMarkdown,  // one document, by its name: read/markdown.h
  kHtml,      // one document: read/html/read_html.h
  kSubtitles,  // one document, SRT or WebVTT: read/subtitles.h
  kJsonl,     // one document a line: {"id": …, "text": …}
  kWarc,      // one document a record: read/warc.h
  kStory,     // a story manifest: read/story.h
  // Told so that they can be refused in words instead of read as plain text.
  kPdf,
  kZip,     // and so DOCX
  kRichText,
  kMhtml,   // a page and its pictures, as mail
  kBinary,  // pictures, films, fonts, other archives
};

// Whether a file of that format is one document.
bool is_single_document(Format format);

// `head` is the beginning of the content, in UTF-8, UTF-16 or anything that has
// ASCII. Names decide only between what the content leaves open: ".toml" is a
// manifest, ".jsonl" and ".ndjson" are lines, ".md" is Markdown, and ".html"
// decides for what begins with a tag.
Format detect_format(std::string_view name, std::string_view head);

// Why a file of that format cannot stand here, and what to do instead.
Diagnostic refuse_format(const std::string& name, Format format);

}  // namespace quoin
