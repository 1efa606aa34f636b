// SPDX-License-Identifier: Apache-2.0
#include <quoin/golden/difference.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <quoin/golden/rewording.h>
#include <quoin/grade/finding.h>

namespace quoin {
namespace {

constexpr std::array<std::string_view, 5> kKeyFields = {
    "document", "text", "digest", "nth", "witness"};
constexpr std::array<std::string_view, 10> kAttributionFields = {
    "speaker", "name",      "role", "candidates", "cue",
    "medium",  "addressee", "rule", "continues",  "utterance"};
constexpr std::array<std::string_view, 6> kGradeFields = {
    "grade", "against", "extent", "flags", "differences", "outside"};

template <std::size_t N>
bool is_one_of(std::string_view name,
               const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string shown(const RecordValue* value) {
  if (value == nullptr) return "(none)";
  if (const auto* text = std::get_if<std::string>(value)) return *text;
  if (const auto* number = std::get_if<std::size_t>(value)) {
    return std::to_string(*number);
  }
  std::string out;
  for (const std::string& item : std::get<std::vector<std::string>>(*value)) {
    out += (out.empty() ? "" : "; ") + item;
  }
  return out;
}

// Documents that did not print a cluster's words have no words of their own.
std::string key_of(const Record& record) {
  std::string key;
  for (const std::string_view name : kKeyFields) {
    const RecordValue* value = record.find(name);
    key += value == nullptr ? "\n" : shown(value) + "\n";
  }
  if (record.find("text") == nullptr) key += record.text("cluster");
  return key;
}

std::size_t line_of(const Record& record) {
  const RecordValue* value = record.find("line");
  const auto* line =
      value == nullptr ? nullptr : std::get_if<std::size_t>(value);
  return line == nullptr ? 0 : *line;
}

Change change_of(ChangeKind kind, const Record& record, std::string detail) {
  Change change;
  change.kind = kind;
  change.document = record.text("document");
  change.line = line_of(record);
  change.words = record.text(record.find("text") ? "text" : "cluster");
  change.detail = std::move(detail);
  return change;
}

ChangeKind kind_of(std::string_view field, bool has_grade) {
  if (field == "line") return ChangeKind::kMoved;
  // The flags of a grade are about the grade, those of a quotation are not.
  if (field == "flags" && !has_grade) return ChangeKind::kChanged;
  if (is_one_of(field, kGradeFields)) return ChangeKind::kRegraded;
  if (is_one_of(field, kAttributionFields)) return ChangeKind::kReattributed;
  return ChangeKind::kChanged;
}

std::vector<std::string_view> names_of(const Record& a, const Record& b) {
  std::vector<std::string_view> names;
  for (const Record* record : {&a, &b}) {
    for (const auto& [name, value] : record->fields) {
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.emplace_back(name);
      }
    }
  }
  return names;
}

// A grade of a higher class than before; one that could not be decided is none.
bool is_worse(const Record& before, const Record& now) {
  const std::optional<Grade> was = grade_named(before.text("grade"));
  const std::optional<Grade> is = grade_named(now.text("grade"));
  return was && is && *is > *was && *is < Grade::kNotFound;
}

// One change a kind, each with all its fields.
void compare_fields(const Record& before, const Record& now,
                    std::vector<Change>& changes) {
  const bool has_grade =
      before.find("grade") != nullptr || now.find("grade") != nullptr;
  std::map<ChangeKind, std::string> details;
  for (const std::string_view name : names_of(before, now)) {
    const RecordValue* was = before.find(name);
    const RecordValue* is = now.find(name);
    const bool same = was != nullptr && is != nullptr && *was == *is;
    if (same || is_one_of(name, kKeyFields)) continue;
    std::string& detail = details[kind_of(name, has_grade)];
    if (!detail.empty()) detail += "; ";
    detail += fmt::format("{}: {} -> {}", name, shown(was), shown(is));
  }
  for (auto& [kind, detail] : details) {
    changes.push_back(change_of(kind, now, std::move(detail)));
    changes.back().is_worse =
        kind == ChangeKind::kRegraded && is_worse(before, now);
  }
}

void sort_by_kind(std::vector<Change>& changes) {
  std::stable_sort(
      changes.begin(), changes.end(),
      [](const Change& a, const Change& b) { return a.kind < b.kind; });
}

using Index = std::map<std::string, const Record*>;

Index index_of(const std::vector<Record>& records) {
  Index index;
  for (const Record& record : records) index.emplace(key_of(record), &record);
  return index;
}

// Those records that the other side has no equal of, in order.
std::vector<const Record*> missing_in(const Index& other,
                                      const std::vector<Record>& records) {
  std::vector<const Record*> missing;
  for (const Record& record : records) {
    if (!other.contains(key_of(record))) missing.push_back(&record);
  }
  return missing;
}

}  // namespace

std::string_view to_string(ChangeKind kind) {
  constexpr std::array<std::string_view, kChangeKinds> kNames = {
      "added",     "removed", "reworded", "re-attributed",
      "re-graded", "changed", "moved"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Change> find_changes(const std::vector<Record>& before,
                                 const std::vector<Record>& actual) {
  const std::vector<Rewording> rewordings =
      find_rewordings(missing_in(index_of(actual), before),
                      missing_in(index_of(before), actual));
  const Index now = index_of(actual);
  const std::vector<Record> expected =
      follow_rewordings(before, rewordings, [&](const Record& record) {
        const auto found = now.find(key_of(record));
        return found != now.end() && refer_alike(*found->second, record);
      });
  const Index then = index_of(expected);
  std::vector<Change> changes;
  for (const Record& record : actual) {
    const auto found = then.find(key_of(record));
    if (found == then.end()) {
      changes.push_back(change_of(ChangeKind::kAdded, record, ""));
    } else {
      compare_fields(*found->second, record, changes);
    }
  }
  for (const Record* record : missing_in(now, expected)) {
    changes.push_back(change_of(ChangeKind::kRemoved, *record, ""));
  }
  for (const Rewording& rewording : rewordings) {
    changes.push_back(change_of(
        ChangeKind::kReworded, *rewording.now,
        fmt::format("text: {} -> {}", rewording.before->text("text"),
                    rewording.now->text("text"))));
  }
  sort_by_kind(changes);
  return changes;
}

ChangeCounts count_changes(const std::vector<Change>& changes) {
  ChangeCounts counts{};
  for (const Change& change : changes) {
    ++counts[static_cast<std::size_t>(change.kind)];
  }
  return counts;
}

bool is_same(const ChangeCounts& counts) {
  return std::all_of(counts.begin(), counts.end() - 1,
                     [](std::size_t count) { return count == 0; });
}

std::size_t count_worse(const std::vector<Change>& changes) {
  return static_cast<std::size_t>(
      std::count_if(changes.begin(), changes.end(),
                    [](const Change& change) { return change.is_worse; }));
}

std::string summarize(const ChangeCounts& counts, std::size_t worse) {
  std::string out = fmt::format("+{} -{} quotations", counts[0], counts[1]);
  for (std::size_t i = 2; i < kChangeKinds; ++i) {
    if (counts[i] == 0) continue;
    out += fmt::format(", {} {}", counts[i],
                       to_string(static_cast<ChangeKind>(i)));
    if (static_cast<ChangeKind>(i) == ChangeKind::kRegraded) {
      out += fmt::format(" ({} worse)", worse);
    }
  }
  return out;
}

}  // namespace quoin
