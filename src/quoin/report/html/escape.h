// SPDX-License-Identifier: Apache-2.0
// Text of strangers, made fit to stand in a page.
//
// An article may hold markup, script, quotes, control characters and marks
// that turn the direction of writing. None of it may act: markup is escaped,
// and what would act unseen is shown as a token.
//
//   html_text("<b> & \u202E")    // "&lt;b&gt; &amp; ⟦RLO⟧"
//   html_name("\u202Eevil")      // "<bdi>…</bdi>": cannot reach its neighbours

#pragma once

#include <string>
#include <string_view>

namespace quoin {

// Requires for all: valid UTF-8.

// For text and for attributes in double quotes, where no markup can stand.
std::string html_text(std::string_view text);

// For the flow of the page: tokens are marked up as such. The caller isolates
// the direction, with <bdi> or dir="auto" on the element around it.
std::string html_printed(std::string_view text);

// On one line, isolated: outlets, names, titles.
std::string html_name(std::string_view name);

// The address when it may be linked to (http and https), escaped for an
// attribute; empty for every other scheme.
std::string html_link(std::string_view url);

}  // namespace quoin
