// SPDX-License-Identifier: Apache-2.0
#include <quoin/golden/difference.h>

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

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
  }
}

}  // namespace

std::string_view to_string(ChangeKind kind) {
  constexpr std::array<std::string_view, kChangeKinds> kNames = {
      "added", "removed", "re-attributed", "re-graded", "changed", "moved"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Change> find_changes(const std::vector<Record>& expected,
                                 const std::vector<Record>& actual) {
  std::map<std::string, const Record*> before;
  for (const Record& record : expected) before.emplace(key_of(record), &record);
  std::vector<Change> changes;
  std::map<std::string, const Record*> now;
  for (const Record& record : actual) {
    std::string key = key_of(record);
    const auto found = before.find(key);
    if (found == before.end()) {
      changes.push_back(change_of(ChangeKind::kAdded, record, ""));
    } else {
      compare_fields(*found->second, record, changes);
    }
    now.emplace(std::move(key), &record);
  }
  for (const Record& record : expected) {
    if (now.contains(key_of(record))) continue;
    changes.push_back(change_of(ChangeKind::kRemoved, record, ""));
  }
  std::stable_sort(
      changes.begin(), changes.end(),
      [](const Change& a, const Change& b) { return a.kind < b.kind; });
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

std::string summarize(const ChangeCounts& counts) {
  std::string out = fmt::format("+{} -{} quotations", counts[0], counts[1]);
  for (std::size_t i = 2; i < kChangeKinds; ++i) {
    if (counts[i] == 0) continue;
    out += fmt::format(", {} {}", counts[i],
                       to_string(static_cast<ChangeKind>(i)));
  }
  return out;
}

}  // namespace quoin
