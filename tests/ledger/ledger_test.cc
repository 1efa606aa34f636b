// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/ledger.h>

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <quoin/ledger/check.h>
#include <quoin/ledger/history.h>
#include <quoin/ledger/pages.h>
#include <quoin/ledger/search.h>

#include "../cli/run_quoin.h"
#include "pages.h"

namespace quoin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;
using testing_cli::Scratch;
using testing_ledger::add;
using testing_ledger::open_for_writing;
using testing_ledger::Page;
using testing_ledger::prepare;
using testing_ledger::tables;

constexpr const char* kCalm =
    "“The mole will hold until spring,” said Ines Calloway, the engineer.\n";
constexpr const char* kBold =
    "“The mole will stand until spring,” said Ines Calloway, the engineer.\n";

std::vector<std::string> problems_of(const Ledger& ledger) {
  Result<LedgerCheck> check = check_ledger(ledger);
  if (!check) return {to_string(check.error().front())};
  return check->problems;
}

TEST(Ledger, KnowsAPageItHas) {
  const Scratch scratch;
  const std::string path = scratch.path("l.sqlite");
  const Ledger ledger = open_for_writing(path);
  const auto added = add(ledger, {{kCalm}, {kCalm}, {kBold}, {kCalm}, {kBold}});
  ASSERT_THAT(added, SizeIs(5));
  EXPECT_EQ(added[0].status, PageStatus::kAdded);
  EXPECT_EQ(added[1].status, PageStatus::kKnown);
  EXPECT_EQ(added[2].status, PageStatus::kChanged);
  EXPECT_EQ(added[2].version, 2U);
  // Both versions are there, in whichever order they come again.
  EXPECT_EQ(added[3].status, PageStatus::kKnown);
  EXPECT_EQ(added[3].version, 1U);
  EXPECT_EQ(added[4].status, PageStatus::kKnown);
  EXPECT_EQ(added[4].version, 2U);
  EXPECT_THAT(problems_of(ledger), IsEmpty());
}

TEST(Ledger, SaysWhichWordsChanged) {
  const Scratch scratch;
  const Ledger ledger = open_for_writing(scratch.path("l.sqlite"));
  const auto added = add(ledger, {{kCalm}, {kBold}});
  ASSERT_THAT(added[1].changes, SizeIs(1));
  const PageChange& change = added[1].changes[0];
  EXPECT_EQ(change.kind, VersionChangeKind::kReworded);
  EXPECT_THAT(change.before, HasSubstr("will hold"));
  EXPECT_THAT(change.after, HasSubstr("will stand"));
  EXPECT_THAT(change.detail, HasSubstr("'hold' replaced by 'stand'"));
}

// The URL names a page; without one, the outlet and the id do.
TEST(Ledger, TellsPagesApart) {
  const struct {
    Page first;
    Page second;
    PageStatus status;
  } cases[] = {
      {{kCalm, "a"}, {kBold, "a"}, PageStatus::kChanged},
      {{kCalm, "a"}, {kBold, "b"}, PageStatus::kAdded},
      {{kCalm, "a", "Tide"}, {kBold, "a", "Courier"}, PageStatus::kAdded},
      {{kCalm, "a", "Tide"}, {kBold, "a", "Tide"}, PageStatus::kChanged},
      {{kCalm, "a", "Tide", "https://t.example/1"},
       {kBold, "b", "Tide", "https://t.example/1"},
       PageStatus::kChanged},
      // The id only says from which file the page was read.
      {{kCalm, "a", "Tide", "https://t.example/1"},
       {kCalm, "b", "Tide", "https://t.example/1"},
       PageStatus::kKnown},
      {{kCalm, "a", "Tide", "https://t.example/1"},
       {kBold, "a", "Tide", "https://t.example/2"},
       PageStatus::kAdded},
      {{kCalm, "a", "Tide", {}, "2031-03-04"},
       {kCalm, "a", "Tide", {}, "2031-03-05"},
       PageStatus::kChanged},
  };
  for (std::size_t i = 0; i < std::size(cases); ++i) {
    const Scratch scratch;
    const Ledger ledger = open_for_writing(scratch.path("l.sqlite"));
    const auto added = add(ledger, {cases[i].first, cases[i].second});
    EXPECT_EQ(added[1].status, cases[i].status) << "case " << i;
  }
}

TEST(Ledger, SaysThatOnlyParticularsChanged) {
  const Scratch scratch;
  const Ledger ledger = open_for_writing(scratch.path("l.sqlite"));
  const auto added = add(ledger, {{kCalm, "a", {}, {}, "2031-03-04"},
                                  {kCalm, "a", {}, {}, "2031-03-05"}});
  EXPECT_TRUE(added[1].same_text);
  EXPECT_THAT(added[1].changes, IsEmpty());
}

