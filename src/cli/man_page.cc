// SPDX-License-Identifier: Apache-2.0
#include "man_page.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

namespace quoin::cli {
namespace {

// Text for roff: a hyphen that can be copied, no backslash, and no line that
// begins with a dot or an apostrophe and would be a command.
std::string roff(std::string_view text) {
  std::string out;
  bool at_line_start = true;
  for (const char c : text) {
    if (at_line_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    at_line_start = c == '\n';
  }
  return out;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
    return static_cast<char>(std::toupper(c));
  });
  return text;
}

void append_option(const OptionEntry& option, std::string& out) {
  std::string head;
  for (const std::string& name : option.names) {
    head += (head.empty() ? "" : ", ") + ("\\fB" + roff(name) + "\\fR");
  }
  if (option.names.empty()) head = "\\fI" + roff(option.argument) + "\\fR";
  if (!option.type.empty()) head += " \\fI" + roff(option.type) + "\\fR";
  out += ".TP\n" + head + "\n" + roff(option.description) + "\n";
  if (!option.words.empty()) {
    out += fmt::format(".br\nOne of: {}\n",
                       roff(fmt::format("{}", fmt::join(option.words, ", "))));
  }
}

void append_command(const CommandEntry& command, std::string& out) {
  if (command.path.size() > 1) {
    out += fmt::format(".SS {}\n{}\n",
                       roff(fmt::format("{}", fmt::join(command.path, " "))),
                       roff(command.description));
  }
  for (const OptionEntry& option : command.options) append_option(option, out);
  if (command.path.size() > 1 && !command.footer.empty()) {
    out += ".PP\n" + roff(command.footer) + "\n";
  }
  for (const CommandEntry& inner : command.commands) {
    append_command(inner, out);
  }
}

}  // namespace

std::string man_page(const CommandEntry& root, std::string_view version) {
  const std::string& name = root.path.front();
  std::string out = fmt::format(
      ".\\\" SPDX-License-Identifier: Apache-2.0\n"
      ".TH {} 1 \"\" \"{} {}\"\n"
      ".SH NAME\n{} \\- finds quotations, who said them, and who printed them "
      "faithfully\n"
      ".SH SYNOPSIS\n.B {}\n\\fICOMMAND\\fR [\\fIOPTION\\fR...] "
      "[\\fIARGUMENT\\fR...]\n"
      ".SH DESCRIPTION\n{}\n"
      ".SH COMMANDS AND OPTIONS\n",
      upper(name), name, roff(version), name, name, roff(root.description));
  append_command(root, out);
  out += ".SH EXIT STATUS\n" + roff(root.footer) +
         "\n.SH ENVIRONMENT\n"
         ".TP\n.B NO_COLOR\nNo colour, when set to anything.\n"
         ".TP\n.B CLICOLOR_FORCE\nColour also where no terminal is.\n"
         ".TP\n.B CI\nWhen set, no golden file and nothing beside it is "
         "written.\n";
  return out;
}

}  // namespace quoin::cli
