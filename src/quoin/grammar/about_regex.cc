// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/about_regex.h>

#include <array>
#include <cstdint>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace quoin {
namespace {

std::string config(std::uint32_t what) {
  std::array<char, 128> text{};
  const int length = pcre2_config_8(what, nullptr);
  if (length <= 0 || static_cast<std::size_t>(length) > text.size()) return {};
  return pcre2_config_8(what, text.data()) > 0 ? text.data() : "";
}

bool try_jit() {
  int error = 0;
  PCRE2_SIZE offset = 0;
  const std::array<PCRE2_UCHAR8, 1> pattern = {'a'};
  pcre2_code_8* code = pcre2_compile_8(pattern.data(), pattern.size(), 0,
                                       &error, &offset, nullptr);
  if (code == nullptr) return false;
  const bool works = pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0;
  pcre2_code_free_8(code);
  return works;
}

}  // namespace

RegexEngineInfo about_regex_engine() {
  RegexEngineInfo info;
  info.version = config(PCRE2_CONFIG_VERSION);
  info.unicode = config(PCRE2_CONFIG_UNICODE_VERSION);
  info.jit_target = config(PCRE2_CONFIG_JITTARGET);
  info.jit_works = try_jit();
  return info;
}

}  // namespace quoin
