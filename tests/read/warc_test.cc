// SPDX-License-Identifier: Apache-2.0
// Archives: what is taken of them, and what is left when they are damaged.
#include <quoin/read/warc.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <quoin/base/ordered_pipeline.h>
#include <quoin/read/read.h>

#include "pack.h"

namespace quoin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string record(const std::string& type, const std::string& id,
                   const std::string& content_type, const std::string& block,
                   const std::string& version = "1.0") {
  return "WARC/" + version + "\r\nWARC-Type: " + type +
         "\r\nWARC-Target-URI: https://courier.example/" + id +
         "\r\nWARC-Date: 2031-02-03T04:05:06Z\r\nWARC-Record-ID: <" + id +
         ">\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" +
         block + "\r\n\r\n";
}

std::string response(const std::string& id, const std::string& headers,
                     const std::string& body) {
  return record("response", id, "application/http; msgtype=response",
                "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body);
}

std::string page(const std::string& id, const std::string& words) {
  return response(id, "Content-Type: text/html; charset=utf-8\r\n",
                  "<html><body><p>" + words + "</p></body></html>");
}

struct Read {
  std::vector<std::string> documents;  // "id|text" without its last breaks
  std::vector<std::string> errors;
};

Read read_archive(const std::string& bytes, const ReadOptions& options = {}) {
  Read out;
  Result<Input> input = Input::of(source_of(bytes), "a.warc");
  if (!input) {
    out.errors.push_back(to_string(input.error()[0]));
    return out;
  }
  const auto reader = read_warc(*std::move(input), options);
  while (auto next = reader->next()) {
    if (!*next) {
      out.errors.push_back(to_string(next->error()[0]));
      continue;
    }
    std::string text = (*next)->text;
    while (text.ends_with('\n')) text.pop_back();
    out.documents.push_back((*next)->id + "|" + text);
    for (const Diagnostic& said : (*next)->diagnostics) {
      out.errors.push_back(to_string(said));
    }
  }
  return out;
}

TEST(Warc, TakesPagesAndTextsAndNothingElse) {
  const std::string archive =
      record("warcinfo", "i", "application/warc-fields", "software: x\r\n") +
      record("request", "q", "application/http", "GET / HTTP/1.1\r\n\r\n") +
      page("r", "Page.") +
      response("p", "Content-Type: image/png\r\n", "\x89PNG") +
      record("response", "n", "application/http",
             "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>No") +
      record("resource", "s", "text/html", "<p>Resource.", "1.1") +
      record("conversion", "c", "text/plain", "Plain “text”.", "0.17") +
      record("metadata", "m", "text/plain", "none") +
      response("t", "content-type:text/plain;charset=latin1\r\n", "\x93Hi\x94");
  const Read read = read_archive(archive);
  EXPECT_THAT(read.documents,
              ElementsAre("r|Page.", "s|Resource.", "c|Plain “text”.",
                          "t|“Hi”"));
  EXPECT_THAT(read.errors, IsEmpty());
  EXPECT_EQ(read_archive(gzip(archive)).documents, read.documents);
  EXPECT_EQ(read_archive(zstd(archive)).documents, read.documents);
}

TEST(Warc, UndoesWhatHttpDidToABody) {
  const std::string body = "<p>The harbour is closed.</p>";
  const std::string html = "Content-Type: text/html\r\n";
  const std::string chunks = "Transfer-Encoding: chunked\r\n";
  const std::string packed = gzip(body);
  const std::string half = packed.substr(0, 16);
  const std::string rest = packed.substr(16);
  char size[16];
  std::snprintf(size, sizeof size, "%zX", rest.size());
  const std::string archive =
      response("a", html + chunks,
               "7;x=y\r\n<p>The \r\n16\r\nharbour is closed.</p>\r\n0\r\n\r\n") +
      response("b", html + "Content-Encoding: gzip\r\n", packed) +
      response("c", html + chunks + "Content-Encoding: x-gzip\r\n",
               "10\r\n" + half + "\r\n" + size + "\r\n" + rest +
                   "\r\n0\r\n\r\n") +
      // Unpacked by the crawler, whose header still says otherwise.
      response("d", html + chunks + "Content-Encoding: gzip\r\n", body);
  const Read read = read_archive(archive);
  EXPECT_THAT(read.documents,
              ElementsAre("a|The harbour is closed.", "b|The harbour is closed.",
                          "c|The harbour is closed.",
                          "d|The harbour is closed."));
  EXPECT_THAT(read.errors, IsEmpty());
  EXPECT_THAT(
      read_archive(response("e", html + "Content-Encoding: br\r\n", "x")).errors,
      ElementsAre(HasSubstr("(https://courier.example/e): its content encoding "
                            "'br' is not read")));
}

// Cut at every byte, an archive gives all records that are whole and one
// message with the place, packed or not.
TEST(Warc, CutAnywhereItGivesWhatIsWhole) {
  const std::string first = page("a", "One.");
  const std::string second = page("b", "Two.");
  const std::string archive = first + second;
  for (std::size_t size = first.size(); size < archive.size(); ++size) {
    const Read read = read_archive(archive.substr(0, size));
    const bool has_second = size + 4 >= archive.size();
    EXPECT_EQ(read.documents.size(), has_second ? 2u : 1u) << size;
    EXPECT_EQ(read.documents[0], "a|One.");
    const bool is_between = size == first.size() || has_second;
    ASSERT_EQ(read.errors.size(), is_between ? 0u : 1u) << size;
    if (!is_between) {
      EXPECT_THAT(read.errors[0], HasSubstr("byte " + std::to_string(size)))
          << read.errors[0];
    }
  }
  const std::string packed = gzip(first) + gzip(second);
  for (std::size_t size = gzip(first).size() + 1; size < packed.size();
       ++size) {
    const Read read = read_archive(packed.substr(0, size));
    EXPECT_EQ(read.documents.at(0), "a|One.");
    EXPECT_THAT(read.errors,
                ElementsAre(HasSubstr("cut off at byte " +
                                      std::to_string(size))));
  }
}

// Bytes missing from the middle: what follows is found again.
TEST(Warc, ARecordThatLacksBytesCostsNoOther) {
  const std::string first = page("a", "One.");
  const std::string second = page("b", "Two, which is longer.");
  const std::string third = page("c", "Three.");
  for (std::size_t kept = 0; kept + 1 < second.size(); ++kept) {
    const Read read =
        read_archive(first + second.substr(0, kept) + third);
    ASSERT_GE(read.documents.size(), 2u) << kept;
    EXPECT_EQ(read.documents.front(), "a|One.");
    EXPECT_EQ(read.documents.back(), "c|Three.") << kept;
    EXPECT_LE(read.errors.size(), 1u) << kept;
    // Of less than a first line there is nothing to say.
    if (kept > 9 && kept < second.size() - 4) {
      EXPECT_EQ(read.errors.size(), 1u) << kept << second.substr(0, kept);
    }
  }
}

TEST(Warc, ADamagedMemberCostsNoOther) {
  const std::string first = gzip(page("a", "One."));
  std::string second = gzip(page("b", "Two."));
  const std::string third = gzip(page("c", "Three."));
  second[second.size() / 2] ^= 0x55;
  const Read read = read_archive(first + second + third);
  ASSERT_GE(read.documents.size(), 2u);
  EXPECT_EQ(read.documents.front(), "a|One.");
  EXPECT_EQ(read.documents.back(), "c|Three.");
  EXPECT_THAT(read.errors, ElementsAre(HasSubstr("is damaged at byte ")));
}

// Pages that take some unpacking, one of which has caught another archive, one
// of which is damaged and one of which is large.
std::string crawl(std::size_t pages, std::string (*pack)(std::string_view)) {
  std::string archive;
  std::uint32_t random = 1;
  for (std::size_t i = 0; i < pages; ++i) {
    std::string words;
    const std::size_t count = i % 50 == 7 ? 900000 : 3000 + i * 37 % 5000;
    while (words.size() < count) {
      random = random * 1664525 + 1013904223;
      words += std::to_string(random) + (random % 7 == 0 ? ".</p><p>" : " ");
    }
    if (i % 20 == 3) words += pack(page("inner", "Not a record."));
    std::string record = pack(page(std::to_string(i), words));
    if (i % 30 == 11) record[record.size() / 2] ^= 0x55;
    archive += record;
  }
  return archive;
}

// What unpacking ahead came to does not depend on who did it, nor on whether
// it was done.
TEST(Warc, IsTheSameForAnyNumberOfThreads) {
  const auto read = [](const std::string& archive, std::size_t threads) {
    const std::string path =
        (std::filesystem::temp_directory_path() /
         ("quoin-crawl-" + std::to_string(::getpid()))).string();
    std::ofstream(path, std::ios::binary) << archive;
    const auto reader = open_documents(path, {});
    std::vector<std::string> seen;
    run_ordered(
        threads, [&] { return (*reader)->next_job(); },
        [](DocumentJob job) {
          std::vector<std::string> out;
          job.run([&](Result<Document> one) {
            out.push_back(one ? one->id + one->text
                              : to_string(one.error()[0]));
          });
          return out;
        },
        [&](std::vector<std::string> out) {
          seen.insert(seen.end(), out.begin(), out.end());
          return true;
        });
    std::filesystem::remove(path);
    return seen;
  };
  for (const auto pack : {+[](std::string_view text) { return gzip(text); },
                          +[](std::string_view text) { return zstd(text); }}) {
    const std::string archive = crawl(150, pack);
    const std::vector<std::string> one = read(archive, 1);
    EXPECT_GE(one.size(), 150u);
    EXPECT_EQ(std::count_if(one.begin(), one.end(),
                            [](const std::string& text) {
                              return text.find("damaged") != text.npos;
                            }),
              5);
    EXPECT_EQ(read(archive, 2), one);
    EXPECT_EQ(read(archive, 8), one);
  }
}

TEST(Warc, RubbishAndFalseLengthsArePassedOver) {
  const std::string good = page("z", "Good.");
  const struct {
    std::string rubbish;
    const char* message;
  } cases[] = {
      {"rubbish\r\n", "no record begins at byte 0: read on at byte 9"},
      {"WARC/1.0\r\nno header at all\r\n\r\n", "has no end"},
      {"WARC/1.0\r\nWARC-Type: response\r\n\r\n", "does not say how long"},
      {"WARC/1.0\r\nContent-Length: -5\r\n\r\n", "does not say how long"},
      {"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n",
       "does not say how long"},
  };
  for (const auto& c : cases) {
    const Read read = read_archive(c.rubbish + good);
    EXPECT_THAT(read.documents, ElementsAre("z|Good.")) << c.rubbish;
    EXPECT_THAT(read.errors, ElementsAre(HasSubstr(c.message)));
  }
}

TEST(Warc, RecordsBeyondTheLimitAreSaidAndSkipped) {
  ReadOptions small;
  small.max_size = std::size_t{1} << 20;
  const std::string archive =
      page("a", std::string(3000000, 'x')) +
      response("b", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n",
               gzip(std::string(3000000, ' '))) +
      page("c", "Good.");
  const Read read = read_archive(archive, small);
  EXPECT_THAT(read.documents, ElementsAre("c|Good."));
  EXPECT_THAT(read.errors, ElementsAre(HasSubstr("is larger than 2 MB"),
                                       HasSubstr("unpacks to more than 1 MB")));
}

}  // namespace
}  // namespace quoin
