// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/document_json.h>

#include <string_view>

#include <quoin/report/json_writer.h>
#include <quoin/text/positions.h>

namespace quoin {
namespace {

constexpr struct {
  const char* key;
  std::optional<std::string> Document::*member;
} kFields[] = {
    {"outlet", &Document::outlet},       {"title", &Document::title},
    {"url", &Document::url},             {"published", &Document::published},
    {"modified", &Document::modified},   {"lang", &Document::lang},
    {"byline", &Document::byline},       {"wire", &Document::wire},
};

void write_blocks(const Document& document, JsonWriter& json) {
  json.key("blocks").begin_array();
  PositionCursor cursor(document.text);
  for (const Block& block : document.blocks) {
    json.begin_object();
    json.key("end").number(cursor.advance_to(block.span.end).code_point);
    json.field("role", to_string(block.role));
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void append_document_json(const Document& document, std::string& out) {
  JsonWriter json(out);
  json.begin_object();
  json.field("id", document.id);
  for (const auto& field : kFields) {
    json.key(field.key).string_or_null(document.*(field.member));
  }
  json.field("text", document.text);
  if (document.has_markup_blocks) write_blocks(document, json);
  json.field("flags", document.flags);
  json.end_object();
  out += '\n';
}

void append_document_text(const Document& document, std::string& out) {
  out += "--- " + document.id + '\n';
  for (const auto& field : kFields) {
    const std::optional<std::string>& value = document.*(field.member);
    if (value) out += std::string(field.key) + ": " + *value + '\n';
  }
  for (const std::string& flag : document.flags) out += "flag: " + flag + '\n';
  out += '\n';
  std::string_view rest = document.text;
  std::size_t at = 0;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    const BlockRole role = role_at(document, at);
    if (!line.empty() && role != BlockRole::kBody) {
      out += "[" + std::string(to_string(role)) + "] ";
    }
    out.append(line).append("\n");
    const std::size_t size =
        end == std::string_view::npos ? rest.size() : end + 1;
    rest.remove_prefix(size);
    at += size;
  }
  out += '\n';
}

}  // namespace quoin
