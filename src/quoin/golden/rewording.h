// SPDX-License-Identifier: Apache-2.0
// Which record that came up is one that went away, with a word changed.
//
// Records are told apart by their words, so an edit inside a quotation would
// show as one removed and one added, and would change every record that names
// it: the printings of its cluster, the quotations that continue it.
//
// Internal to golden/.

#pragma once

#include <functional>
#include <vector>

#include <quoin/base/record.h>

namespace quoin {

struct Rewording {
  const Record* before = nullptr;
  const Record* now = nullptr;
};

// Of one document, and most words in common; each record at most once, nearest
// ones first.
std::vector<Rewording> find_rewordings(const std::vector<const Record*>& gone,
                                       const std::vector<const Record*>& come);

// The records with the new words where they had the old ones; where they only
// refer to them, unless `is_now` says that the old reference still stands.
std::vector<Record> follow_rewordings(
    const std::vector<Record>& records,
    const std::vector<Rewording>& rewordings,
    const std::function<bool(const Record&)>& is_now);

// Whether both refer to the same words.
bool refer_alike(const Record& a, const Record& b);

}  // namespace quoin
