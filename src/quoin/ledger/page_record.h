// SPDX-License-Identifier: Apache-2.0
// What the ledger keeps of one printed page: its quotations in words, and not
// its text.
//
// A record is named by what it says: its address is the SHA-256 of its
// canonical JSON. The same page read twice is one record, whoever adds it and
// in which order, and nobody can change a recorded word without changing the
// address. A page that changes gets another record under the same key.
//
//   PageRecord page = record_page(article, grammar);
//   page.key                    // "https://courier.example/harbour"
//   address_of(page)            // "9f2c41d07a3b…"

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <quoin/attribute/attribution.h>
#include <quoin/grade/finding.h>
#include <quoin/grammar/grammar.h>
#include <quoin/text/reference.h>

namespace quoin {

// Offsets count code points in the page's text, as in quoin's JSON.
struct QuotationRecord {
  std::size_t number = 0;     // q3 is 3, as `quoin extract` counts
  std::size_t utterance = 0;  // u2 is 2
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t line = 0;
  // Empty for the usual one.
  std::vector<std::pair<std::size_t, std::size_t>> segments;
  std::optional<std::string> open;  // the marks as printed
  std::optional<std::string> close;
  std::string words;
  std::string kind;
  std::string block;
  std::size_t depth = 0;
  std::optional<std::string> speaker;  // whom the mention resolves to
  std::optional<std::string> mention;  // as printed
  std::vector<std::string> candidates;
  std::optional<std::string> role;
  std::optional<std::string> cue;
  std::optional<std::string> medium;
  std::optional<std::string> addressee;
  std::optional<std::string> rule;  // "said-name"
  std::optional<std::string> at;    // "en/attribution.grammar:31"
  std::vector<std::string> flags;

  friend bool operator==(const QuotationRecord&,
                         const QuotationRecord&) = default;
};

struct PageRecord {
  std::string id;  // what it was called when it was added
  std::optional<std::string> url;
  std::optional<std::string> outlet;
  std::optional<std::string> title;
  std::optional<std::string> byline;
  std::optional<std::string> published;
  std::optional<std::string> modified;
  std::optional<std::string> lang;
  std::optional<std::string> wire;
  std::string sha256;                    // of its text
  std::optional<std::string> reference;  // its type, for what others are held
                                         // against and what is no printing
  std::vector<QuotationRecord> quotations;  // by number, without furniture
};

// A page that stands for what was said is kept without its quotations: they
// are nobody's printing.
PageRecord record_page(const Article& article, const Grammar& grammar,
                       std::optional<ReferenceType> reference = std::nullopt);

// By what a page is known again: its address on the web; else its outlet with
// its id, or the id alone.
std::string key_of(const PageRecord& page);

// The canonical JSON that addresses are made of: on one line, keys in order.
// `id` is left out when there is a URL: it names the file it was read from.
std::string canonical_json(const PageRecord& page);
std::string address_of(const PageRecord& page);

// The grade of one printing against one reference.
struct GradingRecord {
  std::string page;        // the address of the page
  std::size_t number = 0;  // of the quotation
  std::string reference;   // the address of the reference
  std::string type;        // "release"
  std::size_t start = 0;   // the passage of the reference
  std::size_t end = 0;
  std::string words;
  std::string reason;  // why this reference
  std::string grade;
  std::string extent;
  std::string rule;
  std::vector<std::string> flags;
  std::vector<std::string> differences;  // in words
  std::size_t reference_words = 0;
  std::size_t printed_words = 0;
  std::size_t word_edits = 0;
};

std::string canonical_json(const GradingRecord& grading);
std::string address_of(const GradingRecord& grading);

}  // namespace quoin
