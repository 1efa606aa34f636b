// SPDX-License-Identifier: Apache-2.0
// Bytes from a file or from standard input, with a look at the first of them.
//
//   Result<Input> input = Input::open("-");
//   detect_format(input->name(), input->head())

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <quoin/base/result.h>

namespace quoin {

class Input {
 public:
  // "-" is standard input. Fails on folders and on what cannot be opened.
  static Result<Input> open(const std::string& name);

  Input(Input&& other) noexcept;
  Input& operator=(Input&& other) noexcept;
  ~Input();

  // As the user named it, for messages.
  const std::string& name() const { return name_; }

  // The first bytes, up to 4 KiB; read() will still give them.
  std::string_view head() const& { return head_; }
  std::string_view head() const&& = delete;

  // Up to `most` bytes into `into`; 0 at the end.
  Result<std::size_t> read(char* into, std::size_t most);

  // All that is left. Fails beyond `most` bytes.
  Result<std::string> read_all(std::size_t most);

 private:
  Input(std::string name, int fd) : name_(std::move(name)), fd_(fd) {}
  Result<std::size_t> read_some(char* into, std::size_t most);

  std::string name_;
  int fd_ = -1;
  std::string head_;
  std::size_t head_given_ = 0;  // bytes of head_ that read() has given
};

// The message for a document that is larger than a limit allows.
Diagnostic too_large(const std::string& name, std::size_t line,
                     std::size_t most);

}  // namespace quoin
