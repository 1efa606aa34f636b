// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/align.h>

#include <algorithm>
#include <limits>

namespace quoin {
namespace {

using Cost = std::int64_t;

// In tenths of a word, times kTie: of ways that cost the same the one with
// more equal words wins, by as many units as it has more of them.
constexpr Cost kTie = 1 << 12;
constexpr Cost kSubstitute = 9 * kTie;
constexpr Cost kSubstituteNear = 6 * kTie;
constexpr Cost kInsert = 10 * kTie;
constexpr Cost kGapOpen = 6 * kTie;
constexpr Cost kGapOpenAtEllipsis = 3 * kTie;
constexpr Cost kGapWord = 1 * kTie;
constexpr Cost kOverlapOpen = 3 * kTie;
constexpr Cost kOverlapWord = 2 * kTie;
constexpr Cost kFar = std::numeric_limits<Cost>::max() / 2;

// How a cell was reached: its best step, and whether its gap was opened here.
enum Step : std::uint8_t {
  kBegin = 0,
  kPair = 1,
  kInserted = 2,
  kFromGap = 3,
  kStepMask = 3,
  kGapOpened = 4,  // the gap that ends here begins at this column
};

// Of printed words beyond an end of the reference.
Cost overlap_cost(std::size_t words) {
  return kOverlapOpen + kOverlapWord * static_cast<Cost>(words);
}

}  // namespace

Alignment align_words(const AlignInput& input) {
  const std::size_t n = input.reference.size();
  const std::size_t m = input.printed.size();
  Alignment result;
  result.partner.assign(m, Alignment::kNone);
  result.equal.assign(m, 0);

  // Rows are reference words, columns printed words. best[j]: everything up
  // to here; gap[j]: the same, the last reference word being skipped.
  std::vector<Cost> best(m + 1);
  std::vector<Cost> gap(m + 1, kFar);
  std::vector<std::uint8_t> steps((n + 1) * (m + 1), kBegin);
  for (std::size_t j = 1; j <= m; ++j) {
    best[j] = best[j - 1] + kInsert;
    if (input.overlap && j < m) best[j] = std::min(best[j], overlap_cost(j));
    steps[j] = kInserted;
  }
  Cost end_cost = best[m];
  std::size_t end_row = 0;
  std::size_t end_column = m;
  for (std::size_t i = 1; i <= n; ++i) {
    std::uint8_t* row = &steps[i * (m + 1)];
    Cost diagonal = best[0];
    const std::uint32_t word = input.reference[i - 1];
    best[0] = 0;
    for (std::size_t j = 1; j <= m; ++j) {
      const bool equal = word == input.printed[j - 1];
      Cost pair = diagonal;
      if (equal) {
        pair -= 1;
      } else {
        pair += input.near && input.near(i - 1, j - 1) ? kSubstituteNear
                                                       : kSubstitute;
      }
      const bool marked = !input.ellipsis.empty() && input.ellipsis[j];
      const Cost opened =
          best[j] + (marked ? kGapOpenAtEllipsis : kGapOpen) + kGapWord;
      const Cost extended = gap[j] + kGapWord;
      std::uint8_t step = opened <= extended ? kGapOpened : 0;
      diagonal = best[j];
      gap[j] = std::min(opened, extended);
      const Cost inserted = best[j - 1] + kInsert;
      Cost cost = pair;
      std::uint8_t how = kPair;
      if (inserted < cost) cost = inserted, how = kInserted;
      if (gap[j] < cost) cost = gap[j], how = kFromGap;
      best[j] = cost;
      row[j] = static_cast<std::uint8_t>(step | how);
    }
    if (best[m] < end_cost) {
      end_cost = best[m];
      end_row = i;
      end_column = m;
    }
  }
  if (input.overlap) {
    for (std::size_t j = 1; j < m; ++j) {
      if (best[j] + overlap_cost(m - j) < end_cost) {
        end_cost = best[j] + overlap_cost(m - j);
        end_row = n;
        end_column = j;
      }
    }
  }
  result.cost = static_cast<int>((end_cost + kTie - 1) / kTie);

  std::size_t i = end_row;
  std::size_t j = end_column;
  while (j > 0) {
    const std::uint8_t step = steps[i * (m + 1) + j];
    switch (step & kStepMask) {
      case kPair:
        --i, --j;
        result.partner[j] = static_cast<std::int32_t>(i);
        result.equal[j] = input.reference[i] == input.printed[j];
        break;
      case kInserted: --j; break;
      case kFromGap:
        while (!(steps[i * (m + 1) + j] & kGapOpened)) --i;
        --i;
        break;
      default: j = 0; break;
    }
  }
  return result;
}

}  // namespace quoin
