// SPDX-License-Identifier: Apache-2.0
// Words that differ and are yet near: forms of one word, a contraction and its
// full form, two spellings of a name, a masked word.
//
// Internal to grade/.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <quoin/grade/tables.h>

namespace quoin {

// The full forms of a contraction, likeliest first; empty for other words.
std::vector<std::vector<std::string>> expand_contraction(
    const std::string& key, const GradeTables& tables);

// was, is; plan, plans; realign, realigning.
bool is_same_lemma(const std::string& a, const std::string& b,
                   const GradeTables& tables);

// Another spelling of one name: at most two letters differ.
bool is_name_spelling(const std::string& a, const std::string& b,
                      const GradeTables& tables);

// f*** hides four letters, the first an f.
bool is_masked(std::string_view masked, std::string_view full);

// legal, illegal: one is the other with a denying prefix.
bool is_negated_by_prefix(const std::string& a, const std::string& b,
                          const GradeTables& tables);

}  // namespace quoin
