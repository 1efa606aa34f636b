// SPDX-License-Identifier: Apache-2.0
// The grammar for each document: the folder the user named, or the built-in
// one of the document's language, loaded when first needed.

#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <quoin/base/result.h>
#include <quoin/grammar/grammar.h>
#include <quoin/text/document.h>

namespace quoin::cli {

class Grammars {
 public:
  // An empty folder: built in. The grammar named here is loaded at once, so
  // that its errors come before any document. Rules of `without` are left out;
  // one that no grammar has is an error.
  static Result<Grammars> load(const std::string& folder,
                               const std::optional<std::string>& lang,
                               std::vector<std::string> without = {});

  Grammars(Grammars&&) noexcept = default;

  // That of the folder, or of documents without a language.
  const Grammar& standard() const { return *standard_; }

  // Safe from any thread; good as long as this object.
  const Grammar& of_language(const std::optional<std::string>& lang);

  // The same for a document; sets `lang` of one that declares none, when it
  // can be told.
  const Grammar& of_document(Document& document);

 private:
  // Of one language. Loaded by the first who needs it, while those who need
  // another go on.
  struct Entry {
    std::once_flag loading;
    std::unique_ptr<Grammar> grammar;  // nothing: it could not be loaded
  };

  explicit Grammars(Grammar grammar);

  std::unique_ptr<std::mutex> mutex_;
  std::map<std::string, std::unique_ptr<Entry>> by_language_;
  const Grammar* standard_ = nullptr;  // of the folder, or of no language
  std::vector<std::string> without_;
  bool is_folder_ = false;
};

}  // namespace quoin::cli
