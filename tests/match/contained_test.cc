// SPDX-License-Identifier: Apache-2.0
// Exactness: the index must find what comparing each with each finds.

#include <quoin/match/contained.h>

#include <algorithm>
#include <map>
#include <random>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/match/infix.h>

namespace quoin {
namespace {

using Words = std::vector<std::uint32_t>;

std::size_t slow_distance(std::span<const std::uint32_t> part,
                          std::span<const std::uint32_t> whole) {
  std::vector<std::size_t> row(part.size() + 1);
  for (std::size_t i = 0; i < row.size(); ++i) row[i] = i;
  std::size_t best = row.back();
  for (const std::uint32_t word : whole) {
    std::size_t diagonal = row[0];
    for (std::size_t i = 1; i < row.size(); ++i) {
      const std::size_t pair = diagonal + (part[i - 1] != word);
      diagonal = row[i];
      row[i] = std::min({pair, row[i] + 1, row[i - 1] + 1});
    }
    best = std::min(best, row.back());
  }
  return best;
}

// Texts with rare and common words, a third of them fresh, the others cut out
// of these and edited.
WordTexts make_texts(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  const auto word = [&] {
    const double u = static_cast<double>(random() % 100000) / 100000.0;
    return static_cast<std::uint32_t>(3000 * u * u * u);
  };
  WordTexts texts;
  std::vector<Words> fresh;
  for (std::size_t i = 0; i < count; ++i) {
    Words words;
    if (i % 3 == 0) {
      for (std::size_t k = 1 + random() % 90; k > 0; --k) words.push_back(word());
      fresh.push_back(words);
    } else {
      const Words& base = fresh[random() % fresh.size()];
      const std::size_t begin = random() % base.size();
      const std::size_t size = 1 + random() % (base.size() - begin);
      words.assign(base.begin() + static_cast<std::ptrdiff_t>(begin),
                   base.begin() + static_cast<std::ptrdiff_t>(begin + size));
      for (std::size_t k = random() % (1 + words.size() / 3); k > 0; --k) {
        const std::size_t at = random() % words.size();
        const auto place = words.begin() + static_cast<std::ptrdiff_t>(at);
        switch (random() % 3) {
          case 0: *place = word(); break;
          case 1: words.insert(place, word()); break;
          default:
            if (words.size() > 1) words.erase(place);
        }
      }
    }
    texts.add(words);
  }
  return texts;
}

TEST(InfixPattern, AgreesWithTheSlowDistance) {
  const WordTexts texts = make_texts(300, 3);
  InfixPattern pattern(texts.vocabulary());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    pattern.set(texts[i]);
    for (std::size_t j = i % 7; j < texts.size(); j += 7) {
      const auto place = pattern.find(texts[j], texts[i].size());
      ASSERT_TRUE(place);
      ASSERT_EQ(place->distance, slow_distance(texts[i], texts[j]));
    }
  }
}

TEST(FindContained, MissesNothing) {
  const WordTexts texts = make_texts(900, 5);
  for (const double edits : {0.2, 0.25, 0.34}) {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> found;
    find_contained(texts, texts, {edits, true}, [&](const ContainedPair& pair) {
      const bool is_new =
          found.emplace(std::pair{pair.part, pair.whole}, pair.distance).second;
      EXPECT_TRUE(is_new);
    });
    std::size_t expected = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (std::size_t j = 0; j < texts.size(); ++j) {
        const std::size_t a = texts[i].size();
        const std::size_t b = texts[j].size();
        if (i == j || (a != b ? a > b : i < j)) continue;
        const std::size_t most = edits_allowed(a, edits);
        const std::size_t distance = slow_distance(texts[i], texts[j]);
        if (distance > most) continue;
        ++expected;
        const auto at = found.find({i, j});
        ASSERT_NE(at, found.end()) << i << " in " << j;
        ASSERT_EQ(at->second, distance);
      }
    }
    EXPECT_EQ(found.size(), expected);
  }
}

}  // namespace
}  // namespace quoin
