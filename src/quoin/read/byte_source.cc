// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/byte_source.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quoin {
namespace {

std::string reason() {
  std::string text = std::strerror(errno);
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] += 'a' - 'A';
  return text;
}

class FileSource final : public ByteSource {
 public:
  FileSource(std::string name, int fd) : name_(std::move(name)), fd_(fd) {}
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  ~FileSource() override {
    if (fd_ > STDERR_FILENO) ::close(fd_);
  }

  Result<std::size_t> read(char* into, std::size_t most) override {
    while (!failed_) {
      const ssize_t got = ::read(fd_, into, most);
      if (got >= 0) {
        read_ += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
      }
      if (errno == EINTR) continue;
      failed_ = true;
      return failure(name_, "cannot read: " + reason());
    }
    return std::size_t{0};
  }

  std::uint64_t position() const override { return read_; }

 private:
  std::string name_;
  int fd_;
  std::uint64_t read_ = 0;
  bool failed_ = false;
};

class StringSource final : public ByteSource {
 public:
  explicit StringSource(std::string bytes) : bytes_(std::move(bytes)) {}

  Result<std::size_t> read(char* into, std::size_t most) override {
    const std::size_t given = std::min(most, bytes_.size() - at_);
    std::memcpy(into, bytes_.data() + at_, given);
    at_ += given;
    return given;
  }

  std::uint64_t position() const override { return at_; }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

}  // namespace

Diagnostic failure(const std::string& name, std::string message,
                   std::string hint) {
  Diagnostic diagnostic;
  diagnostic.file = name;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

Result<std::unique_ptr<ByteSource>> open_file(const std::string& name) {
  int fd = STDIN_FILENO;
  if (name != "-") {
    fd = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return failure(name, "cannot open: " + reason());
  }
  std::unique_ptr<ByteSource> source = std::make_unique<FileSource>(name, fd);
  struct stat status {};
  if (::fstat(fd, &status) == 0 && S_ISDIR(status.st_mode)) {
    return failure(name, "this is a folder, not a file",
                   "name the files in it");
  }
  return source;
}

std::unique_ptr<ByteSource> source_of(std::string bytes) {
  return std::make_unique<StringSource>(std::move(bytes));
}

}  // namespace quoin
