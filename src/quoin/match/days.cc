// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/days.h>

#include <charconv>
#include <string_view>

namespace quoin {

std::optional<long> days_of(const std::optional<std::string>& date) {
  if (!date || date->size() < 10) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size, long& value) {
    const char* begin = date->data() + at;
    return std::from_chars(begin, begin + size, value).ptr == begin + size;
  };
  long year = 0;
  long month = 0;
  long day = 0;
  const bool read = number(0, 4, year) && (*date)[4] == '-' &&
                    number(5, 2, month) && (*date)[7] == '-' &&
                    number(8, 2, day);
  if (!read || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  // Howard Hinnant's days_from_civil, for years of four digits.
  year -= month <= 2;
  const long era = year / 400;
  const long year_of_era = year - era * 400;
  const long day_of_year =
      (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 -
         year_of_era / 100 + day_of_year;
}

}  // namespace quoin
