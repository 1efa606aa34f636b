// SPDX-License-Identifier: Apache-2.0
// Which lines of a document are its article, and which are furniture.
//
// A page as crawled holds menus, teasers and promos around (and inside) the
// article, and they have quotation marks too. Two things tell them: phrases,
// which are data of grammars/<lang>/furniture.grammar (block_phrases.h), and the
// shape of lines: an article is a run of sentences, furniture is not.
//
// The same heading may stand above a list of teasers and inside the article,
// where a widget was: teasers are titles and cut-off sentences, so prose, or
// two whole sentences in a row, each its own line, are the article again.

#pragma once

#include <quoin/text/block_phrases.h>
#include <quoin/text/document.h>

namespace quoin {

// Sets document.blocks: every line gets a role, runs of one role are one
// block, so that the blocks cover the text without gaps. Where markup has told
// the blocks (has_markup_blocks), only lines of the body are looked at, and
// only by their phrases. Linear.
void find_blocks(Document& document, const BlockPhrases& phrases);

}  // namespace quoin
