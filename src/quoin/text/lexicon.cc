// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/lexicon.h>

namespace quoin {
namespace {

template <class Map>
const typename Map::mapped_type& find_or_empty(const Map& map,
                                               std::string_view name) {
  static const typename Map::mapped_type kEmpty;
  const auto found = map.find(name);
  return found == map.end() ? kEmpty : found->second;
}

}  // namespace

const std::vector<std::string>& Lexicon::words_of(
    std::string_view name) const& {
  return find_or_empty(words, name);
}

const std::vector<LexiconPair>& Lexicon::pairs_of(
    std::string_view name) const& {
  return find_or_empty(pairs, name);
}

}  // namespace quoin
