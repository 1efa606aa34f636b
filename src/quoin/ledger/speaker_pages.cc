// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/pages.h>

#include <fmt/format.h>

#include <quoin/ledger/printing_query.h>
#include <quoin/text/units.h>

namespace quoin {
namespace {

constexpr std::size_t kMostSuggested = 5;

// For LIKE … ESCAPE '\'.
std::string like_pattern(std::string_view text) {
  std::string out = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') out += '\\';
    out += c;
  }
  return out + "%";
}

std::vector<SpeakerRow> speakers_like(const Database& database,
                                      const std::optional<std::string>& like,
                                      std::size_t limit) {
  Statement rows = database.prepare(
      fmt::format("SELECT speaker.name, count(*) AS quotations, "
                  "count(DISTINCT coalesce(latest.outlet, -latest.document)) "
                  "FROM speaker JOIN quotation USING (speaker) "
                  "JOIN latest USING (version) {} GROUP BY speaker.speaker "
                  "ORDER BY quotations DESC, speaker.name LIMIT ?",
                  like ? "WHERE speaker.folded LIKE ? ESCAPE '\\'" : ""));
  std::string pattern;
  int at = 1;
  if (like) {
    pattern = like_pattern(fold_case(*like));
    rows.bind(at++, pattern);
  }
  rows.bind(at, limit);
  std::vector<SpeakerRow> out;
  while (rows.step()) {
    out.push_back({std::string(rows.text(0)), rows.count(1), rows.count(2)});
  }
  return out;
}

// "did you mean 'Ines Calloway' or 'Tom Calloway'?"
std::string suggest(const Database& database, const std::string& name) {
  // The last word of a name is what people remember of it.
  const std::size_t space = name.find_last_of(' ');
  const std::string part =
      space == std::string::npos ? name : name.substr(space + 1);
  std::string names;
  for (const SpeakerRow& row : speakers_like(database, part, kMostSuggested)) {
    if (!names.empty()) names += ", ";
    names += fmt::format("'{}'", row.name);
  }
  if (names.empty()) return "'quoin ledger list --speakers' lists those there";
  return fmt::format("did you mean {}?", names);
}

void count_speaker(const Database& database, const std::string& folded,
                   SpeakerPage& page) {
  // One row a document's words: of versions that repeat them, the last.
  constexpr std::string_view kFrom =
      "FROM speaker JOIN quotation AS said ON said.speaker = speaker.speaker "
      "JOIN printing ON printing.quotation = said.quotation "
      "WHERE speaker.folded = ? AND NOT printing.repeated";
  Statement names =
      database.prepare("SELECT name FROM speaker WHERE folded = ? ORDER BY 1");
  names.bind(1, folded);
  while (names.step()) page.names.emplace_back(names.text(0));
  Statement all = database.prepare(fmt::format(
      "SELECT count(*), count(DISTINCT printing.document || char(10) || "
      "coalesce(printing.outlet, '')) {}",
      kFrom));
  all.bind(1, folded);
  if (all.step()) {
    page.quotations = all.count(0);
    page.documents = all.count(1);
  }
  Statement outlets = database.prepare(
      fmt::format("SELECT coalesce(printing.outlet, ''), count(*) {} GROUP BY "
                  "1 ORDER BY 1",
                  kFrom));
  outlets.bind(1, folded);
  while (outlets.step()) {
    page.outlets.emplace_back(outlets.text(0), outlets.count(1));
  }
  Statement grades = database.prepare(
      "SELECT verdict.grade, count(*) FROM speaker "
      "JOIN quotation USING (speaker) JOIN latest USING (version) "
      "JOIN verdict USING (quotation) WHERE speaker.folded = ? "
      "GROUP BY verdict.rank ORDER BY verdict.rank");
  grades.bind(1, folded);
  while (grades.step()) {
    page.by_grade.emplace_back(grades.text(0), grades.count(1));
    page.graded += grades.count(1);
  }
}

}  // namespace

Result<std::vector<SpeakerRow>> list_speakers(
    const Ledger& ledger, const std::optional<std::string>& like,
    std::size_t limit) {
  return guard([&] { return speakers_like(ledger.database(), like, limit); });
}

Result<SpeakerPage> find_speaker(const Ledger& ledger, const std::string& name,
                                 std::size_t limit) {
  return guard([&] {
    const Database& database = ledger.database();
    SpeakerPage page;
    count_speaker(database, fold_case(name), page);
    if (page.names.empty()) {
      Diagnostic why;
      why.file = "quoin";
      why.message =
          fmt::format("nobody called '{}' speaks in this ledger", name);
      why.hint = suggest(database, name);
      throw DatabaseFault{std::move(why), false};
    }
    PrintingFilter filter;
    filter.speaker = name;
    PrintingQuery(database).filter(filter).run(
        "ORDER BY printing.published IS NULL, printing.published, "
        "printing.quotation",
        [&](const Printing& printing) {
          page.more = page.printings.size() == limit;
          if (page.more) return false;
          page.printings.push_back(printing);
          return true;
        });
    return page;
  });
}

}  // namespace quoin
