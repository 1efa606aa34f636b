// SPDX-License-Identifier: Apache-2.0
// Whom a mention means: “Ruiz”, “she” and “the chief” are Marta Ruiz.

#pragma once

#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/grammar/grammar.h>
#include <quoin/grammar/rule_set.h>
#include <quoin/grammar/skeleton.h>
#include <quoin/text/document.h>

namespace quoin {

// Sets name or candidates of every speaker in `attributions`.
void resolve_speakers(const Document& document, const Skeleton& skeleton,
                      const Grammar& grammar,
                      const std::vector<Reading>& readings,
                      std::vector<Attribution>& attributions);

}  // namespace quoin
