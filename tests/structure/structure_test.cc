// SPDX-License-Identifier: Apache-2.0
#include "structure.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quoin::structure {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Paths below the repository's root, sorted, of the folders named.
std::vector<std::string> files_of(const std::vector<std::string>& folders) {
  const fs::path top = QUOIN_SOURCE_DIR;
  std::vector<std::string> files;
  for (const std::string& folder : folders) {
    if (!fs::exists(top / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(top / folder)) {
      if (!entry.is_regular_file()) continue;
      files.push_back(fs::relative(entry.path(), top).generic_string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool is_source(const std::string& file) {
  return file.ends_with(".h") || file.ends_with(".cc");
}

TEST(Structure, DependenciesPointOneWay) {
  const fs::path top = QUOIN_SOURCE_DIR;
  const std::vector<std::string> files = files_of({"src"});
  EXPECT_GT(files.size(), 20u) << "is this the repository?";
  for (const std::string& file : files) {
    if (!is_source(file)) continue;
    const bool has_own_header =
        file.ends_with(".cc") &&
        fs::exists((top / file).replace_extension(".h"));
    EXPECT_THAT(check_includes(file, read_file(top / file), has_own_header),
                IsEmpty())
        << file;
  }
}

TEST(Structure, FilesHaveALicenceAndFitInAHead) {
  const fs::path top = QUOIN_SOURCE_DIR;
  std::vector<std::string> files = {"CMakeLists.txt", "dev", ".ci/run"};
  for (const std::string& file : files_of({"src", "tests", "grammars"})) {
    const bool has_comments =
        is_source(file) || file.ends_with(".cmake") || file.ends_with(".py") ||
        file.ends_with("CMakeLists.txt") ||
        (file.ends_with(".grammar") && file.starts_with("grammars/"));
    if (has_comments) files.push_back(file);
  }
  for (const std::string& file : files) {
    EXPECT_THAT(check_form(file, read_file(top / file)), IsEmpty()) << file;
  }
}

// A source that nobody lists is not built, and looks as if it were.
TEST(Structure, EverySourceIsListed) {
  const fs::path top = QUOIN_SOURCE_DIR;
  for (const std::string folder : {"src", "tests"}) {
    std::string lists;
    for (const std::string& file : files_of({folder})) {
      if (file.ends_with("CMakeLists.txt")) lists += read_file(top / file);
    }
    for (const std::string& file : files_of({folder})) {
      if (!file.ends_with(".cc")) continue;
      const std::string name = fs::path(file).filename();
      // quoin_fuzz(decode) lists decode_fuzz.cc, quoin_misuse(spans 4)
      // spans.cc.
      const std::string stem = fs::path(file).stem();
      const std::string short_stem = stem.substr(0, stem.rfind("_fuzz"));
      const bool is_listed = lists.find(name) != std::string::npos ||
                             lists.find('(' + short_stem) != std::string::npos;
      EXPECT_TRUE(is_listed) << file << " is in no CMakeLists.txt";
    }
  }
}

// A page that leads to a file which has moved is worse than none.
TEST(Structure, DocumentsNameWhatExists) {
  const fs::path top = QUOIN_SOURCE_DIR;
  std::vector<std::string> pages = files_of({"docs"});
  pages.insert(pages.end(), {"README.md", "CONTRIBUTING.md"});
  for (const std::string& page : pages) {
    if (!page.ends_with(".md")) continue;
    const NamedPaths named = named_paths(read_file(top / page));
    for (const std::string& link : named.links) {
      EXPECT_TRUE(fs::exists(top / fs::path(page).parent_path() / link))
          << page << " links to " << link;
    }
    for (const std::string& code : named.codes) {
      EXPECT_TRUE(fs::exists(top / code) ||
                  fs::exists(top / "src/quoin" / code) ||
                  fs::exists(top / "src/quoin" / (code + ".h")))
          << page << " names " << code;
    }
  }
}

TEST(StructureGuard, SeesThePathsOfAPage) {
  const NamedPaths named = named_paths(
      "[a](b.md#c), [w](https://example.org), [d](#e), `text/fold.h`, "
      "`./dev x/y`, `grammars/<lang>/a`, `tests/structure`, `and/or`");
  EXPECT_THAT(named.links, ElementsAre("b.md"));
  EXPECT_THAT(named.codes, ElementsAre("text/fold.h", "tests/structure"));
}

TEST(StructureGuard, SeesWhatPointsBack) {
  const struct {
    std::string path;
    std::string include;
    std::string wrong;  // empty: nothing
  } cases[] = {
      {"src/quoin/text/a.cc", "<quoin/base/span.h>", ""},
      {"src/quoin/text/a.cc", "<quoin/text/fold.h>", ""},
      {"src/quoin/text/a.cc", "<quoin/grade/grade.h>", "may not know grade"},
      {"src/quoin/base/a.h", "<quoin/text/fold.h>", "may not know text"},
      {"src/quoin/grammar/a.cc", "<quoin/quoin.h>", "may not know quoin.h"},
      {"src/quoin/read/a.cc", "<quoin/text/fold.h>", ""},
      {"src/quoin/read/a.cc", "<quoin/quote/a.h>", "may not know quote"},
      {"src/quoin/quote/a.cc", "<quoin/read/read.h>", "may not know read"},
      {"src/quoin/quoin.cc", "<quoin/attribute/attribute.h>", ""},
      {"src/cli/main.cc", "<quoin/quoin.h>", ""},
      {"src/quoin/base/a.cc", "<vector>", ""},
      {"src/quoin/base/a.h", "<vector>", ""},
      {"src/quoin/base/a.cc", "<fmt/format.h>", ""},
      {"src/quoin/base/a.h", "<fmt/format.h>", "in a public header"},
      {"src/quoin/grammar/a.cc", "<pcre2.h>", ""},
      {"src/quoin/quote/a.cc", "<pcre2.h>", "lives in grammar/"},
      {"src/quoin/text/a.cc", "<boost/any.hpp>", "unknown header"},
      {"src/cli/command.h", "<CLI/CLI.hpp>", ""},
      {"src/quoin/quote/a.cc", "\"local.h\"", "for cli/ alone"},
      {"src/cli/main.cc", "\"command.h\"", ""},
  };
  for (const auto& c : cases) {
    const std::vector<std::string> found =
        check_includes(c.path, "// x\n#include " + c.include + "\n", false);
    if (c.wrong.empty()) {
      EXPECT_THAT(found, IsEmpty()) << c.path << ' ' << c.include;
    } else {
      EXPECT_THAT(found, ElementsAre(HasSubstr(c.wrong)))
          << c.path << ' ' << c.include;
    }
  }
}

TEST(StructureGuard, SeesAHeaderThatIsNotProvedAlone) {
  const std::string text = "#include <string>\n#include <quoin/text/a.h>\n";
  EXPECT_THAT(check_includes("src/quoin/text/a.cc", text, true),
              ElementsAre("1: the first include must be quoin/text/a.h"));
  EXPECT_THAT(check_includes("src/quoin/text/a.cc", text, false), IsEmpty());
}

TEST(StructureGuard, SeesMissingLicencesAndLongFiles) {
  const std::string licence = "// SPDX-License-Identifier: Apache-2.0\n";
  EXPECT_THAT(check_form("a.cc", licence + "int x;\n"), IsEmpty());
  EXPECT_THAT(check_form("a.py", "#!x\n# " + licence.substr(3)), IsEmpty());
  EXPECT_THAT(check_form("a.cc", "int x;\n"), ElementsAre("1: no SPDX line"));
  EXPECT_THAT(check_form("a.cc", licence + std::string(500, '\n')),
              ElementsAre("501 lines: split it by idea"));
}

}  // namespace
}  // namespace quoin::structure
