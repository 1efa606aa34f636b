// SPDX-License-Identifier: Apache-2.0
// Twice the input takes at most 2.2 times as long, whatever it is.
#include <malloc.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include <quoin/quote/find_quotations.h>

#include "show.h"

namespace quoin {
namespace {

std::string repeat(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

std::string nested(std::size_t bytes) {
  const std::size_t levels = bytes / 12;
  std::string text = repeat("\u201Cso ", levels * 6);
  return text + repeat("so\u201D ", levels * 6);
}

double seconds_for(const Document& document) {
  timespec before{};
  timespec after{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
  const std::size_t found = find_quotations(document, english_marks()).size();
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
  EXPECT_LE(found, document.text.size());
  return static_cast<double>(after.tv_sec - before.tv_sec) +
         1e-9 * static_cast<double>(after.tv_nsec - before.tv_nsec);
}

// The least of several ratios: other processes only ever add time.
double doubling_ratio(const Document& once, const Document& twice) {
  double least = 100;
  seconds_for(twice);  // touches the memory
  for (int i = 0; i < 8 && least > 2.2; ++i) {
    least = std::min(least, seconds_for(twice) / seconds_for(once));
  }
  return least;
}

TEST(LinearTest, OnHostileInput) {
  const struct {
    const char* name;
    std::string (*make)(std::size_t bytes);
  } kInputs[] = {
      {"unclosed marks",
       [](std::size_t n) { return repeat("\u201CThey left. ", n); }},
      {"unclosed paragraphs",
       [](std::size_t n) { return repeat("\u201CThey left.\n", n); }},
      {"alternating marks", [](std::size_t n) { return repeat("' \" ", n); }},
      {"adjoining marks", [](std::size_t n) { return repeat("'\"", n); }},
      {"singles in doubles",
       [](std::size_t n) { return repeat("\u201C\u2018a ", n); }},
      {"balanced, no paragraphs",
       [](std::size_t n) { return repeat("\"No,\" he said. ", n); }},
      {"deep nesting", nested},
      {"wrong closers",
       [](std::size_t n) { return repeat("\u201Ca ", n / 2) + repeat("a\u00BB ", n / 2); }},
      {"one line without marks",
       [](std::size_t n) { return repeat("word and word ", n); }},
      {"dashes", [](std::size_t n) { return repeat("\u2014 No. ", n); }},
      {"inches", [](std::size_t n) { return repeat("\"5\" ' ' ", n); }},
      {"labels", [](std::size_t n) { return repeat("KIM: No.\n", n); }},
      {"one quotation of many paragraphs",
       [](std::size_t n) {
         return repeat("\u201Cand \u2018so\u2019 on\n", n);
       }},
      {"broken entities",
       [](std::size_t n) { return repeat("&ldquo&#8220", n); }},
  };
  // Memory must cost the same at any size: none of it goes back to the kernel.
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  constexpr std::size_t kBytes = std::size_t{1} << 20;
  for (const auto& [name, make] : kInputs) {
    const Document once = document_of(make(kBytes));
    const Document twice = document_of(make(2 * kBytes));
    EXPECT_LE(doubling_ratio(once, twice), 2.2) << name;
  }
}

TEST(LinearTest, SixtyFourMegabytesInOneLine) {
  const Document document =
      document_of(repeat("\"No,\" he said, and \u201Cyes\u201D. ", 64u << 20));
  const auto found = find_quotations(document, english_marks());
  EXPECT_GT(found.size(), 3'000'000u);
}

TEST(LinearTest, AMillionLevelsDeep) {
  const Document document = document_of(nested(12u << 20));
  const auto found = find_quotations(document, english_marks());
  ASSERT_EQ(found.size(), 1u << 20);
  EXPECT_EQ(found.back().depth, 0xFFFF);
  EXPECT_EQ(found.back().parent, (1 << 20) - 2);
}

}  // namespace
}  // namespace quoin
