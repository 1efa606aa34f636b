// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/escape.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <quoin/base/display.h>

namespace quoin {
namespace {

// U+202A to U+202E and U+2066 to U+2069: they embed, override or isolate
// whatever follows. The plain direction marks (U+200E, U+200F) are harmless
// and belong to Hebrew and Arabic text.
constexpr std::array<std::string_view, 5> kEmbeddings = {"LRE", "RLE", "PDF",
                                                         "LRO", "RLO"};
constexpr std::array<std::string_view, 4> kIsolates = {"LRI", "RLI", "FSI",
                                                       "PDI"};

std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<std::uint8_t>(text[at]) : 0;
}

struct Token {
  std::string_view name;
  std::size_t size = 0;  // bytes it stands for
};

std::optional<Token> direction_at(std::string_view text, std::size_t at) {
  if (byte_at(text, at) != 0xE2) return std::nullopt;
  const std::uint8_t second = byte_at(text, at + 1);
  const std::uint8_t third = byte_at(text, at + 2);
  if (second == 0x80 && third >= 0xAA && third <= 0xAE) {
    return Token{kEmbeddings[third - 0xAAu], 3};
  }
  if (second == 0x81 && third >= 0xA6 && third <= 0xA9) {
    return Token{kIsolates[third - 0xA6u], 3};
  }
  return std::nullopt;
}

// U+2400 and after picture the control characters.
std::string picture_of(std::uint8_t control) {
  const std::uint8_t last = control == 0x7F ? 0x21 : control;
  return {'\xE2', '\x90', static_cast<char>(0x80 + last)};
}

void append_token(std::string_view name, bool marked_up, std::string& out) {
  out += marked_up ? "<span class=\"ctl\">\u27E6" : "\u27E6";
  out.append(name).append("\u27E7");
  if (marked_up) out += "</span>";
}

std::string escape(std::string_view text, bool marked_up) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::uint8_t byte = byte_at(text, i);
    switch (byte) {
      case '&': out += "&amp;"; continue;
      case '<': out += "&lt;"; continue;
      case '>': out += "&gt;"; continue;
      case '"': out += "&quot;"; continue;
      case '\'': out += "&#39;"; continue;
      case '\t':
      case '\n': out += text[i]; continue;
      case '\r':
        if (byte_at(text, i + 1) != '\n') out += '\n';
        continue;
      default: break;
    }
    if (byte < 0x20 || byte == 0x7F) {
      out += picture_of(byte);
    } else if (byte == 0xC2 && byte_at(text, i + 1) < 0xA0) {
      append_token("C1", marked_up, out);  // U+0080 to U+009F
      ++i;
    } else if (const std::optional<Token> token = direction_at(text, i)) {
      append_token(token->name, marked_up, out);
      i += token->size - 1;
    } else {
      out += text[i];
    }
  }
  return out;
}

bool starts_with_scheme(std::string_view url, std::string_view scheme) {
  return url.size() > scheme.size() &&
         std::equal(scheme.begin(), scheme.end(), url.begin(),
                    [](char a, char b) {
                      return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b);
                    });
}

}  // namespace

std::string html_text(std::string_view text) { return escape(text, false); }

std::string html_printed(std::string_view text) { return escape(text, true); }

std::string html_name(std::string_view name) {
  return "<bdi>" + html_printed(single_line(name)) + "</bdi>";
}

std::string html_link(std::string_view url) {
  const bool is_web =
      starts_with_scheme(url, "http://") || starts_with_scheme(url, "https://");
  return is_web ? html_text(url) : std::string();
}

}  // namespace quoin
