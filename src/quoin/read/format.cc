// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/format.h>

#include <algorithm>
#include <cctype>
#include <string>

#include <quoin/text/charset.h>
#include <quoin/text/detect_charset.h>

namespace quoin {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

struct Signature {
  std::string_view bytes;
  Format format;
};

using namespace std::string_view_literals;
constexpr Signature kSignatures[] = {
    {"WARC/"sv, Format::kWarc},
    {"WEBVTT"sv, Format::kSubtitles},
    {"%PDF-"sv, Format::kPdf},
    {"PK\x03\x04"sv, Format::kZip},
    {"{\\rtf"sv, Format::kRichText},
    {"From: <Saved by "sv, Format::kMhtml},
    {"MIME-Version: 1.0"sv, Format::kMhtml},
    {"bplist00"sv, Format::kBinary},  // .webarchive
    {"\x1F\x8B"sv, Format::kBinary},  // gzip of an unknown method
    {"\x28\xB5\x2F\xFD"sv, Format::kBinary},  // zstd that is packed too often
    {"BZh"sv, Format::kBinary},
    {"\xFD" "7zXZ"sv, Format::kBinary},
    {"7z\xBC\xAF"sv, Format::kBinary},
    {"Rar!"sv, Format::kBinary},
    {"\x89PNG"sv, Format::kBinary},
    {"\xFF\xD8\xFF"sv, Format::kBinary},  // JPEG
    {"GIF8"sv, Format::kBinary},
    {"RIFF"sv, Format::kBinary},  // WebP, WAV
    {"OggS"sv, Format::kBinary},
    {"wOFF"sv, Format::kBinary},
    {"wOF2"sv, Format::kBinary},
    {"\0\0\1\0"sv, Format::kBinary},  // icon
    {"\x7F" "ELF"sv, Format::kBinary},
    {"SQLite format 3\0"sv, Format::kBinary},
    {"\xD0\xCF\x11\xE0"sv, Format::kBinary},  // old Word documents
};

// How the tags begin with which a page may. Any of them may stand first: saved
// pages lose their doctype.
constexpr std::string_view kPageTags[] = {
    "!doctype html", "html", "head", "body", "meta", "title", "script", "link",
    "style", "article", "section", "header", "main", "div", "table", "h1", "p",
    "a", "span", "iframe", "font", "center", "br",
};

struct Refusal {
  Format format;
  const char* message;
  const char* hint;
};

constexpr Refusal kRefusals[] = {
    {Format::kJsonl, "JSON Lines cannot stand here", "name a single document"},
    {Format::kWarc, "an archive cannot stand here", "name a single document"},
    {Format::kStory, "a story cannot stand here", "name a single document"},
    {Format::kPdf, "PDF is not read", "convert it: pdftotext FILE"},
    {Format::kZip, "zip files are not read, nor the DOCX and ODT made of them",
     "unpack it, or convert it: pandoc FILE -o FILE.html"},
    {Format::kRichText, "RTF is not read",
     "convert it: pandoc FILE -o FILE.html"},
    {Format::kMhtml, "MHTML is not read", "save the page as HTML only"},
    {Format::kBinary, "this is no text", ""},
};

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::string_view skip_space(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}

bool starts_with_any_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(
             lower.begin(), lower.end(), text.begin(), [](char want, char is) {
               return want == std::tolower(static_cast<unsigned char>(is));
             });
}

// An object whose first line names a text: no prose begins so.
bool looks_like_json_lines(std::string_view text) {
  if (!text.starts_with('{')) return false;
  text.remove_prefix(1);
  return skip_space(text).starts_with('"') &&
         text.find("\"text\"") != std::string_view::npos;
}

Format named_format(std::string_view name) {
  constexpr struct {
    std::string_view ending;
    Format format;
  } kNames[] = {
      {".jsonl", Format::kJsonl},   {".ndjson", Format::kJsonl},
      {".toml", Format::kStory},    {".md", Format::kMarkdown},
      {".markdown", Format::kMarkdown},
  };
  for (const auto& known : kNames) {
    if (name.ends_with(known.ending)) return known.format;
  }
  return Format::kPlain;
}

bool is_page_name(std::string_view name) {
  return name.ends_with(".html") || name.ends_with(".htm") ||
         name.ends_with(".xhtml");
}

// Past comments, declarations and white space to the first tag.
std::string_view skip_to_tag(std::string_view text) {
  while (true) {
    text = skip_space(text);
    const std::string_view end = text.starts_with("<!--")  ? "-->"
                                 : text.starts_with("<?xml") ? "?>"
                                                             : "";
    if (end.empty()) return text;
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + end.size());
  }
}

bool looks_like_page(std::string_view name, std::string_view text) {
  const std::string_view tag = skip_to_tag(text);
  // A comment that has no end in sight.
  if (tag.empty()) return !text.empty() && text.starts_with("<!--");
  if (!tag.starts_with('<')) return false;
  if (is_page_name(name)) return true;
  for (const std::string_view known : kPageTags) {
    if (!starts_with_any_case(tag.substr(1), known)) continue;
    const std::string_view rest = tag.substr(1 + known.size());
    if (rest.empty() || is_space(rest[0]) || rest[0] == '>' || rest[0] == '/') {
      return true;
    }
  }
  return false;
}

// "00:01:02,345 --> " stands in one of the first lines, and what is before it
// is the number of the first caption.
bool looks_like_subtitles(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  const bool is_number = first.size() < 8 &&
                         first.find_first_not_of("0123456789 \r") ==
                             std::string_view::npos;
  if (is_number && first.size() < text.size()) {
    text.remove_prefix(first.size() + 1);
  }
  const std::string_view line = text.substr(0, text.find('\n'));
  const std::size_t arrow = line.find(" --> ");
  return arrow != std::string_view::npos && line[0] >= '0' && line[0] <= '9' &&
         line.substr(0, arrow).find(':') != std::string_view::npos;
}

Format detect_text(std::string_view name, std::string_view head) {
  for (const Signature& signature : kSignatures) {
    if (head.starts_with(signature.bytes)) return signature.format;
  }
  const std::string_view text = skip_space(head);
  if (text.starts_with("WARC/")) return Format::kWarc;
  if (looks_like_page(name, text)) return Format::kHtml;
  const Format named = named_format(name);
  if (named != Format::kPlain) return named;
  if (looks_like_json_lines(text)) return Format::kJsonl;
  if (looks_like_subtitles(text)) return Format::kSubtitles;
  // A page named so that does not begin with a tag still has tags.
  return is_page_name(name) && text.find("</") != std::string_view::npos
             ? Format::kHtml
             : Format::kPlain;
}

}  // namespace

bool is_single_document(Format format) {
  return format == Format::kPlain || format == Format::kMarkdown ||
         format == Format::kHtml || format == Format::kSubtitles;
}

Format detect_format(std::string_view name, std::string_view head) {
  if (!utf16_of(head).empty()) {
    return detect_text(name, decode_bytes(std::string(head)).text);
  }
  if (head.starts_with(kUtf8Mark)) head.remove_prefix(kUtf8Mark.size());
  return detect_text(name, head);
}

Diagnostic refuse_format(const std::string& name, Format format) {
  Diagnostic diagnostic;
  diagnostic.file = name;
  for (const Refusal& refusal : kRefusals) {
    if (refusal.format != format) continue;
    diagnostic.message = refusal.message;
    diagnostic.hint = refusal.hint;
  }
  return diagnostic;
}

}  // namespace quoin
