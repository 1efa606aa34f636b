// SPDX-License-Identifier: Apache-2.0
// How reports for people are set: as wide as the terminal, with colour or not.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace quoin {

inline constexpr std::size_t kDefaultColumns = 100;

struct TextStyle {
  std::size_t columns = kDefaultColumns;
  bool colour = false;

  std::string bold(std::string_view text) const { return set("1", text); }
  std::string dim(std::string_view text) const { return set("2", text); }
  std::string mark(std::string_view text) const { return set("33", text); }

 private:
  std::string set(std::string_view code, std::string_view text) const {
    if (!colour || text.empty()) return std::string(text);
    std::string out = "\x1B[";
    out.append(code).append("m").append(text).append("\x1B[0m");
    return out;
  }
};

}  // namespace quoin
