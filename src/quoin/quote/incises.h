// SPDX-License-Identifier: Apache-2.0
// Takes the words of the teller out of quotations whose language leaves the
// marks open around them.
//
//   « Nous partons, a dit Roy, et vite. »    « Nous partons,   et vite. »
//
// The pieces are quotations of their own, as “We leave,” said Roy, “and fast.”
// has two. The first has the opening mark and the last the closing one.

#pragma once

#include <string_view>
#include <vector>

#include <quoin/quote/conventions.h>
#include <quoin/quote/quotation.h>

namespace quoin {

// Quotations by position, as find_quotations gives them; so are those returned.
// One that has others nested in it or several segments is left whole.
std::vector<Quotation> split_at_incises(std::string_view text,
                                        std::vector<Quotation> quotations,
                                        const MarkConventions& marks);

}  // namespace quoin
