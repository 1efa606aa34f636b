// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/unpack.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <libdeflate.h>
#include <zlib.h>

namespace quoin {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 20;
// A member of which so much is here is tried in one go, into as much room.
constexpr std::size_t kAhead = std::size_t{256} * 1024;
constexpr std::size_t kRoom = std::size_t{4} << 20;
constexpr int kGzipOnly = 16 + MAX_WBITS;

struct Freer {
  void operator()(libdeflate_decompressor* d) const {
    libdeflate_free_decompressor(d);
  }
};

// Members that are small, as the records of crawls are, are unpacked whole by
// libdeflate, in less than half the time. Whatever it does not take (larger,
// damaged, cut off) goes through zlib, piece by piece.
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
  void try_whole_member();
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
  std::unique_ptr<libdeflate_decompressor, Freer> fast_{
      libdeflate_alloc_decompressor()};
  std::unique_ptr<char[]> ready_;  // a whole member, kRoom bytes
  std::size_t ready_at_ = 0;
  std::size_t ready_end_ = 0;
  z_stream stream_ = {};
  std::uint64_t base_ = 0;    // bytes taken from below
  std::uint64_t member_ = 0;  // where the last began
  State state_ = State::kBetween;
  bool is_first_ = true;
  // Since the last damage no member has been whole, so that what fails now was
  // none and is not worth a word.
  bool is_lost_ = false;
  std::optional<Diagnostic> below_;    // said when the bytes here are used
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
  if (below_) {
    state_ = State::kEnd;
    return *std::exchange(below_, std::nullopt);
  }
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
  while (stream_.avail_in < kAhead) {
    Result<bool> more = fill();
    // What was wrong below is found again behind the bytes that are here.
    if (!more) {
      below_ = std::move(more).error().front();
      state_ = State::kBetween;
    }
    if (!more || !*more) break;
  }
  inflateReset(&stream_);
  state_ = State::kInside;
  try_whole_member();
  return true;
}

void GzipSource::try_whole_member() {
  if (fast_ == nullptr) return;
  if (ready_ == nullptr) ready_ = std::make_unique_for_overwrite<char[]>(kRoom);
  std::size_t used = 0;
  const libdeflate_result result = libdeflate_gzip_decompress_ex(
      fast_.get(), stream_.next_in, stream_.avail_in, ready_.get(), kRoom,
      &used, &ready_end_);
  ready_at_ = 0;
  if (result != LIBDEFLATE_SUCCESS) {
    ready_end_ = 0;
    return;
  }
  skip(used);
  is_lost_ = false;
  state_ = State::kBetween;
  if (!guard_.add(used, ready_end_)) {
    ready_end_ = 0;
    is_refused_ = true;
    pending_ = too_packed(name_, position(), limits_);
    state_ = State::kEnd;
  }
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
  while (true) {
    if (ready_at_ < ready_end_) {
      const std::size_t some = std::min(most, ready_end_ - ready_at_);
      std::memcpy(into, ready_.get() + ready_at_, some);
      ready_at_ += some;
      return some;
    }
    if (pending_) return *std::exchange(pending_, std::nullopt);
    if (state_ == State::kEnd) break;
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
