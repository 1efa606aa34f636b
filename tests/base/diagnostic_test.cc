// SPDX-License-Identifier: Apache-2.0
#include <quoin/base/diagnostic.h>

#include <gtest/gtest.h>

namespace quoin {
namespace {

TEST(Diagnostic, NamesThePlace) {
  Diagnostic d;
  d.file = "a.grammar";
  d.line = 8;
  d.column = 27;
  d.message = "unknown shape 'sya'";
  EXPECT_EQ(to_string(d), "a.grammar:8:27: error: unknown shape 'sya'");
}

TEST(Diagnostic, CaretStandsUnderWideCharacters) {
  Diagnostic d;
  d.file = "a.grammar";
  d.line = 1;
  d.column = 4;
  d.width = 3;
  d.message = "m";
  d.hint = "did you mean 'say'?";
  d.source_line = "\u7530\u4E2D sya";
  EXPECT_EQ(render(d),
            "a.grammar:1:4: error: m\n"
            "    1 | \u7530\u4E2D sya\n"
            "      |      ^~~ did you mean 'say'?");
}

TEST(Diagnostic, HintWithoutALineHasALineOfItsOwn) {
  Diagnostic d;
  d.file = "a.jsonl";
  d.line = 3;
  d.message = "'text' is missing";
  d.hint = "each line needs \"id\" and \"text\"";
  EXPECT_EQ(render(d),
            "a.jsonl:3: error: 'text' is missing\n"
            "    hint: each line needs \"id\" and \"text\"");
}

}  // namespace
}  // namespace quoin
