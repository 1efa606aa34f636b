// SPDX-License-Identifier: Apache-2.0
// Pairs of texts to grade, as JSON Lines.
//
//   {"id": "p1", "reference": "…", "printed": "…", "mode": "symmetric"}
//
// "reference" and "printed" are required. An id may be a number; a line
// without one is called by its number. "mode" is "reference" or "symmetric".

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <quoin/base/result.h>

namespace quoin {

struct TextPair {
  std::string id;
  std::string reference;
  std::string printed;
  std::optional<std::string> mode;
};

class PairReader {
 public:
  PairReader();
  ~PairReader();
  PairReader(PairReader&&) noexcept;

  // `file` and `number` are for messages.
  Result<TextPair> read_line(std::string_view line, const std::string& file,
                             std::size_t number);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace quoin
