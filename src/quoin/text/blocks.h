// SPDX-License-Identifier: Apache-2.0
// Which lines of a document are its article, and which are furniture.

#pragma once

#include <quoin/text/document.h>
#include <quoin/text/lexicon.h>

namespace quoin {

// The phrases of a grammar by which furniture, captions and headlines are
// told, made ready for comparing.
struct BlockPhrases {};

BlockPhrases compile_phrases(const Lexicon& lexicon);

// Sets document.blocks: every line gets a role, runs of one role are one
// block, so that the blocks cover the text without gaps. Linear.
void find_blocks(Document& document, const BlockPhrases& phrases);

}  // namespace quoin
