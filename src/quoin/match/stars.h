// SPDX-License-Identifier: Apache-2.0
// Makes clusters of what stands inside what: each rendering hangs on its best
// container.
//
// Internal to match/. Likeness is not transitive, so components of it chain:
// "we will see what happens" would glue half a year together. Here an edge
// goes only from a rendering to the fullest one that holds it; short ones join
// but never bridge.

#pragma once

#include <cstddef>
#include <vector>

#include <quoin/match/match.h>
#include <quoin/match/spoken.h>
#include <quoin/match/windows.h>

namespace quoin {

// The rendering each hangs on, itself when on none.
struct Star {
  std::vector<std::size_t> container;     // per rendering
  std::vector<std::size_t> root;          // per rendering
  std::vector<std::size_t> shared_words;  // with the container
  // Whether a run of it stands in so many renderings that it was passed over
  // in the search for elisions.
  std::vector<char> truncated;
};

Star find_stars(const std::vector<Spoken>& spoken,
                const Windows& windows, const MatchOptions& options);

}  // namespace quoin
