// SPDX-License-Identifier: Apache-2.0
#include <quoin/golden/golden_file.h>

#include <algorithm>
#include <map>
#include <utility>

#include <quoin/base/display.h>
#include <quoin/base/sha256.h>
#include <quoin/report/json_writer.h>

namespace quoin {
namespace {

constexpr std::size_t kWhole = 72;  // columns that are not cut
constexpr std::size_t kHead = 44;
constexpr std::size_t kTailBytes = 24;
constexpr std::size_t kDigestDigits = 8;

bool is_continuation(char c) { return (c & 0xC0) == 0x80; }

void write_value(JsonWriter& json, const RecordValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    json.string(*text);
  } else if (const auto* number = std::get_if<std::size_t>(&value)) {
    json.number(*number);
  } else {
    json.begin_array();
    for (const std::string& item : std::get<std::vector<std::string>>(value)) {
      json.string(item);
    }
    json.end_array();
  }
}

}  // namespace

std::string golden_text(const std::vector<Record>& records) {
  std::string out;
  for (const Record& record : records) {
    JsonWriter json(out);
    json.begin_object();
    for (const auto& [name, value] : record.fields) {
      json.key(name);
      write_value(json, value);
    }
    json.end_object();
    out += '\n';
  }
  return out;
}

std::string shorten_words(std::string_view text) {
  if (display_width(text) <= kWhole) return std::string(text);
  std::size_t tail = text.size() - std::min(text.size(), kTailBytes);
  while (tail < text.size() && is_continuation(text[tail])) ++tail;
  const std::size_t space = text.find(' ', tail);
  if (space != std::string_view::npos) tail = space + 1;
  std::string out(fit_to_width(text, kHead));
  const std::size_t cut = out.rfind(' ');
  if (cut != std::string::npos && cut > 0) out.resize(cut);
  return out + " … " + std::string(text.substr(tail));
}

RecordBuilder& RecordBuilder::text(std::string_view name,
                                   std::string_view value) {
  if (!value.empty()) {
    record_.fields.emplace_back(std::string(name), std::string(value));
  }
  return *this;
}

RecordBuilder& RecordBuilder::number(std::string_view name, std::size_t value) {
  record_.fields.emplace_back(std::string(name), value);
  return *this;
}

RecordBuilder& RecordBuilder::list(std::string_view name,
                                   std::vector<std::string> value) {
  if (!value.empty()) {
    record_.fields.emplace_back(std::string(name), std::move(value));
  }
  return *this;
}

RecordBuilder& RecordBuilder::words(std::string_view value) {
  const std::string shown = shorten_words(value);
  text("text", shown);
  if (shown != value)
    text("digest", sha256_hex(value).substr(0, kDigestDigits));
  return *this;
}

void number_repeats(std::vector<Record>& records) {
  std::map<std::string, std::size_t> seen;
  for (Record& record : records) {
    std::string key(record.text("document"));
    for (const std::string_view name : {"text", "digest", "cluster"}) {
      key.append("\n").append(record.text(name));
    }
    const std::size_t nth = ++seen[key];
    if (nth == 1) continue;
    const auto after =
        std::find_if(record.fields.begin(), record.fields.end(),
                     [](const auto& field) { return field.first == "text"; });
    const auto place = after == record.fields.end() ? after : after + 1;
    record.fields.emplace(place, "nth", nth);
  }
}

}  // namespace quoin
