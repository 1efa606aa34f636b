// SPDX-License-Identifier: Apache-2.0
// The same bytes out, whatever runs them: with and without the just-in-time
// compiler, with one thread and with several. Over every golden document.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <quoin/base/ordered_pipeline.h>
#include <quoin/quoin.h>
#include <quoin/report/extract_json.h>
#include <quoin/text/decode.h>

namespace quoin {
namespace {

namespace fs = std::filesystem;

std::vector<Document> golden_documents() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(
           fs::path(QUOIN_SOURCE_DIR) / "golden")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Document> documents;
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    Document document;
    document.id = file.filename().string();
    document.text = decode_utf8({std::istreambuf_iterator<char>(in), {}}).text;
    documents.push_back(std::move(document));
  }
  return documents;
}

std::string extract_all(const std::vector<Document>& documents,
                        const Grammar& grammar, std::size_t threads) {
  std::string out;
  std::size_t next = 0;
  run_ordered(
      threads,
      [&]() -> std::optional<Document> {
        if (next == documents.size()) return std::nullopt;
        return documents[next++];
      },
      [&](Document document) {
        std::string line;
        append_json_line(extract(std::move(document), grammar), grammar,
                         OffsetUnit::kCodePoint, line);
        return line;
      },
      [&](const std::string& line) {
        out += line;
        return true;
      });
  return out;
}

TEST(Agreement, OfEnginesAndThreads) {
  const std::vector<Document> documents = golden_documents();
  ASSERT_GE(documents.size(), 6u);
  const Result<Grammar> jit = load_built_in_grammar("en");
  const Result<Grammar> interpreter =
      load_built_in_grammar("en", GrammarEngine::kInterpreter);
  ASSERT_TRUE(jit && interpreter);
  const std::string expected = extract_all(documents, *jit, 1);
  for (const std::size_t threads : {2, 8}) {
    EXPECT_EQ(extract_all(documents, *jit, threads), expected) << threads;
  }
  EXPECT_EQ(extract_all(documents, *interpreter, 1), expected);
  EXPECT_EQ(extract_all(documents, *interpreter, 3), expected);
}

}  // namespace
}  // namespace quoin
