// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/chips.h>

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <quoin/report/html/words.h>

namespace quoin {
namespace {

// Of the base itself, without a reference. Calling one of two equally long
// readings the right one would claim a direction, so both get the grade of
// their difference.
struct BaseChip {
  Grade grade = Grade::kIdentical;
  bool is_fullest = false;
};

BaseChip chip_of_base(const ClusterView& cluster) {
  Grade other = Grade::kIdentical;
  bool all_are_excerpts = true;
  for (const PrintingView& printing : cluster.printings) {
    if (!printing.is_marked() || printing.reading == cluster.base_reading) {
      continue;
    }
    other = printing.grade;
    if (printing.grade != Grade::kExcerpt) all_are_excerpts = false;
  }
  if (cluster.readings.size() < 2) return {};
  if (all_are_excerpts || cluster.readings.size() > 2) {
    return {Grade::kIdentical, true};
  }
  return {other, false};
}

bool is_base(const ClusterView& cluster, const PrintingView& printing) {
  return !cluster.has_reference && printing.reading == cluster.base_reading &&
         printing.grade < Grade::kNotFound;
}

// The agency's own copy, when the others are held against it.
bool is_reference(const ClusterView& cluster, const PrintingView& printing) {
  return cluster.has_reference && printing.finding == nullptr;
}

std::string extent_of(const PrintingView& printing) {
  const Finding* finding = printing.finding;
  if (finding == nullptr || finding->extent == Extent::kWhole) return {};
  std::size_t base = finding->reference_words;
  std::size_t words = finding->printed_words;
  if (printing.base_side == BaseSide::kSecond) std::swap(base, words);
  if (words >= base) return {};
  return fmt::format(" <small class=\"ext\">{} of {} words</small>", words,
                     base);
}

}  // namespace

std::string reading_mark(const ClusterView& cluster,
                         const PrintingView& printing) {
  if (cluster.has_reference || cluster.readings.size() < 2) return {};
  return fmt::format(
      "<b class=\"rd\"><span class=\"vh\">reading </span>{}</b> ",
      cluster.readings[printing.reading].letter);
}

std::string printing_chip(const ClusterView& cluster,
                          const PrintingView& printing) {
  if (!printing.is_marked()) {
    return "<span class=\"g g-open\"><i aria-hidden=\"true\">\u00AB</i>"
           "without marks</span>";
  }
  const std::string letter = reading_mark(cluster, printing);
  if (is_reference(cluster, printing)) {
    return "<span class=\"g g-same\"><i aria-hidden=\"true\">=</i>reference"
           "</span>";
  }
  if (is_base(cluster, printing)) {
    const BaseChip chip = chip_of_base(cluster);
    if (!chip.is_fullest) return letter + grade_chip(chip.grade);
    return letter +
           "<span class=\"g g-same\"><i aria-hidden=\"true\">=</i>fullest"
           "</span>";
  }
  return letter + grade_chip(printing.grade) + extent_of(printing);
}

std::string grade_token(const ClusterView& cluster,
                        const PrintingView& printing) {
  if (!printing.is_marked()) return "unmarked";
  const Grade grade =
      is_base(cluster, printing) ? chip_of_base(cluster).grade : printing.grade;
  return std::string(to_string(grade));
}

std::string filter_data(const ClusterView& cluster) {
  std::set<std::size_t> outlets;
  std::set<std::string> grades;
  for (const PrintingView& printing : cluster.printings) {
    outlets.insert(printing.outlet);
    grades.insert(grade_token(cluster, printing));
  }
  std::string out = fmt::format("data-s=\"{}\" data-o=\"", cluster.speaker);
  for (const std::size_t outlet : outlets) {
    if (out.back() != '"') out += ' ';
    out += std::to_string(outlet);
  }
  out += "\" data-g=\"";
  for (const std::string& grade : grades) {
    if (out.back() != '"') out += ' ';
    out += grade;
  }
  return out + '"';
}

}  // namespace quoin
