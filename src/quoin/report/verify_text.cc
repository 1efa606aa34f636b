// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/verify_text.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/report/describe.h>
#include <quoin/report/phrases.h>
#include <quoin/report/wrap.h>
#include <quoin/text/positions.h>

namespace quoin {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kMostLines = 20;  // of one text

std::vector<PositionIndex> index_all(std::span<const Article> articles) {
  std::vector<PositionIndex> all;
  all.reserve(articles.size());
  for (const Article& article : articles) {
    all.emplace_back(article.document.text);
  }
  return all;
}

// "minutes.txt:1:15"
std::string place(const Document& document, const PositionIndex& positions,
                  std::size_t byte) {
  const Position at = positions.at(byte);
  return fmt::format("{}:{}:{}", single_line(document.id), at.line, at.column);
}

class TextReport {
 public:
  TextReport(const VerifyReport& report, const TextStyle& style)
      : report_(report),
        style_(style),
        drafts_(index_all(report.drafts)),
        sources_(index_all(report.sources)) {}

  std::string write();

 private:
  void write_quotation(std::size_t draft, const VerifiedQuotation& verified);
  void write_absence(const VerifiedQuotation& verified);
  void write_passage(const SourcePassage& passage,
                     const std::optional<std::string>& speaker);
  void write_speakers(const SourcePassage& passage,
                      const std::optional<std::string>& speaker);
  void write_summary();
  void write_not_checked(const VerifyTotals& totals);
  std::string shown(const SourcePassage& passage, TextSpan words) const;

  void write_lines(std::size_t indent, const std::string& text);

