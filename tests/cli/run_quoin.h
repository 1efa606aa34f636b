// SPDX-License-Identifier: Apache-2.0
// Runs the real binary, as a user's shell would.

#pragma once

#include <string>
#include <vector>

namespace quoin::testing_cli {

struct Ran {
  int exit_code = -1;  // 128 and more: killed by a signal
  std::string out;
  std::string err;
};

// `environment` as "NAME=value" on top of ours; standard output is a file.
Ran run_quoin(const std::vector<std::string>& arguments,
              const std::string& input = {},
              const std::vector<std::string>& environment = {});

// A folder of the running test's own, removed when it ends.
class Scratch {
 public:
  Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch();

  // Writes a file, with the folders above it; its path.
  std::string write(const std::string& name, const std::string& bytes) const;
  std::string path(const std::string& name) const;
  std::string read(const std::string& name) const;

 private:
  std::string folder_;
};

std::string read_file(const std::string& path);

}  // namespace quoin::testing_cli
