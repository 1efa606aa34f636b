// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/warc_record.h>

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <quoin/read/format.h>
#include <quoin/read/html/read_html.h>
#include <quoin/read/http.h>
#include <quoin/read/plain.h>
#include <quoin/read/single.h>
#include <quoin/text/charset.h>

namespace quoin {
namespace {

// What a record holds, once it is out of its wrapping.
struct Content {
  std::string type;  // "text/html; charset=utf-8"
  std::string body;
  bool is_cut = false;
};

// "Text/HTML; charset=x" -> "text/html"
std::string media_type(std::string_view content_type) {
  content_type = content_type.substr(0, content_type.find_first_of("; ,"));
  std::string type(content_type);
  for (char& c : type) {
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return type;
}

// The format of what is worth reading. Servers that do not know say nothing or
// "octet-stream", and then only a page is told by its content.
std::optional<Format> format_of(const Content& content) {
  const std::string type = media_type(content.type);
  const Format seen = detect_format("", std::string_view(content.body)
                                            .substr(0, std::size_t{4096}));
  if (type == "text/html" || type == "application/xhtml+xml") {
    const bool is_binary = seen == Format::kPdf || seen == Format::kZip ||
                           seen == Format::kBinary;
    return is_binary ? std::nullopt : std::optional(Format::kHtml);
  }
  if (type == "text/markdown") return Format::kMarkdown;
  if (type == "text/vtt" || type == "application/x-subrip") {
    return Format::kSubtitles;
  }
  if (type == "text/plain") {
    return is_single_document(seen) ? std::optional(seen) : std::nullopt;
  }
  const bool is_unknown = type.empty() || type == "application/octet-stream" ||
                          type == "unknown/unknown";
  if (is_unknown && seen == Format::kHtml) return seen;
  return std::nullopt;
}

std::string_view without_brackets(std::string_view text) {
  if (text.starts_with('<') && text.ends_with('>') && text.size() >= 2) {
    text = text.substr(1, text.size() - 2);
  }
  return text;
}

// Nothing for what is no document; why not, when it should have been one.
std::optional<Result<Content>> open_record(WarcRecord& record,
                                           std::size_t max_size) {
  const std::string_view type = find_header(record.headers, "content-type");
  const bool is_http = media_type(type) == "application/http" ||
                       record.block.starts_with("HTTP/");
  Content content;
  if (find_header(record.headers, "warc-type") != "response" || !is_http) {
    content.type = type;
    content.body = std::move(record.block);
    return content;
  }
  Result<HttpResponse> response =
      read_http_response(std::move(record.block), max_size);
  if (!response) return std::move(response).error();
  const bool is_success = response->status >= 200 && response->status < 300;
  if (!is_success) return std::nullopt;
  content.type = std::move(response->content_type);
  content.body = std::move(response->body);
  content.is_cut = response->is_cut;
  return content;
}

Diagnostic place(Diagnostic problem, const WarcRecord& record,
                 std::string_view url, const std::string& file) {
  problem.file = file;
  problem.message = fmt::format("the record that begins at byte {} ({}): {}",
                                record.offset, url, problem.message);
  return problem;
}

Result<Document> read_content(Content content, Format format,
                              const PageContext& page,
                              const ReadOptions& options) {
  if (format == Format::kHtml) {
    return read_html(std::move(content.body), page, options);
  }
  return read_single_bytes(std::move(content.body), *options.id, format,
                           page.http_charset, options);
}

}  // namespace

std::optional<Result<Document>> read_record(WarcRecord record,
                                            const std::string& file,
                                            const ReadOptions& options) {
  const std::string url(
      without_brackets(find_header(record.headers, "warc-target-uri")));
  std::optional<Result<Content>> opened = open_record(record, options.max_size);
  if (!opened) return std::nullopt;
  if (!*opened) {
    return place(std::move(*opened).error().front(), record, url, file);
  }
  Content content = *std::move(*opened);
  const std::optional<Format> format = format_of(content);
  if (!format || content.body.empty()) return std::nullopt;
  if (content.body.size() > options.max_size) {
    return place(too_large("", 0, options.max_size), record, url, file);
  }

  ReadOptions named = options;
  const std::string_view id =
      without_brackets(find_header(record.headers, "warc-record-id"));
  named.id = id.empty() ? fmt::format("{}:{}", file_name(file), record.offset)
                        : std::string(id);
  const std::string type = content.type;  // the views below are of it
  PageContext page;
  page.url = url;
  page.http_charset = charset_of_content_type(type);
  page.date = find_header(record.headers, "warc-date");
  const bool is_cut =
      content.is_cut || !find_header(record.headers, "warc-truncated").empty();
  Result<Document> read =
      read_content(std::move(content), *format, page, named);
  if (!read) return std::move(read).error();
  if (!read->url && !url.empty()) read->url = url;
  if (is_cut) {
    Diagnostic cut;
    cut.severity = Severity::kWarning;
    cut.message = "it was cut off when it was archived";
    note_damage(*read, place(std::move(cut), record, url, file));
  }
  return read;
}

}  // namespace quoin
