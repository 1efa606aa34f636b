// SPDX-License-Identifier: Apache-2.0
#include "grammars.h"

#include <utility>

#include <quoin/text/language.h>

namespace quoin::cli {
namespace {

constexpr const char* kStandardLanguage = "en";
// Documents name their language as they like; so many are told apart.
constexpr std::size_t kMostLanguages = 64;

}  // namespace

Grammars::Grammars(Grammar grammar) : mutex_(std::make_unique<std::mutex>()) {
  auto owned = std::make_unique<Grammar>(std::move(grammar));
  standard_ = owned.get();
  by_language_.emplace(standard_->lexicon().lang, std::move(owned));
}

Result<Grammars> Grammars::load(const std::string& folder,
                                const std::optional<std::string>& lang) {
  Result<Grammar> grammar =
      folder.empty() ? load_built_in_grammar(lang.value_or(kStandardLanguage))
                     : load_grammar(folder);
  if (!grammar) return std::move(grammar).error();
  Grammars grammars(*std::move(grammar));
  grammars.is_folder_ = !folder.empty();
  return grammars;
}

const Grammar& Grammars::of_language(const std::optional<std::string>& lang) {
  if (is_folder_ || !lang) return *standard_;
  const std::scoped_lock lock(*mutex_);
  const auto known = by_language_.find(*lang);
  if (known != by_language_.end()) return *known->second;
  if (by_language_.size() >= kMostLanguages) return *standard_;
  Result<Grammar> grammar = load_built_in_grammar(*lang);
  if (!grammar) return *standard_;
  auto owned = std::make_unique<Grammar>(*std::move(grammar));
  return *by_language_.emplace(*lang, std::move(owned)).first->second;
}

const Grammar& Grammars::of_document(Document& document) {
  if (!document.lang) document.lang = detect_language(document.text);
  return of_language(document.lang);
}

}  // namespace quoin::cli
