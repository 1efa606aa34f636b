// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/charset.h>

#include <memory>

#include <unicode/ucnv.h>
#include <unicode/utypes.h>

namespace quoin {
namespace {

struct Closer {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Closer>;

}  // namespace

bool is_marked_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::string convert_utf16(std::string_view bytes) {
  // The mark goes: "UTF-16" reads it and decides by it.
  UErrorCode problem = U_ZERO_ERROR;
  const Converter from(ucnv_open("UTF-16", &problem));
  const Converter to(ucnv_open("UTF-8", &problem));
  if (U_FAILURE(problem)) return std::string(bytes);  // no ICU data: as bytes
  // Every unit of two bytes becomes at most three, and a fault one U+FFFD.
  std::string text(bytes.size() / 2 * 3 + 3, '\0');
  char* out = text.data();
  const char* in = bytes.data();
  ucnv_convertEx(to.get(), from.get(), &out, text.data() + text.size(), &in,
                 bytes.data() + bytes.size(), nullptr, nullptr, nullptr,
                 nullptr, true, true, &problem);
  text.resize(static_cast<std::size_t>(out - text.data()));
  return text;
}

}  // namespace quoin
