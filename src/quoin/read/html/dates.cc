// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/dates.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <fmt/format.h>

namespace quoin {
namespace {

constexpr std::size_t kLongestDate = 80;

// The names of RFC 2822, which are those of every program that prints dates.
constexpr std::array<std::string_view, 12> kMonths = {
    "jan", "feb", "mar", "apr", "may", "jun",
    "jul", "aug", "sep", "oct", "nov", "dec"};

struct Zone {
  std::string_view name;
  int minutes;
};
// Those of RFC 2822, and their neighbours in time.
constexpr Zone kZones[] = {
    {"z", 0},      {"utc", 0},    {"gmt", 0},    {"est", -300}, {"edt", -240},
    {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480},
    {"pdt", -420}, {"bst", 60},   {"cet", 60},   {"cest", 120}, {"jst", 540},
};

// A number, a word or a sign of the text.
struct Part {
  enum class Kind : std::uint8_t { kNumber, kWord, kSign };
  Kind kind = Kind::kSign;
  int value = 0;  // of a number; the character of a sign
  std::size_t digits = 0;
  std::string word;  // in lower case
  bool is_after_space = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts;
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    Part part;
    part.is_after_space = space;
    space = false;
    if (is_digit(text[i])) {
      while (end < text.size() && is_digit(text[end])) ++end;
      part.kind = Part::Kind::kNumber;
      part.digits = end - i;
      if (part.digits <= 9) {
        std::from_chars(text.data() + i, text.data() + end, part.value);
      }
    } else if (is_letter(text[i])) {
      part.kind = Part::Kind::kWord;
      while (end < text.size() && is_letter(text[end])) {
        part.word += static_cast<char>(text[end++] | 0x20);
      }
    } else {
      ++end;
      part.value = text[i];
      space = text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
    }
    if (!space) parts.push_back(std::move(part));
    i = end;
  }
  return parts;
}

int month_of(const Part& part) {
  if (part.kind != Part::Kind::kWord || part.word.size() < 3) return 0;
  const auto at = std::find(kMonths.begin(), kMonths.end(),
                            std::string_view(part.word).substr(0, 3));
  return at == kMonths.end() ? 0 : static_cast<int>(at - kMonths.begin()) + 1;
}

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  std::size_t end = 0;  // behind its last part

  bool is_valid() const {
    return year >= 1600 && year < 2200 && month >= 1 && month <= 12 &&
           day >= 1 && day <= 31;
  }
};

class DateReader {
 public:
  explicit DateReader(const std::vector<Part>& parts) : parts_(parts) {}

  std::optional<std::string> read() {
    const Date date = find_date();
    if (!date.is_valid()) return std::nullopt;
    std::string out =
        fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    at_ = date.end;
    append_time(out);
    return out;
  }

 private:
  bool is_number(std::size_t i) const {
    return i < parts_.size() && parts_[i].kind == Part::Kind::kNumber;
  }
  bool is_sign(std::size_t i, char c) const {
    return i < parts_.size() && parts_[i].kind == Part::Kind::kSign &&
           parts_[i].value == c;
  }
  bool is_year(std::size_t i) const {
    return is_number(i) && parts_[i].digits == 4;
  }
  bool is_small(std::size_t i) const {
    return is_number(i) && parts_[i].digits <= 2;
  }

