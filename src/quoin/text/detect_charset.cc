// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/detect_charset.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>

#include <unicode/ucsdet.h>
#include <unicode/utypes.h>

namespace quoin {
namespace {

// ICU reads some 1.5 MB a second, so no more than it needs.
constexpr std::size_t kMostSample = 8192;
constexpr std::size_t kAround = 48;  // bytes of context on either side

// Measured on short news copy: right guesses begin at about 50, and what is
// said of two or three words is luck.
constexpr int kLeastConfidence = 30;
constexpr std::size_t kLeastSample = 16;

struct Closer {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Just past the '>' that ends the tag in which `at` stands, or `at` when it
// stands in none: a '<' before it with no '>' between, nearer than a line.
bool is_in_tag(std::string_view bytes, std::size_t at) {
  constexpr std::size_t kLongestTag = 512;
  const std::size_t from = at > kLongestTag ? at - kLongestTag : 0;
  const std::string_view before = bytes.substr(from, at - from);
  const std::size_t mark = before.find_last_of("<>");
  return mark != std::string_view::npos && before[mark] == '<';
}

// What surrounds the bytes that are not ASCII, without markup.
std::string take_sample(std::string_view bytes) {
  std::string sample;
  std::size_t taken = 0;  // what is before it is in the sample, or not wanted
  for (std::size_t at = 0; at < bytes.size() && sample.size() < kMostSample;
       ++at) {
    if (is_ascii(bytes[at]) || at < taken || is_in_tag(bytes, at)) continue;
    const std::size_t begin = std::max(taken, at > kAround ? at - kAround : 0);
    const std::size_t end = std::min(bytes.size(), at + kAround);
    const bool is_markup = is_in_tag(bytes, begin);
    bool in_tag = is_markup;
    for (std::size_t i = begin; i < end; ++i) {
      if (bytes[i] == '<') in_tag = true;
      if (!in_tag) sample += bytes[i];
      if (bytes[i] == '>') in_tag = false;
    }
    taken = end;
  }
  return sample;
}

}  // namespace

std::string detect_charset(std::string_view bytes) {
  const std::string sample = take_sample(bytes);
  if (sample.size() < kLeastSample) return {};
  UErrorCode problem = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Closer> detector(
      ucsdet_open(&problem));
  if (U_FAILURE(problem)) return {};
  ucsdet_setText(detector.get(), sample.data(),
                 static_cast<std::int32_t>(sample.size()), &problem);
  std::int32_t count = 0;
  const UCharsetMatch** matches =
      ucsdet_detectAll(detector.get(), &count, &problem);
  if (U_FAILURE(problem)) return {};
  for (std::int32_t i = 0; i < count; ++i) {
    if (ucsdet_getConfidence(matches[i], &problem) < kLeastConfidence) break;
    const char* name = ucsdet_getName(matches[i], &problem);
    if (U_FAILURE(problem) || name == nullptr) break;
    const std::string guess = name;
    if (!guess.starts_with("UTF-")) return guess;
  }
  return {};
}

std::string_view utf16_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  constexpr std::size_t kWindow = 2048;
  const std::size_t pairs = std::min(bytes.size(), kWindow) / 2;
  std::size_t first = 0;   // NULs in the first byte of a pair
  std::size_t second = 0;  // and in the second
  for (std::size_t i = 0; i < pairs; ++i) {
    if (bytes[2 * i] == '\0') ++first;
    if (bytes[2 * i + 1] == '\0') ++second;
  }
  // Fewer are too few to tell from a few stray NULs.
  constexpr std::size_t kLeastPairs = 4;
  if (pairs < kLeastPairs) return {};
  if (second * 10 >= pairs * 6 && first * 20 <= pairs) return "utf-16le";
  if (first * 10 >= pairs * 6 && second * 20 <= pairs) return "utf-16be";
  return {};
}

}  // namespace quoin
