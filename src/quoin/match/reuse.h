// SPDX-License-Identifier: Apache-2.0
// Quoted words printed elsewhere without marks.
//
// Internal to match/. Eight words in a row are no coincidence; shorter runs
// are technical terms.

#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/match/spoken.h>
#include <quoin/match/windows.h>
#include <quoin/match/witness.h>

namespace quoin {

struct Reuse {
  std::size_t article = 0;
  TextSpan span;
  std::size_t spoken = 0;  // the rendering it repeats
  std::size_t words = 0;
};

// By article, then position; the longest run where several renderings of the
// window fit.
std::vector<Reuse> find_reuse(std::span<const Article> articles,
                              const std::vector<ArticleWords>& article_words,
                              const std::vector<Spoken>& spoken,
                              const Windows& windows, std::size_t min_words);

}  // namespace quoin
