// SPDX-License-Identifier: Apache-2.0
#include <quoin/base/suggest.h>

#include <array>
#include <string>

#include <gtest/gtest.h>

namespace quoin {
namespace {

constexpr std::array<std::string_view, 4> kKnown = {"file", "outlet",
                                                    "published", "wire"};

TEST(NearestName, FindsWhatWasMeant) {
  const struct {
    const char* typed;
    const char* meant;
  } cases[] = {
      {"pubished", "published"}, {"publihsed", "published"},
      {"fiel", "file"},          {"outlets", "outlet"},
      {"wire", "wire"},          {"headline", ""},
      {"", ""},                  {"x", ""},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(nearest_name(c.typed, kKnown), c.meant) << c.typed;
  }
}

TEST(SuggestName, ListsWhatThereIsWhenNothingIsNear) {
  EXPECT_EQ(suggest_name("fille", kKnown), "did you mean 'file'?");
  EXPECT_EQ(suggest_name("headline", kKnown),
            "expected one of 'file', 'outlet', 'published', 'wire'");
  EXPECT_EQ(suggest_name("headline", {}), "");
}

}  // namespace
}  // namespace quoin
