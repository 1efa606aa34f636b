// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/version_changes.h>

#include <chrono>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pages.h"

namespace quoin {
namespace {

using testing::ElementsAreArray;
using testing::SizeIs;
using testing_ledger::tables;

struct Said {
  std::string words;
  std::string speaker = {};
};

std::vector<QuotationRecord> records(const std::vector<Said>& all) {
  std::vector<QuotationRecord> out;
  for (const Said& one : all) {
    QuotationRecord& record = out.emplace_back();
    record.number = out.size();
    record.words = one.words;
    if (!one.speaker.empty()) record.speaker = one.speaker;
  }
  return out;
}

std::string to_string(const VersionChange& change) {
  const auto place = [](const std::optional<std::size_t>& index) {
    return index ? std::to_string(*index) : std::string("-");
  };
  return fmt::format("{} {}>{}{}{}", quoin::to_string(change.kind),
                     place(change.earlier), place(change.later),
                     change.detail.empty() ? "" : ": ", change.detail);
}

TEST(VersionChanges, AreSaidInWords) {
  const struct {
    std::vector<Said> before;
    std::vector<Said> after;
    std::vector<std::string> changes;
  } cases[] = {
      {{{"We leave at dawn"}}, {{"We leave at dawn"}}, {}},
      // Moved, and one of two that are equal taken away.
      {{{"One by one"}, {"Two by two"}}, {{"Two by two"}, {"One by one"}}, {}},
      {{{"Never"}, {"Never"}}, {{"Never"}}, {"removed 1>-"}},
      {{{"We leave at dawn"}},
       {{"We leave at noon"}},
       {"reworded 0>0: 'dawn' replaced by 'noon' after 'at'"}},
      {{{"We leave at dawn"}},
       {{"We will not leave at dawn"}},
       {"reworded 0>0: 'will not' inserted after 'We', before 'leave'"}},
      {{{"We leave at dawn and come back by night"}},
       {{"We leave at dawn"}},
       {"reworded 0>0: its end was cut"}},
      {{{"Don't wait, go"}},
       {{"Don\u2019t wait; go"}},
       {"retouched 0>0: comma replaced by semicolon after 'wait', before 'go'; "
        "only typography or convention: apostrophe glyph"}},
      {{{"We leave at dawn", "Ann Bell"}},
       {{"We leave at dawn", "Joe Dunn"}},
       {"reattributed 0>0: said by 'Joe Dunn', before by 'Ann Bell'"}},
      {{{"We leave at dawn", "Ann Bell"}},
       {{"We leave at dawn"}},
       {"reattributed 0>0: said by nobody, before by 'Ann Bell'"}},
      {{}, {{"We leave at dawn"}}, {"added ->0"}},
      {{{"We leave at dawn"}},
       {{"Nothing of the sort happened"}},
       {"added ->0", "removed 0>-"}},
      // The likest is the partner, wherever it stands.
      {{{"The pier will be closed on Monday"}, {"The pier will be open"}},
       {{"The pier will be open again"}, {"The pier will be closed on Friday"}},
       {"reworded 1>0: 'again' inserted after 'open'",
        "reworded 0>1: 'Monday' replaced by 'Friday' after 'on'"}},
  };
  for (const auto& c : cases) {
    const auto before = records(c.before);
    const auto after = records(c.after);
    std::vector<std::string> said;
    for (const VersionChange& change :
         find_version_changes(before, after, tables())) {
      said.push_back(to_string(change));
    }
    EXPECT_THAT(said, ElementsAreArray(c.changes))
        << (c.before.empty() ? "" : c.before[0].words);
  }
}

// Every quotation of a page of twenty thousand changed: no square of time.
TEST(VersionChanges, AreFoundOnHugePages) {
  std::vector<Said> before;
  std::vector<Said> after;
  for (int i = 0; i < 20'000; ++i) {
    before.push_back({fmt::format("berth number {} is sold", i)});
    after.push_back({fmt::format("berth number {} is kept", i)});
  }
  const auto changes =
      find_version_changes(records(before), records(after), tables());
  EXPECT_THAT(changes, SizeIs(20'000));
  EXPECT_EQ(changes[7].kind, VersionChangeKind::kReworded);
}

}  // namespace
}  // namespace quoin
