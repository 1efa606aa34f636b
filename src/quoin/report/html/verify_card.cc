// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <quoin/report/html/aligned.h>
#include <quoin/report/html/context.h>
#include <quoin/report/html/escape.h>
#include <quoin/report/html/pair.h>
#include <quoin/report/html/verify_view.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

constexpr std::size_t kMostTitle = 140;

class VerifyCardWriter {
 public:
  VerifyCardWriter(const VerifyView& view, const CheckedView& checked)
      : view_(view), checked_(checked), verified_(*checked.verified) {}

  std::string write();

 private:
  void write_head();
  void write_passage(const SourcePassage& passage);
  void write_speakers(const SourcePassage& passage);
  void write_nearest(const SourcePassage& passage);
  void write_draft();

  const Document& draft() const {
    return view_.report->drafts[checked_.draft].document;
  }

  const VerifyView& view_;
  const CheckedView& checked_;
  const VerifiedQuotation& verified_;
  std::string out_;
};

std::string VerifyCardWriter::write() {
  out_ += fmt::format(
      "<article class=\"card\" id=\"{}\" data-s=\"{}\" data-o=\"{}\" "
      "data-g=\"{}\" data-v=\"{}\">\n",
      checked_.anchor, view_.speaker_index(checked_), checked_.draft,
      to_string(verified_.grade), to_string(checked_.severity));
  write_head();
  for (const SourcePassage& passage : verified_.passages) {
    write_passage(passage);
  }
  if (verified_.more_passages > 0) {
    out_ += fmt::format(
        "<p class=\"held\">and {} more passages that fit alike."
        "</p>\n",
        verified_.more_passages);
  }
  if (verified_.nearest) write_nearest(*verified_.nearest);
  write_draft();
  return std::move(out_) + "</article>\n";
}

void VerifyCardWriter::write_head() {
  out_ += fmt::format(
      "<header><p class=\"speaker\">{}</p>\n<h3 dir=\"auto\">{} <a "
      "class=\"self\" href=\"#{}\" aria-label=\"Link to this quotation\">#</a>"
      "</h3>\n<p class=\"verdict\">{} {} <bdi>{}</bdi>.</p>\n"
      "<p class=\"held\">Rule <code>{}</code>, judged by profile {}.</p>\n",
      checked_.speaker ? html_name(*checked_.speaker) : "speaker not named",
      html_printed(title_of(view_.words(checked_), kMostTitle)),
      checked_.anchor, severity_chip(checked_.severity),
      checked_.severity == FindingSeverity::kCannotCheck
          ? ""
          : grade_chip(verified_.grade),
      html_printed(checked_.verdict), html_text(verified_.rule),
      html_text(view_.report->profile->name));
  const std::size_t count = verified_.passages.size() + verified_.more_passages;
  if (count > 1) {
    out_ += fmt::format("<p class=\"held\">{} fit alike; none is chosen.</p>\n",
                        plural(count, "passage"));
  }
  out_ += "</header>\n";
}

void VerifyCardWriter::write_passage(const SourcePassage& passage) {
  const Document& source = view_.report->sources[passage.source].document;
  const PairSide base{
      fmt::format("{} <small>{}</small>", html_name(document_name(source)),
                  place_html(source, view_.source_positions[passage.source],
                             passage.span)),
      "the source", source.slice(passage.sentences)};
  const PairSide other{"The draft", "the draft", view_.words(checked_)};
  out_ += pair_html(passage.finding, BaseSide::kFirst, base, other);
  out_ += finding_html(passage.finding, BaseSide::kFirst, base, other);
  out_ +=
      ignored_html(passage.finding, BaseSide::kFirst, base.text, other.text);
  write_speakers(passage);
}

void VerifyCardWriter::write_speakers(const SourcePassage& passage) {
  std::string theirs;
  for (const std::string& name : passage.speakers) {
    theirs += (theirs.empty() ? "" : ", ") + html_name(name);
  }
  if (theirs.empty()) theirs = "nobody named";
  const std::string ours =
      checked_.speaker ? html_name(*checked_.speaker) : "nobody named";
  std::string_view words = "Speaker not checked";
  if (passage.speaker == SpeakerAgreement::kSame) words = "Speaker agrees";
  if (passage.speaker == SpeakerAgreement::kConflict) {
    words = "Speakers differ";
  }
  out_ += fmt::format(
      "<p class=\"held\">{}: {} in the draft, {} in the source.</p>\n", words,
      ours, theirs);
}

// Words that are not the same are not told word by word.
void VerifyCardWriter::write_nearest(const SourcePassage& passage) {
  const Document& source = view_.report->sources[passage.source].document;
  out_ += fmt::format(
      "<h4>The nearest that the sources have</h4>\n{}<p class=\"why\">{}, {}"
      "</p>\n",
      context_html(source, passage.span, nullptr),
      html_name(document_name(source)),
      place_html(source, view_.source_positions[passage.source], passage.span));
}

void VerifyCardWriter::write_draft() {
  const Article& article = view_.report->drafts[checked_.draft];
  const Attribution& attribution = article.attributions[verified_.quotation];
  const Grammar* grammar = checked_.draft < view_.grammars.size()
                               ? view_.grammars[checked_.draft]
                               : nullptr;
  out_ +=
      fmt::format("<h4>In the draft</h4>\n{}<p class=\"why\">{}<br>{}</p>\n",
                  context_html(draft(), verified_.span, &attribution),
                  attribution_html(draft(), attribution, grammar),
                  place_html(draft(), view_.draft_positions[checked_.draft],
                             verified_.span));
}

}  // namespace

std::string verify_card_html(const VerifyView& view,
                             const CheckedView& checked) {
  return VerifyCardWriter(view, checked).write();
}

}  // namespace quoin
