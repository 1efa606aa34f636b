// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/linked_data.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <simdjson.h>

namespace quoin {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kMostDepth = 256;
constexpr std::size_t kMostObjects = 4096;
constexpr std::size_t kMostAuthors = 32;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// What surrounds the JSON in a script: CDATA, comments, a semicolon.
std::string_view trim_script(std::string_view script) {
  const std::size_t begin = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos ||
      end < begin) {
    return {};
  }
  std::string_view out = script.substr(begin, end + 1 - begin);
  if (out.starts_with("[CDATA[")) out = trim_script(out.substr(7));
  if (out.ends_with("]]")) {
    const std::size_t last = out.find_last_of('}');
    const bool is_cdata = last != std::string_view::npos &&
                          script.find("<![CDATA[") != std::string_view::npos;
    if (is_cdata) out = out.substr(0, last + 1);
  }
  return out;
}

// The two plain faults: control characters inside of strings, and commas
// before a closing bracket.
std::string mend(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string && c == '\\' && i + 1 < json.size()) {
      out += c;
      out += json[++i];
      continue;
    }
    if (c == '"') in_string = !in_string;
    if (in_string && static_cast<unsigned char>(c) < 0x20) {
      out += ' ';
      continue;
    }
    if (!in_string && (c == ']' || c == '}')) {
      std::size_t end = out.size();
      while (end > 0 && is_space(out[end - 1])) --end;
      if (end > 0 && out[end - 1] == ',') out.erase(end - 1, 1);
    }
    out += c;
  }
  return out;
}

std::optional<std::string> string_of(const dom::element& element) {
  std::string_view value;
  if (element.get_string().get(value) != simdjson::SUCCESS) return std::nullopt;
  return std::string(value);
}

class Collector {
 public:
  explicit Collector(LinkedData& out) : out_(out) {}

  void collect(const dom::element& root) {
    pending_.push_back(root);
    // The last pushed comes first, so lists are pushed from behind.
    while (!pending_.empty()) {
      const dom::element element = pending_.back();
      pending_.pop_back();
      dom::array array;
      dom::object object;
      if (element.get_array().get(array) == simdjson::SUCCESS) {
        push_children(array);
      } else if (element.get_object().get(object) == simdjson::SUCCESS) {
        read(object);
      }
    }
  }

  // Publishers and authors that are given by reference.
  void resolve() {
    for (Reference& reference : references_) {
      const auto name = names_.find(reference.id);
      if (name == names_.end()) continue;
      LinkedObject& object = out_.objects[reference.object];
      if (reference.is_author) {
        object.authors.push_back(name->second);
      } else if (object.publisher.empty()) {
        object.publisher = name->second;
      }
    }
  }

 private:
  struct Reference {
    std::size_t object = 0;
    std::string id;
    bool is_author = false;
  };

  void push_children(const dom::array& array) {
    const std::size_t begin = pending_.size();
    for (const dom::element child : array) pending_.push_back(child);
    std::reverse(pending_.begin() + static_cast<std::ptrdiff_t>(begin),
                 pending_.end());
  }

  void read(const dom::object& object) {
    const std::size_t begin = pending_.size();
    LinkedObject found;
    std::string id;
    const std::size_t first_reference = references_.size();
    for (const dom::key_value_pair field : object) {
      const std::string_view key = field.key;
      if (key == "@type") {
        read_types(field.value, found.types);
      } else if (key == "@id") {
        id = string_of(field.value).value_or("");
      } else if (key == "name") {
        found.name = string_of(field.value).value_or("");
      } else if (key == "headline") {
        found.headline = string_of(field.value).value_or("");
      } else if (key == "datePublished") {
        found.published = string_of(field.value).value_or("");
      } else if (key == "dateModified") {
        found.modified = string_of(field.value).value_or("");
      } else if (key == "inLanguage") {
        found.language = string_of(field.value).value_or("");
      } else if (key == "url") {
        found.url = string_of(field.value).value_or("");
      } else if (key == "author" || key == "creator") {
        read_names(field.value, true, found.authors);
      } else if (key == "publisher") {
        std::vector<std::string> names;
        read_names(field.value, false, names);
        if (!names.empty()) found.publisher = names.front();
      }
      if (!field.value.is_string()) pending_.push_back(field.value);
    }
    std::reverse(pending_.begin() + static_cast<std::ptrdiff_t>(begin),
                 pending_.end());
    if (!id.empty() && !found.name.empty()) names_.emplace(id, found.name);
    const bool says_something =
        !found.name.empty() || !found.headline.empty() ||
        !found.published.empty() || !found.publisher.empty();
    const bool is_kept = says_something && out_.objects.size() < kMostObjects;
    if (is_kept) out_.objects.push_back(std::move(found));
    if (!is_kept) references_.resize(first_reference);
  }

  static void read_types(const dom::element& element,
                         std::vector<std::string>& types) {
    dom::array array;
    if (element.get_array().get(array) == simdjson::SUCCESS) {
      for (const dom::element child : array) {
        if (auto type = string_of(child)) types.push_back(*std::move(type));
      }
    } else if (auto type = string_of(element)) {
      types.push_back(*std::move(type));
    }
  }

  // A name, an object with a name or an id, or a list of them.
  void read_names(const dom::element& element, bool is_author,
                  std::vector<std::string>& names) {
    dom::array array;
    if (element.get_array().get(array) == simdjson::SUCCESS) {
      for (const dom::element child : array) {
        read_name(child, is_author, names);
      }
    } else {
      read_name(element, is_author, names);
    }
  }

  void read_name(const dom::element& element, bool is_author,
                 std::vector<std::string>& names) {
    if (names.size() >= kMostAuthors) return;
    if (auto name = string_of(element)) {
      names.push_back(*std::move(name));
      return;
    }
    dom::object object;
    if (element.get_object().get(object) != simdjson::SUCCESS) return;
    std::string_view text;
    if (object.at_key("name").get_string().get(text) == simdjson::SUCCESS) {
      names.emplace_back(text);
    } else if (object.at_key("@id").get_string().get(text) ==
               simdjson::SUCCESS) {
      references_.push_back(
          {out_.objects.size(), std::string(text), is_author});
    }
  }

  LinkedData& out_;
  std::vector<dom::element> pending_;
  std::map<std::string, std::string> names_;
  std::vector<Reference> references_;
};

}  // namespace

bool LinkedObject::is_article() const {
  return std::any_of(types.begin(), types.end(), [](const std::string& type) {
    return type.ends_with("Article") || type.ends_with("Posting") ||
           type == "Report" || type == "Review" || type == "ClaimReview" ||
           type == "CreativeWork";
  });
}

LinkedData read_linked_data(const std::vector<std::string_view>& scripts) {
  LinkedData out;
  if (scripts.empty()) return out;
  Collector collector(out);
  // What one script defines another may refer to, but elements live as long
  // as their parser keeps the document; names are copied as they are read.
  dom::parser parser;
  for (const std::string_view script : scripts) {
    const std::string_view json = trim_script(script);
    if (json.empty()) {
      if (!std::all_of(script.begin(), script.end(), is_space)) ++out.invalid;
      continue;
    }
    if (parser.allocate(json.size(), kMostDepth) != simdjson::SUCCESS) {
      ++out.invalid;
      continue;
    }
    dom::element root;
    if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) {
      const std::string mended = mend(json);
      if (parser.parse(mended).get(root) != simdjson::SUCCESS) {
        ++out.invalid;
        continue;
      }
      ++out.mended;
    }
    collector.collect(root);
  }
  collector.resolve();
  return out;
}

}  // namespace quoin
