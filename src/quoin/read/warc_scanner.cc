// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/warc_scanner.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include <quoin/read/http.h>

namespace quoin {
namespace {

constexpr std::size_t kChunk = std::size_t{256} * 1024;
constexpr std::size_t kMostHeader = std::size_t{64} * 1024;
constexpr std::size_t kSignature = 7;  // "WARC/1."
constexpr std::size_t kFirstLine = 12;  // "WARC/1.0" and more than its break

// Types of records that hold documents; the others are about them.
bool holds_document(std::string_view headers) {
  const std::string_view type = find_header(headers, "warc-type");
  return type == "response" || type == "resource" || type == "conversion";
}

std::optional<std::size_t> length_of(std::string_view headers) {
  const std::string_view said = find_header(headers, "content-length");
  std::size_t length = 0;
  const char* end = said.data() + said.size();
  const auto read = std::from_chars(said.data(), end, length);
  if (said.empty() || read.ec != std::errc() || read.ptr != end) {
    return std::nullopt;
  }
  return length;
}

// Where the first line "WARC/1.0" begins in `text` behind `from`. What is
// before it may be half a line of a record that was cut off.
std::size_t find_begin(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find("WARC/", from);
       at != std::string_view::npos; at = text.find("WARC/", at + 1)) {
    if (!begins_record(text.substr(at))) continue;
    std::size_t end = at + kSignature;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (text.substr(end, 2) == "\r\n" || text.substr(end, 1) == "\n") return at;
  }
  return std::string_view::npos;
}

}  // namespace

bool begins_record(std::string_view text) {
  return text.starts_with("WARC/1.") || text.starts_with("WARC/0.");
}

Diagnostic WarcScanner::fail(std::string message) {
  return failure(name_, std::move(message));
}

// Room for a chunk behind what is held.
void WarcScanner::make_room() {
  if (size_ - end_ >= kChunk) return;
  const std::size_t held_size = end_ - begin_;
  std::unique_ptr<char[]> grown;
  if (held_size + kChunk > size_ / 4 * 3) {
    size_ = std::max(size_ / 2 * 3, held_size + 2 * kChunk);
    grown = std::make_unique_for_overwrite<char[]>(size_);
  }
  char* const to = grown != nullptr ? grown.get() : buffer_.get();
  if (held_size > 0) std::memmove(to, buffer_.get() + begin_, held_size);
  if (grown != nullptr) buffer_ = std::move(grown);
  begin_ = 0;
  end_ = held_size;
}

// Whether so many bytes are held, after reading what there is.
bool WarcScanner::ensure(std::size_t count) {
  while (held().size() < count && !is_end_ && !source_fault_) {
    make_room();
    Result<std::size_t> got = source_.read(buffer_.get() + end_, size_ - end_);
    if (!got) {
      source_fault_ = std::move(got).error().front();
    } else {
      end_ += *got;
      is_end_ = *got == 0;
    }
  }
  return held().size() >= count;
}

void WarcScanner::drop(std::size_t count) {
  begin_ += count;
  dropped_ += count;
}

// To the beginning of the next record, past line breaks. Anything else on the
// way is an error, and after it the way goes on.
std::optional<Diagnostic> WarcScanner::find_record() {
  while (ensure(1) && (held()[0] == '\r' || held()[0] == '\n')) drop(1);
  ensure(kSignature);
  if (begins_record(held())) has_gap_ = false;
  if (held().empty() || begins_record(held())) return std::nullopt;
  const std::uint64_t from = position();
  const bool is_half = std::string_view("WARC/1.").starts_with(held()) ||
                       std::string_view("WARC/0.").starts_with(held());
  if (is_half && held().size() < kSignature) {
    drop(held().size());
    if (source_fault_) return std::nullopt;
    return fail(fmt::format("the archive is cut off at byte {}, in the record "
                            "that begins at byte {}",
                            position(), from));
  }
  while (true) {
    const std::size_t at = find_begin(held(), 0);
    if (at != std::string_view::npos) {
      drop(at);
      break;
    }
    // A signature may begin at the end of what is held.
    const std::size_t size = held().size();
    if (size > kFirstLine) drop(size - kFirstLine);
    if (ensure(kFirstLine + 1)) continue;
    drop(held().size());
    break;
  }
  if (source_fault_ || std::exchange(has_gap_, false)) return std::nullopt;
  return fail(fmt::format("no record begins at byte {}: {}", from,
                          held().empty()
                              ? "nothing is read from there"
                              : fmt::format("read on at byte {}", position())));
}