  const VerifyReport& report_;
  const TextStyle& style_;
  std::vector<PositionIndex> drafts_;
  std::vector<PositionIndex> sources_;
  std::string out_;
};

std::string TextReport::write() {
  for (std::size_t i = 0; i < report_.drafts.size(); ++i) {
    for (const VerifiedQuotation& verified : report_.verified[i]) {
      write_quotation(i, verified);
    }
  }
  write_summary();
  return std::move(out_);
}

void TextReport::write_quotation(std::size_t draft,
                                 const VerifiedQuotation& verified) {
  const Article& article = report_.drafts[draft];
  const Document& document = article.document;
  const Quotation& quotation = article.quotations[verified.quotation];
  const FindingSeverity severity = severity_of(verified, *report_.profile);
  const std::string judged =
      severity == FindingSeverity::kCannotCheck
          ? "not checked"
          : fmt::format("{}  {}", to_string(severity),
                        spaced(to_string(verified.grade)));
  out_ += fmt::format(
      "{}  {}\n",
      style_.bold(place(document, drafts_[draft], verified.span.begin)),
      style_.mark(judged));
  write_lines(kIndent, std::string(document.slice(quotation.open)) +
                           single_line(document.slice(verified.span)) +
                           std::string(document.slice(quotation.close)));
  const std::optional<std::string> speaker =
      speaker_of(article, verified.quotation);
  const std::size_t count = verified.passages.size() + verified.more_passages;
  if (count == 0) write_absence(verified);
  if (count > 1) {
    write_lines(kIndent,
                fmt::format("{} passages fit alike; none is chosen", count));
  }
  for (const SourcePassage& passage : verified.passages) {
    write_passage(passage, speaker);
  }
  if (verified.more_passages > 0) {
    write_lines(kIndent, fmt::format("and {} more", verified.more_passages));
  }
  // Words that are not the same are not told word by word.
  if (verified.nearest) {
    write_lines(kIndent,
                "nearest " + shown(*verified.nearest, verified.nearest->span));
  }
  out_ += style_.dim("    rule " + verified.rule) + "\n";
  out_ += '\n';
}

void TextReport::write_absence(const VerifiedQuotation& verified) {
  if (verified.rule == "cannot_check/translated") {
    write_lines(kIndent,
                "not in the sources; said in another language, so that they "
                "may hold another translation");
  } else if (verified.grade == Grade::kParaphraseInMarks) {
    write_lines(kIndent, "the content is in the sources, the words are not");
  } else if (!verified.is_speech) {
    write_lines(kIndent,
                "not in the sources; marks around a term or a sign need not "
                "mean that somebody said it");
  } else if (verified.grade == Grade::kNotFound) {
    write_lines(kIndent, "not in the sources, which are declared complete");
  } else {
    write_lines(
        kIndent,
        "not in the sources; they are not known to be complete, so that this "
        "says nothing");
  }
}

void TextReport::write_passage(const SourcePassage& passage,
                               const std::optional<std::string>& speaker) {
  const Finding& finding = passage.finding;
  write_lines(kIndent, "in " + shown(passage, passage.sentences));
  for (const std::string& words : describe_finding(finding, "", "")) {
    write_lines(kIndent + 2, single_line(words));
  }
  if (finding.extent != Extent::kWhole) {
    write_lines(kIndent + 2,
                fmt::format("{} of {} words of the passage, extent {}",
                            finding.printed_words, finding.reference_words,
                            to_string(finding.extent)));
  }
  write_speakers(passage, speaker);
}

// "minutes.txt:1:15: We will mend the wall."
std::string TextReport::shown(const SourcePassage& passage,
                              TextSpan words) const {
  const Document& document = report_.sources[passage.source].document;
  return fmt::format(
      "{}: {}", place(document, sources_[passage.source], passage.span.begin),
      single_line(document.slice(words)));
}

void TextReport::write_speakers(const SourcePassage& passage,
                                const std::optional<std::string>& speaker) {
  std::string theirs;
  for (const std::string& name : passage.speakers) {
    if (!theirs.empty()) theirs += ", ";
    theirs += single_line(name);
  }
  const std::string ours =
      speaker ? single_line(*speaker) : std::string("nobody named");
  switch (passage.speaker) {
    case SpeakerAgreement::kSame:
      write_lines(kIndent + 2, fmt::format("speaker agrees: {}", ours));
      return;
    case SpeakerAgreement::kConflict:
      write_lines(
          kIndent + 2,
          fmt::format("speakers differ: {} in the draft, {} in the source",
                      ours, theirs));
      return;
    case SpeakerAgreement::kUnknown:
      write_lines(kIndent + 2,
                  fmt::format("speaker not checked: {} in the draft, {} "
                              "in the source",
                              ours, theirs.empty() ? "nobody named" : theirs));
      return;
  }
}

void TextReport::write_lines(std::size_t indent, const std::string& text) {
  const std::size_t width =
      style_.columns > indent + 20 ? style_.columns - indent : 20;
  for (const std::string& line : wrap_to_width(text, width, kMostLines)) {
    out_.append(indent, ' ').append(line).append("\n");
  }
}

void TextReport::write_summary() {
  const VerifyTotals totals = count_verified(report_);
  out_ += fmt::format(
      "{} in {} held against {} by profile {}: {} clean, {}, {} not checked\n",
      plural(totals.quotations, "quotation"),
      plural(report_.drafts.size(), "draft"),
      plural(report_.sources.size(), "source"), report_.profile->name,
      totals.clean, plural(totals.findings, "finding"), totals.cannot_check);
  write_not_checked(totals);
}

void TextReport::write_not_checked(const VerifyTotals& totals) {
  if (totals.not_in_sources > 0) {
    write_lines(
        0,
        fmt::format("not checked: {} not in sources that are not known to be "
                    "complete (--complete)",
                    totals.not_in_sources));
  }
  const std::size_t uncertain = totals.cannot_check - totals.not_in_sources;
  if (uncertain > 0) {
    write_lines(
        0, fmt::format("not checked: {} that cannot be: no speech, translated, or in "
                       "a passage that cannot be compared",
                       uncertain));
  }
  if (totals.not_looked_at == 0) return;
  std::map<std::string_view, std::size_t> reasons;
  for (std::size_t i = 0; i < report_.drafts.size(); ++i) {
    for (const std::size_t q : quotations_not_looked_at(report_, i)) {
      ++reasons[why_not_looked_at(report_.drafts[i].quotations[q])];
    }
  }
  std::string list;
  for (const auto& [reason, count] : reasons) {
    if (!list.empty()) list += ", ";
    list += fmt::format("{} {}", count, reason);
  }
  write_lines(0, fmt::format("not looked at: {} between marks ({})",
                             totals.not_looked_at, list));
}

}  // namespace

std::string verify_text(const VerifyReport& report, const TextStyle& style) {
  return TextReport(report, style).write();
}

}  // namespace quoin
