// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/charset.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include <quoin/text/charset_labels.h>
#include <quoin/text/convert.h>
#include <quoin/text/detect_charset.h>

namespace quoin {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::size_t kMetaWindow = 4096;

struct Decision {
  const Charset* charset = nullptr;  // null: UTF-8
  CharsetSource by = CharsetSource::kValidUtf8;
};

bool is_utf8(const Charset* charset) {
  return charset == nullptr || std::string_view(charset->name) == "utf-8";
}

bool is_utf16(const Charset* charset) {
  return charset != nullptr &&
         std::string_view(charset->name).starts_with("utf-16");
}

// What the bytes themselves say, with no label or with a false one.
Decision decide_by_content(std::string_view bytes) {
  const Utf8Count count = count_utf8(bytes);
  if (count.ill_formed == 0) return {nullptr, CharsetSource::kValidUtf8};
  // Text in UTF-8 that is damaged here and there is still that.
  if (count.multibyte < count.ill_formed) {
    if (const Charset* guess = find_charset(detect_charset(bytes))) {
      return {guess, CharsetSource::kDetected};
    }
  }
  return {nullptr, CharsetSource::kAssumed};
}

// "utf-8" on bytes of which none is: old copy under a new template. Browsers
// show such a page without its quotation marks.
bool is_false_utf8(std::string_view bytes) {
  const Utf8Count count = count_utf8(bytes, 1);
  return count.multibyte == 0 && count.ill_formed > 1;
}

Decision decide(std::string_view bytes, const DeclaredCharset& declared) {
  if (bytes.starts_with(kUtf8Mark)) return {nullptr, CharsetSource::kMark};
  const std::string_view utf16 = utf16_of(bytes);
  if (!utf16.empty()) {
    const bool is_marked = bytes.starts_with("\xFF\xFE") ||
                           bytes.starts_with("\xFE\xFF");
    return {find_charset(utf16),
            is_marked ? CharsetSource::kMark : CharsetSource::kNuls};
  }
  Decision decision{find_charset(declared.http), CharsetSource::kHttp};
  if (decision.charset == nullptr) {
    decision = {find_charset(declared.meta), CharsetSource::kMeta};
    // A page that names it in single bytes cannot be in UTF-16.
    if (is_utf16(decision.charset)) decision.charset = find_charset("utf-8");
  }
  if (decision.charset == nullptr) return decide_by_content(bytes);
  if (!is_utf8(decision.charset) || !is_false_utf8(bytes)) return decision;
  const Decision better = decide_by_content(bytes);
  return better.by == CharsetSource::kDetected ? better : decision;
}

bool equals_any_case(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b;
         });
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// The value behind the first "charset" that has one: bare or in quotation
// marks.
std::string_view find_label(std::string_view text) {
  constexpr std::string_view kKey = "charset";
  for (std::size_t at = 0; at + kKey.size() < text.size(); ++at) {
    if (!equals_any_case(text.substr(at, kKey.size()), kKey)) continue;
    std::size_t value = skip_space(text, at + kKey.size());
    if (value >= text.size() || text[value] != '=') continue;
    value = skip_space(text, value + 1);
    if (value >= text.size()) return {};
    const char quote = text[value];
    if (quote == '"' || quote == '\'') {
      const std::string_view rest = text.substr(value + 1);
      return rest.substr(0, rest.find(quote));
    }
    std::size_t end = value;
    while (end < text.size() && !is_space(text[end]) &&
           std::string_view(";\"'>/,").find(text[end]) ==
               std::string_view::npos) {
      ++end;
    }
    return text.substr(value, end - value);
  }
  return {};
}

}  // namespace

DecodedBytes decode_bytes(std::string bytes, const DeclaredCharset& declared,
                          bool with_origins) {
  const Decision decision = decide(bytes, declared);
  DecodedBytes out;
  out.decided_by = decision.by;
  out.charset = decision.charset ? decision.charset->name : "utf-8";
  ByteOrigins* origins = with_origins ? &out.origins : nullptr;
  if (!is_utf8(decision.charset)) {
    const std::size_t mark = decision.by == CharsetSource::kMark ? 2 : 0;
    auto text = convert_bytes(bytes, mark, *decision.charset, origins);
    if (text) {
      static_cast<DecodedText&>(out) = *std::move(text);
      return out;
    }
    out.charset = "utf-8";
    out.decided_by = CharsetSource::kAssumed;
  }
  static_cast<DecodedText&>(out) = decode_utf8(std::move(bytes), origins);
  return out;
}

std::string_view charset_named(std::string_view label) {
  const Charset* charset = find_charset(label);
  return charset == nullptr ? std::string_view() : charset->name;
}

std::string_view charset_of_content_type(std::string_view content_type) {
  const std::size_t parameters = content_type.find(';');
  if (parameters == std::string_view::npos) return {};
  return find_label(content_type.substr(parameters + 1));
}

std::string_view charset_of_meta(std::string_view page) {
  page = page.substr(0, kMetaWindow);
  constexpr std::string_view kMeta = "<meta";
  std::size_t at = 0;
  while ((at = page.find('<', at)) != std::string_view::npos) {
    if (page.substr(at).starts_with("<!--")) {
      const std::size_t end = page.find("-->", at + 2);
      if (end == std::string_view::npos) return {};
      at = end + 3;
      continue;
    }
    if (equals_any_case(page.substr(at, kMeta.size()), kMeta)) {
      const std::string_view tag = page.substr(at, page.find('>', at) - at);
      const std::string_view label = find_label(tag);
      if (!label.empty()) return label;
    }
    ++at;
  }
  return {};
}

}  // namespace quoin
