// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/time_stamps.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <quoin/read/mapped_text.h>

namespace quoin {
namespace {

constexpr std::size_t kFewest = 3;

struct Stamp {
  std::size_t begin = 0;
  std::size_t end = 0;
  double seconds = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

struct Time {
  std::size_t size = 0;
  std::size_t colons = 0;
  double seconds = 0;
};

// "1:20", "00:01:20", "00:01:20.5" at the beginning of `text`.
std::optional<Time> read_time(std::string_view text) {
  Time time;
  std::size_t at = 0;
  for (bool is_first = true;; is_first = false) {
    std::size_t digits = 0;
    int part = 0;
    while (digits < 3 && at < text.size() && is_digit(text[at])) {
      part = part * 10 + (text[at++] - '0');
      ++digits;
    }
    const bool is_part = is_first ? digits >= 1 : digits == 2 && part < 60;
    if (!is_part) return std::nullopt;
    time.seconds = time.seconds * 60 + part;
    if (at >= text.size() || text[at] != ':') break;
    if (++time.colons > 2) return std::nullopt;
    ++at;
  }
  if (time.colons == 0) return std::nullopt;
  if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') &&
      is_digit(text[at + 1])) {
    for (++at; at < text.size() && is_digit(text[at]);) ++at;
  }
  time.size = at;
  return time;
}

// "[00:01:20]" and its like at `at`.
std::optional<Stamp> bracketed_at(std::string_view raw, std::size_t at) {
  const char close = raw[at] == '[' ? ']' : raw[at] == '(' ? ')' : '>';
  const std::optional<Time> time = read_time(raw.substr(at + 1));
  if (!time) return std::nullopt;
  const std::size_t end = at + 1 + time->size;
  if (end >= raw.size() || raw[end] != close) return std::nullopt;
  return Stamp{at, end + 1, time->seconds};
}

// "00:01:20 " and "00:01:20 - 00:01:24 " where a line begins. Of hours and
// minutes alone, agendas are made.
std::optional<Stamp> bare_at(std::string_view raw, std::size_t at) {
  const std::optional<Time> time = read_time(raw.substr(at));
  if (!time || time->colons != 2) return std::nullopt;
  std::size_t end = at + time->size;
  std::size_t next = end;
  while (next < raw.size() && (is_blank(raw[next]) || raw[next] == '-')) ++next;
  if (const auto until = read_time(raw.substr(next)); until && next > end) {
    if (until->colons == 2) end = next + until->size;
  }
  if (end < raw.size() && !is_blank(raw[end]) && raw[end] != '\n' &&
      raw[end] != '\r') {
    return std::nullopt;
  }
  return Stamp{at, end, time->seconds};
}

struct Found {
  std::vector<Stamp> stamps;
  std::size_t lines = 0;  // that hold something
  std::size_t stamped = 0;
  bool rises = true;
};

Found find_stamps(std::string_view raw) {
  Found found;
  double last = 0;
  for (std::size_t begin = 0; begin < raw.size();) {
    const std::size_t end = std::min(raw.find('\n', begin), raw.size());
    const std::size_t before = found.stamps.size();
    bool is_empty = true;
    bool is_start = true;
    for (std::size_t at = begin; at < end; ++at) {
      if (is_blank(raw[at]) || raw[at] == '\r') continue;
      is_empty = false;
      std::optional<Stamp> stamp;
      if (raw[at] == '[' || raw[at] == '(' || raw[at] == '<') {
        stamp = bracketed_at(raw, at);
      } else if (is_start && is_digit(raw[at])) {
        stamp = bare_at(raw, at);
      }
      is_start = false;
      if (!stamp) continue;
      found.rises = found.rises && stamp->seconds >= last;
      last = stamp->seconds;
      found.stamps.push_back(*stamp);
      at = stamp->end - 1;
    }
    if (!is_empty) ++found.lines;
    if (found.stamps.size() > before) ++found.stamped;
    begin = end + 1;
  }
  return found;
}

}  // namespace

bool read_time_stamps(std::string_view raw, Document& document) {
  const Found found = find_stamps(raw);
  if (found.stamps.size() < kFewest || !found.rises ||
      found.stamped * 3 < found.lines) {
    return false;
  }
  MappedText out(raw);
  std::size_t at = 0;
  for (const Stamp& stamp : found.stamps) {
    out.add(raw.substr(at, stamp.begin - at));
    at = stamp.end;
    // With one of the spaces around it; alone on its line, with the line.
    const bool begins = stamp.begin == 0 || raw[stamp.begin - 1] == '\n' ||
                        is_blank(raw[stamp.begin - 1]);
    while (begins && at < raw.size() && is_blank(raw[at])) ++at;
    const bool is_end =
        at == raw.size() ||
        std::string_view(":;,.\r\n").find(raw[at]) != std::string_view::npos;
    while (is_end && !out.text().empty() && is_blank(out.text().back())) {
      out.truncate(out.text().size() - 1);
    }
    const bool is_line =
        out.text().empty() || out.text().ends_with('\n');
    if (!is_line) continue;
    if (raw.substr(at).starts_with("\r\n")) {
      at += 2;
    } else if (raw.substr(at).starts_with('\n')) {
      ++at;
    }
  }
  out.add(raw.substr(at));
  std::move(out).give_to(document);
  return true;
}

}  // namespace quoin
