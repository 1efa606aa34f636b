// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/language.h>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace quoin {
namespace {

// Most texts are plain after a few lines; judging costs 35 ns a byte, which is
// as much as all the rest.
constexpr std::size_t kUsuallyJudged = 512;
constexpr std::size_t kMostJudged = 1536;
constexpr std::size_t kMostRead = 64 << 10;
constexpr std::size_t kShortestSentence = 60;  // bytes
// Below this CLD2 is often sure and wrong: measured on single sentences.
constexpr int kFewestLetters = 60;  // bytes of letters
constexpr int kLeastShare = 70;     // percent

// `text` cut to `size` bytes, not inside a character.
std::string_view cut(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) {
    --size;
  }
  return text.substr(0, size);
}

// Lines that may be sentences; all of the beginning when there are none.
std::string sample_of(std::string_view text, std::size_t most) {
  std::string sample;
  std::string_view rest = cut(text, kMostRead);
  while (!rest.empty() && sample.size() < most) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.size() < kShortestSentence) continue;
    sample += cut(line, most - sample.size());
    sample += '\n';
  }
  if (sample.empty()) sample = cut(text, most);
  return sample;
}

std::optional<std::string> judge(const std::string& sample) {
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                             CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> shares{};
  std::array<double, 3> scores{};
  int letters = 0;
  bool is_reliable = false;
  constexpr bool kIsPlainText = true;
  CLD2::ExtDetectLanguageSummary(
      sample.data(), static_cast<int>(sample.size()), kIsPlainText, &hints, 0,
      languages.data(), shares.data(), scores.data(), nullptr, &letters,
      &is_reliable);
  if (!is_reliable || letters < kFewestLetters || shares[0] < kLeastShare ||
      languages[0] == CLD2::UNKNOWN_LANGUAGE) {
    return std::nullopt;
  }
  return std::string(CLD2::LanguageCode(languages[0]));
}

// Languages of their own tag that are written as another one is.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kPartOf =
    {{{"nb", "no"}, {"nn", "no"}}};

}  // namespace

std::optional<std::string> detect_language(std::string_view text) {
  const std::string sample = sample_of(text, kUsuallyJudged);
  if (auto language = judge(sample)) return language;
  if (sample.size() < kUsuallyJudged) return std::nullopt;
  return judge(sample_of(text, kMostJudged));
}

std::vector<std::string> language_fallbacks(std::string_view tag) {
  std::vector<std::string> tags{std::string(tag)};
  std::string language(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : language) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  if (language != tag) tags.push_back(language);
  for (const auto& [part, whole] : kPartOf) {
    if (language == part) tags.emplace_back(whole);
  }
  return tags;
}

}  // namespace quoin
