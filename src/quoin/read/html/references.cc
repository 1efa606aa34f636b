// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/references.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <vector>

#include <quoin/read/html/reference_names.h>

namespace quoin {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Name {
  std::string_view name;
  char32_t first = 0;
  char32_t second = 0;       // 0 when there is one character
  bool may_be_bare = false;  // stands without its semicolon
};

// All names by hash: open addressing, twice as many slots as names.
class NameTable {
 public:
  NameTable() : slots_(kSlots) {
    std::string_view rest = kReferenceNames;
    while (true) {
      const std::size_t begin = rest.find_first_not_of(" \n");
      if (begin == std::string_view::npos) return;
      rest.remove_prefix(begin);
      const std::size_t end = rest.find_first_of(" \n");
      insert(rest.substr(0, end));
      rest.remove_prefix(std::min(end, rest.size()));
    }
  }

  const Name* find(std::string_view name) const {
    for (std::size_t at = hash(name);; at = (at + 1) % kSlots) {
      if (slots_[at].name.empty()) return nullptr;
      if (slots_[at].name == name) return &slots_[at];
    }
  }

 private:
  static constexpr std::size_t kSlots = 4096;

  static std::size_t hash(std::string_view name) {
    std::uint32_t hash = 2166136261u;
    for (const char c : name) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    }
    return (hash ^ (hash >> 15)) % kSlots;
  }

  void insert(std::string_view entry) {
    const std::size_t sign = entry.find_first_of("=:");
    Name name;
    name.name = entry.substr(0, sign);
    name.may_be_bare = entry[sign] == ':';
    const char* const end = entry.data() + entry.size();
    std::uint32_t code = 0;
    const auto first = std::from_chars(entry.data() + sign + 1, end, code, 16);
    name.first = code;
    if (first.ptr != end) {
      std::from_chars(first.ptr + 1, end, code, 16);
      name.second = code;
    }
    std::size_t at = hash(name.name);
    while (!slots_[at].name.empty()) at = (at + 1) % kSlots;
    slots_[at] = name;
  }

  std::vector<Name> slots_;
};

const NameTable& names() {
  static const NameTable table;
  return table;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) {
  return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const int lower = c | 0x20;
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// What pages mean by &#128; to &#159;: the table of the standard.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

char32_t allowed(char32_t code) {
  if (code >= 0x80 && code < 0xA0) return kWindows1252[code - 0x80];
  const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  const bool is_reserved = code >= 0xFDD0 && code <= 0xFDEF;
  const bool is_bad =
      code == 0 || code > 0x10FFFF || is_surrogate || is_reserved;
  return is_bad ? kReplacement : code;
}

void append(Reference& to, char32_t code) {
  const auto put = [&](char32_t byte) {
    to.text[to.text_size++] = static_cast<char>(byte);
  };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

// Requires: raw begins with "&#".
Reference read_number(std::string_view raw) {
  std::size_t at = 2;
  const bool is_hex = at < raw.size() && (raw[at] | 0x20) == 'x';
  if (is_hex) ++at;
  const std::size_t first = at;
  char32_t code = 0;
  for (; at < raw.size(); ++at) {
    const int digit = is_hex              ? hex_value(raw[at])
                      : is_digit(raw[at]) ? raw[at] - '0'
                                          : -1;
    if (digit < 0) break;
    code = std::min<char32_t>(
        code * (is_hex ? 16 : 10) + static_cast<char32_t>(digit), 0x110000);
  }
  Reference found;
  if (at == first) return found;
  if (at < raw.size() && raw[at] == ';') ++at;
  found.size = at;
  append(found, allowed(code));
  return found;
}

Reference found_name(const Name& name, std::size_t size) {
  Reference found;
  found.size = size;
  append(found, name.first);
  if (name.second != 0) append(found, name.second);
  return found;
}

}  // namespace

Reference read_reference(std::string_view raw, bool in_attribute) {
  constexpr std::size_t kLongestName = 32;
  constexpr std::size_t kLongestBareName = 6;
  if (raw.size() < 2) return {};
  if (raw[1] == '#') return read_number(raw);
  std::size_t end = 1;
  while (end < raw.size() && end <= kLongestName && is_alphanumeric(raw[end])) {
    ++end;
  }
  const std::string_view word = raw.substr(1, end - 1);
  if (word.size() < 2) return {};
  if (end < raw.size() && raw[end] == ';') {
    const Name* const name = names().find(word);
    if (name != nullptr) return found_name(*name, end + 1);
  }
  for (std::size_t size = std::min(word.size(), kLongestBareName); size >= 2;
       --size) {
    const Name* const name = names().find(word.substr(0, size));
    if (name == nullptr || !name->may_be_bare) continue;
    const char next = size + 1 < raw.size() ? raw[size + 1] : ' ';
    if (in_attribute && (next == '=' || is_alphanumeric(next))) return {};
    return found_name(*name, size + 1);
  }
  return {};
}

std::string decode_attribute(std::string_view raw) {
  std::string value;
  value.reserve(raw.size());
  while (!raw.empty()) {
    const std::size_t at = std::min(raw.find('&'), raw.size());
    value.append(raw.substr(0, at));
    raw.remove_prefix(at);
    if (raw.empty()) break;
    const Reference reference = read_reference(raw, true);
    if (reference.size == 0) {
      value += '&';
      raw.remove_prefix(1);
    } else {
      value.append(reference.view());
      raw.remove_prefix(reference.size);
    }
  }
  return value;
}

}  // namespace quoin
