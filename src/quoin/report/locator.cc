// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/locator.h>

#include <array>

#include <quoin/base/sha256.h>

namespace quoin {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

void append_escaped(char c, std::string& out) {
  const auto byte = static_cast<unsigned char>(c);
  out += {'%', kHexDigits[byte >> 4], kHexDigits[byte & 15]};
}

// An address as it is given, but for what no address may hold.
std::string web_uri(std::string_view url) {
  constexpr std::string_view kKept = ":/?#[]@!$&'()*+,;=%";
  std::string out;
  for (const char c : url) {
    if (is_unreserved(c) || kKept.find(c) != std::string_view::npos) {
      out += c;
    } else {
      append_escaped(c, out);
    }
  }
  return out;
}

}  // namespace

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

std::string path_uri(std::string_view path) {
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (is_unreserved(c) || c == '/') {
      out += c;
    } else {
      append_escaped(c, out);
    }
  }
  return out;
}

std::string page_uri(const Document& document) {
  if (document.url && is_web_address(*document.url)) {
    return web_uri(*document.url);
  }
  return path_uri(document.id);
}

// A UUID of version 8, RFC 9562: bits that a program chose by rules of its own.
std::string content_urn(std::string_view key) {
  std::string hex = sha256_hex(key).substr(0, 32);
  hex[12] = '8';
  hex[16] = "89ab"[hex[16] & 3];
  std::string out = "urn:uuid:";
  for (std::size_t i = 0; i < hex.size(); ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) out += '-';
    out += hex[i];
  }
  return out;
}

}  // namespace quoin
