// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/disguises.h>

#include <array>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include <quoin/quote/flank.h>
#include <quoin/text/characters.h>

namespace quoin {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12>
    kNamed = {{{"\"", "&quot;"},
               {"'", "&apos;"},
               {"\u201C", "&ldquo;"},
               {"\u201D", "&rdquo;"},
               {"\u201E", "&bdquo;"},
               {"\u2018", "&lsquo;"},
               {"\u2019", "&rsquo;"},
               {"\u201A", "&sbquo;"},
               {"\u00AB", "&laquo;"},
               {"\u00BB", "&raquo;"},
               {"\u2039", "&lsaquo;"},
               {"\u203A", "&rsaquo;"}}};

// Windows-1252, 0x80 to 0x9F; 0 where the code page has nothing.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

// Every byte of `text` as a character of Windows-1252, or of Latin-1.
std::string garble(std::string_view text, bool latin1) {
  std::string out;
  for (char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    char32_t point = value;
    if (!latin1 && value >= 0x80 && value < 0xA0 &&
        kWindows1252[value - 0x80] != 0) {
      point = kWindows1252[value - 0x80];
    }
    append_utf8(out, point);
  }
  return out;
}

}  // namespace

std::vector<std::string> entities_of(std::string_view mark) {
  if (mark.empty() || code_point_at(mark, 0).size != mark.size()) return {};
  std::vector<std::string> all;
  for (const auto& [text, entity] : kNamed) {
    if (text == mark) all.emplace_back(entity);
  }
  const auto point = static_cast<std::uint32_t>(code_point_at(mark, 0).value);
  all.push_back(fmt::format("&#{};", point));
  std::string lower = fmt::format("&#x{:x};", point);
  std::string upper = fmt::format("&#x{:X};", point);
  if (lower != upper) all.push_back(std::move(upper));
  all.push_back(std::move(lower));
  return all;
}

std::vector<std::string> mojibake_of(std::string_view mark) {
  if (mark.empty() || static_cast<unsigned char>(mark.front()) < 0x80) {
    return {};
  }
  std::vector<std::string> all = {garble(mark, false), garble(mark, true)};
  if (mark == "\u201D") all.emplace_back("\u00E2\u20AC");
  return all;
}

std::vector<std::string> mojibake_lookalikes() {
  std::vector<std::string> all;
  for (std::string_view other :
       {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2020",
        "\u2021", "\u2022", "\u2026", "\u2028", "\u2032", "\u2033"}) {
    all.push_back(garble(other, false));
    all.push_back(garble(other, true));
  }
  return all;
}

}  // namespace quoin
