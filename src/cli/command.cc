// SPDX-License-Identifier: Apache-2.0
#include "command.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <fmt/format.h>

#include "talk.h"

namespace quoin::cli {
namespace {

constexpr std::size_t kFlushAt = 256 * 1024;

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

}  // namespace

Output::Output(const std::string& path) : path_(path) {
  if (path.empty() || path == "-") {
    path_ = "standard output";
    fd_ = STDOUT_FILENO;
    return;
  }
  fd_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd_ < 0) fail();
}

Output::~Output() {
  flush();
  if (fd_ > STDERR_FILENO) ::close(fd_);
}

void Output::write(std::string_view bytes) {
  if (!wanted_) return;
  buffer_.append(bytes);
  if (buffer_.size() >= kFlushAt) flush();
}

bool Output::finish() {
  flush();
  if (error_ == 0) return true;
  report_error(
      fmt::format("cannot write to '{}': {}", path_, std::strerror(error_)));
  return false;
}

void Output::flush() {
  std::string_view left = buffer_;
  while (wanted_ && !left.empty()) {
    const ssize_t written = ::write(fd_, left.data(), left.size());
    if (written >= 0) {
      left.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      fail();
    }
  }
  buffer_.clear();
}

// A closed pipe is the reader's choice and no error.
void Output::fail() {
  wanted_ = false;
  if (errno != EPIPE) error_ = errno;
}

bool Output::is_terminal() const { return fd_ >= 0 && ::isatty(fd_) == 1; }

bool Output::wants_colour() const {
  if (talk().colour == ColourChoice::kAlways) return true;
  if (talk().colour == ColourChoice::kNever) return false;
  if (is_set("NO_COLOR")) return false;
  if (is_set("CLICOLOR_FORCE")) return true;
  const char* term = std::getenv("TERM");
  return is_terminal() && term != nullptr && std::strcmp(term, "dumb") != 0;
}

std::size_t Output::columns() const {
  winsize size{};
  if (!is_terminal() || ::ioctl(fd_, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

TextStyle style_for(const Output& output) {
  TextStyle style;
  style.colour = output.wants_colour();
  if (output.columns() > 0) style.columns = output.columns();
  return style;
}

void report(const Diagnostic& diagnostic) {
  if (talk().quiet && diagnostic.severity != Severity::kError) return;
  const std::string text = render(diagnostic) + "\n";
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void report(const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) report(diagnostic);
}

void report_error(std::string_view message, std::string_view hint) {
  Diagnostic diagnostic;
  diagnostic.file = "quoin";
  diagnostic.message = message;
  diagnostic.hint = hint;
  report(diagnostic);
}

}  // namespace quoin::cli
