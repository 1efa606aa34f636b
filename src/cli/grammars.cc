// SPDX-License-Identifier: Apache-2.0
#include "grammars.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <quoin/base/suggest.h>
#include <quoin/text/language.h>

namespace quoin::cli {
namespace {

constexpr const char* kStandardLanguage = "en";
// Documents name their language as they like; so many are told apart.
constexpr std::size_t kMostLanguages = 64;

// A rule to leave out that there is not.
std::optional<Diagnostic> find_unknown(
    const std::string& folder, const std::vector<std::string>& without) {
  if (without.empty()) return std::nullopt;
  std::vector<std::string> names;
  if (folder.empty()) {
    names = built_in_rule_names();
  } else if (const Result<Grammar> whole = load_grammar(folder)) {
    for (const RuleName& rule : whole->rule_names()) names.push_back(rule.name);
  }
  for (const std::string& name : without) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    Diagnostic problem;
    problem.file = "quoin";
    problem.message = "there is no rule '" + name + "'";
    problem.hint = suggest_name(
        name, std::vector<std::string_view>(names.begin(), names.end()));
    return problem;
  }
  return std::nullopt;
}

}  // namespace

Grammars::Grammars(Grammar grammar) : mutex_(std::make_unique<std::mutex>()) {
  auto entry = std::make_unique<Entry>();
  std::call_once(entry->loading, [&] {
    entry->grammar = std::make_unique<Grammar>(std::move(grammar));
  });
  standard_ = entry->grammar.get();
  by_language_.emplace(standard_->lexicon().lang, std::move(entry));
}

Result<Grammars> Grammars::load(const std::string& folder,
                                const std::optional<std::string>& lang,
                                std::vector<std::string> without) {
  if (auto unknown = find_unknown(folder, without)) return *unknown;
  Result<Grammar> grammar =
      folder.empty() ? load_built_in_grammar(lang.value_or(kStandardLanguage),
                                             GrammarEngine::kJit, without)
                     : load_grammar(folder, GrammarEngine::kJit, without);
  if (!grammar) return std::move(grammar).error();
  Grammars grammars(*std::move(grammar));
  grammars.is_folder_ = !folder.empty();
  grammars.without_ = std::move(without);
  return grammars;
}

const Grammar& Grammars::of_language(const std::optional<std::string>& lang) {
  if (is_folder_ || !lang) return *standard_;
  Entry* entry = nullptr;
  {
    const std::scoped_lock lock(*mutex_);
    const auto known = by_language_.find(*lang);
    if (known != by_language_.end()) {
      entry = known->second.get();
    } else if (by_language_.size() < kMostLanguages) {
      entry = by_language_.emplace(*lang, std::make_unique<Entry>())
                  .first->second.get();
    }
  }
  if (entry == nullptr) return *standard_;
  std::call_once(entry->loading, [&] {
    Result<Grammar> grammar =
        load_built_in_grammar(*lang, GrammarEngine::kJit, without_);
    if (grammar) entry->grammar = std::make_unique<Grammar>(*std::move(grammar));
  });
  return entry->grammar != nullptr ? *entry->grammar : *standard_;
}

const Grammar& Grammars::of_document(Document& document) {
  if (!document.lang) document.lang = detect_language(document.text);
  return of_language(document.lang);
}

}  // namespace quoin::cli
