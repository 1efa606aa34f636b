// SPDX-License-Identifier: Apache-2.0
// Bytes from a file or from standard input, unpacked, with a look at the first
// of them.
//
//   Result<Input> input = Input::open("articles.jsonl.gz");
//   detect_format(input->inner_name(), input->head())

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <quoin/base/result.h>
#include <quoin/read/byte_source.h>
#include <quoin/read/unpack.h>

namespace quoin {

class Input {
 public:
  // "-" is standard input. gzip and zstd are unpacked, told by their content.
  // Fails on folders and on what cannot be opened.
  static Result<Input> open(const std::string& name,
                            const UnpackLimits& limits = {});

  // `name` is for messages. What `source` gives is unpacked as well.
  static Result<Input> of(std::unique_ptr<ByteSource> source, std::string name,
                          const UnpackLimits& limits = {});

  // As the user named it, for messages.
  const std::string& name() const { return name_; }
  // The same without ".gz" or ".zst": what tells the format of the content.
  std::string_view inner_name() const&;
  std::string_view inner_name() const&& = delete;
  bool is_packed() const { return is_packed_; }

  // The first bytes, up to 4 KiB; read() will still give them.
  std::string_view head() const& { return head_; }
  std::string_view head() const&& = delete;

  // Up to `most` bytes into `into`; 0 at the end. Errors as of ByteSource.
  Result<std::size_t> read(char* into, std::size_t most);

  // All that is left, and why it is not all there was, when it is not: the
  // input was damaged or cut off. Fails beyond `most` bytes, and when there is
  // nothing but damage.
  struct Whole {
    std::string bytes;
    std::optional<Diagnostic> damage;
  };
  Result<Whole> read_whole(std::size_t most);

  // The same for what must be whole: damage is failure.
  Result<std::string> read_all(std::size_t most);

  // As of ByteSource. Requires: convert_utf16() was not called.
  std::shared_ptr<ReadAhead> ahead() const { return source_->ahead(); }

  // From here on, what is in UTF-16 comes in UTF-8: for formats that are read
  // line by line. Requires: nothing was read.
  void convert_utf16();

 private:
  Input(std::unique_ptr<ByteSource> source, std::string name)
      : source_(std::move(source)), name_(std::move(name)) {}
  void read_head();

  std::unique_ptr<ByteSource> source_;
  std::string name_;
  bool is_packed_ = false;
  std::string head_;
  std::size_t head_given_ = 0;  // bytes of head_ that read() has given
  // Damage within the head, said when read() comes to it.
  std::optional<Diagnostic> pending_;
};

// The message for a document that is larger than a limit allows.
Diagnostic too_large(const std::string& name, std::size_t line,
                     std::size_t most);

}  // namespace quoin
