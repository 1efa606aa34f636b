// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/verdict.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/report/html/view.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

constexpr std::size_t kMostPhrases = 2;
constexpr std::size_t kMostColumns = 40;  // of words that changed

// The different differences of a cluster: the same comma in two outlets is one.
struct Changes {
  std::vector<std::string> words;  // in words, by first printing
  std::size_t marked = 0;
  std::vector<std::string> punctuation;  // how the operation tells of it
};

std::string quoted(std::string_view text) {
  return "\u2018" + clip_to_width(single_line(text), kMostColumns) + "\u2019";
}

std::string phrase_of(const ClusterView& cluster, const Edit& edit) {
  const std::string before = quoted(
      std::string_view(cluster.base).substr(edit.begin, edit.end - edit.begin));
  const std::string after = quoted(edit.text);
  if (!cluster.has_reference) {
    if (edit.empty()) return after + " in one reading only";
    if (edit.text.empty()) return before + " in one reading only";
    return before + " against " + after;
  }
  if (edit.empty()) return after + " added";
  if (edit.text.empty()) return before + " left out";
  return before + " became " + after;
}

void add_changes(const ClusterView& cluster, const PrintingView& printing,
                 std::set<std::string>& seen, Changes& changes) {
  for (const Edit& edit :
       edits_of(*printing.finding, printing.base_side, printing.text)) {
    if (!is_difference(*edit.operation)) continue;
    const bool is_new =
        seen.insert(fmt::format("{} {} {}", edit.begin, edit.end, edit.text))
            .second;
    if (!is_new) continue;
    if (edit.operation->grade == Grade::kPunctuation) {
      changes.punctuation.push_back(edit.operation->words);
    } else if (edit.operation->grade == Grade::kMarkedEdit) {
      ++changes.marked;
    } else {
      changes.words.push_back(phrase_of(cluster, edit));
    }
  }
}

Changes changes_of(const ClusterView& cluster) {
  Changes changes;
  std::set<std::string> seen;
  for (const PrintingView& printing : cluster.printings) {
    if (printing.is_marked() && printing.finding != nullptr) {
      add_changes(cluster, printing, seen, changes);
    }
  }
  return changes;
}

// Outlets none of whose printings is whole.
std::size_t count_in_part(const ClusterView& cluster) {
  std::set<std::size_t> whole;
  for (const PrintingView& printing : cluster.printings) {
    if (!printing.is_marked()) continue;
    const bool is_part =
        printing.finding != nullptr &&
        (printing.grade == Grade::kExcerpt ||
         (cluster.has_reference && printing.finding->extent != Extent::kWhole));
    if (!is_part) whole.insert(printing.outlet);
  }
  return static_cast<std::size_t>(std::count_if(
      cluster.outlets.begin(), cluster.outlets.end(),
      [&](std::size_t outlet) { return !whole.contains(outlet); }));
}

std::string describe_punctuation(const ClusterView& cluster,
                                 const std::vector<std::string>& operations) {
  const bool are_commas = std::all_of(
      operations.begin(), operations.end(),
      [](const std::string& words) { return words.starts_with("comma"); });
  const std::string_view noun = are_commas ? "comma" : "mark of punctuation";
  const bool is_one = operations.size() == 1;
  std::string_view verb = is_one ? "differs" : "differ";
  if (cluster.has_reference && is_one) {
    if (operations[0].find(" inserted") != std::string::npos) verb = "added";
    if (operations[0].find(" left out") != std::string::npos) {
      verb = "left out";
    }
  }
  std::string things = counted(operations.size(), noun);
  if (!is_one && !are_commas) {
    things = number_word(operations.size()) + " marks of punctuation";
  }
  return fmt::format("{} {}", things, verb);
}

bool is_uncertain(const ClusterView& cluster) {
  return cluster.worst >= Grade::kNotFound;
}

std::string join(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += ", ";
    out += part;
  }
  return out;
}

}  // namespace

std::string describe_cluster(const ClusterView& cluster) {
  if (cluster.worst == Grade::kNotFound) return "not in the references";
  if (cluster.worst == Grade::kCannotCheck) return "not compared";
  const Changes changes = changes_of(cluster);
  std::vector<std::string> parts;
  if (changes.words.empty()) {
    parts.emplace_back("words equal");
  } else if (changes.words.size() <= kMostPhrases) {
    parts = changes.words;
  } else {
    parts.push_back(counted(changes.words.size(), "difference") +
                    " of wording");
  }
  if (!changes.punctuation.empty()) {
    parts.push_back(describe_punctuation(cluster, changes.punctuation));
  }
  if (changes.marked > 0) {
    parts.push_back(counted(changes.marked, "marked edit"));
  }
  if (const std::size_t count = count_in_part(cluster); count > 0) {
    parts.push_back(count == cluster.outlets.size() && count == 1
                        ? "in part"
                        : fmt::format("{} of {} in part", number_word(count),
                                      number_word(cluster.outlets.size())));
  }
  return join(parts);
}

ChangeKind kind_of_change(const ClusterView& cluster) {
  if (is_uncertain(cluster)) return ChangeKind::kUnknown;
  const Changes changes = changes_of(cluster);
  if (!changes.words.empty()) return ChangeKind::kWords;
  if (!changes.punctuation.empty() || changes.marked > 0) {
    return ChangeKind::kPunctuation;
  }
  return count_in_part(cluster) > 0 ? ChangeKind::kExtent : ChangeKind::kNone;
}

}  // namespace quoin
