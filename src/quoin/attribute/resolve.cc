// SPDX-License-Identifier: Apache-2.0
#include <quoin/attribute/resolve.h>

namespace quoin {

void resolve_speakers(const Document& document, const Skeleton&,
                      const Grammar&, const std::vector<Reading>&,
                      std::vector<Attribution>& attributions) {
  for (Attribution& attribution : attributions) {
    if (!attribution.speaker) continue;
    attribution.speaker->name =
        std::string(document.slice(attribution.speaker->mention));
  }
}

}  // namespace quoin
