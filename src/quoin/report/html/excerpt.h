// SPDX-License-Identifier: Apache-2.0
// Pieces of a text, cut between words and never inside a character.

#pragma once

#include <cstddef>
#include <string_view>

namespace quoin {

// The beginning and the end of `text`, of at most so many bytes; a little less
// where that ends between words. Point into `text`.
// Requires: valid UTF-8.
std::string_view head_of(std::string_view text, std::size_t most_bytes);
std::string_view tail_of(std::string_view text, std::size_t most_bytes);

}  // namespace quoin