// The record of a page is the same in every ledger: no row number and no time
// is in its address.
TEST(Ledger, GivesTheSameAddressesInAnyOrder) {
  const Scratch scratch;
  const Page a{kCalm, "a", "Tide"};
  const Page b{kBold, "b", "Courier"};
  const Ledger one = open_for_writing(scratch.path("one.sqlite"));
  const Ledger two = open_for_writing(scratch.path("two.sqlite"));
  add(one, {a, b}, "2031-03-04");
  add(two, {b, a}, "2032-01-01");
  const auto found_one = search_ledger(one, {{"will hold"}, {}, 5});
  const auto found_two = search_ledger(two, {{"will hold"}, {}, 5});
  ASSERT_THAT(found_one->printings, SizeIs(1));
  ASSERT_THAT(found_two->printings, SizeIs(1));
  EXPECT_EQ(found_one->printings[0].id, found_two->printings[0].id);
}

TEST(Ledger, ABatchIsAllOrNothing) {
  const Scratch scratch;
  DatabaseOptions small;
  small.most_pages = 60;  // of the file: as if the disk were full
  const std::string path = scratch.path("l.sqlite");
  {
    const Ledger ledger = open_for_writing(path, small);
    add(ledger, {{kCalm, "first"}});
    LedgerBatch batch;
    for (int i = 0; i < 2000; ++i) {
      batch.pages.push_back(prepare({kCalm, "page " + std::to_string(i)}));
    }
    const auto added = add_to_ledger(ledger, batch, tables(), "2031");
    ASSERT_FALSE(added);
    const Diagnostic& why = added.error().front();
    EXPECT_EQ(why.message, "no space is left on the disk");
    EXPECT_THAT(why.hint, HasSubstr("what was acknowledged is safe"));
  }
  const Ledger ledger = open_for_writing(path);
  EXPECT_THAT(list_documents(ledger, {}, 10)->documents, SizeIs(1));
  EXPECT_THAT(problems_of(ledger), IsEmpty());
}

TEST(Ledger, FindsPhrasesHoweverTheyArePrinted) {
  const Scratch scratch;
  const Ledger ledger = open_for_writing(scratch.path("l.sqlite"));
  add(ledger, {{"“We don’t take the caf\u00E9 for granted — not ever,” said "
                "Ann Bell.\n"},
               {"“The of\uFB01cial har\u00ADbour plan is sound,” said Joe "
                "Dunn.\n",
                "b"}});
  const struct {
    std::vector<std::string> phrases;
    std::size_t found;
  } cases[] = {
      {{"don't take"}, 1},
      {{"don\u2019t TAKE"}, 1},
      {{"cafe for granted"}, 1},
      {{"granted - not"}, 1},
      {{"granted not"}, 1},
      {{"take granted"}, 0},       // not in this order side by side
      {{"don't", "granted"}, 1},   // two phrases
      {{"don't", "official"}, 0},  // of two quotations
      {{"official harbour plan"}, 1},
      {{"harb*"}, 1},
      {{"the harb*"}, 0},
      {{"\"official\" OR NEAR(plan)"}, 0},  // no query language
  };
  for (const auto& c : cases) {
    const auto found = search_ledger(ledger, {c.phrases, {}, 5});
    ASSERT_TRUE(found);
    EXPECT_THAT(found->printings, SizeIs(c.found)) << c.phrases.front();
  }
  EXPECT_FALSE(search_ledger(ledger, {{"…"}, {}, 5}));
}

TEST(Ledger, FiltersAndLimits) {
  const Scratch scratch;
  const Ledger ledger = open_for_writing(scratch.path("l.sqlite"));
  add(ledger, {{kCalm, "a", "Tide", {}, "2031-03-04"},
               {kCalm, "b", "Courier", {}, "2031-04-30T10:00"},
               {kCalm, "c", "Courier"}});
  const auto count = [&](PrintingFilter filter) {
    return search_ledger(ledger, {{"until spring"}, filter, 5})
        ->printings.size();
  };
  EXPECT_EQ(count({}), 3U);
  EXPECT_EQ(count({.outlet = "Courier"}), 2U);
  EXPECT_EQ(count({.speaker = "ines CALLOWAY"}), 3U);
  EXPECT_EQ(count({.speaker = "Nobody"}), 0U);
  EXPECT_EQ(count({.since = "2031-04"}), 1U);
  EXPECT_EQ(count({.until = "2031-04"}), 2U);
  EXPECT_EQ(count({.until = "2031-03-31"}), 1U);
  const auto two = search_ledger(ledger, {{"until spring"}, {}, 2});
  EXPECT_THAT(two->printings, SizeIs(2));
  EXPECT_TRUE(two->more);
}

// Words that a later version keeps are shown once, those it dropped still are.
TEST(Ledger, FindsWhatWasTakenAway) {
  const Scratch scratch;
  const Ledger ledger = open_for_writing(scratch.path("l.sqlite"));
  const std::string both =
      std::string(kCalm) + "\n“Nobody will pay for it,” said Joe Dunn.\n";
  add(ledger, {{both}, {kCalm}});
  const auto kept = search_ledger(ledger, {{"until spring"}, {}, 5});
  ASSERT_THAT(kept->printings, SizeIs(1));
  EXPECT_EQ(kept->printings[0].version, 2U);
  const auto gone = search_ledger(ledger, {{"nobody will pay"}, {}, 5});
  ASSERT_THAT(gone->printings, SizeIs(1));
  EXPECT_FALSE(gone->printings[0].latest);
  PrintingFilter all;
  all.all_versions = true;
  EXPECT_THAT(search_ledger(ledger, {{"until spring"}, all, 5})->printings,
              SizeIs(2));
}

