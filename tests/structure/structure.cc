// SPDX-License-Identifier: Apache-2.0
#include "structure.h"

#include <algorithm>
#include <array>
#include <optional>

namespace quoin::structure {
namespace {

// Each stage may know those before it. `read` stands aside: see may_know.
constexpr std::array<std::string_view, 12> kOrder = {
    "base",  "text",  "read",   "quote",  "grammar", "attribute",
    "match", "grade", "report", "ledger", "golden", "quoin.h"};

// Where a package lives. A new one needs a decision note and a line here.
struct Package {
  std::string_view header;  // how its includes begin
  std::array<std::string_view, 2> homes;
};
constexpr Package kPackages[] = {
    {"CLI/", {"cli"}},
    // Languages that nobody declared.
    {"cld2/", {"text"}},
    {"openssl/", {"base"}},
    {"pcre2.h", {"grammar"}},
    {"simdjson.h", {"read"}},
    {"sqlite3.h", {"ledger"}},
    {"toml++/", {"read"}},
    // Widths for carets and tables, categories of characters.
    {"unicode/ucnv.h", {"text"}},
    {"unicode/uchar.h", {"text"}},
    {"unicode/uversion.h", {"text"}},
    {"unicode/ucnv_cb.h", {"text"}},
    {"unicode/ucsdet.h", {"text"}},
    {"unicode/utypes.h", {"text"}},
    {"utf8proc.h", {"base", "text"}},
    // What compressed inputs are unpacked with.
    {"libdeflate.h", {"read"}},
    {"zlib.h", {"read"}},
    {"zstd.h", {"read"}},
};

// Stands in for <format>, which g++ 12 does not have: any .cc file.
constexpr std::string_view kFormatting = "fmt/";

// Of the system: what the command needs to talk to files and terminals, and
// the intrinsics of the vector scan, which have a portable twin.
constexpr std::array<std::string_view, 11> kSystem = {
    "unistd.h",    "fcntl.h",     "sys/stat.h", "sys/ioctl.h", "sys/mman.h",
    "sys/resource.h",
    "emmintrin.h", "immintrin.h", "poll.h",     "signal.h",    "arm_neon.h"};

constexpr std::size_t kMostLines = 500;

std::size_t rank(std::string_view stage) {
  return static_cast<std::size_t>(
      std::find(kOrder.begin(), kOrder.end(), stage) - kOrder.begin());
}

// "src/quoin/text/fold.cc" is of stage "text"; "src/quoin/quoin.cc" of
// "quoin.h"; "src/cli/main.cc" of "cli", which knows all.
std::string_view stage_of(std::string_view path) {
  constexpr std::string_view kLibrary = "src/quoin/";
  if (path.starts_with("src/cli/")) return "cli";
  if (!path.starts_with(kLibrary)) return "";
  path.remove_prefix(kLibrary.size());
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? "quoin.h" : path.substr(0, slash);
}

// "quoin/text/fold.h" is of "text".
std::string_view stage_of_include(std::string_view include) {
  include.remove_prefix(std::string_view("quoin/").size());
  const std::size_t slash = include.find('/');
  return slash == std::string_view::npos ? "quoin.h" : include.substr(0, slash);
}

bool may_know(std::string_view stage, std::string_view other) {
  if (stage == "cli" || stage == other) return true;
  // Readers turn files into documents: the stages that work on documents
  // neither need them nor are needed by them.
  if (stage == "read") return other == "base" || other == "text";
  if (other == "read") return rank(stage) >= rank("golden");
  return rank(other) < rank(stage);
}

bool is_header(std::string_view path) { return path.ends_with(".h"); }

// The name in an include line, with its opening bracket or quote.
std::optional<std::string_view> included_by(std::string_view line) {
  constexpr std::string_view kInclude = "#include ";
  if (!line.starts_with(kInclude)) return std::nullopt;
  line.remove_prefix(kInclude.size());
  const std::size_t end = line.find_first_of(">\"", 1);
  if (end == std::string_view::npos) return std::nullopt;
  return line.substr(0, end);
}

std::string join(const std::array<std::string_view, 2>& homes) {
  std::string out(homes[0]);
  if (!homes[1].empty()) out += "/ or " + std::string(homes[1]);
  return out + "/";
}

// What is wrong with that include; empty when nothing is.
std::string judge_include(std::string_view path, std::string_view include) {
  const std::string_view stage = stage_of(path);
  const bool is_quoted = include.starts_with('"');
  include.remove_prefix(1);
  if (is_quoted && stage == "cli") return "";
  if (is_quoted) return "\"" + std::string(include) + "\" is for cli/ alone";
  if (include.starts_with("quoin/")) {
    const std::string_view other = stage_of_include(include);
    if (may_know(stage, other)) return "";
    return std::string(stage) + "/ may not know " + std::string(other);
  }
  // The standard library's own names have neither a dot nor a slash.
  if (include.find_first_of("./") == std::string_view::npos) return "";
  const bool is_system =
      std::find(kSystem.begin(), kSystem.end(), include) != kSystem.end();
  if (is_system && !is_header(path)) return "";
  if (is_system) return std::string(include) + " in a public header";
  const bool is_public = is_header(path) && stage != "cli";
  if (is_public)
    return "third-party " + std::string(include) + " in a public header";
  if (include.starts_with(kFormatting)) return "";
  for (const Package& package : kPackages) {
    if (!include.starts_with(package.header)) continue;
    const bool at_home = std::find(package.homes.begin(), package.homes.end(),
                                   stage) != package.homes.end();
    if (at_home) return "";
    return std::string(include) + " lives in " + join(package.homes);
  }
  return "unknown header " + std::string(include);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// What looks like a path: a first part that is a folder of ours, then more.
bool is_our_path(std::string_view code) {
  constexpr std::string_view kFolders[] = {"src", "tests", "grammars", "docs",
                                           "golden"};
  const std::size_t slash = code.find('/');
  if (slash == std::string_view::npos) return false;
  if (code.find_first_of(" <>*{}$…") != std::string_view::npos) return false;
  const std::string_view first = code.substr(0, slash);
  return std::find(std::begin(kFolders), std::end(kFolders), first) !=
             std::end(kFolders) ||
         rank(first) < kOrder.size();
}

// "src/quoin/text/fold.cc" has "quoin/text/fold.h".
std::string own_header(std::string_view path) {
  path.remove_prefix(std::string_view("src/").size());
  path.remove_suffix(std::string_view(".cc").size());
  return std::string(path) + ".h";
}

}  // namespace

std::vector<std::string> check_includes(std::string_view path,
                                        std::string_view text,
                                        bool has_own_header) {
  std::vector<std::string> wrong;
  bool is_first = true;
  const std::vector<std::string_view> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::optional<std::string_view> include = included_by(lines[i]);
    if (!include) continue;
    const std::string at = std::to_string(i + 1) + ": ";
    if (const std::string why = judge_include(path, *include); !why.empty()) {
      wrong.push_back(at + why);
    }
    if (is_first && has_own_header && path.starts_with("src/quoin/") &&
        include->substr(1) != own_header(path)) {
      wrong.push_back(at + "the first include must be " + own_header(path));
    }
    is_first = false;
  }
  return wrong;
}

std::vector<std::string> check_form(std::string_view path,
                                    std::string_view text) {
  constexpr std::string_view kLicence = "SPDX-License-Identifier: Apache-2.0";
  std::vector<std::string> wrong;
  const std::vector<std::string_view> lines = lines_of(text);
  // The line may follow another that must be first: #!, or `grammar en 1`.
  bool has_licence = false;
  for (std::size_t i = 0; i < std::min<std::size_t>(2, lines.size()); ++i) {
    if (lines[i].find(kLicence) != std::string_view::npos) has_licence = true;
  }
  if (!has_licence) wrong.push_back("1: no SPDX line");
  const bool is_source = path.ends_with(".h") || path.ends_with(".cc");
  if (is_source && lines.size() > kMostLines) {
    wrong.push_back(std::to_string(lines.size()) + " lines: split it by idea");
  }
  return wrong;
}

NamedPaths named_paths(std::string_view markdown) {
  NamedPaths named;
  for (std::size_t at = 0; at < markdown.size(); ++at) {
    const std::string_view rest = markdown.substr(at);
    if (rest.starts_with("](")) {
      std::string_view link = rest.substr(2, rest.find(')') - 2);
      link = link.substr(0, link.find('#'));
      const bool is_web = link.find("://") != std::string_view::npos;
      if (!link.empty() && !is_web) named.links.emplace_back(link);
    } else if (rest.starts_with('`')) {
      const std::size_t end = rest.find('`', 1);
      if (end == std::string_view::npos) break;
      const std::string_view code = rest.substr(1, end - 1);
      if (is_our_path(code)) named.codes.emplace_back(code);
      at += end;
    }
  }
  return named;
}

}  // namespace quoin::structure
