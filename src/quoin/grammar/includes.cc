// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/includes.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <quoin/base/suggest.h>
#include <quoin/grammar/embedded.h>
#include <quoin/grammar/parse.h>

namespace quoin {
namespace {

namespace fs = std::filesystem;

std::vector<std::string_view> built_in_languages() {
  std::vector<std::string_view> languages;
  for (const EmbeddedFile& file : embedded_grammars()) {
    const std::string_view lang = file.path.substr(0, file.path.find('/'));
    if (languages.empty() || languages.back() != lang) {
      languages.push_back(lang);
    }
  }
  return languages;
}

bool is_path(std::string_view included) {
  return included.find_first_of("./\\") != std::string_view::npos;
}

class Includer {
 public:
  explicit Includer(std::vector<Diagnostic>& problems) : problems_(problems) {}

  std::vector<GrammarFile> run(const std::vector<GrammarText>& texts) {
    for (const GrammarText& text : texts) add(text);
    return std::move(files_);
  }

 private:
  enum class State { kReading, kRead };

  // The same file under two names is one file.
  static std::string key_of(const GrammarText& text) {
    if (text.origin.empty()) return "built in " + text.path;
    std::error_code problem;
    const fs::path path = fs::weakly_canonical(text.origin, problem);
    return problem ? text.origin.string() : path.string();
  }

  // Included files first. False: the file is one of those that led here.
  bool add(const GrammarText& text) {
    const auto [known, is_new] = states_.emplace(key_of(text), State::kReading);
    if (!is_new) return known->second == State::kRead;
    GrammarFile file = parse_grammar(text.path, text.text, problems_);
    for (const Entry& entry : file.includes) include(text, file, entry);
    files_.push_back(std::move(file));
    known->second = State::kRead;
    return true;
  }

  void include(const GrammarText& from, const GrammarFile& file,
               const Entry& entry) {
    if (!is_path(entry.text)) return include_language(file, entry);
    GrammarText text;
    text.path = beside(from.path, entry.text);
    if (!from.origin.empty()) text.origin = from.origin.parent_path() / entry.text;
    if (!read(text)) {
      return fail(file, entry,
                  fmt::format("there is no file '{}'", text.path));
    }
    if (!add(text)) {
      fail(file, entry, fmt::format("'{}' includes itself", text.path),
           "directly, or by way of what it includes");
    }
  }

  void include_language(const GrammarFile& file, const Entry& entry) {
    const std::vector<std::string_view> known = built_in_languages();
    if (std::find(known.begin(), known.end(), entry.text) == known.end()) {
      return fail(file, entry,
                  fmt::format("there is no built-in grammar '{}'", entry.text),
                  suggest_name(entry.text, known));
    }
    for (const GrammarText& text : built_in_grammar(entry.text)) add(text);
  }

  // Only what lies somewhere can include what lies beside it: a grammar that
  // came as text from elsewhere must not make us open files.
  static bool read(GrammarText& text) {
    std::error_code problem;
    if (text.origin.empty() || !fs::is_regular_file(text.origin, problem)) {
      return false;
    }
    std::ifstream in(text.origin, std::ios::binary);
    text.text.assign(std::istreambuf_iterator<char>(in), {});
    return !in.bad();
  }

  static std::string beside(const std::string& path,
                            const std::string& included) {
    return (fs::path(path).parent_path() / included)
        .lexically_normal()
        .generic_string();
  }

  void fail(const GrammarFile& file, const Entry& entry, std::string message,
            std::string hint = "") {
    problems_.push_back(
        diagnose(file, entry.place, std::move(message), std::move(hint)));
  }

  std::vector<Diagnostic>& problems_;
  std::vector<GrammarFile> files_;
  std::map<std::string, State> states_;
};

}  // namespace

std::vector<GrammarFile> parse_with_includes(
    const std::vector<GrammarText>& texts, std::vector<Diagnostic>& problems) {
  return Includer(problems).run(texts);
}

}  // namespace quoin
