// SPDX-License-Identifier: Apache-2.0
// A flat record: named values in order, as golden files hold one a line.
//
//   {"document": "courier.txt", "line": 5, "flags": ["unclosed"]}

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace quoin {

using RecordValue =
    std::variant<std::string, std::size_t, std::vector<std::string>>;

struct Record {
  std::vector<std::pair<std::string, RecordValue>> fields;

  // Null when there is no such field; valid while the record is not changed.
  const RecordValue* find(std::string_view name) const {
    for (const auto& [key, value] : fields) {
      if (key == name) return &value;
    }
    return nullptr;
  }
  // The text of a string field; empty when there is none of that name.
  std::string_view text(std::string_view name) const {
    const RecordValue* value = find(name);
    const auto* string =
        value == nullptr ? nullptr : std::get_if<std::string>(value);
    return string == nullptr ? std::string_view() : std::string_view(*string);
  }

  friend bool operator==(const Record&, const Record&) = default;
};

}  // namespace quoin
