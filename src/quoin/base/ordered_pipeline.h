// SPDX-License-Identifier: Apache-2.0
// Many documents in parallel, out in the order in which they came in.
//
// Output must not depend on the number of threads, and memory not on the
// length of the input: so workers take items in turn, may only run a bounded
// number ahead of what has been emitted, and one place emits in order.
//
//   run_ordered(threads,
//               [&]() -> std::optional<Line> { return reader.next(); },
//               [&](Line line) { return to_json(extract(line)); },
//               [&](std::string json) { return write(json); });
//
// Errors are values: let the worker's result carry them. An exception out of
// any of the three ends the program, as everywhere in the library.

#pragma once

#include <cassert>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace quoin {

namespace internal {

// What the workers and the emitter share. Ticket t is the t-th item read; its
// result waits in slot t modulo their number.
template <class Out>
class Turnstile {
 public:
  explicit Turnstile(std::size_t slots) : slots_(slots) {}

  // Waits until one more item may be read. False: read no more.
  bool wait_for_room() {
    std::unique_lock lock(mutex_);
    room_.wait(lock,
               [this] { return closed_ || taken_ < emitted_ + slots_.size(); });
    return !closed_;
  }

  // Requires: wait_for_room(), and no other thread between the two.
  std::size_t take_ticket() {
    const std::scoped_lock lock(mutex_);
    return taken_++;
  }

  void put(std::size_t ticket, Out out) {
    const std::scoped_lock lock(mutex_);
    slots_[ticket % slots_.size()].emplace(std::move(out));
    if (ticket == emitted_) ready_.notify_one();
  }

  // The next result in order; nothing when all that was read is emitted.
  std::optional<Out> next() {
    std::unique_lock lock(mutex_);
    std::optional<Out>& slot = slots_[emitted_ % slots_.size()];
    ready_.wait(lock, [&] {
      return slot.has_value() || (closed_ && emitted_ == taken_);
    });
    if (!slot.has_value()) return std::nullopt;
    std::optional<Out> out = std::exchange(slot, std::nullopt);
    ++emitted_;
    room_.notify_one();
    return out;
  }

  // No item will be read any more: the input ended, or nobody wants the rest.
  void close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    room_.notify_all();
    ready_.notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable ready_;
  std::vector<std::optional<Out>> slots_;
  std::size_t taken_ = 0;
  std::size_t emitted_ = 0;
  bool closed_ = false;
};

}  // namespace internal

// Calls `read() -> std::optional<In>` until it gives nothing, `work(In) -> Out`
// on each item, and `emit(Out) -> bool` on each result in the order of the
// items; when `emit` says false, nothing more is read or emitted.
//
// `read` is called by one thread at a time, `work` by `threads` of them at
// once, `emit` by the caller's own. With one thread everything runs in the
// caller's. At most `ahead` items for each thread are held at any time; of
// fewer than eight, one that takes long makes the others wait (pages of news:
// 1.95 times the speed on two cores instead of 1.99).
//
// Requires: threads >= 1, ahead >= 1.
template <class Read, class Work, class Emit>
void run_ordered(std::size_t threads, Read read, Work work, Emit emit,
                 std::size_t ahead = 8) noexcept {
  using In = typename std::invoke_result_t<Read&>::value_type;
  using Out = std::invoke_result_t<Work&, In>;
  assert(threads >= 1 && ahead >= 1);
  if (threads == 1) {
    while (std::optional<In> item = read()) {
      if (!emit(work(*std::move(item)))) return;
    }
    return;
  }

  internal::Turnstile<Out> turnstile(threads * ahead);
  std::mutex reading;
  const auto run = [&] {
    for (;;) {
      std::unique_lock turn(reading);
      if (!turnstile.wait_for_room()) return;
      std::optional<In> item = read();
      if (!item) return turnstile.close();
      const std::size_t ticket = turnstile.take_ticket();
      turn.unlock();
      turnstile.put(ticket, work(*std::move(item)));
    }
  };
  std::vector<std::jthread> workers;
  workers.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) workers.emplace_back(run);
  while (std::optional<Out> out = turnstile.next()) {
    if (emit(*std::move(out))) continue;
    turnstile.close();
    return;
  }
}

}  // namespace quoin
