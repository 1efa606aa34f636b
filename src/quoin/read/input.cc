// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/input.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace quoin {
namespace {

constexpr std::size_t kHead = 4096;
constexpr std::size_t kChunk = std::size_t{256} * 1024;

Diagnostic failure(const std::string& name, const std::string& message) {
  Diagnostic diagnostic;
  diagnostic.file = name;
  diagnostic.message = message;
  return diagnostic;
}

std::string reason() {
  std::string text = std::strerror(errno);
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] += 'a' - 'A';
  return text;
}

}  // namespace

Diagnostic too_large(const std::string& name, std::size_t line,
                     std::size_t most) {
  Diagnostic diagnostic = failure(
      name, fmt::format("this document is larger than {} MB", most >> 20));
  diagnostic.line = line;
  diagnostic.hint = "raise the limit with '--max-size'";
  return diagnostic;
}

Result<Input> Input::open(const std::string& name) {
  int fd = STDIN_FILENO;
  if (name != "-") {
    fd = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return failure(name, "cannot open: " + reason());
  }
  Input input(name, fd);  // closes fd from here on
  struct stat status {};
  if (::fstat(fd, &status) == 0 && S_ISDIR(status.st_mode)) {
    Diagnostic diagnostic = failure(name, "this is a folder, not a file");
    diagnostic.hint = "name the files in it";
    return diagnostic;
  }
  input.head_.resize(kHead);
  std::size_t filled = 0;
  while (filled < kHead) {
    Result<std::size_t> some =
        input.read_some(input.head_.data() + filled, kHead - filled);
    if (!some) return std::move(some).error();
    if (*some == 0) break;
    filled += *some;
  }
  input.head_.resize(filled);
  return input;
}

Input::Input(Input&& other) noexcept
    : name_(std::move(other.name_)),
      fd_(std::exchange(other.fd_, -1)),
      head_(std::move(other.head_)),
      head_given_(other.head_given_) {}

Input& Input::operator=(Input&& other) noexcept {
  std::swap(name_, other.name_);
  std::swap(fd_, other.fd_);
  std::swap(head_, other.head_);
  std::swap(head_given_, other.head_given_);
  return *this;
}

Input::~Input() {
  if (fd_ > STDERR_FILENO) ::close(fd_);
}

Result<std::size_t> Input::read(char* into, std::size_t most) {
  if (head_given_ == head_.size()) return read_some(into, most);
  const std::size_t given = std::min(most, head_.size() - head_given_);
  std::memcpy(into, head_.data() + head_given_, given);
  head_given_ += given;
  return given;
}

Result<std::string> Input::read_all(std::size_t most) {
  std::string bytes;
  std::size_t filled = 0;
  while (true) {
    bytes.resize(std::max(filled * 2, filled + kChunk));
    Result<std::size_t> some =
        read(bytes.data() + filled, bytes.size() - filled);
    if (!some) return std::move(some).error();
    filled += *some;
    if (filled > most) return too_large(name_, 0, most);
    if (*some > 0) continue;
    bytes.resize(filled);
    return bytes;
  }
}

Result<std::size_t> Input::read_some(char* into, std::size_t most) {
  while (true) {
    const ssize_t got = ::read(fd_, into, most);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return failure(name_, "cannot read: " + reason());
  }
}

}  // namespace quoin
