// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/charset.h>

#include <string>

#include <gtest/gtest.h>

namespace quoin {
namespace {

using std::string_literals::operator""s;

std::string show(const DecodedBytes& decoded) {
  std::string out = decoded.charset + "|" + decoded.text;
  if (decoded.decided_by == CharsetSource::kDetected) out += "|guessed";
  if (!decoded.is_clean()) out += "|repaired";
  return out;
}

TEST(DecodeBytes, IsDecidedByTheFirstThatSaysSo) {
  const struct {
    std::string bytes;
    const char* http;
    const char* meta;
    const char* expected;
  } cases[] = {
      {"plain", "", "", "utf-8|plain"},
      {"caf\u00E9", "", "", "utf-8|caf\u00E9"},
      // A mark before any label.
      {"\xEF\xBB\xBF" "caf\u00E9", "latin1", "", "utf-8|caf\u00E9"},
      {"\xFF\xFEh\0i\0"s, "utf-8", "", "utf-16le|hi"},
      {"\xFE\xFF\0h\x20\x1C"s, "", "", "utf-16be|h\u201C"},
      // UTF-16 without a mark shows in its NULs.
      {"<\0p\0>\0H\0i\0"s, "", "", "utf-16le|<p>Hi"},
      {"\0<\0p\0>\0H\0i"s, "utf-8", "", "utf-16be|<p>Hi"},
      // The header before the page, the page before its bytes.
      {"\x93Go\x94", "ISO-8859-1", "utf-8", "windows-1252|“Go”"},
      {"\xA1", "", " Latin2 ", "iso-8859-2|\u0104"},
      {"caf\u00E9", "windows-1252", "", "windows-1252|caf\u00C3\u00A9"},
      {"\x83\x65\x83\x58\x83\x67", "shift_jis", "", "shift_jis|\u30C6\u30B9\u30C8"},
      {"\xB9\xFA", "gb2312", "", "gbk|\u56FD"},
      {"\xC7\xD1", "ks_c_5601-1987", "", "euc-kr|\uD55C"},
      // Labels that nobody knows are none.
      {"caf\u00E9", "no-such-thing", "", "utf-8|caf\u00E9"},
      // A page that can be read for its label is not in UTF-16.
      {"caf\u00E9", "", "utf-16", "utf-8|caf\u00E9"},
      // Without any, and not UTF-8: by its letters.
      {"Der B\xFCrgermeister sagte, die Stra\xDF" "e sei gesperrt.", "", "",
       "windows-1252|Der B\u00FCrgermeister sagte, die Stra\u00DF"
       "e sei gesperrt.|guessed"},
      // Nothing of it is what the label says.
      {"He said \x93We leave at dawn\x94 and left the hall.", "utf-8", "",
       "windows-1252|He said “We leave at dawn” and left the hall.|guessed"},
      // Damaged here and there it is what the label says.
      {"“We leave\xFF at dawn”", "utf-8", "",
       "utf-8|“We leave\uFFFD at dawn”|repaired"},
      // Two encodings in one file.
      {"“One” and “two”, \x93three\x94", "", "",
       "utf-8|“One” and “two”, \uFFFDthree\uFFFD|repaired"},
      {"a\xFF z", "", "", "utf-8|a\uFFFD z|repaired"},
      {"\xED\xA0\x80 lone", "utf-8", "",
       "utf-8|\uFFFD\uFFFD\uFFFD lone|repaired"},
      {"\xFF\xFEh\0\x00\xD8i\0"s, "", "", "utf-16le|h\uFFFDi|repaired"},
      {"\xFF\xFE\x3D\xD8\x00\xDE!\0"s, "", "", "utf-16le|\U0001F600!"},
      {"a\0b"s, "latin1", "", "windows-1252|a\uFFFD" "b|repaired"},
      {"\x81\x20", "shift_jis", "", "shift_jis|\uFFFD |repaired"},
      {"", "", "", "utf-8|"},
  };
  for (const auto& c : cases) {
    DeclaredCharset declared;
    declared.http = c.http;
    declared.meta = c.meta;
    EXPECT_EQ(show(decode_bytes(c.bytes, declared)), c.expected);
  }
}

TEST(DecodeBytes, KnowsWhereEveryCharacterStood) {
  const struct {
    std::string bytes;
    const char* label;
    std::vector<std::size_t> origins;  // of each byte of the text, and its end
  } cases[] = {
      {"ab", "utf-8", {0, 1, 2}},
      {"\xEF\xBB\xBF" "ab", "", {3, 4, 5}},
      {"a\xFF" "b", "utf-8", {0, 1, 1, 1, 2, 3}},
      {"\xE9t\xE9", "latin1", {0, 0, 1, 2, 2, 3}},
      {"\xFF\xFEh\0\x1C\x20i\0"s, "", {2, 4, 4, 4, 6, 8}},
      {"\xFF\xFE\x3D\xD8\x00\xDE!\0"s, "", {2, 2, 2, 2, 6, 8}},
      {"a\x83\x65" "b", "shift_jis", {0, 1, 1, 1, 3, 4}},
  };
  for (const auto& c : cases) {
    DeclaredCharset declared;
    declared.http = c.label;
    const DecodedBytes decoded = decode_bytes(c.bytes, declared, true);
    std::vector<std::size_t> origins;
    for (std::size_t i = 0; i <= decoded.text.size(); ++i) {
      origins.push_back(decoded.origins.source_of(i));
    }
    EXPECT_EQ(origins, c.origins) << decoded.text;
  }
}

// Characters that lie across the pieces in which a text is converted.
TEST(DecodeBytes, KnowsItAcrossPieces) {
  for (std::size_t lead : {8189, 8190, 8191, 8192, 16383}) {
    const std::string bytes = std::string(lead, 'x') + "\x83\x65\x83\x58";
    DeclaredCharset declared;
    declared.http = "shift_jis";
    const DecodedBytes decoded = decode_bytes(bytes, declared, true);
    ASSERT_EQ(decoded.text, std::string(lead, 'x') + "\u30C6\u30B9");
    EXPECT_EQ(decoded.origins.source_of(lead), lead);
    EXPECT_EQ(decoded.origins.source_of(lead + 3), lead + 2);
    EXPECT_EQ(decoded.origins.source_of(lead + 6), lead + 4);
  }
}

TEST(Labels, AreFoundWhereTheyStand) {
  EXPECT_EQ(charset_of_content_type("text/html; charset=utf-8"), "utf-8");
  EXPECT_EQ(charset_of_content_type("text/html;Charset = \"Latin1\" ; a=b"),
            "Latin1");
  EXPECT_EQ(charset_of_content_type("text/html"), "");
  EXPECT_EQ(charset_of_meta("<html><meta charset=\"gbk\">"), "gbk");
  EXPECT_EQ(charset_of_meta("<META http-equiv=Content-Type "
                            "content='text/html; charset=koi8-r'>"),
            "koi8-r");
  EXPECT_EQ(charset_of_meta("<!-- <meta charset=big5> --><meta name=a>"
                            "<meta charset=utf-8/>"),
            "utf-8");
  EXPECT_EQ(charset_of_meta("<p>charset=big5</p>"), "");
  EXPECT_EQ(charset_named(" ISO-8859-1\n"), "windows-1252");
  EXPECT_EQ(charset_named("latin-one"), "");
}

}  // namespace
}  // namespace quoin
