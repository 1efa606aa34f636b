// SPDX-License-Identifier: Apache-2.0
// Titles of pages: "Harbour to reopen | News | Harbour Courier".
//
// The outlet stands behind (or before) the title of the article, with a sign
// between. Which of the parts is the outlet is told by its name, where that is
// known, else by the address of the page.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quoin {

// The part of `title` that names the outlet, judged by the host's letters
// ("harbourcourier.example"); empty when none does.
std::string outlet_in_title(std::string_view title, std::string_view host);

// The part of `title` behind (or before) the headline that the page shows:
// "The Bay Herald" of "Town asks state - Local - The Bay Herald"; empty when
// the headline is none of the other parts.
std::string outlet_beside(std::string_view title, std::string_view headline);

// `title` without the parts at its end or start that name the outlet, and
// without sections ("News") between; a view of `title`.
std::string_view title_without_outlet(std::string_view title,
                                      const std::optional<std::string>& outlet);

// Equal in letters and digits, without regard to the case of ASCII.
bool is_same_title(std::string_view a, std::string_view b);

// The same, or one is the beginning of the other: "Space", "Space.com".
bool is_same_outlet(std::string_view a, std::string_view b);

}  // namespace quoin
