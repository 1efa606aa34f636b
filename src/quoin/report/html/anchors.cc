// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/anchors.h>

#include <cstddef>

#include <quoin/base/display.h>
#include <quoin/base/sha256.h>

namespace quoin {
namespace {

constexpr std::size_t kMostSlug = 32;
constexpr std::size_t kHashDigits = 8;

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// ASCII letters and digits, with one hyphen for everything between; cut
// between words.
std::string slug_of(std::string_view text) {
  std::string slug;
  bool pending = false;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (is_alphanumeric(c)) {
      if (pending && slug.size() >= kMostSlug) break;
      if (pending && !slug.empty()) slug += '-';
      slug += c;
      pending = false;
      if (slug.size() >= 2 * kMostSlug) break;
    } else {
      pending = c != '\'';
    }
  }
  return slug;
}

std::string with_hash(std::string slug, std::string_view of) {
  if (!slug.empty()) slug += '-';
  return slug + sha256_hex(of).substr(0, kHashDigits);
}

}  // namespace

std::string Anchors::of_words(std::string_view words) {
  const std::string line = single_line(words);
  return once(with_hash(slug_of(line), line));
}

std::string Anchors::of_finding(std::string_view id) {
  return once(std::string(id));
}

std::string Anchors::below(std::string_view anchor, std::string_view name) {
  std::string slug = slug_of(name);
  if (slug.empty()) slug = with_hash({}, name);
  return once(std::string(anchor) + "." + slug);
}

std::string Anchors::once(std::string anchor) {
  const std::size_t count = ++taken_[anchor];
  if (count > 1) anchor += "-" + std::to_string(count);
  return anchor;
}

}  // namespace quoin
