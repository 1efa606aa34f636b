// SPDX-License-Identifier: Apache-2.0
// What all readers of text share: damage and its flags, names.

#pragma once

#include <string>

#include <quoin/base/diagnostic.h>
#include <quoin/text/charset.h>
#include <quoin/text/document.h>

namespace quoin {

// Says in the document what decoding it came to: the flag "repaired-utf8"
// where something in its text is U+FFFD instead, "guessed-charset" where the
// encoding is a guess, and a warning for each with the place. `name` is what
// the user knows it by.
void note_decoding(Document& document, const DecodedBytes& decoded,
                   const std::string& name);

// Makes `bytes`, which claim to be UTF-8, the text of `document`.
void set_text(Document& document, std::string bytes, const std::string& name);

// Says that the document is not whole, and why: the flag "cut-off".
void note_damage(Document& document, Diagnostic damage);

// "articles/a.txt" -> "a.txt"
std::string file_name(const std::string& path);

}  // namespace quoin
