// SPDX-License-Identifier: Apache-2.0
// Every combination of how quotations are set, with what goes wrong beside
// them: no quotation whose two marks stand may be lost or get other ends.
//
// Only destroyed quotations are counted. A control with one list of the grammar
// taken away shows that the count can move.
#include <cstddef>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/grammar/grammar.h>
#include <quoin/quote/find_quotations.h>

namespace quoin {
namespace {

struct Convention {
  const char* name;
  const char* lang;
  std::string_view open, close;              // outer, with inner spaces
  std::string_view inner_open, inner_close;  // inner
  bool apostrophes_close;  // the closing mark is also the apostrophe
};

constexpr Convention kConventions[] = {
    {"american", "en", "\u201C", "\u201D", "\u2018", "\u2019", false},
    {"straight", "en", "\"", "\"", "'", "'", false},
    {"british", "en", "\u2018", "\u2019", "\u201C", "\u201D", true},
    {"british straight", "en", "'", "'", "\"", "\"", true},
    {"latex", "en", "``", "''", "\u2018", "\u2019", false},
    {"two singles", "en", "''", "''", "\u2018", "\u2019", false},
    {"same mark inside", "en", "\u201C", "\u201D", "\u201C", "\u201D", false},
    {"entities", "en", "&ldquo;", "&rdquo;", "&lsquo;", "&rsquo;", false},
    {"german", "de", "\u201E", "\u201C", "\u201A", "\u2018", false},
    {"german books", "de", "\u00BB", "\u00AB", "\u203A", "\u2039", false},
    {"swiss", "de", "\u00AB", "\u00BB", "\u2039", "\u203A", false},
    {"french", "fr", "\u00AB\u00A0", "\u00A0\u00BB", "\u201C", "\u201D", false},
    {"swedish", "sv", "\u201D", "\u201D", "\u2018", "\u2019", false},
    {"polish", "pl", "\u201E", "\u201D", "\u00AB", "\u00BB", false},
    {"russian", "ru", "\u00AB", "\u00BB", "\u201E", "\u201C", false},
    {"japanese", "ja", "\u300C", "\u300D", "\u300E", "\u300F", false},
};

// What is said; the inner quotation stands at {.
constexpr std::string_view kWords[] = {
    "We sail at nine,", "Is it late?", "a narrow boat", "Never again!",
    "It isn\u2019t ours and it doesn't matter,", "Well \u2026 I \u2014 no . . .",
    "[The pilot] slept [sic],", "No", "One. Two. Three.",
};

constexpr std::string_view kNests[] = {
    "",                        // none
    "{Stop!} was all he said,",  // at the start
    "He cried {Stop!} and ran.", // in the middle
    "All he said was {stop}",    // at the end
    "He said {one} and {two,} twice.",
};

// Between the quotation and the words that follow it.
constexpr std::string_view kAfter[] = {
    " said Land. ", "said Land. ", " \u2014 Land. ", ", said Land. ",
    "\u2014that is all. ", ") and left. ",
};

// What stands before a quotation in its paragraph.
constexpr std::string_view kBefore[] = {
    "", "Land said: ", "Land said, ", "the rowers\u2019 boat and ",
    "In the \u201990s they ate fish \u2019n\u2019 chips, ",
    "The 6'2\" rower said ", "(", "Land said:", "said\u2014",
};

enum class Layout { kOne, kTwo, kSplit, kContinued, kAfterUnclosed, kEnd };

struct Shape {
  std::string text;
  std::vector<TextSpan> marks;  // from opening to closing mark, both included
};

class Builder {
 public:
  explicit Builder(const Convention& convention) : convention_(convention) {}

  void add(std::string_view text) { shape_.text += text; }

  void quote(std::string_view words, std::string_view nest) {
    const std::size_t begin = shape_.text.size();
    const std::size_t at = shape_.marks.size();
    shape_.marks.push_back({begin, 0});
    add(convention_.open);
    add_words(nest.empty() ? words : nest);
    add(convention_.close);
    shape_.marks[at].end = shape_.text.size();
  }

  void open_only(std::string_view words) {
    add(convention_.open);
    add(words);
  }

  void continued() {
    const std::size_t begin = shape_.text.size();
    open_only("We sank at once.\n\n");
    open_only("We swam.\n\n");
    open_only("We were cold.");
    add(convention_.close);
    shape_.marks.push_back({begin, shape_.text.size()});
  }

  Shape finish() { return std::move(shape_); }

 private:
  void add_words(std::string_view words) {
    std::size_t inner = 0;
    for (char c : words) {
      if (c == '{') {
        inner = shape_.marks.size();
        shape_.marks.push_back({shape_.text.size(), 0});
        add(convention_.inner_open);
      } else if (c == '}') {
        add(convention_.inner_close);
        shape_.marks[inner].end = shape_.text.size();
      } else {
        shape_.text += c;
      }
    }
  }

