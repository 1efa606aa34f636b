// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/plain.h>

#include <utility>

#include <fmt/format.h>

#include <quoin/read/byte_source.h>

namespace quoin {
namespace {

Diagnostic warning(const std::string& name, std::string message) {
  Diagnostic diagnostic = failure(name, std::move(message));
  diagnostic.severity = Severity::kWarning;
  return diagnostic;
}

std::string describe_faults(const DecodedBytes& decoded) {
  const std::size_t count = decoded.ill_formed + decoded.forbidden;
  const std::string what =
      decoded.ill_formed > 0
          ? fmt::format("not valid {}", decoded.charset == "utf-8"
                                            ? "UTF-8"
                                            : decoded.charset)
          : "holds NULs or noncharacters";
  return fmt::format("{}: {} read{} U+FFFD, the first in line {}", what,
                     count == 1 ? "one place" : fmt::format("{} places", count),
                     count == 1 ? "s" : "", decoded.first_fault->line);
}

}  // namespace

void note_decoding(Document& document, const DecodedBytes& decoded,
                   const std::string& name) {
  if (decoded.decided_by == CharsetSource::kDetected) {
    document.flags.push_back("guessed-charset");
    document.diagnostics.push_back(
        warning(name, fmt::format("no valid UTF-8: read as {}, which is a guess",
                                  decoded.charset)));
  }
  if (decoded.is_clean()) return;
  document.flags.push_back("repaired-utf8");
  document.diagnostics.push_back(warning(name, describe_faults(decoded)));
}

void set_text(Document& document, std::string bytes, const std::string& name) {
  DecodedBytes decoded;
  static_cast<DecodedText&>(decoded) = decode_utf8(std::move(bytes));
  decoded.charset = "utf-8";
  note_decoding(document, decoded, name);
  document.text = std::move(decoded.text);
}

void note_damage(Document& document, Diagnostic damage) {
  document.flags.push_back("cut-off");
  damage.hint = "what could be read is taken for the document";
  document.diagnostics.push_back(std::move(damage));
}

std::string file_name(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

}  // namespace quoin
