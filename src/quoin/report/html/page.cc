// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/page.h>

#include <cstdint>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/base/sha256.h>
#include <quoin/report/html/assets.h>
#include <quoin/report/html/escape.h>

namespace quoin {
namespace {

std::uint32_t hex_digit(char c) {
  return static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
}

// RFC 4648; policies want digests so. Requires: hexadecimal of whole bytes.
std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  std::size_t count = 0;
  for (const char c : hex) {  // six bits a letter, four a digit
    bits = (bits << 4 | hex_digit(c)) & 0xFFF;
    count += 4;
    if (count >= 6) {
      count -= 6;
      out += kAlphabet[bits >> count & 0x3F];
    }
  }
  if (count > 0) out += kAlphabet[bits << (6 - count) & 0x3F];
  while (out.size() % 4 != 0) out += '=';
  return out;
}

std::string digest(std::string_view text) {
  return "'sha256-" + base64_of_hex(sha256_hex(text)) + "'";
}

std::string policy() {
  return fmt::format(
      "default-src 'none'; style-src {}; script-src {}; img-src data:; "
      "base-uri 'none'; form-action 'none'",
      digest(report_style()), digest(report_script()));
}

std::string navigation(const Page& page) {
  std::string out = "<nav aria-label=\"Parts of this report\"><ul>\n";
  for (const PageSection& section : page.sections) {
    out += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", section.id,
                       section.heading);
  }
  return out + "</ul></nav>\n";
}

}  // namespace

std::string page_html(const Page& page) {
  const std::string title = html_text(single_line(page.title));
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light "
      "dark\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<title>{} \u2013 quoin</title>\n<link rel=\"icon\" href=\"data:,\">\n"
      "<style>{}</style>\n</head>\n<body>\n"
      "<a class=\"skip\" href=\"#main\">To the report</a>\n"
      "<header class=\"top\">\n<p class=\"kicker\">{}</p>\n"
      "<h1><bdi>{}</bdi></h1>\n{}</header>\n{}<main id=\"main\">\n",
      policy(), title, report_style(), html_text(page.kicker), title, page.head,
      navigation(page));
  for (const PageSection& section : page.sections) {
    out += fmt::format(
        "<section aria-labelledby=\"h-{0}\" id=\"{0}\">\n<h2 id=\"h-{0}\">{1}"
        "</h2>\n{2}</section>\n",
        section.id, section.heading, section.body);
  }
  return out +
         "</main>\n<footer class=\"end\"><p>Made by quoin. It says what "
         "changed, not who is at fault. Speakers are found by rules, which can err: each "
         "names the rule that decided, and the article is beside it.</p>"
         "</footer>\n<script>" +
         std::string(report_script()) + "</script>\n</body>\n</html>\n";
}

}  // namespace quoin
