// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/saved_page.h>

#include <cstddef>

namespace quoin {
namespace {

constexpr std::size_t kNear = 4096;
constexpr std::string_view kSigns[] = {"saved from url=(", "saved with SingleFile"};

}  // namespace

std::string saved_address(std::string_view page) {
  page = page.substr(0, kNear);
  for (const std::string_view sign : kSigns) {
    const std::size_t at = page.find(sign);
    if (at == std::string_view::npos) continue;
    const std::size_t comment = page.rfind("<!--", at);
    const std::size_t end = page.find("-->", at);
    if (comment == std::string_view::npos || page.find("-->", comment) != end) {
      continue;
    }
    const std::string_view rest = page.substr(at, end - at);
    for (const std::string_view scheme : {"https://", "http://"}) {
      const std::size_t begin = rest.find(scheme);
      if (begin == std::string_view::npos) continue;
      const std::string_view url = rest.substr(begin);
      return std::string(url.substr(0, url.find_first_of(" \t\r\n\"'<>")));
    }
  }
  return "";
}

}  // namespace quoin