  const Convention& convention_;
  Shape shape_;
};

Shape make_shape(const Convention& convention, std::string_view words,
                 std::string_view nest, std::string_view before,
                 std::string_view after, Layout layout) {
  Builder builder(convention);
  // The document shows its convention once, as news does.
  builder.add("The boat was late. ");
  builder.quote("It happens,", "");
  builder.add(" said Kaya.\n\n");
  if (layout == Layout::kAfterUnclosed) {
    builder.open_only("The pier is open. That is all.\n\nA vote followed.\n\n");
  }
  builder.add(before);
  if (layout == Layout::kContinued) {
    builder.continued();
  } else {
    builder.quote(words, nest);
  }
  builder.add(after);
  if (layout == Layout::kTwo) {
    builder.add("Then ");
    builder.quote("we left", nest);
    builder.add(", he said.");
  } else if (layout == Layout::kSplit) {
    builder.quote("That is the rule.", "");
  }
  builder.add("\n\nThe boat left at noon. ");
  builder.quote("At last,", "");
  builder.add(" said Kaya.");
  return builder.finish();
}

// Quotations of `shape` that were not found as they stand.
std::size_t count_destroyed(const Shape& shape, const MarkConventions& marks) {
  Document document;
  document.text = shape.text;
  std::vector<TextSpan> found;
  for (const Quotation& q : find_quotations(document, marks)) {
    found.push_back({q.open.begin, q.close.end});
  }
  std::size_t destroyed = 0;
  for (TextSpan wanted : shape.marks) {
    bool seen = false;
    for (TextSpan span : found) {
      // Spaces inside the marks belong to the convention's strings.
      seen = seen || span == wanted;
    }
    destroyed += seen ? 0 : 1;
  }
  return destroyed;
}

struct Count {
  std::size_t shapes = 0;
  std::size_t quotations = 0;
  std::size_t destroyed = 0;
  std::map<std::string, std::size_t> by_kind;
  std::string example;
};

void count_shapes(const Convention& convention, const MarkConventions& marks,
                  Count& count) {
  const bool english = std::string_view(convention.lang) == "en";
  for (std::string_view words : kWords) {
    for (std::string_view nest : kNests) {
      for (std::string_view before : kBefore) {
        for (std::string_view after : kAfter) {
          for (int layout = 0; layout < static_cast<int>(Layout::kEnd);
               ++layout) {
            // ’90s is English, and 'n' between straight singles is anybody's
            // guess.
            const bool elided = before.find("90s") != std::string_view::npos;
            if (elided && !english) continue;
            // A glued letter makes a closing single an apostrophe: 'No'said.
            const bool glued = after.starts_with("said") ||
                               before.ends_with("said:");
            if (glued && convention.apostrophes_close) continue;
            const Shape shape =
                make_shape(convention, words, nest, before, after,
                           static_cast<Layout>(layout));
            ++count.shapes;
            count.quotations += shape.marks.size();
            const std::size_t destroyed = count_destroyed(shape, marks);
            if (destroyed == 0) continue;
            count.destroyed += destroyed;
            ++count.by_kind[std::string(convention.name) + " | nest '" +
                            std::string(nest) + "' | before '" +
                            std::string(before) + "' | after '" +
                            std::string(after) + "' | layout " +
                            std::to_string(layout)];
            if (count.example.empty()) count.example = shape.text;
          }
        }
      }
    }
  }
}

TEST(ShapesTest, NoneIsDestroyed) {
  Count count;
  for (const Convention& convention : kConventions) {
    const Result<Grammar> grammar = load_built_in_grammar(convention.lang);
    ASSERT_TRUE(grammar.has_value()) << convention.lang;
    count_shapes(convention, grammar->marks(), count);
  }
  std::cout << count.shapes << " shapes, " << count.quotations
            << " quotations, " << count.destroyed << " destroyed\n";
  EXPECT_GE(count.shapes, 60'000u);
  EXPECT_EQ(count.destroyed, 0u) << count.example;
  std::size_t shown = 0;
  for (const auto& [kind, times] : count.by_kind) {
    if (++shown > 40) break;
    std::cout << times << "  " << kind << "\n";
  }
}

// Without the pair ``…'' a document that uses it loses its quotations, and the
// count must say so.
TEST(ShapesTest, TheCountCanMove) {
  const Result<Grammar> grammar = load_built_in_grammar("en");
  ASSERT_TRUE(grammar.has_value());
  Lexicon lexicon = grammar->lexicon();
  std::erase_if(lexicon.pairs["double-marks"], [](const LexiconPair& pair) {
    return pair.left.front() == "``";
  });
  const Result<MarkConventions> marks = compile_marks(lexicon);
  ASSERT_TRUE(marks.has_value());
  Count count;
  count_shapes(kConventions[4], *marks, count);
  EXPECT_GT(count.destroyed, count.shapes / 2);
}

}  // namespace
}  // namespace quoin
