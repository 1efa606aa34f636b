// SPDX-License-Identifier: Apache-2.0
// Posts of social networks that a page shows, and that it quotes: those below a
// paragraph that ends with a colon.
//
//   The company wrote on Monday:
//   Nine on the dot! — Norvik Ferries (@norvik) May 3, 2031
//
// Without such a colon a post is a picture of something else on the page, like
// a photograph: found as copied words when outlets are compared.

#pragma once

#include <optional>
#include <string_view>

#include <quoin/base/span.h>

namespace quoin {

// The words of the post that `paragraph` is; none when it is none.
std::optional<TextSpan> find_post(std::string_view text, TextSpan paragraph);

}  // namespace quoin
