// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/unpack.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <zlib.h>

namespace quoin {
namespace {

constexpr std::size_t kBuffer = std::size_t{128} * 1024;
constexpr int kGzipOnly = 16 + MAX_WBITS;

class GzipSource final : public ByteSource {
 public:
  GzipSource(std::unique_ptr<ByteSource> packed, const std::string& name,
             const UnpackLimits& limits)
      : packed_(std::move(packed)),
        name_(name),
        limits_(limits),
        guard_(limits),
        buffer_(std::make_unique<char[]>(kBuffer)) {
    if (inflateInit2(&stream_, kGzipOnly) != Z_OK) state_ = State::kEnd;
  }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;
  ~GzipSource() override { inflateEnd(&stream_); }

  Result<std::size_t> read(char* into, std::size_t most) override;
  bool is_refused() const override {
    return is_refused_ || packed_->is_refused();
  }
  std::uint64_t position() const override { return base_ - stream_.avail_in; }

 private:
  enum class State {
    kBetween,   // at the beginning of a member, or at the end
    kInside,    // of a member
    kDamaged,   // look for the next member
    kEnd,
  };

  Result<bool> fill();
  Result<bool> begin_member();
  Result<bool> find_member();
  Result<bool> starts_with(std::string_view magic);
  Diagnostic fail(std::string message, State next);
  void skip(std::size_t count);

  std::unique_ptr<ByteSource> packed_;
  std::string name_;
  UnpackLimits limits_;
  RatioGuard guard_;
  bool is_refused_ = false;
  std::unique_ptr<char[]> buffer_;
  z_stream stream_ = {};
  std::uint64_t base_ = 0;    // bytes taken from below
  std::uint64_t member_ = 0;  // where the last began
  State state_ = State::kBetween;
  bool is_first_ = true;
  // Since the last damage no member has been whole, so that what fails now was
  // none and is not worth a word.
  bool is_lost_ = false;
  std::optional<Diagnostic> pending_;  // said when what was read is given
};

void GzipSource::skip(std::size_t count) {
  stream_.next_in += count;
  stream_.avail_in -= static_cast<uInt>(count);
}

Diagnostic GzipSource::fail(std::string message, State next) {
  state_ = next;
  return failure(name_, std::move(message));
}

// More bytes behind those that are left; false when there are none.
Result<bool> GzipSource::fill() {
  const std::size_t left = stream_.avail_in;
  if (left > 0) std::memmove(buffer_.get(), stream_.next_in, left);
  stream_.next_in = reinterpret_cast<Bytef*>(buffer_.get());
  Result<std::size_t> got = packed_->read(buffer_.get() + left, kBuffer - left);
  if (!got) {
    state_ = State::kEnd;
    return std::move(got).error();
  }
  base_ += *got;
  stream_.avail_in += static_cast<uInt>(*got);
  return *got > 0;
}

// Whether `magic` is next.
Result<bool> GzipSource::starts_with(std::string_view magic) {
  while (stream_.avail_in < magic.size()) {
    Result<bool> more = fill();
    if (!more) return std::move(more).error();
    if (!*more) return false;
  }
  return std::string_view(reinterpret_cast<const char*>(stream_.next_in),
                          magic.size()) == magic;
}

// False at the end of all.
Result<bool> GzipSource::begin_member() {
  // Files on tapes and of some tools are filled up with zeros.
  while (true) {
    Result<bool> zero = starts_with(std::string_view("\0", 1));
    if (!zero) return std::move(zero).error();
    if (!*zero) break;
    skip(1);
  }
  if (stream_.avail_in == 0) {
    state_ = State::kEnd;
    return false;
  }
  Result<bool> is_member = starts_with("\x1F\x8B");
  if (!is_member) return std::move(is_member).error();
  const bool is_cut = stream_.avail_in == 1 && *stream_.next_in == 0x1F;
  if (!*is_member && !is_cut && !is_first_) {
    is_lost_ = true;
    return fail(fmt::format("what follows the gzip data at byte {} is none",
                            position()),
                State::kDamaged);
  }
  is_first_ = false;
  member_ = position();
  inflateReset(&stream_);
  state_ = State::kInside;
  return true;
}

// Past damage to what looks like the next member; false when there is none.
Result<bool> GzipSource::find_member() {
  constexpr std::string_view kMember = "\x1F\x8B\x08";
  while (true) {
    Result<bool> found = starts_with(kMember);
    if (!found) return std::move(found).error();
    if (*found) break;
    if (stream_.avail_in < kMember.size()) {
      state_ = State::kEnd;
      return false;
    }
    skip(1);
  }
  state_ = State::kBetween;
  return true;
}

Result<std::size_t> GzipSource::read(char* into, std::size_t most) {
  if (pending_) return *std::exchange(pending_, std::nullopt);
  stream_.next_out = reinterpret_cast<Bytef*>(into);
  stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(most, kBuffer));
  const uInt room = stream_.avail_out;
  while (state_ != State::kEnd) {
    if (state_ != State::kInside) {
      Result<bool> begun =
          state_ == State::kDamaged ? find_member() : begin_member();
      if (!begun) return std::move(begun).error();
      continue;
    }
    const uInt given = stream_.avail_in;
    const int status = inflate(&stream_, Z_NO_FLUSH);
    const std::size_t written = room - stream_.avail_out;
    if (!guard_.add(given - stream_.avail_in, written)) {
      state_ = State::kEnd;
      is_refused_ = true;
      return too_packed(name_, position(), limits_);
    }
    if (status == Z_STREAM_END) {
      state_ = State::kBetween;
      is_lost_ = false;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      Diagnostic damage =
          fail(fmt::format("the gzip data is damaged at byte {}, in the "
                           "member that begins at byte {}",
                           position(), member_),
               State::kDamaged);
      if (!std::exchange(is_lost_, true)) pending_ = std::move(damage);
    }
    if (written > 0) return written;
    if (pending_) return *std::exchange(pending_, std::nullopt);
    if (state_ == State::kDamaged) continue;
    if (status == Z_STREAM_END || stream_.avail_in > 0) continue;
    Result<bool> more = fill();
    if (!more) return std::move(more).error();
    if (!*more) {
      state_ = State::kEnd;
      if (is_lost_) break;
      return fail(fmt::format("the gzip data is cut off at byte {}, in the "
                              "member that begins at byte {}",
                              position(), member_),
                  State::kEnd);
    }
  }
  return std::size_t{0};
}

}  // namespace

bool is_gzip(std::string_view head) {
  return head.starts_with("\x1F\x8B\x08");
}

std::unique_ptr<ByteSource> unpack_gzip(std::unique_ptr<ByteSource> packed,
                                        const std::string& name,
                                        const UnpackLimits& limits) {
  return std::make_unique<GzipSource>(std::move(packed), name, limits);
}

}  // namespace quoin
