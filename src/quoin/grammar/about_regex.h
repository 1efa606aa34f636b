// SPDX-License-Identifier: Apache-2.0
// Which PCRE2 runs, for `quoin doctor`: results differ with its Unicode data,
// and speed with whether it may make machine code.

#pragma once

#include <string>

namespace quoin {

struct RegexEngineInfo {
  std::string version;  // "10.42 2022-12-11"
  std::string unicode;  // "14.0.0"
  std::string jit_target;  // "x86 64bit (little endian + unaligned)"; or empty
  bool jit_works = false;  // tried, since systems can forbid it
};

RegexEngineInfo about_regex_engine();

}  // namespace quoin
