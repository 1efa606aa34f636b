// SPDX-License-Identifier: Apache-2.0
#include "run_quoin.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace quoin::testing_cli {
namespace {

namespace fs = std::filesystem;

void redirect(int to, const std::string& path, int flags) {
  const int fd = ::open(path.c_str(), flags, 0600);
  if (fd < 0 || ::dup2(fd, to) < 0) ::_exit(127);
}

[[noreturn]] void run_child(const std::vector<std::string>& arguments,
                            const std::vector<std::string>& environment,
                            const Scratch& scratch) {
  redirect(STDIN_FILENO, scratch.path("in"), O_RDONLY);
  redirect(STDOUT_FILENO, scratch.path("out"), O_WRONLY | O_CREAT | O_TRUNC);
  redirect(STDERR_FILENO, scratch.path("err"), O_WRONLY | O_CREAT | O_TRUNC);
  for (const std::string& one : environment) {
    const std::size_t equals = one.find('=');
    ::setenv(one.substr(0, equals).c_str(), one.c_str() + equals + 1, 1);
  }
  std::vector<std::string> words = {QUOIN_BINARY};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  ::execv(QUOIN_BINARY, argv.data());
  ::_exit(127);
}

}  // namespace

Ran run_quoin(const std::vector<std::string>& arguments,
              const std::string& input,
              const std::vector<std::string>& environment) {
  const Scratch scratch;
  scratch.write("in", input);
  const pid_t child = ::fork();
  if (child == 0) run_child(arguments, environment, scratch);
  int status = 0;
  ::waitpid(child, &status, 0);
  Ran ran;
  ran.exit_code =
      WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ran.out = scratch.read("out");
  ran.err = scratch.read("err");
  return ran;
}

Scratch::Scratch() {
  std::string pattern =
      (fs::temp_directory_path() / "quoin-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) std::abort();
  folder_ = pattern;
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string Scratch::write(const std::string& name,
                           const std::string& bytes) const {
  const fs::path file = fs::path(folder_) / name;
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
  return file.string();
}

std::string Scratch::path(const std::string& name) const {
  return (fs::path(folder_) / name).string();
}

std::string Scratch::read(const std::string& name) const {
  return read_file(path(name));
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

}  // namespace quoin::testing_cli
