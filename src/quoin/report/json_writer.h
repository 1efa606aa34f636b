// SPDX-License-Identifier: Apache-2.0
// JSON, byte for byte the same everywhere.
//
// Libraries differ in how they write numbers and order keys; golden files and
// diffs depend on neither. Keys come in the order of the calls, strings are
// UTF-8 with only what must be escaped escaped.
//
//   JsonWriter json(out);
//   json.begin_object();
//   json.field("id", document.id);
//   json.key("segments").begin_array();
//   ...

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoin {

class JsonWriter {
 public:
  // Appends to `out`, which must outlive the writer. Containers are on one
  // line, but for those begun as broken: they have each element on its own.
  explicit JsonWriter(std::string& out) : out_(out) {}

  JsonWriter& begin_object() { return open('{', false); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('[', false); }
  JsonWriter& end_array() { return close(']'); }
  // Requires: all containers that hold this one are broken.
  JsonWriter& begin_broken_object() { return open('{', true); }
  JsonWriter& begin_broken_array() { return open('[', true); }

  // Requires: `name` needs no escape.
  JsonWriter& key(std::string_view name);

  // Requires: valid UTF-8.
  JsonWriter& string(std::string_view text);
  JsonWriter& number(std::size_t value);
  // Four places after the point, always: no library decides the bytes.
  JsonWriter& fraction(double value);
  JsonWriter& numbered(char prefix, std::size_t value);  // "q12"
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  JsonWriter& string_or_null(const std::optional<std::string>& text);

  JsonWriter& field(std::string_view name, std::string_view text) {
    return key(name).string(text);
  }
  JsonWriter& field(std::string_view name,
                    const std::vector<std::string>& texts);

 private:
  JsonWriter& open(char bracket, bool broken);
  JsonWriter& close(char bracket);
  void before_value();
  char* grow(std::size_t size);
  void new_line();
  bool is_broken() const { return depth_ > 0 && depth_ == broken_; }

  std::string& out_;
  std::size_t depth_ = 0;
  std::size_t broken_ = 0;  // of the open containers, those broken
  bool comma_due_ = false;
  bool after_key_ = false;
};

}  // namespace quoin
