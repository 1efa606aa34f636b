// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/story.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <span>
#include <sstream>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

#include <quoin/base/suggest.h>
#include <quoin/read/format.h>
#include <quoin/read/input.h>
#include <quoin/read/single.h>

namespace quoin {
namespace {

constexpr std::size_t kMaxManifest = std::size_t{16} << 20;

constexpr std::array<std::string_view, 3> kTables = {"story", "document",
                                                     "reference"};
constexpr std::array<std::string_view, 2> kStoryKeys = {"name", "lang"};
constexpr std::array<std::string_view, 8> kDocumentKeys = {
    "file", "id", "outlet", "published", "title", "url", "lang", "wire"};
constexpr std::array<std::string_view, 11> kReferenceKeys = {
    "file", "id",   "outlet", "published", "title",   "url",
    "lang", "wire", "type",   "speaker",   "complete"};

struct Field {
  std::string_view key;
  std::optional<std::string> Document::*member;
};

constexpr std::array<Field, 6> kFields = {{
    {"outlet", &Document::outlet},
    {"published", &Document::published},
    {"title", &Document::title},
    {"url", &Document::url},
    {"lang", &Document::lang},
    {"wire", &Document::wire},
}};

class StoryReader {
 public:
  StoryReader(std::string path, std::string text)
      : path_(std::move(path)), text_(std::move(text)) {}

  Result<Story> read();

 private:
  void read_root(const toml::table& root);
  void read_story_table(const toml::table& table);
  void read_entries(const toml::table& root, std::string_view name);
  void read_entry(const toml::table& table, Story::Entry& entry,
                  std::span<const std::string_view> keys);
  void read_reference_keys(const toml::table& table,
                           Story::ReferenceEntry& entry);
  void check_keys(const toml::table& table,
                  std::span<const std::string_view> known);
  void check_ids();
  std::optional<std::string> string_of(const toml::table& table,
                                       std::string_view key);

  void fault(const toml::source_position& at, std::string message,
             std::string hint = {}, std::size_t width = 0);
  std::string line_of_text(std::size_t number) const;

  std::string path_;
  std::string text_;
  std::optional<std::string> lang_;
  Story story_;
  std::vector<Diagnostic> faults_;
};

// toml++ counts columns in code points, as we do.
void StoryReader::fault(const toml::source_position& at, std::string message,
                        std::string hint, std::size_t width) {
  Diagnostic diagnostic;
  diagnostic.file = path_;
  diagnostic.line = at.line;
  diagnostic.column = at.column;
  diagnostic.width = width;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostic.source_line = line_of_text(at.line);
  faults_.push_back(std::move(diagnostic));
}

std::string StoryReader::line_of_text(std::size_t number) const {
  std::istringstream lines(text_);
  std::string line;
  for (std::size_t i = 0; i < number; ++i) {
    if (!std::getline(lines, line)) return {};
  }
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

Result<Story> StoryReader::read() {
  toml::table root;
  try {
    root = toml::parse(std::string_view(text_), std::string(path_));
  } catch (const toml::parse_error& error) {
    fault(error.source().begin, std::string(error.description()));
    return std::move(faults_);
  }
  read_root(root);
  if (faults_.empty()) check_ids();
  if (faults_.empty()) return std::move(story_);
  std::stable_sort(faults_.begin(), faults_.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::pair(a.line, a.column) <
                            std::pair(b.line, b.column);
                   });
  return std::move(faults_);
}

void StoryReader::read_root(const toml::table& root) {
  check_keys(root, kTables);
  if (const toml::node* story = root.get("story")) {
    if (const toml::table* table = story->as_table()) {
      read_story_table(*table);
    } else {
      fault(story->source().begin, "'story' must be a table",
            "write '[story]' on a line of its own");
    }
  }
  read_entries(root, "document");
  read_entries(root, "reference");
  if (story_.documents.empty() && faults_.empty()) {
    Diagnostic none;
    none.file = path_;
    none.message = "this story has no documents";
    none.hint = "each begins with '[[document]]' and names a 'file'";
    faults_.push_back(std::move(none));
  }
}

void StoryReader::read_story_table(const toml::table& table) {
  check_keys(table, kStoryKeys);
  story_.name = string_of(table, "name");
  lang_ = string_of(table, "lang");
}

void StoryReader::read_entries(const toml::table& root, std::string_view name) {
  const toml::node* node = root.get(name);
  if (node == nullptr) return;
  const toml::array* entries = node->as_array();
  if (entries == nullptr || !entries->is_homogeneous<toml::table>()) {
    fault(node->source().begin, fmt::format("'{}' must be a list", name),
          fmt::format("write '[[{}]]' with two brackets", name));
    return;
  }
  for (const toml::node& item : *entries) {
    const toml::table& table = *item.as_table();
    if (name == "document") {
      read_entry(table, story_.documents.emplace_back(), kDocumentKeys);
    } else {
      Story::ReferenceEntry& entry = story_.references.emplace_back();
      read_entry(table, entry, kReferenceKeys);
      read_reference_keys(table, entry);
    }
  }
}

void StoryReader::read_entry(const toml::table& table, Story::Entry& entry,
                             std::span<const std::string_view> keys) {
  check_keys(table, keys);
  entry.line = table.source().begin.line;
  Document& document = entry.document;
  for (const Field& field : kFields) {
    document.*(field.member) = string_of(table, field.key);
  }
  if (!document.lang) document.lang = lang_;
  const std::optional<std::string> file = string_of(table, "file");
  const std::optional<std::string> id = string_of(table, "id");
  if (!table.contains("file")) {
    fault(table.source().begin, "'file' is missing",
          "name the text, by a path from this manifest's folder");
  }
  if (!file) return;
  document.id = id ? *id : *file;
  const std::filesystem::path folder =
      std::filesystem::path(path_).parent_path();
  entry.path = (folder / *file).string();
}

void StoryReader::read_reference_keys(const toml::table& table,
                                      Story::ReferenceEntry& entry) {
  entry.speaker = string_of(table, "speaker");
  if (const auto type = string_of(table, "type")) {
    if (const auto known = reference_type_named(*type)) {
      entry.type = *known;
    } else {
      fault(table.get("type")->source().begin,
            fmt::format("unknown type of reference '{}'", *type),
            suggest_name(*type, declarable_reference_types()),
            type->size() + 2);
    }
  } else if (!table.contains("type")) {
    fault(table.source().begin, "'type' is missing",
          suggest_name({}, declarable_reference_types()));
  }
  const toml::node* complete = table.get("complete");
  if (complete == nullptr) return;
  if (const auto value = complete->value_exact<bool>()) {
    entry.complete = *value;
  } else {
    fault(complete->source().begin, "'complete' must be true or false");
  }
}

void StoryReader::check_keys(const toml::table& table,
                             std::span<const std::string_view> known) {
  for (const auto& [key, value] : table) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) {
      continue;
    }
    fault(key.source().begin, fmt::format("unknown key '{}'", key.str()),
          suggest_name(key.str(), known), key.str().size());
  }
}

