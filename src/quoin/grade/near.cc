// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/near.h>

#include <algorithm>

namespace quoin {
namespace {

bool ends_with(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() &&
         text.substr(text.size() - suffix.size()) == suffix;
}

// What the word may be a form of, itself included.
std::vector<std::string> lemmas_of(const std::string& word,
                                   const GradeTables& tables) {
  std::vector<std::string> lemmas = {word};
  const auto irregular = tables.lemmas.find(word);
  if (irregular != tables.lemmas.end()) lemmas.push_back(irregular->second);
  for (const auto& [ending, put] : tables.inflections) {
    if (!ends_with(word, ending) || word.size() < ending.size() + 2) continue;
    std::string stem = word.substr(0, word.size() - ending.size()) + put;
    const std::size_t size = stem.size();
    if (size < 3) continue;
    const bool doubled = put.empty() && stem[size - 1] == stem[size - 2];
    if (doubled) lemmas.push_back(stem.substr(0, size - 1));
    lemmas.push_back(std::move(stem));
  }
  return lemmas;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t pair = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({pair, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

// What spellings of one name keep: no loose letters, no doubled ones.
std::string skeleton_of(std::string_view word, const GradeTables& tables) {
  std::string out;
  for (const char c : word) {
    const bool loose = tables.loose_letters.find(c) != std::string::npos;
    if (!loose && (out.empty() || out.back() != c)) out += c;
  }
  return out;
}

// talkin without its apostrophe, for talking
bool is_clipped(std::string_view clipped, std::string_view full,
                const GradeTables& tables) {
  for (const auto& [ending, whole] : tables.folds.clipped_endings) {
    if (ends_with(clipped, ending) && ends_with(full, whole) &&
        clipped.substr(0, clipped.size() - ending.size()) ==
            full.substr(0, full.size() - whole.size())) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::vector<std::string>> expand_contraction(
    const std::string& key, const GradeTables& tables) {
  const auto whole = tables.contractions.find(key);
  if (whole != tables.contractions.end()) return whole->second;
  if (key.find('\'') == std::string::npos) return {};
  std::vector<std::vector<std::string>> out;
  for (const auto& [ending, words] : tables.contraction_endings) {
    if (key.size() <= ending.size() || !ends_with(key, ending)) continue;
    const std::string head = key.substr(0, key.size() - ending.size());
    for (const std::string& word : words) out.push_back({head, word});
    break;
  }
  return out;
}

bool is_same_lemma(const std::string& a, const std::string& b,
                   const GradeTables& tables) {
  if (a.empty() || b.empty() || a[0] == '#' || b[0] == '#') return false;
  if (is_clipped(a, b, tables) || is_clipped(b, a, tables)) return true;
  const std::vector<std::string> of_a = lemmas_of(a, tables);
  for (const std::string& lemma : lemmas_of(b, tables)) {
    if (std::find(of_a.begin(), of_a.end(), lemma) != of_a.end()) return true;
  }
  return false;
}

bool is_name_spelling(const std::string& a, const std::string& b,
                      const GradeTables& tables) {
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < 3 || tables.distinct_names.contains(a, b)) return false;
  const std::size_t distance = edit_distance(a, b);
  if (distance > 2) return false;
  if (distance == 1 && shorter >= 4) return true;
  if (shorter >= 6) return true;
  return !tables.loose_letters.empty() &&
         skeleton_of(a, tables) == skeleton_of(b, tables);
}

bool is_masked(std::string_view masked, std::string_view full) {
  const std::size_t star = masked.find('*');
  if (star == std::string_view::npos || star == 0) return false;
  if (masked.size() == full.size()) {
    for (std::size_t i = 0; i < full.size(); ++i) {
      if (masked[i] != '*' && masked[i] != full[i]) return false;
    }
    return true;
  }
  const std::size_t last = masked.rfind('*');
  return full.size() > masked.size() - (last - star + 1) &&
         full.substr(0, star) == masked.substr(0, star) &&
         ends_with(full, masked.substr(last + 1));
}

bool is_negated_by_prefix(const std::string& a, const std::string& b,
                          const GradeTables& tables) {
  const std::string& longer = a.size() > b.size() ? a : b;
  const std::string& shorter = a.size() > b.size() ? b : a;
  if (shorter.size() < 3 || tables.not_negative.contains(longer)) return false;
  for (const std::string& prefix : tables.negative_prefixes) {
    if (longer == prefix + shorter) return true;
  }
  return false;
}

}  // namespace quoin
