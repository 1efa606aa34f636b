// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/records.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include <simdjson.h>

#include <quoin/read/input.h>

namespace quoin {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kMostBytes = std::size_t{256} << 20;

std::optional<RecordValue> value_of(dom::element element) {
  std::string_view text;
  if (element.get_string().get(text) == simdjson::SUCCESS) {
    return RecordValue(std::string(text));
  }
  std::uint64_t number = 0;
  if (element.get_uint64().get(number) == simdjson::SUCCESS) {
    return RecordValue(static_cast<std::size_t>(number));
  }
  dom::array array;
  if (element.get_array().get(array) != simdjson::SUCCESS) return std::nullopt;
  std::vector<std::string> strings;
  for (const dom::element item : array) {
    if (item.get_string().get(text) != simdjson::SUCCESS) return std::nullopt;
    strings.emplace_back(text);
  }
  return RecordValue(std::move(strings));
}

std::optional<Record> record_of(dom::object object) {
  Record record;
  for (const auto field : object) {
    if (field.value.is_null()) continue;
    std::optional<RecordValue> value = value_of(field.value);
    if (!value) return std::nullopt;
    record.fields.emplace_back(std::string(field.key), *std::move(value));
  }
  return record;
}

}  // namespace

Result<std::vector<Record>> read_records(const std::string& path) {
  Result<Input> input = Input::open(path);
  if (!input) return std::move(input).error();
  Result<std::string> bytes = input->read_all(kMostBytes);
  if (!bytes) return std::move(bytes).error();
  std::vector<Record> records;
  std::vector<Diagnostic> faults;
  dom::parser parser;
  std::string_view rest = *bytes;
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const std::string_view text = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), text.size() + 1));
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    dom::object object;
    std::optional<Record> record;
    if (parser.parse(text.data(), text.size()).get_object().get(object) ==
        simdjson::SUCCESS) {
      record = record_of(object);
    }
    if (record) {
      records.push_back(*std::move(record));
      continue;
    }
    Diagnostic fault;
    fault.file = path;
    fault.line = line;
    fault.message = "expected an object of strings, numbers and lists";
    faults.push_back(std::move(fault));
  }
  if (!faults.empty()) return faults;
  return records;
}

}  // namespace quoin
