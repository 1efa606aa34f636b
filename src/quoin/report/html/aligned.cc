// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/aligned.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include <fmt/format.h>

#include <quoin/report/html/escape.h>
#include <quoin/report/html/excerpt.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

constexpr std::size_t kAround = 36;    // bytes of context of a change in line
constexpr std::size_t kMostCut = 400;  // bytes of words that are not printed

enum class Side : std::uint8_t { kBase, kOther };

std::string label(std::string_view words) {
  return fmt::format("<small class=\"op\">{}</small>", words);
}

// Nothing stands here: a caret, and the words for those who hear the page.
std::string gap() {
  return "<span class=\"gap\"><span aria-hidden=\"true\">\u2038</span>"
         "<span class=\"vh\"> nothing here </span></span>";
}

std::string_view label_of(const Edit& edit, GradeMode mode, Side side) {
  const bool is_replaced = !edit.empty() && !edit.text.empty();
  if (mode == GradeMode::kSymmetric) {
    return is_replaced ? "differs" : "only here";
  }
  if (is_replaced) return side == Side::kBase ? "replaced" : "instead";
  return edit.empty() ? "added" : "left out";
}

// Words at the ends that the other text does not have.
std::string cut(std::string_view text) {
  if (text.size() <= kMostCut) {
    return fmt::format("<span class=\"cut\">{}</span>", html_printed(text));
  }
  const std::string_view head = head_of(text, kMostCut / 2);
  const std::string_view tail = tail_of(text, kMostCut / 2);
  return fmt::format("<span class=\"cut\">{} [\u2026] {}</span>",
                     html_printed(head), html_printed(tail));
}

std::string changed(const Edit& edit, std::string_view text, GradeMode mode,
                    Side side) {
  if (edit.operation->grade == Grade::kExcerpt) {
    return text.empty() ? std::string() : cut(text);
  }
  if (!is_difference(*edit.operation)) {
    return text.empty() ? std::string()
                        : fmt::format("<span class=\"min\">{}</span>",
                                      html_printed(text));
  }
  if (text.empty()) return gap();
  const std::string_view tag = side == Side::kBase ? "del" : "ins";
  return fmt::format("<{0}>{1}</{0}>{2}", tag, html_printed(text),
                     label(label_of(edit, mode, side)));
}

// What a reader cannot see, and dashes by name.
struct Glyph {
  std::string_view printed;
  std::string_view shown;
};
constexpr std::array<Glyph, 13> kGlyphs = {{
    {"\u00A0", "\u237D"},
    {"\u202F", "\u237D"},
    {"\u2009", "\u237D"},
    {"\u200A", "\u237D"},
    {"\u2002", "\u237D"},
    {"\u2003", "\u237D"},
    {"\u00AD", "\u27E6soft hyphen\u27E7"},
    {"\u200B", "\u27E6zero-width space\u27E7"},
    {"\u2011", "\u2011 (no-break hyphen)"},
    {"\u2013", "\u2013 (en dash)"},
    {"\u2014", "\u2014 (em dash)"},
    {"\u2026", "\u2026 (one glyph)"},
    {"\n", "\u21B5"},
}};

std::string visible(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto glyph =
        std::find_if(kGlyphs.begin(), kGlyphs.end(), [&](const Glyph& each) {
          return text.substr(i).starts_with(each.printed);
        });
    if (glyph == kGlyphs.end()) {
      out += text[i++];
    } else {
      out += glyph->shown;
      i += glyph->printed.size();
    }
  }
  if (out.empty()) return "nothing";
  return "<code>" + html_printed(out) + "</code>";
}

}  // namespace

AlignedTexts align_texts(const Finding& finding, BaseSide side,
                         std::string_view base, std::string_view other) {
  AlignedTexts out;
  std::size_t at = 0;
  for (const Edit& edit : edits_of(finding, side, other)) {
    const std::string same = html_printed(base.substr(at, edit.begin - at));
    const std::string_view before =
        base.substr(edit.begin, edit.end - edit.begin);
    out.base += same + changed(edit, before, finding.mode, Side::kBase);
    out.other += same + changed(edit, edit.text, finding.mode, Side::kOther);
    at = edit.end;
  }
  const std::string rest = html_printed(base.substr(at));
  out.base += rest;
  out.other += rest;
  return out;
}

std::string change_in_line(const Edit& edit, std::string_view base,
                           GradeMode mode) {
  const std::string_view before = base.substr(0, edit.begin);
  const std::string_view after = base.substr(edit.end);
  const std::string_view head = tail_of(before, kAround);
  const std::string_view tail = head_of(after, kAround);
  std::string out = head.size() < before.size() ? "\u2026 " : "";
  out += html_printed(head);
  if (!edit.empty()) {
    out += "<del>" +
           html_printed(base.substr(edit.begin, edit.end - edit.begin)) +
           "</del>";
    if (!edit.text.empty()) out += ' ';
  }
  if (!edit.text.empty()) out += "<ins>" + html_printed(edit.text) + "</ins>";
  std::string_view words = "replaced";
  if (mode == GradeMode::kSymmetric) {
    words = edit.empty() || edit.text.empty() ? "in one only" : "differs";
  } else if (edit.empty() || edit.text.empty()) {
    words = edit.empty() ? "added" : "left out";
  }
  out += label(words) + html_printed(tail);
  if (tail.size() < after.size()) out += " \u2026";
  return out;
}

std::string ignored_html(const Finding& finding, BaseSide side,
                         std::string_view base, std::string_view other) {
  std::string items;
  std::size_t count = 0;
  for (const Edit& edit : edits_of(finding, side, other)) {
    if (edit.operation->grade > Grade::kConvention) continue;
    std::string names;
    for (const std::string& flag : edit.operation->flags) {
      names += (names.empty() ? "" : ", ") + spaced(flag);
    }
    if (names.empty()) names = grade_words(edit.operation->grade).label;
    ++count;
    items +=
        fmt::format("<li>{}: {} and {}</li>", html_text(names),
                    visible(base.substr(edit.begin, edit.end - edit.begin)),
                    visible(edit.text));
  }
  if (count == 0) return {};
  return fmt::format(
      "<details class=\"ignored\"><summary>{} of type or house style, not "
      "counted</summary><ul>{}</ul></details>\n",
      plural(count, "difference"), items);
}

}  // namespace quoin
