// SPDX-License-Identifier: Apache-2.0
// Pages as rows, there and back.
//
// Internal to ledger/. What comes back is equal to what went in, so that
// `quoin ledger check` can compute every address anew. Nothing here begins or
// ends a transaction; every function may throw a DatabaseFault.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <quoin/ledger/database.h>
#include <quoin/ledger/json_lists.h>
#include <quoin/ledger/page_record.h>

namespace quoin {

// A record with what can be computed before it is its turn, by any thread.
struct PreparedPage {
  PageRecord record;
  std::string key;
  std::string address;
  // Per quotation, what search looks through where the words as printed would
  // not do: with ligatures, soft hyphens, words cut at the end of a line.
  std::vector<std::optional<std::string>> folded;
};

PreparedPage prepare_page(PageRecord record);

struct StoredPage {
  PageRecord record;
  std::vector<std::int64_t> rows;  // of the quotations
};

class PageReader {
 public:
  explicit PageReader(const Database& database);

  // Nothing when there is no such row. Its key is left to key_of().
  std::optional<StoredPage> read(std::int64_t version);

 private:
  void read_quotations(std::int64_t version, StoredPage& page);
  void read_segments(std::string_view json, QuotationRecord& record);

  Statement version_;
  Statement quotations_;
  JsonLists lists_;
  Statement segments_;
};

class PageWriter {
 public:
  explicit PageWriter(const Database& database);

  std::optional<std::int64_t> find_version(std::string_view address);
  std::int64_t document(std::string_view key);  // made when it is new
  // The newest version, its row and its number; nothing for a new document.
  struct Newest {
    std::int64_t row = 0;
    std::size_t number = 0;
    std::string sha256;
  };
  std::optional<Newest> newest(std::int64_t document);
  std::size_t number_of(std::int64_t version);

  // Requires: the address is in no row, and nor is `number` of the document.
  // The rows of the version and of its quotations.
  struct Written {
    std::int64_t version = 0;
    std::vector<std::int64_t> quotations;
  };
  Written write(const PreparedPage& page, std::int64_t document,
                std::size_t number, std::string_view recorded);

 private:
  std::int64_t name_row(Statement& find, Statement& add, std::string_view name);
  std::optional<std::int64_t> outlet_row(
      const std::optional<std::string>& name);
  std::optional<std::int64_t> speaker_row(
      const std::optional<std::string>& name);
  std::optional<std::int64_t> rule_row(const QuotationRecord& record);
  std::int64_t write_quotation(const QuotationRecord& record,
                               std::int64_t version,
                               const std::optional<std::string>& folded);

  const Database& database_;
  Statement find_version_;
  Statement number_of_;
  Statement find_document_;
  Statement add_document_;
  Statement newest_;
  Statement add_version_;
  Statement add_quotation_;
  Statement add_words_;
  Statement find_outlet_;
  Statement add_outlet_;
  Statement find_speaker_;
  Statement add_speaker_;
  Statement find_rule_;
  Statement add_rule_;
  // Within a batch the same few come again and again; bounded by clearing.
  std::unordered_map<std::string, std::int64_t> speakers_;
  std::unordered_map<std::string, std::int64_t> rules_;
};

}  // namespace quoin
