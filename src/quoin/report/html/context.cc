// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/context.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <quoin/report/html/escape.h>
#include <quoin/report/html/excerpt.h>

namespace quoin {
namespace {

constexpr std::size_t kAround = 200;      // bytes before and after
constexpr std::size_t kMostWords = 900;   // bytes of the quotation itself
constexpr std::size_t kKeptOfLong = 360;  // at either end of a longer one

// A paragraph's end as a sign, so that surroundings stay compact.
std::string flowing(std::string_view text) {
  std::string out;
  const std::string printed = html_printed(text);
  for (std::size_t i = 0; i < printed.size();) {
    if (printed[i] != '\n') {
      out += printed[i++];
      continue;
    }
    std::size_t breaks = 0;
    while (i < printed.size() && (printed[i] == '\n' || printed[i] == ' ')) {
      breaks += printed[i++] == '\n' ? 1u : 0u;
    }
    out += breaks > 1 ? " <span class=\"para\">\u00B6</span> " : " ";
  }
  return out;
}

struct Note {
  TextSpan span;
  std::string_view tag;    // class
  std::string_view label;  // for those who hear it
};

// `text` [from, to) of the document, with notes inside marked.
std::string annotated(const Document& document, TextSpan range,
                      const std::vector<Note>& notes) {
  std::string out;
  std::size_t at = range.begin;
  for (const Note& note : notes) {
    if (note.span.begin < at || note.span.end > range.end ||
        note.span.empty()) {
      continue;
    }
    out += flowing(document.slice({at, note.span.begin}));
    out += fmt::format(
        "<span class=\"{}\"><span class=\"vh\">[{}] </span>{}"
        "</span>",
        note.tag, note.label, flowing(document.slice(note.span)));
    at = note.span.end;
  }
  return out + flowing(document.slice({at, range.end}));
}

std::vector<Note> notes_of(const Attribution* attribution) {
  std::vector<Note> notes;
  if (attribution == nullptr) return notes;
  if (attribution->speaker) {
    notes.push_back({attribution->speaker->mention, "spk", "speaker"});
  }
  if (attribution->cue) notes.push_back({*attribution->cue, "cue", "cue"});
  std::sort(notes.begin(), notes.end(),
            [](const Note& a, const Note& b) { return a.span < b.span; });
  return notes;
}

std::string highlighted(const Document& document, TextSpan words) {
  const std::string_view text = document.slice(words);
  if (text.size() <= kMostWords) {
    return "<mark>" + flowing(text) + "</mark>";
  }
  const std::string_view head = head_of(text, kKeptOfLong);
  const std::string_view tail = tail_of(text, kKeptOfLong);
  return fmt::format("<mark>{} <span class=\"para\">[\u2026]</span> {}</mark>",
                     flowing(head), flowing(tail));
}

}  // namespace

std::string context_html(const Document& document, TextSpan words,
                         const Attribution* attribution) {
  const std::string_view text = document.text;
  const std::string_view before = tail_of(text.substr(0, words.begin), kAround);
  const std::string_view after = head_of(text.substr(words.end), kAround);
  TextSpan left{words.begin - before.size(), words.begin};
  TextSpan right{words.end, words.end + after.size()};
  const bool begins = left.begin == 0;
  const bool ends = right.end == text.size();
  while (!left.empty() && (text[left.begin] == '\n' || text[left.begin] == ' '))
    ++left.begin;
  while (!right.empty() &&
         (text[right.end - 1] == '\n' || text[right.end - 1] == ' ')) {
    --right.end;
  }
  const std::vector<Note> notes = notes_of(attribution);
  return fmt::format("<p class=\"ctx\" dir=\"auto\">{}{}{}{}{}</p>\n",
                     begins ? "" : "\u2026 ", annotated(document, left, notes),
                     highlighted(document, words),
                     annotated(document, right, notes), ends ? "" : " \u2026");
}

std::string attribution_html(const Document& document,
                             const Attribution& attribution,
                             const Grammar* grammar) {
  std::string who = "speaker not named";
  if (attribution.speaker) {
    const Speaker& speaker = *attribution.speaker;
    const std::string mention(document.slice(speaker.mention));
    who = "speaker " + html_name(speaker.name.value_or(mention));
    if (speaker.name && *speaker.name != mention) {
      who += ", printed as " + html_name("\u2018" + mention + "\u2019");
    }
    for (std::size_t i = 0; i < speaker.candidates.size(); ++i) {
      who += i == 0 ? ", who may be " : " or ";
      who += html_name(speaker.candidates[i]);
    }
  }
  if (attribution.cue) {
    who += ", cue " +
           html_name("\u2018" + std::string(document.slice(*attribution.cue)) +
                     "\u2019");
  }
  if (attribution.rule == kNoRule || grammar == nullptr) return who;
  const RuleName& rule =
      grammar->rule_names()[static_cast<std::size_t>(attribution.rule)];
  return fmt::format("{}, by rule <code>{}</code> ({})", who,
                     html_text(rule.name), html_text(rule.at));
}

std::string place_html(const Document& document, const PositionIndex& positions,
                       TextSpan words) {
  const Position begin = positions.at(words.begin);
  const Position end = positions.at(words.end);
  return fmt::format("{}, line {}, characters {}\u2013{}",
                     html_name(document.id), begin.line, begin.code_point,
                     end.code_point);
}

}  // namespace quoin
