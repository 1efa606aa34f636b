// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/charset_labels.h>

#include <algorithm>
#include <string>

namespace quoin {
namespace {

// https://encoding.spec.whatwg.org/#names-and-labels, without the encodings
// that browsers refuse to read ("replacement"). GBK is read as GB 18030, of
// which it is a part, as the standard has it. ICU 72 has no ISO-8859-16.
constexpr Charset kCharsets[] = {
    {"utf-8", "UTF-8", false,
     "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8"},
    {"windows-1252", "windows-1252", true,
     "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 "
     "iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 "
     "us-ascii x-cp1252"},
    {"iso-8859-2", "iso-8859-2", true,
     "csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 "
     "latin2"},
    {"iso-8859-3", "iso-8859-3", true,
     "csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 "
     "latin3"},
    {"iso-8859-4", "iso-8859-4", true,
     "csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 "
     "latin4"},
    {"iso-8859-5", "iso-8859-5", true,
     "csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 "
     "iso_8859-5:1988"},
    {"iso-8859-6", "iso-8859-6", true,
     "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 "
     "iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 "
     "iso_8859-6:1987"},
    {"iso-8859-7", "iso-8859-7", true,
     "csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 "
     "iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek"},
    {"iso-8859-8", "iso-8859-8", true,
     "csiso88598e csiso88598i csisolatinhebrew hebrew iso-8859-8-e "
     "iso-8859-8-i iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 "
     "logical visual"},
    {"iso-8859-10", "iso-8859-10", true,
     "csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    {"iso-8859-13", "iso-8859-13", true, "iso8859-13 iso885913"},
    {"iso-8859-14", "iso-8859-14", true, "iso8859-14 iso885914"},
    {"iso-8859-15", "iso-8859-15", true,
     "csisolatin9 iso8859-15 iso885915 iso_8859-15 l9"},
    {"ibm866", "ibm-866", true, "866 cp866 csibm866"},
    {"koi8-r", "koi8-r", true, "cskoi8r koi koi8 koi8_r"},
    {"koi8-u", "koi8-u", true, "koi8-ru"},
    {"macintosh", "macintosh", true, "csmacintosh mac x-mac-roman"},
    {"windows-874", "windows-874", true,
     "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620"},
    {"windows-1250", "windows-1250", true, "cp1250 x-cp1250"},
    {"windows-1251", "windows-1251", true, "cp1251 x-cp1251"},
    {"windows-1253", "windows-1253", true, "cp1253 x-cp1253"},
    {"windows-1254", "windows-1254", true,
     "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 "
     "iso_8859-9:1989 l5 latin5 x-cp1254"},
    {"windows-1255", "windows-1255", true, "cp1255 x-cp1255"},
    {"windows-1256", "windows-1256", true, "cp1256 x-cp1256"},
    {"windows-1257", "windows-1257", true, "cp1257 x-cp1257"},
    {"windows-1258", "windows-1258", true, "cp1258 x-cp1258"},
    {"x-mac-cyrillic", "x-mac-cyrillic", true, "x-mac-ukrainian"},
    {"gbk", "gb18030", false,
     "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 "
     "x-gbk"},
    {"gb18030", "gb18030", false, ""},
    {"big5", "big5-hkscs", false, "big5-hkscs cn-big5 csbig5 x-x-big5"},
    {"euc-jp", "euc-jp", false, "cseucpkdfmtjapanese x-euc-jp"},
    {"iso-2022-jp", "iso-2022-jp", false, "csiso2022jp"},
    {"shift_jis", "windows-31j", false,
     "csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis"},
    {"euc-kr", "windows-949", false,
     "cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 "
     "ksc5601 ksc_5601 windows-949"},
    {"utf-16be", "UTF-16BE", false, "unicodefffe"},
    {"utf-16le", "UTF-16LE", false,
     "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16"},
};

bool holds_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::string_view first = words.substr(0, words.find(' '));
    if (first == word) return true;
    words.remove_prefix(std::min(words.size(), first.size() + 1));
  }
  return false;
}

}  // namespace

const Charset* find_charset(std::string_view label) {
  constexpr std::string_view kSpace = " \t\n\f\r";
  const std::size_t first = label.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return nullptr;
  label = label.substr(first, label.find_last_not_of(kSpace) - first + 1);
  constexpr std::size_t kLongestLabel = 32;
  if (label.size() > kLongestLabel) return nullptr;
  std::string lower(label);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  }
  for (const Charset& charset : kCharsets) {
    if (lower == charset.name || holds_word(charset.labels, lower)) {
      return &charset;
    }
  }
  return nullptr;
}

}  // namespace quoin
