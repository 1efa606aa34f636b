// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/version_changes.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <quoin/grade/grade.h>
#include <quoin/report/describe.h>
#include <quoin/text/units.h>

namespace quoin {
namespace {

// Pairs that are compared at most; beyond, only neighbours in order.
constexpr std::size_t kMostPairs = 1'000'000;
constexpr std::size_t kNeighbours = 32;
constexpr double kLeastLikeness = 0.5;

using Keys = std::vector<std::string>;

struct LikePair {
  double likeness = 0;
  std::size_t distance = 0;  // in order
  std::size_t earlier = 0;
  std::size_t later = 0;

  // The likest first, then the nearest.
  friend bool operator<(const LikePair& a, const LikePair& b) {
    return std::tuple(-a.likeness, a.distance, a.earlier, a.later) <
           std::tuple(-b.likeness, b.distance, b.earlier, b.later);
  }
};

Keys keys_of(const QuotationRecord& record, const GradeTables& tables) {
  Keys keys;
  for (Unit& unit : fold_words(record.words, tables.folds).units) {
    keys.push_back(std::move(unit.key));
  }
  return keys;
}

// Twice the words in common to the words of both; an excerpt counts for more,
// since what is left of a quotation that was cut is all in common.
double likeness_of(const Keys& a, const Keys& b) {
  std::size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++common;
      ++i;
      ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  const std::size_t shorter = std::min(a.size(), b.size());
  const bool is_excerpt = shorter >= 3 && common == shorter;
  const double likeness =
      2.0 * static_cast<double>(common) /
      static_cast<double>(std::max<std::size_t>(1, a.size() + b.size()));
  return is_excerpt ? std::max(likeness, kLeastLikeness) : likeness;
}

class VersionDifference {
 public:
  VersionDifference(std::span<const QuotationRecord> earlier,
                    std::span<const QuotationRecord> later,
                    const GradeTables& tables)
      : earlier_(earlier),
        later_(later),
        tables_(tables),
        partner_(later.size()),
        taken_(earlier.size()) {}

  std::vector<VersionChange> find();

 private:
  void pair_equal();
  void pair_alike();
  std::vector<LikePair> find_alike(const std::vector<std::size_t>& before,
                                   const std::vector<std::size_t>& after) const;
  void pair(std::size_t earlier, std::size_t later) {
    partner_[later] = earlier;
    taken_[earlier] = true;
  }
  void describe(std::size_t later, std::vector<VersionChange>& out) const;

