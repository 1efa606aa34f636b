// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/input.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include <quoin/read/utf16_source.h>
#include <quoin/text/detect_charset.h>

namespace quoin {
namespace {

constexpr std::size_t kHead = 4096;
constexpr std::size_t kChunk = std::size_t{256} * 1024;
// Packed files in packed files in packed files are a trick.
constexpr int kMostLayers = 3;

// Bytes that were looked at go before the source they came from.
class Rejoined final : public ByteSource {
 public:
  Rejoined(std::string head, std::optional<Diagnostic> damage,
           std::unique_ptr<ByteSource> rest)
      : head_(std::move(head)),
        damage_(std::move(damage)),
        rest_(std::move(rest)) {}

  Result<std::size_t> read(char* into, std::size_t most) override {
    if (given_ < head_.size()) {
      const std::size_t some = std::min(most, head_.size() - given_);
      std::memcpy(into, head_.data() + given_, some);
      given_ += some;
      return some;
    }
    if (damage_) return *std::exchange(damage_, std::nullopt);
    return rest_->read(into, most);
  }

  bool is_refused() const override { return rest_->is_refused(); }
  std::uint64_t position() const override {
    return given_ < head_.size() ? given_ : rest_->position();
  }

 private:
  std::string head_;
  std::size_t given_ = 0;
  std::optional<Diagnostic> damage_;
  std::unique_ptr<ByteSource> rest_;
};

}  // namespace

Diagnostic too_large(const std::string& name, std::size_t line,
                     std::size_t most) {
  Diagnostic diagnostic = failure(
      name, fmt::format("this document is larger than {} MB", most >> 20));
  diagnostic.line = line;
  diagnostic.hint = "raise the limit with '--max-size'";
  return diagnostic;
}

Result<Input> Input::open(const std::string& name,
                          const UnpackLimits& limits) {
  Result<std::unique_ptr<ByteSource>> file = open_file(name);
  if (!file) return std::move(file).error();
  return of(*std::move(file), name, limits);
}

Result<Input> Input::of(std::unique_ptr<ByteSource> source, std::string name,
                        const UnpackLimits& limits) {
  Input input(std::move(source), std::move(name));
  input.read_head();
  for (int layer = 0; layer < kMostLayers; ++layer) {
    const bool gzip = is_gzip(input.head_);
    if (!gzip && !is_zstd(input.head_)) break;
    auto packed = std::make_unique<Rejoined>(
        std::exchange(input.head_, {}),
        std::exchange(input.pending_, std::nullopt), std::move(input.source_));
    input.source_ = gzip ? unpack_gzip(std::move(packed), input.name_, limits)
                         : unpack_zstd(std::move(packed), input.name_, limits);
    input.is_packed_ = true;
    input.read_head();
  }
  // Nothing could be read but the reason why.
  if (input.head_.empty() && input.pending_) return *std::move(input.pending_);
  return input;
}

void Input::read_head() {
  head_.resize(kHead);
  std::size_t filled = 0;
  while (filled < kHead) {
    Result<std::size_t> some =
        source_->read(head_.data() + filled, kHead - filled);
    if (!some) {
      pending_ = std::move(some).error().front();
      break;
    }
    if (*some == 0) break;
    filled += *some;
  }
  head_.resize(filled);
  head_given_ = 0;
}

std::string_view Input::inner_name() const& {
  std::string_view name = name_;
  for (const std::string_view suffix : {".gz", ".zst", ".zstd"}) {
    if (is_packed_ && name.ends_with(suffix)) {
      name.remove_suffix(suffix.size());
      break;
    }
  }
  return name;
}

Result<std::size_t> Input::read(char* into, std::size_t most) {
  if (head_given_ < head_.size()) {
    const std::size_t given = std::min(most, head_.size() - head_given_);
    std::memcpy(into, head_.data() + head_given_, given);
    head_given_ += given;
    return given;
  }
  if (pending_) return *std::exchange(pending_, std::nullopt);
  return source_->read(into, most);
}

Result<Input::Whole> Input::read_whole(std::size_t most) {
  Whole whole;
  std::string& bytes = whole.bytes;
  std::size_t filled = 0;
  while (true) {
    bytes.resize(std::max(filled * 2, filled + kChunk));
    Result<std::size_t> some =
        read(bytes.data() + filled, bytes.size() - filled);
    const bool is_lost = filled == 0 || source_->is_refused();
    if (!some && is_lost) return std::move(some).error();
    if (!some) {
      whole.damage = std::move(some).error().front();
    } else {
      filled += *some;
      if (filled > most) return too_large(name_, 0, most);
      if (*some > 0) continue;
    }
    bytes.resize(filled);
    return whole;
  }
}

Result<std::string> Input::read_all(std::size_t most) {
  Result<Whole> whole = read_whole(most);
  if (!whole) return std::move(whole).error();
  if (whole->damage) return *std::move(whole->damage);
  return std::move(whole->bytes);
}

void Input::convert_utf16() {
  const std::string_view charset = utf16_of(head_);
  if (charset.empty()) return;
  auto units = std::make_unique<Rejoined>(
      std::exchange(head_, {}), std::exchange(pending_, std::nullopt),
      std::move(source_));
  source_ = utf8_of_utf16(std::move(units), charset == "utf-16be");
  read_head();
}

}  // namespace quoin