  Date find_date() const {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      for (const Date& date : {joined_at(i), numeric_at(i), named_at(i)}) {
        if (date.is_valid()) return date;
      }
    }
    return {};
  }

  // "20191118"
  Date joined_at(std::size_t i) const {
    if (!is_number(i) || parts_[i].digits != 8) return {};
    const int value = parts_[i].value;
    return {value / 10000, value / 100 % 100, value % 100, i + 1};
  }

  // "2019-11-18", "2019/11/18", "18.11.2019", "11/18/2019"
  Date numeric_at(std::size_t i) const {
    if (!is_number(i) || i + 4 >= parts_.size()) return {};
    const char sign = static_cast<char>(parts_[i + 1].value);
    if (parts_[i + 1].kind != Part::Kind::kSign || !is_sign(i + 3, sign) ||
        (sign != '-' && sign != '/' && sign != '.')) {
      return {};
    }
    const auto value = [&](std::size_t k) { return parts_[i + k].value; };
    if (is_year(i) && is_small(i + 2) && is_small(i + 4)) {
      return {value(0), value(2), value(4), i + 5};
    }
    if (!is_small(i) || !is_small(i + 2) || !is_year(i + 4)) return {};
    if (sign == '.' || value(0) > 12) {
      return {value(4), value(2), value(0), i + 5};
    }
    if (value(2) > 12 || value(0) == value(2)) {
      return {value(4), value(0), value(2), i + 5};
    }
    return {};
  }

  // "18 Nov 2019", "18th of November, 2019", "Nov. 18, 2019"
  Date named_at(std::size_t i) const {
    constexpr std::size_t kFarthest = 5;
    const int month = month_of(parts_[i]);
    if (month == 0) return {};
    // "2019/nov/18"
    if (i >= 2 && is_year(i - 2) && is_small(i + 2)) {
      return {parts_[i - 2].value, month, parts_[i + 2].value, i + 3};
    }
    int day = 0;
    for (std::size_t k = i; day == 0 && k-- > 0 && i - k <= 3;) {
      if (is_small(k)) day = parts_[k].value;
    }
    for (std::size_t k = i + 1; k < parts_.size() && k <= i + kFarthest; ++k) {
      if (is_year(k)) return {parts_[k].value, month, day, k + 1};
      if (is_small(k)) day = parts_[k].value;
    }
    return {};
  }

  // "T16:07:38-06:00", ", 07:47 PM EST", "at 4:07 p.m."; nothing without one.
  void append_time(std::string& out) {
    constexpr std::size_t kFarthest = 4;
    std::size_t i = at_;
    while (i < parts_.size() && i < at_ + kFarthest &&
           !(is_small(i) && is_sign(i + 1, ':') && is_small(i + 2))) {
      ++i;
    }
    if (!is_small(i) || !is_sign(i + 1, ':') || !is_small(i + 2)) return;
    int hour = parts_[i].value;
    const int minute = parts_[i + 2].value;
    int second = 0;
    i += 3;
    if (is_sign(i, ':') && is_small(i + 1)) {
      second = parts_[i + 1].value;
      i += 2;
    }
    if (is_sign(i, '.') && is_number(i + 1)) i += 2;
    if (i < parts_.size() && parts_[i].kind == Part::Kind::kWord) {
      const std::string& word = parts_[i].word;
      const bool is_am = word == "am" || word == "a";
      const bool is_pm = word == "pm" || word == "p";
      if (is_pm && hour < 12) hour += 12;
      if (is_am && hour == 12) hour = 0;
      if (is_am || is_pm) ++i;
      if (word.size() == 1 && (is_am || is_pm)) {  // "p.m."
        while (i < parts_.size() &&
               (is_sign(i, '.') || parts_[i].word == "m")) {
          ++i;
        }
      }
    }
    if (hour > 23 || minute > 59 || second > 60) return;
    out += fmt::format("T{:02}:{:02}:{:02}", hour, minute, second);
    append_zone(i, out);
  }

  void append_zone(std::size_t i, std::string& out) const {
    std::optional<int> minutes;
    if (i < parts_.size() && parts_[i].kind == Part::Kind::kWord) {
      for (const Zone& zone : kZones) {
        if (zone.name == parts_[i].word) minutes = zone.minutes;
      }
      if (minutes) ++i;
    }
    if ((is_sign(i, '+') || is_sign(i, '-')) && is_number(i + 1)) {
      const int sign = parts_[i].value == '-' ? -1 : 1;
      const Part& number = parts_[i + 1];
      if (number.digits == 4) {
        minutes = sign * (number.value / 100 * 60 + number.value % 100);
      } else if (number.digits <= 2) {
        minutes = sign * number.value * 60;
        if (is_sign(i + 2, ':') && is_small(i + 3)) {
          *minutes += sign * parts_[i + 3].value;
        }
      }
    }
    if (!minutes) return;
    if (*minutes == 0) {
      out += 'Z';
      return;
    }
    const int size = std::abs(*minutes);
    out += fmt::format("{}{:02}:{:02}", *minutes < 0 ? '-' : '+', size / 60,
                       size % 60);
  }

  const std::vector<Part>& parts_;
  std::size_t at_ = 0;
};

// The civil date of a count of days since 1970: Howard Hinnant's
// civil_from_days.
std::string from_seconds(std::int64_t seconds) {
  const std::int64_t days = seconds / 86400 + 719468;
  const std::int64_t rest = seconds % 86400;
  const std::int64_t era = days / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 +
                                    day_of_era / 36524 - day_of_era / 146096) /
                                   365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * day_of_year + 2) / 153;
  const std::int64_t day = day_of_year - (153 * shifted + 2) / 5 + 1;
  const std::int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", year, month, day,
                     rest / 3600, rest / 60 % 60, rest % 60);
}

}  // namespace

std::optional<std::string> iso_date(std::string_view text) {
  text = text.substr(0, kLongestDate);
  const bool is_count = (text.size() == 10 || text.size() == 13) &&
                        std::all_of(text.begin(), text.end(), is_digit);
  if (is_count) {
    std::int64_t count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    if (text.size() == 13) count /= 1000;
    // Before that day there were no such stamps, and "0000000000" is none.
    constexpr std::int64_t kFirst = 631152000;    // 1990
    constexpr std::int64_t kBehind = 7258118400;  // 2200
    if (count < kFirst || count >= kBehind) return std::nullopt;
    return from_seconds(count);
  }
  return DateReader(parts_of(text)).read();
}

std::optional<std::string> date_in_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("?#"));
  // A year in two slashes, or after one, with month and day behind it.
  for (std::size_t at = url.find('/'); at != std::string_view::npos;
       at = url.find('/', at + 1)) {
    const std::string_view rest = url.substr(at + 1);
    if (rest.size() < 8 ||
        !std::all_of(rest.begin(), rest.begin() + 4, is_digit)) {
      continue;
    }
    const char sign = rest[4];
    if (sign != '/' && sign != '-') continue;
    const std::size_t month_end = rest.find(sign, 5);
    if (month_end == std::string_view::npos || month_end > 14) continue;
    std::size_t end = month_end + 1;
    while (end < rest.size() && is_digit(rest[end])) ++end;
    if (end == month_end + 1 || end > month_end + 3) continue;
    std::optional<std::string> date = iso_date(rest.substr(0, end));
    if (date) return date;
  }
  return std::nullopt;
}

long day_number(std::string_view iso) {
  const auto number = [&](std::size_t at, std::size_t size) {
    long value = 0;
    std::from_chars(iso.data() + at, iso.data() + at + size, value);
    return value;
  };
  // Howard Hinnant's days_from_civil, for years of four digits.
  const long month = number(5, 2);
  const long year = number(0, 4) - (month <= 2 ? 1 : 0);
  const long era = year / 400;
  const long year_of_era = year - era * 400;
  const long day_of_year =
      (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + number(8, 2) - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 -
         year_of_era / 100 + day_of_year;
}

}  // namespace quoin
