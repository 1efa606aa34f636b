// SPDX-License-Identifier: Apache-2.0
#include "doctor_command.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <sys/resource.h>

#include <fmt/format.h>

#include <quoin/grammar/about_regex.h>
#include <quoin/grammar/embedded.h>
#include <quoin/read/read.h>
#include <quoin/text/about_unicode.h>

#include "command.h"
#include "grammars.h"
#include "inputs.h"

namespace quoin::cli {
namespace {

// Below so many, a run over many archives can run out of them.
constexpr rlim_t kFewFiles = 64;

// A line of the examination, and what to do where something is off.
struct Examined {
  std::string_view what;
  std::string found;
  std::string advice;  // empty: in order
};

std::string limit_text(rlim_t limit, rlim_t unit, const char* unit_name) {
  return limit == RLIM_INFINITY ? "unlimited"
                                : std::to_string(limit / unit) + unit_name;
}

Examined examine_unicode() {
  const UnicodeInfo info = about_unicode();
  return {"Unicode",
          fmt::format("ICU {} (Unicode {}), utf8proc {} (Unicode {})", info.icu,
                      info.icu_unicode, info.utf8proc, info.utf8proc_unicode),
          ""};
}

Examined examine_regex() {
  const RegexEngineInfo info = about_regex_engine();
  Examined out = {"PCRE2",
                  fmt::format("{} (Unicode {})", info.version, info.unicode),
                  ""};
  if (info.jit_works) {
    out.found += ", JIT works: " + info.jit_target;
  } else if (info.jit_target.empty()) {
    out.found += ", built without JIT";
    out.advice = "rules give the same answers, slower; install a PCRE2 with JIT";
  } else {
    out.found += ", JIT is refused";
    out.advice = "rules give the same answers, slower; the system forbids "
                 "memory that is written and run (SELinux, a sandbox): allow it";
  }
  return out;
}

// Every language loads and its examples' rules compile.
Examined examine_grammars() {
  std::set<std::string> languages;
  for (const EmbeddedFile& file : embedded_grammars()) {
    languages.emplace(file.path.substr(0, file.path.find('/')));
  }
  std::vector<std::string> broken;
  for (const std::string& language : languages) {
    if (!Grammars::load("", language)) broken.push_back(language);
  }
  Examined out = {"grammars",
                  fmt::format("{} languages in {} files, compiled in: {}",
                              languages.size(), embedded_grammars().size(),
                              fmt::join(languages, " ")),
                  ""};
  if (!broken.empty()) {
    out.advice = fmt::format("these do not load: {}; quoin grammar check says "
                             "why",
                             fmt::join(broken, " "));
  }
  return out;
}

Examined examine_limits() {
  rlimit files{};
  rlimit memory{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  ::getrlimit(RLIMIT_AS, &memory);
  Examined out = {
      "limits",
      fmt::format("{} threads, {} open files, memory {}; a document {} MB "
                  "(--max-size)",
                  thread_count(0), limit_text(files.rlim_cur, 1, ""),
                  limit_text(memory.rlim_cur, 1 << 20, " MB"), kDefaultMaxSize >> 20),
      ""};
  if (files.rlim_cur < kFewFiles) {
    out.advice = "few files may be open at once: ulimit -n 1024";
  }
  return out;
}

Examined examine_terminal(const Output& output) {
  return {"terminal",
          fmt::format("{}, {} colour",
                      output.is_terminal()
                          ? fmt::format("{} columns", output.columns())
                          : std::string("none, results go to a file"),
                      output.wants_colour() ? "with" : "without"),
          ""};
}

// Exit status: 0 when all is in order, 1 when something could be better.
int run_doctor() {
  Output output;
  output.write(fmt::format("{:<10} {}\n", "quoin", QUOIN_VERSION));
  output.write(fmt::format("{:<10} {}, C++{}\n", "built by", __VERSION__,
                           __cplusplus / 100 % 100));
  bool is_well = true;
  for (const Examined& one :
       {examine_unicode(), examine_regex(), examine_grammars(),
        examine_limits(), examine_terminal(output)}) {
    output.write(fmt::format("{:<10} {}\n", one.what, one.found));
    if (one.advice.empty()) continue;
    is_well = false;
    output.write(fmt::format("{:<10} -> {}\n", "", one.advice));
  }
  output.write(is_well ? "all is in order\n" : "see what -> says\n");
  if (!output.finish()) return kExitError;
  return is_well ? kExitFound : kExitNothing;
}

}  // namespace

void declare_doctor(Command& quoin) {
  Command command = quoin.add_command(
      "doctor", "What this quoin is made of, and whether all of it works");
  command.add_footer("Exit status: 0 all in order, 1 something is off.");
  command.on_run(run_doctor);
}

}  // namespace quoin::cli
