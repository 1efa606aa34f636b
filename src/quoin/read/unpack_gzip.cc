// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/unpack.h>

#include <algorithm>
#include <memory>
#include <utility>

#include <zlib.h>

#include <quoin/read/codec.h>

namespace quoin {
namespace {

constexpr std::string_view kMember = "\x1F\x8B\x08";
constexpr std::size_t kMostAtOnce = std::size_t{1} << 20;
constexpr int kGzipOnly = 16 + MAX_WBITS;

class GzipCodec final : public Codec {
 public:
  GzipCodec() { is_good_ = inflateInit2(&stream_, kGzipOnly) == Z_OK; }
  GzipCodec(const GzipCodec&) = delete;
  GzipCodec& operator=(const GzipCodec&) = delete;
  ~GzipCodec() override { inflateEnd(&stream_); }

  std::string_view name() const override { return "gzip"; }
  std::string_view piece() const override { return "member"; }

  bool begins(std::string_view bytes) const override {
    return kMember.substr(0, bytes.size()) == bytes.substr(0, kMember.size());
  }
  std::size_t find_begin(std::string_view bytes,
                         std::size_t from) const override {
    return bytes.find(kMember, from);
  }
  // Nothing says how long a member is but the next one.
  std::size_t find_end(std::string_view bytes) const override {
    const std::size_t next = bytes.find(kMember, kMember.size());
    return next == std::string_view::npos ? 0 : next;
  }

  Unpacked unpack(std::string_view piece, std::size_t most) const override {
    return inflate_member(piece, most);
  }

  void begin() override { inflateReset(&stream_); }
  Step step(std::string_view in, char* out, std::size_t room) override;

 private:
  z_stream stream_ = {};
  bool is_good_ = false;
};

Codec::Step GzipCodec::step(std::string_view in, char* out, std::size_t room) {
  Step done;
  if (!is_good_) {
    done.status = Status::kDamaged;
    return done;
  }
  const auto given = static_cast<uInt>(std::min(in.size(), kMostAtOnce));
  const auto most = static_cast<uInt>(std::min(room, kMostAtOnce));
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
  stream_.avail_in = given;
  stream_.next_out = reinterpret_cast<Bytef*>(out);
  stream_.avail_out = most;
  const int status = inflate(&stream_, Z_NO_FLUSH);
  done.read = given - stream_.avail_in;
  done.written = most - stream_.avail_out;
  if (status == Z_STREAM_END) {
    done.status = Status::kEnd;
  } else if (status != Z_OK && status != Z_BUF_ERROR) {
    done.status = Status::kDamaged;
  }
  return done;
}

}  // namespace

bool is_gzip(std::string_view head) { return head.starts_with(kMember); }

std::unique_ptr<ByteSource> unpack_gzip(std::unique_ptr<ByteSource> packed,
                                        const std::string& name,
                                        const UnpackLimits& limits) {
  return unpack_source(std::move(packed), name, limits,
                       std::make_shared<GzipCodec>());
}

}  // namespace quoin
