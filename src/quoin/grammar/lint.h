// SPDX-License-Identifier: Apache-2.0
// What is no error in a grammar and yet not as its author thinks.

#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <quoin/base/diagnostic.h>
#include <quoin/grammar/grammar.h>

namespace quoin {

// A warning for every list and shape that neither a rule nor another stage of
// the program reads, by file and position.
std::vector<Diagnostic> unused_names(const Grammar& grammar);

// The lists and pairs that other stages read by name, sorted. One that ends in
// '-' stands for all names that begin so. A test holds this to the sources.
std::span<const std::string_view> names_of_stages();

}  // namespace quoin
