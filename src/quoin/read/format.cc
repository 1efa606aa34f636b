// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/format.h>

#include <algorithm>
#include <cctype>
#include <string>

#include <quoin/text/charset.h>

namespace quoin {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

struct Signature {
  std::string_view bytes;
  Format format;
};

using namespace std::string_view_literals;
constexpr Signature kSignatures[] = {
    {"\x1F\x8B"sv, Format::kArchive},          // gzip
    {"\x28\xB5\x2F\xFD"sv, Format::kArchive},  // zstd
    {"PK\x03\x04"sv, Format::kArchive},        // zip, and so DOCX
    {"WARC/"sv, Format::kArchive},
    {"%PDF-"sv, Format::kPdf},
};

struct Refusal {
  Format format;
  const char* message;
  const char* hint;
};

constexpr Refusal kRefusals[] = {
    {Format::kJsonl, "JSON Lines cannot stand here", "name a plain text"},
    {Format::kStory, "a story cannot stand here", "name a plain text"},
    {Format::kHtml, "web pages are not read yet", "save the page as text"},
    {Format::kArchive, "archives are not read yet", "unpack it first"},
    {Format::kPdf, "PDF is not read", "convert it: pdftotext FILE"},
    {Format::kUtf16, "only plain text is read in UTF-16",
     "convert it: iconv -f UTF-16 -t UTF-8"},
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
  if (name.ends_with(".jsonl") || name.ends_with(".ndjson")) {
    return Format::kJsonl;
  }
  return name.ends_with(".toml") ? Format::kStory : Format::kPlain;
}

}  // namespace

Format detect_format(std::string_view name, std::string_view head) {
  if (is_marked_utf16(head)) {
    return named_format(name) == Format::kPlain ? Format::kPlain
                                                : Format::kUtf16;
  }
  for (const Signature& signature : kSignatures) {
    if (head.starts_with(signature.bytes)) return signature.format;
  }
  if (head.starts_with(kUtf8Mark)) head.remove_prefix(kUtf8Mark.size());
  const std::string_view text = skip_space(head);
  if (starts_with_any_case(text, "<!doctype html") ||
      starts_with_any_case(text, "<html")) {
    return Format::kHtml;
  }
  const Format named = named_format(name);
  if (named != Format::kPlain) return named;
  return looks_like_json_lines(text) ? Format::kJsonl : Format::kPlain;
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
