// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/convert.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utypes.h>

namespace quoin {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
// Fed to a converter at once. No encoding makes more than one unit of UTF-16
// of a byte, so that what comes out of a piece always has room.
constexpr std::size_t kPiece = 8192;

struct Closer {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Closer>;

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }
bool is_forbidden(char32_t c) { return c == 0 || (c >= 0xFDD0 && c <= 0xFDEF); }

std::size_t encode(char32_t c, char* into) {
  const auto put = [&](std::size_t i, char32_t bits) {
    into[i] = static_cast<char>(bits);
  };
  if (c < 0x80) return put(0, c), 1;
  if (c < 0x800) return put(0, 0xC0 | c >> 6), put(1, 0x80 | (c & 0x3F)), 2;
  const std::size_t last = c < 0x10000 ? 2 : 3;
  put(0, last == 2 ? 0xE0 | c >> 12 : 0xF0 | c >> 18);
  for (std::size_t i = 1; i <= last; ++i) {
    put(i, 0x80 | ((c >> 6 * (last - i)) & 0x3F));
  }
  return last + 1;
}

// Characters to text, with their places and their faults.
class Writer {
 public:
  Writer(DecodedText& out, ByteOrigins* origins)
      : out_(out), origins_(origins) {}

  void put(char32_t c, std::size_t begin, std::size_t end) {
    if (is_forbidden(c)) {
      ++out_.forbidden;
      note_fault();
      c = kReplacement;
    }
    char bytes[4];
    const std::size_t size = encode(c, bytes);
    out_.text.append(bytes, size);
    if (origins_) origins_->append(1, size, begin, end - begin);
  }

  void note_ill_formed() {
    ++out_.ill_formed;
    note_fault();
  }

  void finish() {
    if (first_fault_ != std::string::npos) {
      out_.first_fault = PositionCursor(out_.text).advance_to(first_fault_);
    }
  }

 private:
  void note_fault() {
    if (first_fault_ == std::string::npos) first_fault_ = out_.text.size();
  }

  DecodedText& out_;
  ByteOrigins* origins_;
  std::size_t first_fault_ = std::string::npos;  // none
};

// In place of what the encoding has no character for. A private character,
// told from a U+FFFD of the text's own.
constexpr UChar kFault = 0xFFFF;

void write_fault(const void*, UConverterToUnicodeArgs* args, const char*,
                 std::int32_t, UConverterCallbackReason reason,
                 UErrorCode* error) {
  if (reason > UCNV_IRREGULAR) return;  // the converter is reset or closed
  *error = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, &kFault, 1, 0, error);
}

Converter open_converter(const Charset& charset) {
  UErrorCode problem = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.icu, &problem));
  if (U_FAILURE(problem)) return nullptr;
  ucnv_setToUCallBack(converter.get(), write_fault, nullptr, nullptr, nullptr,
                      &problem);
  if (U_FAILURE(problem)) return nullptr;
  return converter;
}

// The units that one piece of the bytes made, and where each began; at the end
// of them, where the piece's last character ended.
class Pieces {
 public:
  Pieces(std::string_view bytes, std::size_t from, UConverter* converter)
      : bytes_(bytes), converter_(converter), at_(from) {}

  // False when there are no more.
  bool next() {
    if (done_) return false;
    const std::size_t begin = at_;
    const std::size_t pending = pending_;
    at_ = std::min(bytes_.size(), at_ + kPiece);
    done_ = at_ == bytes_.size();
    UChar* out = units_.data();
    const char* in = bytes_.data() + begin;
    UErrorCode problem = U_ZERO_ERROR;
    ucnv_toUnicode(converter_, &out, units_.data() + units_.size(), &in,
                   bytes_.data() + at_, offsets_.data(), done_, &problem);
    size_ = static_cast<std::size_t>(out - units_.data());
    pending_ = done_ ? 0 : count_pending();
    for (std::size_t i = 0; i < size_; ++i) {
      // Less than 0: its bytes began in the piece before.
      begins_[i] = offsets_[i] < 0
                       ? begin - pending
                       : begin + static_cast<std::size_t>(offsets_[i]);
    }
    begins_[size_] = at_ - pending_;
    return true;
  }

  std::size_t size() const { return size_; }
  char32_t unit(std::size_t i) const { return units_[i]; }
  std::size_t begin(std::size_t i) const { return begins_[i]; }

 private:
  std::size_t count_pending() {
    UErrorCode problem = U_ZERO_ERROR;
    const std::int32_t count = ucnv_toUCountPending(converter_, &problem);
    return U_FAILURE(problem) || count < 0 ? 0 : static_cast<std::size_t>(count);
  }

  std::string_view bytes_;
  UConverter* converter_;
  std::size_t at_;
  std::size_t pending_ = 0;  // bytes of a character that goes on
  bool done_ = false;
  std::size_t size_ = 0;
  std::array<UChar, 2 * kPiece> units_;
  std::array<std::int32_t, 2 * kPiece> offsets_;
  std::array<std::size_t, 2 * kPiece + 1> begins_;
};

}  // namespace

std::optional<DecodedText> convert_bytes(std::string_view bytes,
                                         std::size_t skipped,
                                         const Charset& charset,
                                         ByteOrigins* origins) {
  const Converter converter = open_converter(charset);
  if (converter == nullptr) return std::nullopt;
  DecodedText out;
  out.text.reserve(bytes.size() + bytes.size() / 8);
  Writer writer(out, origins);
  const auto pieces = 
      std::make_unique<Pieces>(bytes, skipped, converter.get());
  char32_t high = 0;  // the first half of a pair, and where it began
  std::size_t high_begin = 0;
  while (pieces->next()) {
    for (std::size_t i = 0; i < pieces->size(); ++i) {
      char32_t c = pieces->unit(i);
      std::size_t begin = pieces->begin(i);
      // The second half may be said to begin where the first does.
      const std::size_t end = std::max(begin, pieces->begin(i + 1));
      if (c >= 0xD800 && c < 0xDC00) {
        high = c;
        high_begin = begin;
        continue;
      }
      if (high != 0 && c >= 0xDC00 && c < 0xE000) {
        c = 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00);
        begin = high_begin;
      }
      high = 0;
      if (c == kFault || is_surrogate(c)) {
        writer.note_ill_formed();
        c = kReplacement;
      }
      writer.put(c, begin, end);
    }
  }
  writer.finish();
  return out;
}

}  // namespace quoin