// Records are told apart by the ids of their documents.
void StoryReader::check_ids() {
  std::map<std::string_view, std::size_t> seen;
  const auto check = [&](const Story::Entry& entry) {
    const auto [first, is_new] = seen.emplace(entry.document.id, entry.line);
    if (is_new) return;
    fault({static_cast<toml::source_index>(entry.line), 1},
          fmt::format("'{}' is also the id of the entry in line {}",
                      entry.document.id, first->second),
          "give one of them an 'id'");
  };
  for (const Story::Entry& entry : story_.documents) check(entry);
  for (const Story::ReferenceEntry& entry : story_.references) check(entry);
}

// A date may be written bare, as TOML dates are, or as a string.
std::optional<std::string> StoryReader::string_of(const toml::table& table,
                                                  std::string_view key) {
  const toml::node* node = table.get(key);
  if (node == nullptr) return std::nullopt;
  if (const auto* text = node->as_string()) {
    if (!text->get().empty()) return text->get();
    fault(node->source().begin, fmt::format("'{}' is empty", key),
          "leave the key out instead");
    return std::nullopt;
  }
  const bool is_date = node->is_date() || node->is_date_time();
  if (key == "published" && is_date) {
    std::ostringstream out;
    if (const auto* date = node->as_date()) out << date->get();
    if (const auto* time = node->as_date_time()) out << time->get();
    return out.str();
  }
  fault(node->source().begin,
        fmt::format("'{}' must be a {}string", key,
                    key == "published" ? "date or a " : ""));
  return std::nullopt;
}

}  // namespace

Result<Story> read_story(const std::string& path) {
  Result<Input> input = Input::open(path);
  if (!input) return std::move(input).error();
  Result<std::string> text = input->read_all(kMaxManifest);
  if (!text) return std::move(text).error();
  return StoryReader(path, *std::move(text)).read();
}

Result<Document> read_entry(const Story::Entry& entry,
                            const ReadOptions& options) {
  Result<Input> input = Input::open(entry.path, {options.max_ratio});
  if (!input) return std::move(input).error();
  const Format format = detect_format(input->inner_name(), input->head());
  if (!is_single_document(format)) return refuse_format(entry.path, format);
  Result<Document> read = read_single(*std::move(input), format, options);
  if (!read) return std::move(read).error();
  // What the manifest says of a document comes before what it says itself.
  Document& document = *read;
  document.id = entry.document.id;
  for (const Field& field : kFields) {
    const std::optional<std::string>& said = entry.document.*(field.member);
    if (said) document.*(field.member) = said;
  }
  return read;
}

}  // namespace quoin