  std::span<const QuotationRecord> earlier_;
  std::span<const QuotationRecord> later_;
  const GradeTables& tables_;
  std::vector<std::optional<std::size_t>> partner_;
  std::vector<bool> taken_;
};

// The first of equal words with the first, the second with the second.
void VersionDifference::pair_equal() {
  std::map<std::string_view, std::vector<std::size_t>> places;
  for (std::size_t i = earlier_.size(); i-- > 0;) {
    places[earlier_[i].words].push_back(i);
  }
  for (std::size_t j = 0; j < later_.size(); ++j) {
    const auto found = places.find(later_[j].words);
    if (found == places.end() || found->second.empty()) continue;
    pair(found->second.back(), j);
    found->second.pop_back();
  }
}

std::vector<LikePair> VersionDifference::find_alike(
    const std::vector<std::size_t>& before,
    const std::vector<std::size_t>& after) const {
  const auto sorted_keys = [&](const QuotationRecord& record) {
    Keys keys = keys_of(record, tables_);
    std::sort(keys.begin(), keys.end());
    return keys;
  };
  std::vector<Keys> keys_before;
  for (const std::size_t i : before) {
    keys_before.push_back(sorted_keys(earlier_[i]));
  }
  const bool all =
      before.size() <= kMostPairs / std::max<std::size_t>(1, after.size());
  std::vector<LikePair> alike;
  for (std::size_t j = 0; j < after.size(); ++j) {
    const Keys keys = sorted_keys(later_[after[j]]);
    const std::size_t first = all || j < kNeighbours ? 0 : j - kNeighbours;
    const std::size_t last =
        all ? before.size() : std::min(before.size(), j + kNeighbours);
    for (std::size_t i = first; i < last; ++i) {
      const double likeness = likeness_of(keys_before[i], keys);
      if (likeness < kLeastLikeness) continue;
      alike.push_back({likeness, i > j ? i - j : j - i, before[i], after[j]});
    }
  }
  std::sort(alike.begin(), alike.end());
  return alike;
}

void VersionDifference::pair_alike() {
  std::vector<std::size_t> before;
  std::vector<std::size_t> after;
  for (std::size_t i = 0; i < earlier_.size(); ++i) {
    if (!taken_[i]) before.push_back(i);
  }
  for (std::size_t j = 0; j < later_.size(); ++j) {
    if (!partner_[j]) after.push_back(j);
  }
  for (const LikePair& one : find_alike(before, after)) {
    if (taken_[one.earlier] || partner_[one.later]) continue;
    pair(one.earlier, one.later);
  }
}

std::string speaker_of(const QuotationRecord& record) {
  if (record.speaker) return *record.speaker;
  return record.mention.value_or("");
}

std::string quoted(const std::string& name) {
  return name.empty() ? "nobody" : fmt::format("'{}'", name);
}

std::string describe_words(const Finding& finding) {
  std::vector<std::string> lines = describe_finding(finding, "before", "after");
  switch (finding.extent) {
    case Extent::kHead: lines.emplace_back("its end was cut"); break;
    case Extent::kTail: lines.emplace_back("its beginning was cut"); break;
    case Extent::kMiddle:
      lines.emplace_back("its beginning and its end were cut");
      break;
    case Extent::kWhole:
    case Extent::kElided: break;
  }
  return fmt::format("{}", fmt::join(lines, "; "));
}

void VersionDifference::describe(std::size_t later,
                                 std::vector<VersionChange>& out) const {
  const QuotationRecord& after = later_[later];
  VersionChange change;
  change.later = later;
  if (!partner_[later]) {
    change.kind = VersionChangeKind::kAdded;
    out.push_back(std::move(change));
    return;
  }
  const QuotationRecord& before = earlier_[*partner_[later]];
  change.earlier = partner_[later];
  if (before.words != after.words) {
    change.kind = keys_of(before, tables_) == keys_of(after, tables_)
                      ? VersionChangeKind::kRetouched
                      : VersionChangeKind::kReworded;
    change.detail = describe_words(grade(before.words, after.words, tables_));
    out.push_back(change);
  }
  if (speaker_of(before) == speaker_of(after)) return;
  change.kind = VersionChangeKind::kReattributed;
  change.detail =
      fmt::format("said by {}, before by {}", quoted(speaker_of(after)),
                  quoted(speaker_of(before)));
  out.push_back(std::move(change));
}

std::vector<VersionChange> VersionDifference::find() {
  pair_equal();
  pair_alike();
  std::vector<VersionChange> changes;
  for (std::size_t j = 0; j < later_.size(); ++j) describe(j, changes);
  for (std::size_t i = 0; i < earlier_.size(); ++i) {
    if (taken_[i]) continue;
    VersionChange change;
    change.kind = VersionChangeKind::kRemoved;
    change.earlier = i;
    changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace

std::string_view to_string(VersionChangeKind kind) {
  switch (kind) {
    case VersionChangeKind::kReworded: return "reworded";
    case VersionChangeKind::kRetouched: return "retouched";
    case VersionChangeKind::kReattributed: return "reattributed";
    case VersionChangeKind::kAdded: return "added";
    case VersionChangeKind::kRemoved: return "removed";
  }
  return "";
}

std::vector<VersionChange> find_version_changes(
    std::span<const QuotationRecord> earlier,
    std::span<const QuotationRecord> later, const GradeTables& tables) {
  return VersionDifference(earlier, later, tables).find();
}

}  // namespace quoin
