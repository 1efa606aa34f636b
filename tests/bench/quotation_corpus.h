// SPDX-License-Identifier: Apache-2.0
// Made-up quotations as word ids, by the million, the same on every machine.
//
// Words follow Zipf's law over a vocabulary of 43,000. Three in ten quotations
// are printed again one to three times: whole or cut, with up to one word in
// six changed. Natural text has far more rare words, so this is the harder case.

#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include <quoin/match/contained.h>

namespace quoin {

inline WordTexts make_quotation_corpus(std::size_t count, unsigned seed) {
  constexpr std::size_t kVocabulary = 43000;
  std::mt19937 random(seed);
  const auto uniform = [&] {
    return static_cast<double>(random() >> 5) / 134217728.0;
  };
  // Inverse of the (continuous) Zipf distribution with exponent one.
  const auto word = [&] {
    return static_cast<std::uint32_t>(
        std::pow(static_cast<double>(kVocabulary), uniform()) - 1);
  };
  WordTexts texts;
  texts.reserve(count, count * 18);
  std::vector<std::uint32_t> base;
  std::vector<std::uint32_t> variant;
  while (texts.size() < count) {
    base.clear();
    for (std::size_t size = 6 + random() % 30; size > 0; --size) {
      base.push_back(word());
    }
    texts.add(base);
    const bool reprinted = random() % 10 < 3;
    for (std::size_t k = reprinted ? 1 + random() % 3 : 0; k > 0; --k) {
      if (texts.size() >= count) break;
      variant = base;
      if (random() % 2) variant.resize(6 + random() % (base.size() - 5));
      for (std::size_t e = random() % (1 + variant.size() / 6); e > 0; --e) {
        variant[random() % variant.size()] = word();
      }
      texts.add(variant);
    }
  }
  return texts;
}

}  // namespace quoin
