// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/prefilter.h>

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/grammar/token_types.h>
#include <quoin/grammar/tokens.h>

namespace quoin {
namespace {

// Sets are named by letters here, the sets of words "a", "b" and so on.
class PrefilterTest : public testing::Test {
 protected:
  PrefilterTest() {
    TypeBuilder builder;
    std::vector<SetId> sets;
    for (const char letter : std::string_view("abcdx")) {
      ids_[static_cast<unsigned char>(letter)] =
          builder.list({std::string(1, letter)});
      sets.push_back(ids_[static_cast<unsigned char>(letter)]);
    }
    types_ = builder.build(sets);
  }

  // "a(?:b|c)" with the numbers of the sets.
  std::string with_ids(std::string_view shown) const {
    std::string out;
    for (const char c : shown) {
      const bool is_set = c >= 'a' && c <= 'd';
      out +=
          is_set
              ? "<" + std::to_string(ids_[static_cast<unsigned char>(c)]) + ">"
              : std::string(1, c);
    }
    return out;
  }

  std::u16string units(std::string_view words) const {
    std::u16string out;
    for (const char c : words) {
      const std::string word(1, c);
      out += types_.type_of(word, class_of_form(word));
    }
    return out;
  }

  bool may_match(std::string_view shown, std::string_view words) const {
    const std::string regex = with_ids(shown);
    PrefilterBuilder builder(types_);
    builder.expect(regex);
    const Need need = builder.need_of(regex);
    const Prefilter filter = builder.build();
    return filter.look(units(words), 0).has(need) &&
           filter.look_far(units(words), 0).has(need.far);
  }

  std::size_t ids_[128] = {};
  TokenTypes types_;
};

TEST_F(PrefilterTest, AsksForWhatEveryMatchHolds) {
  const struct {
    std::string_view regex;
    std::string_view words;
    bool may_match;
  } cases[] = {
      {"", "", true},
      {"a", "a", true},
      {"a", "b", false},
      {"a", "", false},
      {"a?b", "b", true},
      {"a?b", "ab", true},
      {"a?b", "a", false},
      {"a{0,3}b", "aab", true},
      {"a{1,3}?b", "ab", true},
      {"a{1,3}?b", "bb", false},  // must begin with a
      {"a{2}", "aa", true},
      {"(?:a|b)c", "bc", true},
      {"(?:a|b)c", "cc", false},  // may begin with a or b
      {"(?:a|bc)d", "bcd", true},
      {"(?:a?|b)c", "c", true},
      {"(a(?:b)?)c", "abc", true},
      {"(?!a)b", "b", true},  // forbidding asks for nothing
      {"(?!a)b", "a", false},
      {"a?(?:b|c)?d", "d", true},
      {"a?(?:b|c)?d", "abc", false},
      // What must stand right behind a token stands there.
      {"ab", "acb", false},
      {"ac?b", "acb", true},
      {"ac?b", "adb", false},
      {"a{1,2}b", "aab", true},
      {"d?ab?c", "dac", true},
      {"d?ab?c", "dadc", false},
      {"(?:a|b)(?:c|d)", "bdc", true},
      {"(?:a|b)(?:c|d)", "bbx", false},
      {"(?:a|bd?)c", "bdc", true},
      {"ab?", "ad", true},  // anything may follow a match
      // Within reach: the last token of a match, not one far behind it.
      {"ab", "axxxxxb", false},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(may_match(c.regex, c.words), c.may_match)
        << c.regex << " on " << c.words;
  }
}

TEST_F(PrefilterTest, DoesNotAskBeyondItsReach) {
  EXPECT_TRUE(may_match("a{1,70}b{1,70}c{1,40}d", "abc"));
}

}  // namespace
}  // namespace quoin
