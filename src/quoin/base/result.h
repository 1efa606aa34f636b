// SPDX-License-Identifier: Apache-2.0
// A value, or the reasons why there is none.
//
// `std::expected` needs C++23 and is invisible to Clang 14; the member names
// are the same, so that this can become an alias one day.
//
//   Result<Document> read = read_document(bytes, options);
//   if (!read) return std::move(read).error();
//   use(*read);

#pragma once

#include <cassert>
#include <utility>
#include <variant>
#include <vector>

#include <quoin/base/diagnostic.h>

namespace quoin {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Diagnostic why) : state_(std::vector<Diagnostic>{std::move(why)}) {}
  // Requires: at least one diagnostic.
  Result(std::vector<Diagnostic> why) : state_(std::move(why)) {
    assert(!error().empty());
  }

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  // Requires: has_value().
  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }

  // Requires: !has_value(). Sorted by position, never empty.
  const std::vector<Diagnostic>& error() const& { return std::get<1>(state_); }
  std::vector<Diagnostic>&& error() && { return std::get<1>(std::move(state_)); }

 private:
  std::variant<T, std::vector<Diagnostic>> state_;
};

}  // namespace quoin
