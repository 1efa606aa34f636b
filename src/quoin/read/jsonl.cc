// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/jsonl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <simdjson.h>

#include <quoin/read/plain.h>
#include <quoin/text/positions.h>

namespace quoin {
namespace {

namespace json = simdjson::ondemand;

constexpr std::size_t kChunk = std::size_t{1} << 20;
constexpr std::size_t kLongestShown = 200;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
// What simdjson may read behind a line, and the mark that next() may cut off.
constexpr std::size_t kPadding = simdjson::SIMDJSON_PADDING + kUtf8Mark.size();

// ------------------------------------------------------------------- lines

// The lines of an input in one buffer that only grows to the longest. Every
// line is followed by kPadding readable bytes, so none is copied.
class Lines {
 public:
  Lines(Input input, std::size_t most)
      : input_(std::move(input)), most_(most) {}

  // The next line without its line break; nothing at the end. The view is good
  // until the next call.
  std::optional<Result<std::string_view>> next();

  const std::string& file() const { return input_.name(); }
  std::size_t number() const { return number_; }
  // Bytes that may be read from the beginning of the last line on.
  std::size_t readable() const { return capacity_ - line_begin_; }

 private:
  Result<bool> fill();
  std::optional<Result<std::string_view>> skip_long_line();
  std::string_view take(std::size_t end, std::size_t next_begin);

