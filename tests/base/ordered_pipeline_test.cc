// SPDX-License-Identifier: Apache-2.0
#include <quoin/base/ordered_pipeline.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quoin {
namespace {

constexpr std::size_t kThreadCounts[] = {1, 2, 3, 8};

// Items take uneven time, so that they finish out of order.
void dawdle(int item) {
  std::this_thread::sleep_for(std::chrono::microseconds(item * 37 % 100));
}

TEST(OrderedPipeline, KeepsTheOrderForAnyNumberOfThreads) {
  for (const std::size_t threads : kThreadCounts) {
    for (const int count : {0, 1, 2, 7, 500}) {
      int read = 0;
      std::vector<std::string> emitted;
      run_ordered(
          threads,
          [&]() -> std::optional<int> {
            if (read == count) return std::nullopt;
            return read++;
          },
          [](int item) {
            dawdle(item);
            return std::to_string(item);
          },
          [&](std::string text) {
            emitted.push_back(std::move(text));
            return true;
          });
      ASSERT_EQ(emitted.size(), static_cast<std::size_t>(count));
      for (int i = 0; i < count; ++i) {
        ASSERT_EQ(emitted[static_cast<std::size_t>(i)], std::to_string(i));
      }
    }
  }
}

TEST(OrderedPipeline, StopsWhenNobodyWantsTheRest) {
  for (const std::size_t threads : kThreadCounts) {
    int read = 0;  // an input without end
    std::vector<int> emitted;
    run_ordered(
        threads, [&]() -> std::optional<int> { return read++; },
        [](int item) { return item; },
        [&](int item) {
          emitted.push_back(item);
          return emitted.size() < 3;
        });
    EXPECT_THAT(emitted, testing::ElementsAre(0, 1, 2));
  }
}

TEST(OrderedPipeline, HoldsABoundedNumberOfItems) {
  constexpr std::size_t kThreads = 4;
  constexpr std::size_t kAhead = 2;
  std::atomic<int> held = 0;
  std::atomic<int> most = 0;
  int read = 0;
  run_ordered(
      kThreads,
      [&]() -> std::optional<int> {
        if (read == 400) return std::nullopt;
        const int now = ++held;
        if (now > most) most = now;
        return read++;
      },
      [](int item) {
        // The first of every few is slow: the others run ahead and must wait.
        if (item % 16 == 0) {
          std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        return item;
      },
      [&](int) {
        --held;
        return true;
      },
      kAhead);
  // One result is in the emitter's hand, no longer in a slot.
  EXPECT_LE(most.load(), static_cast<int>(kThreads * kAhead) + 1);
}

TEST(OrderedPipeline, TakesItemsThatCanOnlyBeMoved) {
  for (const std::size_t threads : kThreadCounts) {
    int left = 20;
    int sum = 0;
    run_ordered(
        threads,
        [&]() -> std::optional<std::unique_ptr<int>> {
          if (left == 0) return std::nullopt;
          return std::make_unique<int>(left--);
        },
        [](std::unique_ptr<int> item) { return item; },
        [&](std::unique_ptr<int> item) {
          sum += *item;
          return true;
        });
    EXPECT_EQ(sum, 210);
  }
}

}  // namespace
}  // namespace quoin
