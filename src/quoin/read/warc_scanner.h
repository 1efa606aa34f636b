// SPDX-License-Identifier: Apache-2.0
// The records of an archive, one after another, from bytes that are unpacked.
//
//   WarcScanner scanner(source, limits);
//   while (auto record = scanner.next()) ...

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <quoin/base/result.h>
#include <quoin/read/byte_source.h>

namespace quoin {

struct WarcRecord {
  std::uint64_t offset = 0;  // where it begins, in the bytes scanned
  std::string headers;       // lines, the first "WARC/1.0"
  std::string block;
};

class WarcScanner {
 public:
  // `source` outlives the scanner; `name` is for messages. Blocks larger than
  // `max_block` are passed over, and said if they might have been documents.
  // The first record counts as standing at `base`.
  WarcScanner(ByteSource& source, std::string name, std::size_t max_block,
              std::uint64_t base = 0)
      : source_(source),
        name_(std::move(name)),
        max_block_(max_block),
        base_(base) {}

  // The next record that may be a document, or an error about what lies before
  // it; nothing at the end.
  std::optional<Result<WarcRecord>> next();

  // Where it has come to.
  std::uint64_t position() const { return base_ + dropped_; }

 private:
  void make_room();
  bool ensure(std::size_t count);
  std::string_view held() const {
    return {buffer_.get() + begin_, end_ - begin_};
  }
  void drop(std::size_t count);
  std::optional<Diagnostic> find_record();
  std::size_t find_header_end();
  std::optional<Diagnostic> skip_block(std::size_t size, bool is_wanted,
                                       std::uint64_t at);
  std::optional<Diagnostic> check_end(std::size_t record_size,
                                      std::size_t header_size);
  Diagnostic fail(std::string message);

  ByteSource& source_;
  std::string name_;
  std::size_t max_block_;
  std::uint64_t base_;
  std::unique_ptr<char[]> buffer_;
  std::size_t size_ = 0;  // of the buffer
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t dropped_ = 0;  // bytes before begin_
  bool is_end_ = false;
  // What the source said when it gave no more; told instead of our own guess
  // at what is wrong, so that one fault is one message.
  std::optional<Diagnostic> source_fault_;
  bool has_gap_ = false;  // the source went on behind damage
};

// Whether `text` begins like a record: "WARC/1." or "WARC/0.".
bool begins_record(std::string_view text);

}  // namespace quoin