TEST(Ledger, FollowsAQuotationThroughOutletsAndVersions) {
  const Scratch scratch;
  const Ledger ledger = open_for_writing(scratch.path("l.sqlite"));
  add(ledger,
      {{kCalm, "a", "Tide", {}, "2031-03-06"},
       {kBold, "a", "Tide", {}, "2031-03-06"},
       {"“The mole will hold,” Calloway said.\n",
        "b",
        "Courier",
        {},
        "2031-03-04"},
       {"“The mole is a disgrace to this town,” said Joe Dunn.\n", "c"}});
  const auto history =
      find_history(ledger, "The mole will hold until spring", tables());
  ASSERT_TRUE(history);
  ASSERT_THAT(history->entries, SizeIs(3));
  EXPECT_EQ(history->entries[0].printing.outlet, "Courier");
  EXPECT_EQ(history->entries[0].grade, "excerpt");
  EXPECT_EQ(history->entries[1].printing.version, 1U);
  ASSERT_THAT(history->entries[1].changes, SizeIs(1));
  EXPECT_EQ(history->entries[1].changes[0].version, 2U);
  EXPECT_EQ(history->entries[1].changes[0].kind, "reworded");
  EXPECT_EQ(history->entries[2].grade, "substitution");
  const auto by_id =
      find_history(ledger, history->entries[1].printing.id, tables());
  ASSERT_TRUE(by_id);
  EXPECT_THAT(by_id->entries, SizeIs(3));
  EXPECT_FALSE(find_history(ledger, "000000000000-q1", tables()));
}

TEST(Ledger, CountsOutletsWithTheirDenominators) {
  const Scratch scratch;
  const Ledger ledger = open_for_writing(scratch.path("l.sqlite"));
  add(ledger, {{kCalm, "a", "Tide"}, {kBold, "a", "Tide"}, {kCalm, "b"}});
  const auto cards = list_outlets(ledger);
  ASSERT_THAT(*cards, SizeIs(2));
  EXPECT_EQ((*cards)[0].outlet, "Tide");
  EXPECT_EQ((*cards)[0].documents, 1U);
  EXPECT_EQ((*cards)[0].changed, 1U);
  EXPECT_EQ((*cards)[0].quotations, 1U);
  EXPECT_EQ((*cards)[0].graded, 0U);
  EXPECT_EQ((*cards)[1].outlet, std::nullopt);
}

TEST(Ledger, KnowsSpeakersInAnyCapitals) {
  const Scratch scratch;
  const Ledger ledger = open_for_writing(scratch.path("l.sqlite"));
  add(ledger, {{kCalm, "a", "Tide"}, {kBold, "b", "Courier"}});
  const auto page = find_speaker(ledger, "INES calloway", 10);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->quotations, 2U);
  EXPECT_THAT(page->outlets, ElementsAre(Pair("Courier", 1), Pair("Tide", 1)));
  const auto nobody = find_speaker(ledger, "I Calloway", 10);
  ASSERT_FALSE(nobody);
  EXPECT_EQ(nobody.error().front().hint, "did you mean 'Ines Calloway'?");
}

// What somebody edits behind our back is found, whatever it is.
TEST(LedgerCheck, FindsWhatWasChanged) {
  const struct {
    const char* damage;
    const char* found;
  } cases[] = {
      {"UPDATE quotation SET words = 'The mole will fall'", "was changed"},
      {"UPDATE quotation SET words = 'The mole will fall'",
       "the index of search"},
      {"UPDATE quotation SET speaker = NULL", "was changed"},
      {"UPDATE quotation SET \"end\" = \"end\" + 1", "was changed"},
      {"UPDATE version SET published = '1999'", "was changed"},
      {"UPDATE version SET sha256 = address", "was changed"},
      {"UPDATE document SET key = 'other'", "under the key 'other'"},
      {"PRAGMA foreign_keys = OFF; DELETE FROM quotation", "was changed"},
      {"PRAGMA foreign_keys = OFF; DELETE FROM version", "that is not there"},
      {"UPDATE quotation SET flags = '[not json'", "malformed JSON"},
  };
  for (const auto& c : cases) {
    const Scratch scratch;
    const std::string path = scratch.path("l.sqlite");
    const Ledger ledger = open_for_writing(path);
    add(ledger, {{kCalm}});
    ASSERT_THAT(problems_of(ledger), IsEmpty());
    Database(path, Access::kWrite, {}).execute(c.damage);
    EXPECT_THAT(problems_of(ledger), testing::Contains(HasSubstr(c.found)))
        << c.damage;
  }
}

}  // namespace
}  // namespace quoin
