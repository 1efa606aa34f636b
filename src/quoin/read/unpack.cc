// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/unpack.h>

#include <fmt/format.h>

namespace quoin {

bool RatioGuard::add(std::size_t read, std::size_t written) {
  constexpr std::uint64_t kWindow = std::uint64_t{64} << 20;
  read_ += read;
  written_ += written;
  if (written_ < kWindow) return true;
  const bool is_sane = written_ / limits_.max_ratio <= read_;
  read_ = written_ = 0;
  return is_sane;
}

Diagnostic too_packed(const std::string& name, std::uint64_t position,
                      const UnpackLimits& limits) {
  return failure(name,
                 fmt::format("what is packed here unpacks to more than {} "
                             "times its size: not read beyond byte {}",
                             limits.max_ratio, position),
                 "if this is meant, raise the limit with '--max-ratio'");
}

}  // namespace quoin
