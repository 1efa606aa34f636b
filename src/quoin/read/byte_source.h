// SPDX-License-Identifier: Apache-2.0
// Bytes in a row, from a file or unpacked from other bytes.
//
// Sources stand on each other: a file, the gzip in it, the text in that. Each
// holds no more than a buffer, so memory does not grow with what is read.
//
//   std::unique_ptr<ByteSource> file = *open_file("crawl.warc.gz");
//   std::unique_ptr<ByteSource> warc = unpack_gzip(std::move(file), {});

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <quoin/base/result.h>

namespace quoin {

// What other threads may do so that the next reads find it done.
class ReadAhead {
 public:
  virtual ~ReadAhead() = default;
  virtual void help() = 0;
};

class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Up to `most` bytes into `into`; 0 at the end. An error comes after all the
  // bytes that could be read before it, once; the next call goes on behind the
  // damage where there is a way, or says that this is the end.
  // Requires: most > 0.
  virtual Result<std::size_t> read(char* into, std::size_t most) = 0;

  // Whether the last error was that a limit was passed: what came before it is
  // then no part of a document either.
  virtual bool is_refused() const { return false; }

  // How many of the bytes under this source have been used, for messages.
  virtual std::uint64_t position() const = 0;

  // Nothing where no help is of use. It outlives the source.
  virtual std::shared_ptr<ReadAhead> ahead() const { return nullptr; }
};

// "-" is standard input. Fails on folders and on what cannot be opened.
Result<std::unique_ptr<ByteSource>> open_file(const std::string& name);

// Bytes that are there already, for tests and for what is packed in a record.
std::unique_ptr<ByteSource> source_of(std::string bytes);

// "name: error: message".
Diagnostic failure(const std::string& name, std::string message,
                   std::string hint = {});

}  // namespace quoin
