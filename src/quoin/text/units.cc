// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/units.h>

#include <algorithm>
#include <cstdlib>
#include <optional>

#include <utf8proc.h>

#include <quoin/text/number_fold.h>
#include <quoin/text/scan_words.h>

namespace quoin {
namespace {

bool ends_with(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() &&
         text.substr(text.size() - suffix.size()) == suffix;
}

bool is_capital(std::string_view word) {
  utf8proc_int32_t value = 0;
  const utf8proc_ssize_t used = utf8proc_iterate(
      reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
      static_cast<utf8proc_ssize_t>(word.size()), &value);
  return used > 0 && utf8proc_category(value) == UTF8PROC_CATEGORY_LU;
}

bool is_all_capitals(std::string_view word) {
  std::size_t capitals = 0;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') return false;
    if (c >= 'A' && c <= 'Z') ++capitals;
  }
  return capitals >= 2;
}

class Builder {
 public:
  Builder(std::string_view text, const FoldTables& tables)
      : tables_(tables) {
    words_.text = fold_typography(text);
    scan_ = scan_words(words_.text.text, tables);
  }

  FoldedWords run() {
    slots_.assign(scan_.words.size() + 1, 0);
    std::size_t at = 0;
    while (at < scan_.words.size()) {
      std::size_t used = fold_phrase(at);
      if (used == 0) used = fold_number(at);
      if (used == 0) used = fold_plain(at);
      for (std::size_t i = 1; i < used; ++i) {
        slots_[at + i] = words_.units.size();
      }
      at += used;
      slots_[at] = words_.units.size();
    }
    for (Punct& punct : scan_.puncts) {
      punct.slot = slots_[punct.slot];
      punct.source = words_.text.map.source_of(punct.folded);
    }
    words_.puncts = std::move(scan_.puncts);
    return std::move(words_);
  }

 private:
  // Adds a unit made of the tokens [first, last].
  void emit(std::size_t first, std::size_t last, std::string key,
            FoldKind fold, bool number = false) {
    const WordToken& head = scan_.words[first];
    Unit unit;
    unit.folded = {head.begin, scan_.words[last].end};
    unit.source = words_.text.map.source_of(unit.folded);
    unit.key = std::move(key);
    unit.group = static_cast<std::uint32_t>(first);
    unit.fold = fold;
    unit.number = number;
    unit.bracket = head.bracket;
    unit.bracket_inside = head.bracket_inside;
    unit.capital = is_capital(head.word);
    unit.all_capitals = is_all_capitals(head.word);
    unit.sentence_start = head.sentence_start;
    unit.hyphen_before = head.hyphen_before;
    unit.dotted = scan_.words[last].dotted;
    words_.units.push_back(std::move(unit));
  }

  std::size_t fold_phrase(std::size_t at) {
    const std::string& printed = scan_.words[at].word;
    std::size_t best = 0;
    const PhraseFold* fold = nullptr;
    const auto look = [&](const std::string& first) {
      const auto found = tables_.phrases.find(first);
      if (found == tables_.phrases.end()) return;
      for (const PhraseFold& candidate : found->second) {
        const std::size_t size = candidate.from.size();
        if (size > best && matches(candidate, at)) {
          best = size;
          fold = &candidate;
        }
      }
    };
    look(printed);
    look(lower_of(at));
    if (fold == nullptr) return 0;
    for (const std::string& key : fold->to) {
      emit(at, at + best - 1, key, fold->kind,
           fold->kind == FoldKind::kNumber);
    }
    return best;
  }

  // The key with the dot that the entries of abbreviations have.
  std::string lower_of(std::size_t at) const {
    const WordToken& token = scan_.words[at];
    return token.dotted ? fold_case(token.word) : token.key;
  }

  bool matches(const PhraseFold& fold, std::size_t at) const {
    if (at + fold.from.size() > scan_.words.size()) return false;
    for (std::size_t i = 0; i < fold.from.size(); ++i) {
      if (i > 0 && scan_.words[at + i].punct_before) return false;
      const std::string& want = fold.from[i];
      if (scan_.words[at + i].word != want && lower_of(at + i) != want) {
        return false;
      }
    }
    return true;
  }

  std::size_t fold_number(std::size_t at) {
    const std::optional<NumberFold> number =
        read_number(scan_.words, at, tables_);
    if (!number) return 0;
    const std::size_t last = at + number->tokens - 1;
    for (const std::string& key : number->keys) {
      const bool counts = key != "one" || number->digits;
      emit(at, last, key, number->plain ? FoldKind::kNone : FoldKind::kNumber,
           counts);
    }
    return number->tokens;
  }

  std::size_t fold_plain(std::size_t at) {
    const WordToken& token = scan_.words[at];
    FoldKind kind = token.handle ? FoldKind::kHandle : FoldKind::kNone;
    std::string key = token.key;
    if (!token.clipped.empty()) {
      key += token.clipped;
      kind = FoldKind::kInformal;
    }
    const auto unit = tables_.units.find(key);
    if (unit != tables_.units.end()) {
      emit(at, at, unit->second, FoldKind::kNumber);
      return 1;
    }
    for (const auto& [from, to] : tables_.suffixes) {
      if (key.size() < from.size() + 3 || !ends_with(key, from)) continue;
      key.replace(key.size() - from.size(), from.size(), to);
      if (kind == FoldKind::kNone) kind = FoldKind::kSpelling;
      break;
    }
    for (const auto& [from, to] : tables_.prefixes) {
      if (key.compare(0, from.size(), from) != 0) continue;
      key.replace(0, from.size(), to);
      if (kind == FoldKind::kNone) kind = FoldKind::kSpelling;
      break;
    }
    emit(at, at, std::move(key), kind);
    return 1;
  }

  const FoldTables& tables_;
  FoldedWords words_;
  WordScan scan_;
  std::vector<std::size_t> slots_;  // word index -> unit index
};

}  // namespace

FoldedWords fold_words(std::string_view text, const FoldTables& tables) {
  return Builder(text, tables).run();
}

std::string fold_case(std::string_view word) {
  std::string lower;
  lower.reserve(word.size());
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      lower.clear();
      break;
    }
    lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (lower.size() == word.size()) return lower;
  utf8proc_uint8_t* folded = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
      static_cast<utf8proc_ssize_t>(word.size()), &folded,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
                                     UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK));
  std::string out(word);
  if (size > 0) {
    out.assign(reinterpret_cast<const char*>(folded),
               static_cast<std::size_t>(size));
  }
  std::free(folded);
  return out;
}

}  // namespace quoin
