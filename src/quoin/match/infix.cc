// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/infix.h>

#include <algorithm>

namespace quoin {
namespace {

constexpr std::size_t kBits = 64;
constexpr std::uint64_t kTop = std::uint64_t{1} << 63;

}  // namespace

InfixPattern::InfixPattern(std::size_t vocabulary) : row_of_(vocabulary, 0) {}

void InfixPattern::set(std::span<const std::uint32_t> pattern) {
  for (const std::uint32_t word : pattern_) row_of_[word] = 0;
  pattern_.assign(pattern.begin(), pattern.end());
  blocks_ = (pattern_.size() + kBits - 1) / kBits;
  masks_.assign(blocks_, 0);
  std::uint32_t rows = 0;
  for (std::size_t i = 0; i < pattern_.size(); ++i) {
    std::uint32_t& row = row_of_[pattern_[i]];
    if (row == 0) {
      row = ++rows;
      masks_.resize((rows + std::size_t{1}) * blocks_, 0);
    }
    masks_[row * blocks_ + i / kBits] |= std::uint64_t{1} << (i % kBits);
  }
}

std::optional<InfixPlace> InfixPattern::find(
    std::span<const std::uint32_t> text, std::size_t most) {
  return blocks_ == 1 ? find_short(text, most, 0) : find_long(text, most, 0);
}

std::optional<InfixPlace> InfixPattern::find_first(
    std::span<const std::uint32_t> text, std::size_t most) {
  return blocks_ == 1 ? find_short(text, most, most)
                      : find_long(text, most, most);
}

std::optional<InfixPlace> InfixPattern::find_short(
    std::span<const std::uint32_t> text, std::size_t most,
    std::size_t enough) const {
  const std::uint64_t top = std::uint64_t{1} << (pattern_.size() - 1);
  std::uint64_t plus = ~std::uint64_t{0};
  std::uint64_t minus = 0;
  std::size_t score = pattern_.size();
  InfixPlace best{score, 0};
  for (std::size_t j = 0; j < text.size(); ++j) {
    const std::uint64_t equal = masks_[row_of_[text[j]]];
    const std::uint64_t vertical = equal | minus;
    const std::uint64_t horizontal = (((equal & plus) + plus) ^ plus) | equal;
    std::uint64_t up = minus | ~(horizontal | plus);
    std::uint64_t down = plus & horizontal;
    score += (up & top) != 0;
    score -= (down & top) != 0;
    up <<= 1;  // no carry in: the text may begin anywhere
    down <<= 1;
    plus = down | ~(vertical | up);
    minus = up & vertical;
    if (score < best.distance) {
      best = {score, j + 1};
      if (score <= enough) break;
    }
  }
  if (best.distance > most) return std::nullopt;
  return best;
}

std::optional<InfixPlace> InfixPattern::find_long(
    std::span<const std::uint32_t> text, std::size_t most,
    std::size_t enough) {
  plus_.assign(blocks_, ~std::uint64_t{0});
  minus_.assign(blocks_, 0);
  const std::uint64_t last_top = std::uint64_t{1}
                                 << ((pattern_.size() - 1) % kBits);
  std::size_t score = pattern_.size();
  InfixPlace best{score, 0};
  for (std::size_t j = 0; j < text.size(); ++j) {
    const std::uint64_t* row = &masks_[row_of_[text[j]] * blocks_];
    int carry = 0;
    for (std::size_t b = 0; b < blocks_; ++b) {
      std::uint64_t equal = row[b];
      const std::uint64_t vertical = equal | minus_[b];
      if (carry < 0) equal |= 1;
      const std::uint64_t horizontal =
          (((equal & plus_[b]) + plus_[b]) ^ plus_[b]) | equal;
      std::uint64_t up = minus_[b] | ~(horizontal | plus_[b]);
      std::uint64_t down = plus_[b] & horizontal;
      const std::uint64_t top = b + 1 == blocks_ ? last_top : kTop;
      const int out = (up & top) ? 1 : (down & top) ? -1 : 0;
      up = (up << 1) | (carry > 0 ? 1 : 0);
      down = (down << 1) | (carry < 0 ? 1 : 0);
      plus_[b] = down | ~(vertical | up);
      minus_[b] = up & vertical;
      carry = out;
    }
    score = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(score) +
                                     carry);
    if (score < best.distance) {
      best = {score, j + 1};
      if (score <= enough) break;
    }
  }
  if (best.distance > most) return std::nullopt;
  return best;
}

}  // namespace quoin
