// SPDX-License-Identifier: Apache-2.0
// What every subcommand shares: exit codes, where results go, how it talks.
//
// A subcommand `x` is two files and a line:
//
//   x_command.h    void declare_x(Command& quoin);
//   x_command.cc   its options and their help (arguments.h), and run_x, which
//                  prints through Output and talks through report
//   main.cc        declare_x(quoin);

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/diagnostic.h>
#include <quoin/report/text_style.h>

namespace quoin::cli {

inline constexpr int kExitFound = 0;    // found; same; nothing to complain of
inline constexpr int kExitNothing = 1;  // nothing found; differs; findings
inline constexpr int kExitError = 2;    // could not do all that was asked

// Results go here: standard output, or a file. A reader that goes away
// (`quoin … | head`) is success: writes are dropped from then on.
class Output {
 public:
  // An empty path or "-" is standard output.
  explicit Output(const std::string& path = "");
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output();

  void write(std::string_view bytes);
  // False when nobody reads any more: the caller may as well stop.
  bool wanted() const { return wanted_; }
  // Flushes. False, after a diagnostic, when the results could not be written.
  bool finish();

  bool is_terminal() const;
  // --color; else a terminal that wants it: NO_COLOR, CLICOLOR_FORCE and
  // TERM=dumb heard.
  bool wants_colour() const;
  // Columns of the terminal; 0 when there is none, for "as wide as it takes".
  std::size_t columns() const;

 private:
  void flush();
  void fail();

  std::string path_;
  std::string buffer_;
  int fd_ = -1;
  int error_ = 0;
  bool wanted_ = true;
};

// Columns and colour of a report for people.
TextStyle style_for(const Output& output);

// Talk goes to standard error, with a caret where there is a place.
void report(const Diagnostic& diagnostic);
void report(const std::vector<Diagnostic>& diagnostics);
// "quoin: error: message", for what has no place in a file.
void report_error(std::string_view message, std::string_view hint = {});

}  // namespace quoin::cli
