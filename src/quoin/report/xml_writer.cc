// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/xml_writer.h>

namespace quoin {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

// What XML 1.0 has no place for; U+FFFE and U+FFFF by their bytes.
bool is_forbidden(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  return c == 0xEF && (text.substr(at, 3) == "\xEF\xBF\xBE" ||
                       text.substr(at, 3) == "\xEF\xBF\xBF");
}

void append_escaped(std::string_view text, bool in_attribute,
                    std::string& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_forbidden(text, i)) {
      out += kReplacement;
      if (static_cast<unsigned char>(text[i]) == 0xEF) i += 2;
      continue;
    }
    switch (text[i]) {
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '&': out += "&amp;"; break;
      case '\r': out += "&#13;"; break;  // else a parser makes it U+000A
      case '"': out += in_attribute ? "&quot;" : "\""; break;
      case '\t': out += in_attribute ? "&#9;" : "\t"; break;
      case '\n': out += in_attribute ? "&#10;" : "\n"; break;
      default: out += text[i];
    }
  }
}

}  // namespace

void XmlWriter::finish_tag() {
  if (in_tag_) out_ += '>';
  in_tag_ = false;
}

XmlWriter& XmlWriter::open(std::string_view name) {
  finish_tag();
  out_.append("<").append(name);
  open_.emplace_back(name);
  in_tag_ = true;
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  out_.append(" ").append(name).append("=\"");
  append_escaped(value, true, out_);
  out_ += '"';
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::size_t value) {
  return attribute(name, std::to_string(value));
}

XmlWriter& XmlWriter::text(std::string_view text) {
  finish_tag();
  append_escaped(text, false, out_);
  return *this;
}

XmlWriter& XmlWriter::close() {
  if (in_tag_) {
    out_ += "/>";
    in_tag_ = false;
  } else {
    out_.append("</").append(open_.back()).append(">");
  }
  open_.pop_back();
  return *this;
}

XmlWriter& XmlWriter::line_break() {
  finish_tag();
  out_ += '\n';
  return *this;
}

}  // namespace quoin
