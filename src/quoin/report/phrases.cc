// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/phrases.h>

#include <algorithm>

#include <fmt/format.h>

namespace quoin {

std::string plural(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string spaced(std::string_view id) {
  std::string out(id);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string reading_letter(std::size_t index) {
  std::string name(1, static_cast<char>('A' + index % 26));
  if (index >= 26) name += std::to_string(index / 26);
  return name;
}

std::string list_of(const std::vector<std::string>& names, std::size_t most) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (most > 0 && i == most) {
      return list + fmt::format(" and {} more", names.size() - most);
    }
    list += (i == 0 ? "" : ", ") + names[i];
  }
  return list;
}

}  // namespace quoin
