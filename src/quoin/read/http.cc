// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/http.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <quoin/read/byte_source.h>
#include <quoin/read/inflate.h>

namespace quoin {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool equals_any_case(std::string_view text, std::string_view low) {
  return text.size() == low.size() &&
         std::equal(text.begin(), text.end(), low.begin(),
                    [](char is, char want) { return lower(is) == want; });
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

// Where the body begins: behind the first empty line; npos when there is none.
std::size_t find_body(std::string_view block) {
  for (std::size_t at = block.find('\n'); at != std::string_view::npos;
       at = block.find('\n', at + 1)) {
    if (block.substr(at + 1, 1) == "\n") return at + 2;
    if (block.substr(at + 1, 2) == "\r\n") return at + 3;
  }
  return std::string_view::npos;
}

// "HTTP/1.1 200 OK" -> 200
int status_of(std::string_view headers) {
  const std::size_t space = headers.find(' ');
  if (space == std::string_view::npos) return 0;
  int status = 0;
  std::from_chars(headers.data() + space + 1, headers.data() + headers.size(),
                  status);
  return status;
}

struct Body {
  std::string bytes;
  bool is_cut = false;
};

// Nothing when it is not in chunks after all.
std::optional<Body> join_chunks(std::string_view body) {
  Body joined;
  std::size_t at = 0;
  while (at < body.size()) {
    const std::size_t end = body.find('\n', at);
    std::size_t size = 0;
    const char* last = body.data() + std::min(end, body.size());
    const auto read = std::from_chars(body.data() + at, last, size, 16);
    if (read.ec != std::errc()) {
      if (joined.bytes.empty()) return std::nullopt;
      break;
    }
    if (end == std::string_view::npos) break;
    at = end + 1;
    if (size == 0) return joined;
    const std::size_t some = std::min(size, body.size() - at);
    joined.bytes.append(body, at, some);
    at += some;
    if (some < size) break;
    if (body.substr(at, 2) == "\r\n") {
      at += 2;
    } else if (body.substr(at, 1) == "\n") {
      at += 1;
    }
  }
  joined.is_cut = true;
  return joined;
}

// What the body is after one of its encodings has been undone.
std::optional<Diagnostic> undo(std::string_view encoding, std::size_t max_size,
                               HttpResponse& response) {
  if (encoding.empty() || equals_any_case(encoding, "identity")) {
    return std::nullopt;
  }
  const bool is_gzip = equals_any_case(encoding, "gzip") ||
                       equals_any_case(encoding, "x-gzip");
  if (!is_gzip && !equals_any_case(encoding, "deflate")) {
    return failure("", fmt::format("its content encoding '{}' is not read",
                                   encoding));
  }
  Inflated inflated = inflate_all(
      response.body, is_gzip ? Packing::kGzip : Packing::kDeflate, max_size);
  if (inflated.is_too_large) {
    return failure("", fmt::format("it unpacks to more than {} MB",
                                   max_size >> 20),
                   "raise the limit with '--max-size'");
  }
  // Unpacked already, whatever the header says.
  if (inflated.text.empty() && !inflated.is_whole) return std::nullopt;
  response.is_cut = response.is_cut || !inflated.is_whole;
  response.body = std::move(inflated.text);
  return std::nullopt;
}

}  // namespace

std::string_view find_header(std::string_view headers, std::string_view name) {
  while (!headers.empty()) {
    std::size_t end = headers.find('\n');
    // A line that begins with a space goes on with the one before it.
    while (end != std::string_view::npos && end + 1 < headers.size() &&
           (headers[end + 1] == ' ' || headers[end + 1] == '\t')) {
      end = headers.find('\n', end + 1);
    }
    const std::string_view line = headers.substr(0, end);
    if (line.size() > name.size() && line[name.size()] == ':' &&
        equals_any_case(line.substr(0, name.size()), name)) {
      return trim(line.substr(name.size() + 1));
    }
    if (end == std::string_view::npos) break;
    headers.remove_prefix(end + 1);
  }
  return {};
}

Result<HttpResponse> read_http_response(std::string block,
                                        std::size_t max_size) {
  const std::size_t begin = find_body(block);
  if (begin == std::string::npos || !block.starts_with("HTTP/")) {
    return failure("", "it has no HTTP header");
  }
  const std::string headers = block.substr(0, begin);
  HttpResponse response;
  response.status = status_of(headers);
  response.content_type = find_header(headers, "content-type");
  block.erase(0, begin);
  response.body = std::move(block);
  if (equals_any_case(find_header(headers, "transfer-encoding"), "chunked")) {
    if (std::optional<Body> joined = join_chunks(response.body)) {
      response.body = std::move(joined->bytes);
      response.is_cut = joined->is_cut;
    }
  }
  // The last of them was applied last.
  std::string_view encodings = find_header(headers, "content-encoding");
  while (!encodings.empty()) {
    const std::size_t comma = encodings.rfind(',');
    const bool is_last = comma == std::string_view::npos;
    const std::string_view one =
        trim(is_last ? encodings : encodings.substr(comma + 1));
    encodings = is_last ? std::string_view() : encodings.substr(0, comma);
    if (auto problem = undo(one, max_size, response)) return *problem;
  }
  return response;
}

}  // namespace quoin
