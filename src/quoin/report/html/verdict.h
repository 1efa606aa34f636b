// SPDX-License-Identifier: Apache-2.0
// What became of one statement, in half a sentence: the reader's first look.
//
//   describe_cluster(cluster)  // "words equal, one comma differs"
//                              // "‘ruined’ became ‘spoiled’, one in part"

#pragma once

#include <cstddef>
#include <string>

namespace quoin {

struct ClusterView;

// Without a reference no direction is claimed. Holds words of documents, so it
// is to be escaped and isolated.
std::string describe_cluster(const ClusterView& cluster);

// What a reader of many statements wants them sorted by.
enum class ChangeKind { kNone, kExtent, kPunctuation, kWords, kUnknown };

ChangeKind kind_of_change(const ClusterView& cluster);

}  // namespace quoin
