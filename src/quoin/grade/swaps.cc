// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/swaps.h>

#include <algorithm>

namespace quoin {
namespace {

bool all_moved(const std::vector<char>& moved, const ProtectedHit& hit) {
  for (std::size_t i = hit.first; i <= hit.last; ++i) {
    if (!moved[i]) return false;
  }
  return true;
}

// Whether a phrase that begins or ends outside its run [from, to) stands at the
// run of the other text too, shorter or longer: have got to, got to.
bool is_kept(const ProtectedHit& hit, std::size_t from, std::size_t to,
             const Side& other, std::size_t other_from, std::size_t other_to) {
  if (from <= hit.first && hit.last < to) return false;
  return std::any_of(other.hits.begin(), other.hits.end(),
                     [&](const ProtectedHit& same) {
                       return same.which == hit.which &&
                              same.value == hit.value &&
                              same.first <= other_to &&
                              other_from <= same.last + 1;
                     });
}

bool is_in(const ProtectedHit& hit, std::size_t from, std::size_t to) {
  return hit.first < to && from <= hit.last;
}

}  // namespace

SwapsByClass find_swaps(const ClassifyInput& in, const Run& run) {
  SwapsByClass out;
  for (const ProtectedHit& hit : in.r.hits) {
    if (!is_in(hit, run.r0, run.r1) || all_moved(in.moved_r, hit) ||
        is_kept(hit, run.r0, run.r1, in.p, run.p0, run.p1)) {
      continue;
    }
    out[hit.which].r.push_back(&hit);
  }
  for (const ProtectedHit& hit : in.p.hits) {
    if (!is_in(hit, run.p0, run.p1) || all_moved(in.moved_p, hit) ||
        is_kept(hit, run.p0, run.p1, in.r, run.r0, run.r1)) {
      continue;
    }
    auto& r = out[hit.which].r;
    const auto same =
        std::find_if(r.begin(), r.end(), [&](const ProtectedHit* other) {
          return other->value == hit.value;
        });
    if (same != r.end()) {
      r.erase(same);
    } else {
      out[hit.which].p.push_back(&hit);
    }
  }
  return out;
}

}  // namespace quoin