// The size of the headers with the empty line behind them. When they have no
// end, what seemed to be one is dropped, and the size is 0.
std::size_t WarcScanner::find_header_end() {
  std::size_t line = 0;
  for (bool is_first = true;; is_first = false) {
    std::size_t end = held().substr(0, kMostHeader).find('\n', line);
    while (end == std::string_view::npos && held().size() < kMostHeader &&
           ensure(held().size() + 1)) {
      end = held().substr(0, kMostHeader).find('\n', line);
    }
    if (end == std::string_view::npos) {
      drop(std::min(held().size(), kMostHeader));
      return 0;
    }
    const std::string_view text = held().substr(line, end - line);
    if (text.empty() || text == "\r") return end + 1;
    const std::size_t next =
        is_first ? std::string_view::npos
                 : find_begin(held().substr(0, end + 1), line);
    if (next != std::string_view::npos) {
      drop(next);
      return 0;
    }
    const bool is_header = is_first || text[0] == ' ' || text[0] == '\t' ||
                           text.find(':') != std::string_view::npos;
    if (!is_header) {
      drop(line - 1);  // its line break, behind which a record may begin
      return 0;
    }
    line = end + 1;
  }
}

// Past a block that is not to be read, without holding it.
std::optional<Diagnostic> WarcScanner::skip_block(std::size_t size,
                                                  bool is_wanted,
                                                  std::uint64_t at) {
  while (size > 0 && ensure(1)) {
    const std::size_t some = std::min(size, held().size());
    drop(some);
    size -= some;
  }
  if (source_fault_ && size > 0) return std::nullopt;
  if (size > 0) {
    return fail(fmt::format("the archive is cut off at byte {}, in the record "
                            "that begins at byte {}",
                            position(), at));
  }
  if (!is_wanted) return std::nullopt;
  Diagnostic large = fail(fmt::format(
      "the record that begins at byte {} is larger than {} MB: not read", at,
      max_block_ >> 20));
  large.hint = "raise the limit with '--max-size'";
  return large;
}

// That a record ends where it says. When it does not, it lacks some of its
// bytes, and records that follow may seem to be part of it: to the first of
// them, or past all that it claims.
std::optional<Diagnostic> WarcScanner::check_end(std::size_t record_size,
                                                 std::size_t header_size) {
  const std::uint64_t at = position();
  const bool is_whole = ensure(record_size);
  if (is_whole) {
    ensure(record_size + 4 + kSignature);
    std::string_view rest = held().substr(record_size);
    while (!rest.empty() && (rest[0] == '\r' || rest[0] == '\n')) {
      rest.remove_prefix(1);
    }
    if (rest.empty() || begins_record(rest)) return std::nullopt;
  }
  ensure(record_size + kFirstLine);
  const std::string_view claimed = held().substr(0, record_size);
  std::size_t next = find_begin(held().substr(0, record_size + kFirstLine),
                                header_size);
  if (next >= record_size) next = std::string_view::npos;
  if (next == std::string_view::npos && is_whole) return std::nullopt;
  drop(next == std::string_view::npos ? claimed.size() : next);
  if (source_fault_ && next == std::string_view::npos) return std::nullopt;
  if (next == std::string_view::npos) {
    return fail(fmt::format("the archive is cut off at byte {}, in the record "
                            "that begins at byte {}",
                            position(), at));
  }
  return fail(fmt::format("the record that begins at byte {} lacks some of its "
                          "bytes: read on at byte {}",
                          at, position()));
}

std::optional<Result<WarcRecord>> WarcScanner::next() {
  while (true) {
    if (auto problem = find_record()) return *std::move(problem);
    if (held().empty()) {
      // Behind damage of what it is packed in there may be more.
      if (!source_fault_) return std::nullopt;
      has_gap_ = true;
      return *std::exchange(source_fault_, std::nullopt);
    }
    WarcRecord record;
    record.offset = position();
    const std::size_t header_size = find_header_end();
    if (header_size == 0) {
      if (source_fault_ && held().empty()) continue;
      if (ensure(1)) {
        has_gap_ = true;
        return fail(fmt::format("the header of the record at byte {} has no "
                                "end: read on at the next",
                                record.offset));
      }
      return fail(fmt::format("the archive is cut off at byte {}, in the "
                              "record that begins at byte {}",
                              position(), record.offset));
    }
    record.headers = held().substr(0, header_size);
    const std::optional<std::size_t> length = length_of(record.headers);
    if (!length) {
      drop(header_size);
      has_gap_ = true;
      return fail(fmt::format("the record at byte {} does not say how long it "
                              "is: read on at the next",
                              record.offset));
    }
    const bool is_wanted = holds_document(record.headers);
    if (*length > max_block_) {
      drop(header_size);
      if (auto problem = skip_block(*length, is_wanted, record.offset)) {
        return *std::move(problem);
      }
      continue;
    }
    const std::uint64_t before = dropped_;
    if (auto problem = check_end(header_size + *length, header_size)) {
      return *std::move(problem);
    }
    if (dropped_ != before) continue;  // cut off, and the source will say so
    if (is_wanted) record.block = held().substr(header_size, *length);
    drop(header_size + *length);
    if (is_wanted) return record;
  }
}

}  // namespace quoin
