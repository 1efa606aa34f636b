// SPDX-License-Identifier: Apache-2.0
// What a page says of itself in its tags: the part of PageBuilder that fills
// Page::head.
#include <algorithm>
#include <string>
#include <utility>

#include <quoin/read/html/page_builder.h>
#include <quoin/read/html/references.h>

namespace quoin {
namespace {

// More are a page of comments or a list, and say nothing of one article.
constexpr std::size_t kMostProperties = 512;
constexpr std::size_t kMostTimes = 256;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

bool has_word(std::string_view text, std::string_view word) {
  const std::string low = lower(text);
  return low.find(word) != std::string::npos;
}

}  // namespace

void PageBuilder::note_meta() {
  std::string_view name;
  for (const std::string_view key : {"property", "name", "itemprop"}) {
    name = value_of(key);
    if (!name.empty()) break;
  }
  const std::string_view content = value_of("content");
  if (name.empty() || content.empty()) return;
  if (page_.head.properties.size() >= kMostProperties) return;
  page_.head.properties.push_back({lower(name), decode_attribute(content)});
}

void PageBuilder::note_link() {
  if (page_.head.canonical.empty() &&
      equals_lower(value_of("rel"), "canonical")) {
    page_.head.canonical = decode_attribute(value_of("href"));
  }
}

void PageBuilder::note_script(const Token&) {
  is_json_ = has_word(value_of("type"), "ld+json");
}

// Elements with an itemprop and a machine's value, and <time>.
void PageBuilder::note_attributes(const Token& token) {
  if (tokenizer_.attributes().empty() || token.tag == Tag::kMeta) return;
  const bool is_time = token.tag == Tag::kTime;
  const std::string_view property = value_of("itemprop");
  if (!is_time && property.empty()) return;
  std::string_view value = value_of("datetime");
  if (value.empty()) value = value_of("content");
  if (is_time && page_.head.times.size() < kMostTimes) {
    const std::string_view names = value_of("class");
    PageTime time;
    time.value = decode_attribute(value);
    time.block = static_cast<std::uint32_t>(page_.blocks.size());
    time.node = node();
    time.is_modified = has_word(property, "modified") ||
                       has_word(names, "modified") ||
                       has_word(names, "updated");
    time.is_published = has_word(property, "published") ||
                        has_word(names, "publish") ||
                        value_of("pubdate").data() != nullptr;
    page_.head.times.push_back(std::move(time));
  }
  if (!property.empty() && !value.empty() &&
      page_.head.properties.size() < kMostProperties) {
    page_.head.properties.push_back({lower(property), decode_attribute(value)});
  }
}

}  // namespace quoin
