// SPDX-License-Identifier: Apache-2.0
// Views into something that is about to go do not compile. As it stands this
// must work; with QUOIN_MISUSE=n its n-th misuse must not compile.
#include <string>

#include <quoin/text/document.h>
#include <quoin/text/lexicon.h>
#include <quoin/text/positions.h>

quoin::Document make_document();
quoin::Lexicon make_lexicon();
std::string make_text();

std::size_t use() {
  const quoin::Document document = make_document();
  const quoin::Lexicon lexicon = make_lexicon();
  const std::string text = make_text();
#if QUOIN_MISUSE == 1  // a slice of a document that nobody keeps
  return make_document().slice({0, 1}).size();
#elif QUOIN_MISUSE == 2  // a list of a lexicon that nobody keeps
  return make_lexicon().words_of("say").size();
#elif QUOIN_MISUSE == 3  // an index over a text that nobody keeps
  const quoin::PositionIndex positions(make_text());
  return positions.at(0).line;
#elif QUOIN_MISUSE == 4  // a walk over a text that nobody keeps
  quoin::PositionCursor cursor(make_text());
  return cursor.advance_to(0).line;
#else
  const quoin::PositionIndex positions(text);
  quoin::PositionCursor cursor(text);
  return document.slice({0, 1}).size() + lexicon.words_of("say").size() +
         positions.at(0).line + cursor.advance_to(0).line;
#endif
}
