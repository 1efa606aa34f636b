// SPDX-License-Identifier: Apache-2.0
// What the ledger knows of a speaker, an outlet, a document.
//
// Counts stand beside what they are counted of. Grades are counted only where
// a quotation was held against a reference, and outlets come by name: nobody
// is ranked.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <quoin/base/result.h>
#include <quoin/ledger/ledger.h>
#include <quoin/ledger/printing.h>

namespace quoin {

// How many got which grade, in the order of grades; none that nobody got.
using GradeCounts = std::vector<std::pair<std::string, std::size_t>>;

// Of the latest version of each document; spoken quotations only.
struct OutletCard {
  std::optional<std::string> outlet;  // none: documents that name no outlet
  std::size_t documents = 0;
  std::size_t changed = 0;  // of them, those in whose later versions a
                            // quotation is not as it was
  std::size_t quotations = 0;
  std::size_t attributed = 0;  // of them, those with a speaker
  std::size_t graded = 0;      // of them, held against a reference
  GradeCounts by_grade;        // of those graded
};

// By name, those without a name last. With `outlet`, only that one.
Result<std::vector<OutletCard>> list_outlets(
    const Ledger& ledger, const std::optional<std::string>& outlet = {});

struct SpeakerRow {
  std::string name;
  std::size_t quotations = 0;  // in the latest version of each document
  std::size_t outlets = 0;
};

// Those with most quotations first. With `like`, whose names hold it.
Result<std::vector<SpeakerRow>> list_speakers(
    const Ledger& ledger, const std::optional<std::string>& like,
    std::size_t limit);

struct SpeakerPage {
  std::vector<std::string> names;  // as resolved: they differ in capitals and
                                   // accents at most
  std::size_t quotations = 0;      // printings, each page's same words once
  std::size_t documents = 0;
  std::size_t graded = 0;
  GradeCounts by_grade;
  std::vector<std::pair<std::string, std::size_t>> outlets;  // by name
  std::vector<Printing> printings;  // by date, then recording; the first
  bool more = false;                // there are more than `limit`
};

// An error when nobody has that name, with names that are near it.
Result<SpeakerPage> find_speaker(const Ledger& ledger, const std::string& name,
                                 std::size_t limit);

struct DocumentRow {
  std::string id;
  std::optional<std::string> url;
  std::optional<std::string> outlet;
  std::optional<std::string> title;
  std::optional<std::string> published;
  std::optional<std::string> reference;
  std::string recorded;
  std::string address;
  std::size_t version = 1;
  std::size_t quotations = 0;
};

struct DocumentList {
  std::vector<DocumentRow> documents;
  bool more = false;
};

// The latest version of each, recorded last first.
Result<DocumentList> list_documents(const Ledger& ledger,
                                    const std::optional<std::string>& outlet,
                                    std::size_t limit);

struct DocumentChange {
  std::string kind;
  std::string before;
  std::string after;
  std::string detail;
};

struct DocumentVersion {
  DocumentRow row;
  std::string sha256;
  bool same_text = false;               // as the version before
  std::vector<DocumentChange> changes;  // against the version before
};

struct DocumentPage {
  std::vector<DocumentVersion> versions;  // the first first
  std::vector<Printing> printings;        // of the latest
};

// By id, URL or the beginning of an address; several when outlets have pages
// of that id. An error when there is none.
Result<std::vector<DocumentPage>> find_documents(const Ledger& ledger,
                                                 const std::string& name);

}  // namespace quoin
