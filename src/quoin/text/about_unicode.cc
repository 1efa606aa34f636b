// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/about_unicode.h>

#include <array>

#include <unicode/uchar.h>
#include <unicode/uversion.h>
#include <utf8proc.h>

namespace quoin {
namespace {

std::string to_text(const UVersionInfo& version) {
  std::array<char, U_MAX_VERSION_STRING_LENGTH + 1> text{};
  u_versionToString(version, text.data());
  return text.data();
}

}  // namespace

UnicodeInfo about_unicode() {
  UnicodeInfo info;
  UVersionInfo version;
  u_getVersion(version);
  info.icu = to_text(version);
  u_getUnicodeVersion(version);
  info.icu_unicode = to_text(version);
  info.utf8proc = utf8proc_version();
  info.utf8proc_unicode = utf8proc_unicode_version();
  return info;
}

}  // namespace quoin
