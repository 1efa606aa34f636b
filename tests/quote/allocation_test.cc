// SPDX-License-Identifier: Apache-2.0
// What locating allocates: nothing a quotation but its place in the lists,
// which grow by doubling. So twice the quotations cost a few allocations more
// and not twice as many. (What is looked at letter by letter, because it may be
// a pull quote and begins like another quotation, does cost two.)
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>

#include <gtest/gtest.h>

#include <quoin/quote/find_quotations.h>

#include "show.h"

namespace {

std::atomic<std::size_t> allocations{0};

void* allocate(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
void* operator new[](std::size_t size, const std::nothrow_t& tag) noexcept {
  return operator new(size, tag);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept {
  std::free(memory);
}

namespace quoin {
namespace {

struct Cost {
  std::size_t quotations = 0;
  std::size_t allocations = 0;
};

// Of an article whose sentences are `lines`, each with a number in it.
template <class MakeLine>
Cost cost_of(std::size_t lines, MakeLine make_line) {
  std::string text;
  for (std::size_t i = 0; i < lines; ++i) {
    text += make_line(std::to_string(100'000 + i));
  }
  const Document document = document_of(text);
  const std::size_t before = allocations;
  const auto found = find_quotations(document, english_marks());
  return {found.size(), allocations - before};
}

TEST(AllocationTest, NoneAQuotationBeyondItsRecord) {
  constexpr std::size_t kLines = 8'000;
  // Each of a dozen lists may double once more, and a sort take a buffer.
  constexpr std::size_t kMostMore = 24;
  const struct {
    const char* name;
    std::string (*make)(const std::string& number);
  } kLayouts[] = {
      {"curly", [](const std::string& n) {
         return "“We saw " + n + " boats,” she said, “and ‘no crew’ at all.”\n";
       }},
      {"straight", [](const std::string& n) {
         return "\"We saw " + n + " boats,\" she said, and the man's \"no\".\n";
       }},
      {"one paragraph", [](const std::string& n) {
         return "“We saw " + n + " boats,” she said. ";
       }},
      {"paragraphs of a quotation alone", [](const std::string& n) {
         return "“" + n + " boats went by on that day.”\n";
       }},
      {"unclosed", [](const std::string& n) {
         return "“" + n + " boats came, he said.\nNobody came.\n";
       }},
  };
  for (const auto& [name, make] : kLayouts) {
    const Cost once = cost_of(kLines, make);
    const Cost twice = cost_of(2 * kLines, make);
    EXPECT_GE(once.quotations, kLines) << name;
    EXPECT_EQ(twice.quotations, 2 * once.quotations) << name;
    EXPECT_LE(twice.allocations, once.allocations + kMostMore) << name;
  }
}

// The control: what does allocate is seen.
TEST(AllocationTest, CountsTheSegmentsOfTheFew) {
  const auto make = [](const std::string& n) {
    return "“We saw " + n + " boats.\n“We saw a crew.”\nNobody came.\n";
  };
  const Cost once = cost_of(1'000, make);
  const Cost twice = cost_of(2'000, make);
  EXPECT_GE(twice.allocations, once.allocations + 1'000);
}

}  // namespace
}  // namespace quoin
