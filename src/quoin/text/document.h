// SPDX-License-Identifier: Apache-2.0
// One printed text of one outlet.
//
// `Document` owns its text, which is valid UTF-8 exactly as printed: nothing
// normalises it in place. Everything that later stages find points into it by
// byte offsets (`TextSpan`), so results can be stored, sorted, and outlive a
// move of the document.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/diagnostic.h>
#include <quoin/base/span.h>
#include <quoin/text/source_map.h>

namespace quoin {

// What a run of lines is for. Marks in furniture are found and labelled, and
// never attributed, counted or matched.
enum class BlockRole {
  kHeadline,
  kByline,  // who wrote it, and when
  kBody,
  kCaption,
  kFurniture,  // navigation, teasers, promos, sign-offs, "Related Articles"
};

std::string_view to_string(BlockRole role);

// Whole lines: begins after a line break, ends after one or at the end.
struct Block {
  TextSpan span;
  BlockRole role = BlockRole::kBody;
};

struct Document {
  std::string id;
  std::optional<std::string> outlet;
  std::optional<std::string> title;
  std::optional<std::string> url;
  std::optional<std::string> published;  // as the source gives it
  std::optional<std::string> modified;
  std::optional<std::string> byline;     // who wrote it, names only
  std::optional<std::string> lang;       // declared, BCP 47; else detected
  std::optional<std::string> wire;       // agency credited for the copy
  bool is_wire_told = false;  // by the text, and not declared with it

  std::string text;           // valid UTF-8, no U+FDD0..U+FDEF
  // In order, without gaps; set by find_blocks. A reader that knows them from
  // markup sets them first, and find_blocks looks again at what is body.
  std::vector<Block> blocks;
  bool has_markup_blocks = false;
  SourceMap source;  // where the text stood in the input; empty: as it is
  std::vector<std::string> flags;  // "repaired-utf8", ...
  // What reading it had to say: what was repaired, cut off or contradictory.
  std::vector<Diagnostic> diagnostics;

  // Requires: span lies in text. Valid while the document lives and its text
  // is not changed.
  std::string_view slice(TextSpan span) const& {
    return std::string_view(text).substr(span.begin, span.size());
  }
  std::string_view slice(TextSpan span) const&& = delete;
};

// The role of the block that holds byte `at`; kBody when blocks are not set.
BlockRole role_at(const Document& document, std::size_t at);

}  // namespace quoin
