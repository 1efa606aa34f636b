// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/verify_view.h>

#include <algorithm>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/report/html/anchors.h>
#include <quoin/report/html/edits.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

constexpr std::size_t kMostColumns = 40;  // of words that changed
constexpr std::size_t kMostTold = 2;

std::string quoted(std::string_view text) {
  return "\u2018" + clip_to_width(single_line(text), kMostColumns) + "\u2019";
}

std::string told(const SourcePassage& passage, std::string_view source,
                 std::string_view printed) {
  std::string out;
  std::size_t count = 0;
  for (const Edit& edit :
       edits_of(passage.finding, BaseSide::kFirst, printed)) {
    if (!is_difference(*edit.operation)) continue;
    if (++count > kMostTold) continue;
    const std::string before =
        quoted(source.substr(edit.begin, edit.end - edit.begin));
    if (!out.empty()) out += ", ";
    if (edit.operation->grade == Grade::kPunctuation) {
      out += edit.operation->words;
    } else if (edit.empty()) {
      out += quoted(edit.text) + " added";
    } else if (edit.text.empty()) {
      out += before + " left out";
    } else {
      out += before + " became " + quoted(edit.text);
    }
  }
  if (count > kMostTold) return plural(count, "difference");
  return out;
}

std::string verdict_of(const VerifyReport& report,
                       const VerifiedQuotation& verified,
                       std::string_view printed) {
  if (verified.passages.empty()) {
    switch (verified.grade) {
      case Grade::kParaphraseInMarks:
        return "the content is in the sources, the words are not";
      case Grade::kNotFound:
        return "not in the sources, which are declared complete";
      default:
        return "not in the sources, which are not known to be complete: this "
               "says nothing";
    }
  }
  const SourcePassage& passage = verified.passages.front();
  const Document& source = report.sources[passage.source].document;
  std::string out = told(passage, source.slice(passage.sentences), printed);
  if (out.empty()) {
    out = passage.finding.grade == Grade::kCannotCheck
              ? "cannot be compared with the passage"
              : "words equal";
  }
  if (passage.speaker == SpeakerAgreement::kConflict) {
    out += ", speakers differ";
  }
  return out;
}

}  // namespace

std::string severity_words(FindingSeverity severity) {
  return severity == FindingSeverity::kCannotCheck
             ? std::string("not checked")
             : std::string(to_string(severity));
}

std::string severity_chip(FindingSeverity severity) {
  std::string_view family = "same";
  std::string_view glyph = "=";
  switch (severity) {
    case FindingSeverity::kPass: break;
    case FindingSeverity::kInfo: family = "part", glyph = "i"; break;
    case FindingSeverity::kNote: family = "note", glyph = ","; break;
    case FindingSeverity::kReview: family = "word", glyph = "\u2260"; break;
    case FindingSeverity::kSerious: family = "risk", glyph = "!"; break;
    case FindingSeverity::kCannotCheck: family = "open", glyph = "?"; break;
  }
  return fmt::format(
      "<span class=\"g g-{}\"><i aria-hidden=\"true\">{}</i>{}</span>", family,
      glyph, severity_words(severity));
}

std::string document_name(const Document& document) {
  if (document.outlet) return *document.outlet;
  return document.title.value_or(document.id);
}

std::size_t VerifyView::speaker_index(const CheckedView& item) const {
  const auto at =
      std::find(speakers.begin(), speakers.end(), item.speaker.value_or(""));
  return static_cast<std::size_t>(at - speakers.begin());
}

VerifyView make_verify_view(const VerifyReport& report,
                            std::span<const Grammar* const> grammars) {
  VerifyView view;
  view.report = &report;
  view.grammars = grammars;
  for (const Article& article : report.drafts) {
    view.draft_positions.emplace_back(article.document.text);
  }
  for (const Article& article : report.sources) {
    view.source_positions.emplace_back(article.document.text);
  }
  Anchors anchors;
  bool anybody_unnamed = false;
  for (std::size_t d = 0; d < report.drafts.size(); ++d) {
    for (const VerifiedQuotation& verified : report.verified[d]) {
      CheckedView item;
      item.verified = &verified;
      item.draft = d;
      item.anchor = anchors.of_finding(verified.id);
      item.speaker = speaker_of(report.drafts[d], verified.quotation);
      item.severity = severity_of(verified, *report.profile);
      item.verdict = verdict_of(report, verified, view.words(item));
      if (item.speaker) {
        view.speakers.push_back(*item.speaker);
      } else {
        anybody_unnamed = true;
      }
      view.checked.push_back(std::move(item));
    }
  }
  std::sort(view.speakers.begin(), view.speakers.end());
  view.speakers.erase(std::unique(view.speakers.begin(), view.speakers.end()),
                      view.speakers.end());
  if (anybody_unnamed) view.speakers.emplace_back();
  return view;
}

}  // namespace quoin