  Input input_;
  std::size_t most_;
  std::unique_ptr<char[]> bytes_;
  std::size_t capacity_ = 0;
  std::size_t line_begin_ = 0;
  std::size_t begin_ = 0;    // of the next line
  std::size_t scanned_ = 0;  // no line break in [begin_, scanned_)
  std::size_t end_ = 0;
  std::size_t number_ = 0;
  bool failed_ = false;
};

std::optional<Result<std::string_view>> Lines::next() {
  if (failed_) return std::nullopt;
  while (true) {
    if (scanned_ < end_) {
      const void* found =
          std::memchr(bytes_.get() + scanned_, '\n', end_ - scanned_);
      if (found != nullptr) {
        const auto at = static_cast<std::size_t>(
            static_cast<const char*>(found) - bytes_.get());
        const std::string_view line = take(at, at + 1);
        if (line.size() > most_) return too_large(file(), number_, most_);
        return line;
      }
      scanned_ = end_;
    }
    if (end_ - begin_ > most_) return skip_long_line();
    Result<bool> more = fill();
    if (!more) {
      failed_ = true;
      return std::move(more).error();
    }
    if (*more) continue;
    if (begin_ == end_) return std::nullopt;
    return take(end_, end_);
  }
}

std::string_view Lines::take(std::size_t end, std::size_t next_begin) {
  line_begin_ = begin_;
  begin_ = scanned_ = next_begin;
  ++number_;
  return {bytes_.get() + line_begin_, end - line_begin_};
}

// More bytes behind end_; false when there are none.
Result<bool> Lines::fill() {
  const std::size_t held = end_ - begin_;
  if (held + kChunk + kPadding > capacity_) {
    capacity_ = std::max(2 * held, held + kChunk) + kChunk + kPadding;
    auto larger = std::make_unique<char[]>(capacity_);
    if (held > 0) std::memcpy(larger.get(), bytes_.get() + begin_, held);
    bytes_ = std::move(larger);
  } else if (held > 0 && begin_ > 0) {
    std::memmove(bytes_.get(), bytes_.get() + begin_, held);
  }
  scanned_ -= begin_;
  begin_ = 0;
  end_ = held;
  Result<std::size_t> got = input_.read(bytes_.get() + end_, kChunk);
  if (!got) return std::move(got).error();
  end_ += *got;
  return *got > 0;
}

std::optional<Result<std::string_view>> Lines::skip_long_line() {
  ++number_;
  while (true) {
    const char* from = bytes_.get() + scanned_;
    const void* found =
        scanned_ < end_ ? std::memchr(from, '\n', end_ - scanned_) : nullptr;
    if (found != nullptr) {
      begin_ = scanned_ = static_cast<std::size_t>(
                              static_cast<const char*>(found) - bytes_.get()) +
                          1;
      break;
    }
    begin_ = scanned_ = end_;
    Result<bool> more = fill();
    if (!more) failed_ = true;
    if (!more || !*more) break;
  }
  return too_large(file(), number_, most_);
}

// ------------------------------------------------------------------ errors

std::string_view describe(simdjson::error_code error) {
  switch (error) {
    case simdjson::UTF8_ERROR: return "not valid UTF-8";
    case simdjson::STRING_ERROR:
      return "bad escape or lone surrogate in a string";
    case simdjson::UNCLOSED_STRING: return "a string is not closed";
    case simdjson::UNESCAPED_CHARS:
      return "a string holds an unescaped control character";
    case simdjson::INCORRECT_TYPE: return "expected an object";
    case simdjson::TRAILING_CONTENT: return "something follows the object";
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
      return "the object is not closed";
    case simdjson::CAPACITY: return "the line is too long";
    default: return "not valid JSON";
  }
}

std::size_t count_code_points(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// ------------------------------------------------------------------ reader

struct Field {
  std::string_view key;
  std::optional<std::string> Document::*member;
};

constexpr std::array<Field, 8> kFields = {{
    {"outlet", &Document::outlet},
    {"title", &Document::title},
    {"url", &Document::url},
    {"published", &Document::published},
    {"modified", &Document::modified},
    {"byline", &Document::byline},
    {"lang", &Document::lang},
    {"wire", &Document::wire},
}};

class JsonLinesReader final : public DocumentReader {
 public:
  JsonLinesReader(Input input, const ReadOptions& options)
      : lines_(std::move(input), options.max_size), options_(options) {}

  std::optional<DocumentJob> next_job() override;

 private:
  std::optional<Result<Document>> next_document();
  Result<Document> read_line(std::string_view line);
  std::optional<Diagnostic> read_fields(json::object& object,
                                        Document& document);
  std::optional<Diagnostic> read_blocks(json::value value);
  std::optional<Diagnostic> read_flags(json::value value, Document& document);
  void set_blocks(Document& document) const;
  std::optional<Diagnostic> read_field(std::string_view key, json::value value,
                                       Document& document);
  Diagnostic fault(std::string_view message, const char* at = nullptr) const;

  Lines lines_;
  ReadOptions options_;
  json::parser parser_;
  std::string_view line_;
  bool has_id_ = false;
  bool has_text_ = false;
  std::string text_;
  // What is said of the text by `quoin read`: where each block ends, in code
  // points.
  struct BlockEnd {
    std::size_t code_point = 0;
    BlockRole role = BlockRole::kBody;
  };
  std::vector<BlockEnd> blocks_;
};

std::optional<DocumentJob> JsonLinesReader::next_job() {
  std::optional<Result<Document>> read = next_document();
  if (!read) return std::nullopt;
  return DocumentJob::done(*std::move(read));
}

std::optional<Result<Document>> JsonLinesReader::next_document() {
  while (auto line = lines_.next()) {
    if (!*line) return std::move(*line).error();
    std::string_view text = **line;
    if (lines_.number() == 1 && text.starts_with(kUtf8Mark)) {
      text.remove_prefix(kUtf8Mark.size());
    }
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    return read_line(text);
  }
  return std::nullopt;
}

Result<Document> JsonLinesReader::read_line(std::string_view line) {
  line_ = line;
  has_id_ = has_text_ = false;
  blocks_.clear();
  // A byte order mark makes the view three bytes shorter than its line.
  const std::size_t readable = lines_.readable() - kUtf8Mark.size();
  json::document parsed;
  json::object object;
  if (const auto error =
          parser_.iterate(line.data(), line.size(), readable).get(parsed)) {
    return fault(describe(error));
  }
  if (const auto error = parsed.get_object().get(object)) {
    return fault(describe(error), line.data());
  }
  Document document;
  if (auto error = read_fields(object, document)) return *std::move(error);
  // Only at the end of the line there is no place to be at.
  const char* rest = nullptr;
  if (parsed.current_location().get(rest) == simdjson::SUCCESS) {
    return fault("something follows the object", rest);
  }
  if (!has_text_) {
    Diagnostic missing = fault("\"text\" is missing");
    missing.hint = "each line is an object with \"id\" and \"text\"";
    return missing;
  }
  if (!has_id_) {
    document.id =
        fmt::format("{}:{}", file_name(lines_.file()), lines_.number());
  }
  if (!document.lang) document.lang = options_.lang;
  set_text(document, std::move(text_), document.id);
  set_blocks(document);
  return document;
}

std::optional<Diagnostic> JsonLinesReader::read_fields(json::object& object,
                                                       Document& document) {
  for (auto field : object) {
    std::string_view key;
    json::value value;
    if (const auto error = field.unescaped_key().get(key)) {
      return fault(describe(error));
    }
    if (const auto error = field.value().get(value)) {
      return fault(describe(error));
    }
    if (auto error = read_field(key, value, document)) return error;
  }
  return std::nullopt;
}

std::optional<Diagnostic> JsonLinesReader::read_field(std::string_view key,
                                                      json::value value,
                                                      Document& document) {
  const auto field =
      std::find_if(kFields.begin(), kFields.end(),
                   [&](const Field& known) { return known.key == key; });
  if (key == "blocks") return read_blocks(value);
  if (key == "flags") return read_flags(value, document);
  if (field == kFields.end() && key != "id" && key != "text") {
    return std::nullopt;
  }
  const char* at = value.raw_json_token().data();
  json::json_type type{};
  if (const auto error = value.type().get(type)) {
    return fault(describe(error), at);
  }
  if (key == "id" && type == json::json_type::number) {
    std::string_view digits = value.raw_json_token();
    digits = digits.substr(0, digits.find_first_of(" \t\r"));
    document.id = digits;
    has_id_ = true;
    return std::nullopt;
  }
  if (key != "text" && type == json::json_type::null) return std::nullopt;
  if (type != json::json_type::string) {
    return fault(fmt::format("\"{}\" must be a string", key), at);
  }
  std::string_view text;
  if (const auto error = value.get_string().get(text)) {
    return fault(fmt::format("\"{}\": {}", key, describe(error)), at);
  }
  if (key == "text") {
    text_.assign(text);
    has_text_ = true;
  } else if (key == "id") {
    document.id = text;
    has_id_ = true;
  } else {
    document.*(field->member) = std::string(text);
  }
  return std::nullopt;
}

std::optional<Diagnostic> JsonLinesReader::read_blocks(json::value value) {
  const char* at = value.raw_json_token().data();
  json::array items;
  if (value.get_array().get(items)) {
    return fault("\"blocks\" must be a list", at);
  }
  for (auto item : items) {
    BlockEnd block;
    std::uint64_t end = 0;
    std::string_view role;
    json::object object;
    if (item.get_object().get(object) ||
        object.find_field("end").get_uint64().get(end) ||
        object.find_field("role").get_string().get(role)) {
      return fault("\"blocks\" must hold objects with \"end\" and \"role\"",
                   at);
    }
    block.code_point = static_cast<std::size_t>(end);
    for (const BlockRole known :
         {BlockRole::kHeadline, BlockRole::kByline, BlockRole::kCaption,
          BlockRole::kFurniture}) {
      if (role == to_string(known)) block.role = known;
    }
    blocks_.push_back(block);
  }
  return std::nullopt;
}

std::optional<Diagnostic> JsonLinesReader::read_flags(json::value value,
                                                      Document& document) {
  const char* at = value.raw_json_token().data();
  json::array items;
  if (value.get_array().get(items)) {
    return fault("\"flags\" must be a list", at);
  }
  for (auto item : items) {
    std::string_view flag;
    if (item.get_string().get(flag)) {
      return fault("\"flags\" must hold strings", at);
    }
    document.flags.emplace_back(flag);
  }
  return std::nullopt;
}

// Blocks are whole lines without gaps: ends that are none are passed over, and
// the last block ends with the text.
void JsonLinesReader::set_blocks(Document& document) const {
  if (blocks_.empty()) return;
  const PositionIndex positions(document.text);
  std::size_t begin = 0;
  for (const BlockEnd& end : blocks_) {
    const std::size_t at = &end == &blocks_.back()
                               ? document.text.size()
                               : positions.byte_of_code_point(end.code_point);
    const bool is_line_end = at > begin && (at == document.text.size() ||
                                            document.text[at - 1] == '\n');
    if (!is_line_end) continue;
    Block block;
    block.span = {begin, at};
    block.role = end.role;
    document.blocks.push_back(block);
    begin = at;
  }
  document.has_markup_blocks = !document.blocks.empty();
}

// `at` points into the line, when the place is known.
Diagnostic JsonLinesReader::fault(std::string_view message,
                                  const char* at) const {
  Diagnostic diagnostic;
  diagnostic.file = lines_.file();
  diagnostic.line = lines_.number();
  diagnostic.message = message;
  if (at == nullptr || at < line_.data() || at > line_.data() + line_.size()) {
    return diagnostic;
  }
  const auto before = static_cast<std::size_t>(at - line_.data());
  diagnostic.column = count_code_points(line_.substr(0, before)) + 1;
  // A caret under a line of many screens shows nothing.
  if (line_.size() <= kLongestShown) {
    diagnostic.source_line = line_.substr(0, line_.find_last_not_of('\r') + 1);
  }
  return diagnostic;
}

}  // namespace

std::unique_ptr<DocumentReader> read_json_lines(Input input,
                                                const ReadOptions& options) {
  return std::make_unique<JsonLinesReader>(std::move(input), options);
}

}  // namespace quoin
