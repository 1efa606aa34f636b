// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/unpack.h>

#include <memory>
#include <optional>
#include <utility>

#include <zstd.h>

#include <quoin/read/codec.h>

namespace quoin {
namespace {

constexpr std::string_view kFrame = "\x28\xB5\x2F\xFD";
constexpr std::string_view kSkippable = "\x2A\x4D\x18";  // behind 0x50 to 0x5F
// https://iipc.github.io/warc-specifications/specifications/warc-zstd/: a
// skippable frame of this type at the very beginning holds a dictionary for
// all that follows, itself packed or not.
constexpr std::string_view kDictionary = "\x5D\x2A\x4D\x18";
constexpr std::size_t kSkippableHeader = 8;
constexpr std::size_t kMostDictionary = std::size_t{16} << 20;

struct Freer {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};
using Context = std::unique_ptr<ZSTD_DCtx, Freer>;

bool is_skippable(std::string_view bytes) {
  return bytes.size() >= 4 && bytes.substr(1, 3) == kSkippable &&
         (static_cast<unsigned char>(bytes[0]) & 0xF0) == 0x50;
}

// What a frame says it unpacks to; nothing when it does not, or to too much.
std::optional<std::size_t> unpacked_size(std::string_view frame,
                                         std::size_t most) {
  const unsigned long long size =
      ZSTD_getFrameContentSize(frame.data(), frame.size());
  const bool is_known =
      size != ZSTD_CONTENTSIZE_UNKNOWN && size != ZSTD_CONTENTSIZE_ERROR;
  if (!is_known || size > most) return std::nullopt;
  return static_cast<std::size_t>(size);
}

ZSTD_DCtx* context_of_thread() {
  thread_local const Context one(ZSTD_createDCtx());
  return one.get();
}

class ZstdCodec final : public Codec {
 public:
  std::string_view name() const override { return "zstd"; }
  std::string_view piece() const override { return "frame"; }

  bool begins(std::string_view bytes) const override {
    return is_skippable(bytes) ||
           kFrame.substr(0, bytes.size()) == bytes.substr(0, kFrame.size());
  }
  std::size_t find_begin(std::string_view bytes,
                         std::size_t from) const override {
    return bytes.find(kFrame, from);
  }
  // The headers of its blocks say how long a frame is.
  std::size_t find_end(std::string_view bytes) const override {
    const std::size_t size =
        ZSTD_findFrameCompressedSize(bytes.data(), bytes.size());
    return ZSTD_isError(size) ? 0 : size;
  }

  Unpacked unpack(std::string_view piece, std::size_t most) const override;

  void begin() override {
    ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only);
  }
  Step step(std::string_view in, char* out, std::size_t room) override;
  const Refusal* refusal() const override {
    return refusal_ ? &*refusal_ : nullptr;
  }

  std::uint64_t preamble_size(std::string_view head) const override;
  bool take_preamble(std::string bytes) override;

 private:
  Context context_{ZSTD_createDCtx()};
  std::unique_ptr<ZSTD_DDict, Freer> dictionary_;  // of all threads
  std::optional<Refusal> refusal_;
};

Unpacked ZstdCodec::unpack(std::string_view piece, std::size_t most) const {
  Unpacked out;
  ZSTD_DCtx* const context = context_of_thread();
  const std::optional<std::size_t> size = unpacked_size(piece, most);
  if (!size || context == nullptr) return out;
  out.bytes = std::make_unique_for_overwrite<char[]>(*size);
  const std::size_t got =
      ZSTD_decompress_usingDDict(context, out.bytes.get(), *size, piece.data(),
                                 piece.size(), dictionary_.get());
  if (ZSTD_isError(got)) return out;
  out.size = got;
  out.used = piece.size();
  out.is_whole = true;
  return out;
}

Codec::Step ZstdCodec::step(std::string_view in, char* out, std::size_t room) {
  Step done;
  ZSTD_inBuffer from{in.data(), in.size(), 0};
  ZSTD_outBuffer into{out, room, 0};
  const std::size_t status =
      ZSTD_decompressStream(context_.get(), &into, &from);
  done.read = from.pos;
  done.written = into.pos;
  if (status == 0) {
    done.status = Status::kEnd;
  } else if (ZSTD_isError(status)) {
    done.status = Status::kDamaged;
    if (std::string_view(ZSTD_getErrorName(status)) == "Dictionary mismatch") {
      refusal_ = {"this zstd data needs a dictionary that does not come with it",
                  "unpack it first: zstd -d -D DICTIONARY"};
    }
  }
  return done;
}

std::uint64_t ZstdCodec::preamble_size(std::string_view head) const {
  if (head.size() < kSkippableHeader || !head.starts_with(kDictionary)) {
    return 0;
  }
  std::uint64_t size = kSkippableHeader;
  for (std::size_t i = 0; i < 4; ++i) {
    size += std::uint64_t{static_cast<unsigned char>(head[4 + i])} << 8 * i;
  }
  return size;
}

bool ZstdCodec::take_preamble(std::string bytes) {
  bytes.erase(0, kSkippableHeader);
  if (std::string_view(bytes).starts_with(kFrame)) {
    std::string unpacked(
        unpacked_size(bytes, kMostDictionary).value_or(kMostDictionary), '\0');
    const std::size_t got = ZSTD_decompress(unpacked.data(), unpacked.size(),
                                            bytes.data(), bytes.size());
    if (ZSTD_isError(got)) return false;
    unpacked.resize(got);
    bytes = std::move(unpacked);
  }
  dictionary_.reset(ZSTD_createDDict(bytes.data(), bytes.size()));
  return dictionary_ != nullptr &&
         !ZSTD_isError(ZSTD_DCtx_refDDict(context_.get(), dictionary_.get()));
}

}  // namespace

bool is_zstd(std::string_view head) {
  return head.starts_with(kFrame) || is_skippable(head);
}

std::unique_ptr<ByteSource> unpack_zstd(std::unique_ptr<ByteSource> packed,
                                        const std::string& name,
                                        const UnpackLimits& limits) {
  return unpack_source(std::move(packed), name, limits,
                       std::make_shared<ZstdCodec>());
}

}  // namespace quoin
