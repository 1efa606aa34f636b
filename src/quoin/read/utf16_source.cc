// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/utf16_source.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

namespace quoin {
namespace {

constexpr std::size_t kPiece = std::size_t{64} * 1024;
constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kMark = 0xFEFF;

class Utf16Source final : public ByteSource {
 public:
  Utf16Source(std::unique_ptr<ByteSource> units, bool is_big_endian)
      : units_(std::move(units)), is_big_endian_(is_big_endian) {}

  Result<std::size_t> read(char* into, std::size_t most) override;
  bool is_refused() const override { return units_->is_refused(); }
  std::uint64_t position() const override { return units_->position(); }

 private:
  void convert(std::string_view bytes);
  void put_unit(char32_t unit);
  void put(char32_t c);
  void finish();

  std::unique_ptr<ByteSource> units_;
  bool is_big_endian_;
  bool is_first_ = true;
  bool is_end_ = false;
  std::optional<char> half_;  // of a unit
  char32_t high_ = 0;         // the first half of a pair
  std::string ready_;
  std::size_t given_ = 0;
};

Result<std::size_t> Utf16Source::read(char* into, std::size_t most) {
  std::string piece(kPiece, '\0');
  while (given_ == ready_.size() && !is_end_) {
    ready_.clear();
    given_ = 0;
    Result<std::size_t> got = units_->read(piece.data(), piece.size());
    if (!got) return std::move(got).error();
    if (*got == 0) {
      finish();
    } else {
      convert(std::string_view(piece).substr(0, *got));
    }
  }
  const std::size_t some = std::min(most, ready_.size() - given_);
  std::memcpy(into, ready_.data() + given_, some);
  given_ += some;
  return some;
}

void Utf16Source::convert(std::string_view bytes) {
  for (const char c : bytes) {
    if (!half_) {
      half_ = c;
      continue;
    }
    const auto first = static_cast<unsigned char>(*half_);
    const auto second = static_cast<unsigned char>(c);
    half_.reset();
    put_unit(is_big_endian_ ? char32_t{first} << 8 | second
                            : char32_t{second} << 8 | first);
  }
}

void Utf16Source::put_unit(char32_t unit) {
  const bool is_mark = unit == kMark && std::exchange(is_first_, false);
  is_first_ = false;
  if (is_mark) return;
  const bool is_low = unit >= 0xDC00 && unit < 0xE000;
  if (high_ != 0) {
    const char32_t high = std::exchange(high_, 0);
    if (is_low) {
      return put(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
    }
    put(kReplacement);
  }
  if (unit >= 0xD800 && unit < 0xDC00) {
    high_ = unit;
  } else {
    put(is_low ? kReplacement : unit);
  }
}

void Utf16Source::put(char32_t c) {
  const auto add = [this](char32_t bits) {
    ready_ += static_cast<char>(bits);
  };
  if (c < 0x80) return add(c);
  if (c < 0x800) {
    add(0xC0 | c >> 6);
  } else if (c < 0x10000) {
    add(0xE0 | c >> 12);
    add(0x80 | (c >> 6 & 0x3F));
  } else {
    add(0xF0 | c >> 18);
    add(0x80 | (c >> 12 & 0x3F));
    add(0x80 | (c >> 6 & 0x3F));
  }
  add(0x80 | (c & 0x3F));
}

void Utf16Source::finish() {
  is_end_ = true;
  if (high_ != 0) put(kReplacement);
  if (half_) put(kReplacement);
}

}  // namespace

std::unique_ptr<ByteSource> utf8_of_utf16(std::unique_ptr<ByteSource> units,
                                          bool is_big_endian) {
  return std::make_unique<Utf16Source>(std::move(units), is_big_endian);
}

}  // namespace quoin
