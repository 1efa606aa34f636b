// SPDX-License-Identifier: Apache-2.0
// Packs what tests read.

#pragma once

#include <string>
#include <string_view>

namespace quoin {

std::string gzip(std::string_view text, int level = 6);
std::string zstd(std::string_view text, std::string_view dictionary = {});
// A frame of zstd that holds a dictionary.
std::string skippable(std::string_view bytes);

}  // namespace quoin
