// SPDX-License-Identifier: Apache-2.0
// Which Unicode data runs, for `quoin doctor`.

#pragma once

#include <string>

namespace quoin {

struct UnicodeInfo {
  std::string icu;               // "72.1"
  std::string icu_unicode;       // "15.0"
  std::string utf8proc;          // "2.8.0"
  std::string utf8proc_unicode;  // "14.0.0"
};

UnicodeInfo about_unicode();

}  // namespace quoin
