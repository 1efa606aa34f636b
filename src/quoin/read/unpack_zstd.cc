// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/unpack.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <zstd.h>

namespace quoin {
namespace {

constexpr std::size_t kBuffer = std::size_t{128} * 1024;
constexpr std::string_view kFrame = "\x28\xB5\x2F\xFD";
// https://iipc.github.io/warc-specifications/specifications/warc-zstd/: a
// skippable frame of this type at the very beginning holds a dictionary for
// all that follows, itself packed or not.
constexpr std::string_view kDictionary = "\x5D\x2A\x4D\x18";
constexpr std::size_t kMostDictionary = std::size_t{16} << 20;

struct Freer {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};
using Context = std::unique_ptr<ZSTD_DCtx, Freer>;

// A packed dictionary unpacked; nothing when it is damaged or too large.
std::optional<std::string> unpack_dictionary(std::string bytes) {
  if (!std::string_view(bytes).starts_with(kFrame)) return bytes;
  const unsigned long long size =
      ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  const bool is_known =
      size != ZSTD_CONTENTSIZE_UNKNOWN && size != ZSTD_CONTENTSIZE_ERROR;
  if (is_known && size > kMostDictionary) return std::nullopt;
  std::string out(is_known ? static_cast<std::size_t>(size) : kMostDictionary,
                  '\0');
  const std::size_t got =
      ZSTD_decompress(out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(got)) return std::nullopt;
  out.resize(got);
  return out;
}

class ZstdSource final : public ByteSource {
 public:
  ZstdSource(std::unique_ptr<ByteSource> packed, const std::string& name,
             const UnpackLimits& limits)
      : packed_(std::move(packed)),
        name_(name),
        limits_(limits),
        guard_(limits),
        buffer_(std::make_unique<char[]>(kBuffer)),
        context_(ZSTD_createDCtx()),
        in_{buffer_.get(), 0, 0} {}

  Result<std::size_t> read(char* into, std::size_t most) override;
  bool is_refused() const override {
    return is_refused_ || packed_->is_refused();
  }
  std::uint64_t position() const override {
    return base_ - (in_.size - in_.pos);
  }

 private:
  Result<bool> fill();
  std::optional<Diagnostic> begin();
  std::optional<Diagnostic> load_dictionary();
  Result<std::string> take(std::size_t count);
  Diagnostic fail(std::string message, std::string hint = {});

  std::unique_ptr<ByteSource> packed_;
  std::string name_;
  UnpackLimits limits_;
  RatioGuard guard_;
  bool is_refused_ = false;
  std::unique_ptr<char[]> buffer_;
  Context context_;
  ZSTD_inBuffer in_;
  std::uint64_t base_ = 0;  // bytes taken from below
  bool has_begun_ = false;
  bool is_inside_ = false;  // a frame goes on
  bool has_more_ = false;   // there may be text that had no room
  bool is_end_ = false;
};

Diagnostic ZstdSource::fail(std::string message, std::string hint) {
  is_end_ = true;
  return failure(name_, std::move(message), std::move(hint));
}

// More bytes when all are used; false when there are none.
Result<bool> ZstdSource::fill() {
  Result<std::size_t> got = packed_->read(buffer_.get(), kBuffer);
  if (!got) {
    is_end_ = true;
    return std::move(got).error();
  }
  base_ += *got;
  in_.size = *got;
  in_.pos = 0;
  return *got > 0;
}

// `count` bytes as they are, or fewer at the end.
Result<std::string> ZstdSource::take(std::size_t count) {
  std::string bytes;
  while (bytes.size() < count) {
    if (in_.pos == in_.size) {
      Result<bool> more = fill();
      if (!more) return std::move(more).error();
      if (!*more) break;
    }
    const std::size_t some =
        std::min(count - bytes.size(), in_.size - in_.pos);
    bytes.append(buffer_.get() + in_.pos, some);
    in_.pos += some;
  }
  return bytes;
}

std::optional<Diagnostic> ZstdSource::load_dictionary() {
  in_.pos += kDictionary.size();
  Result<std::string> size = take(4);
  if (!size) return std::move(size).error().front();
  std::size_t count = 0;
  for (std::size_t i = 0; i < size->size(); ++i) {
    count |= std::size_t{static_cast<unsigned char>((*size)[i])} << 8 * i;
  }
  if (count > kMostDictionary) {
    return fail("the zstd dictionary is larger than 16 MB");
  }
  Result<std::string> bytes = take(count);
  if (!bytes) return std::move(bytes).error().front();
  std::optional<std::string> dictionary =
      unpack_dictionary(*std::move(bytes));
  if (!dictionary || ZSTD_isError(ZSTD_DCtx_loadDictionary(
                         context_.get(), dictionary->data(),
                         dictionary->size()))) {
    return fail("the zstd dictionary it begins with is damaged");
  }
  return std::nullopt;
}

std::optional<Diagnostic> ZstdSource::begin() {
  has_begun_ = true;
  Result<bool> some = fill();
  if (!some) return std::move(some).error().front();
  const std::string_view head(buffer_.get(), in_.size);
  return head.starts_with(kDictionary) ? load_dictionary() : std::nullopt;
}

Result<std::size_t> ZstdSource::read(char* into, std::size_t most) {
  if (!has_begun_) {
    if (auto problem = begin()) return *std::move(problem);
  }
  while (!is_end_) {
    if (in_.pos == in_.size && !has_more_) {
      Result<bool> more = fill();
      if (!more) return std::move(more).error();
      if (!*more) {
        is_end_ = true;
        if (!is_inside_) break;
        return fail(fmt::format("the zstd data is cut off at byte {}",
                                position()));
      }
    }
    ZSTD_outBuffer out{into, most, 0};
    const std::size_t before = in_.pos;
    const std::size_t status =
        ZSTD_decompressStream(context_.get(), &out, &in_);
    if (ZSTD_isError(status)) {
      const bool needs_dictionary =
          std::string_view(ZSTD_getErrorName(status)) == "Dictionary mismatch";
      if (needs_dictionary) {
        return fail("this zstd data needs a dictionary that does not come "
                    "with it",
                    "unpack it first: zstd -d -D DICTIONARY");
      }
      return fail(fmt::format("the zstd data is damaged at byte {}: {}",
                              position(), ZSTD_getErrorName(status)));
    }
    is_inside_ = status != 0;
    has_more_ = out.pos == out.size;
    if (!guard_.add(in_.pos - before, out.pos)) {
      is_end_ = true;
      is_refused_ = true;
      return too_packed(name_, position(), limits_);
    }
    if (out.pos > 0) return out.pos;
  }
  return std::size_t{0};
}

}  // namespace

bool is_zstd(std::string_view head) {
  // 0x184D2A50 to 0x184D2A5F are frames to be skipped.
  const bool is_skippable =
      head.size() >= 4 && head.substr(1, 3) == "\x2A\x4D\x18" &&
      (static_cast<unsigned char>(head[0]) & 0xF0) == 0x50;
  return head.starts_with(kFrame) || is_skippable;
}

std::unique_ptr<ByteSource> unpack_zstd(std::unique_ptr<ByteSource> packed,
                                        const std::string& name,
                                        const UnpackLimits& limits) {
  return std::make_unique<ZstdSource>(std::move(packed), name, limits);
}

}  // namespace quoin
