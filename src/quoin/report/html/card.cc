// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/card.h>

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <quoin/report/html/aligned.h>
#include <quoin/report/html/chips.h>
#include <quoin/report/html/context.h>
#include <quoin/report/html/escape.h>
#include <quoin/report/html/excerpt.h>
#include <quoin/report/html/pair.h>
#include <quoin/report/html/synopsis.h>
#include <quoin/report/html/words.h>

namespace quoin {
namespace {

constexpr std::size_t kMostTitle = 140;
constexpr std::size_t kMostWhole = 2000;  // bytes of a text shown once

class CardWriter {
 public:
  CardWriter(const StoryView& story, const ClusterView& cluster)
      : story_(story), cluster_(cluster) {}

  std::string write();

 private:
  void write_head();
  void write_held();
  void write_witnesses();
  void write_readings();
  void write_pair(const ReadingView& reading);
  void write_printings();
  void write_printing(const PrintingView& printing);
  void write_member_notes(const PrintingView& printing);
  void write_absent();

  const Attribution* attribution_of(const PrintingView& printing) const;
  bool reference_is_printed() const;
  PairSide base_side() const;

  const StoryView& story_;
  const ClusterView& cluster_;
  std::string out_;
};

std::string CardWriter::write() {
  out_ += fmt::format("<article class=\"card\" id=\"{}\" {}>\n",
                      cluster_.anchor, filter_data(cluster_));
  write_head();
  write_readings();
  write_printings();
  write_absent();
  return std::move(out_) + "</article>\n";
}

void CardWriter::write_head() {
  const Cluster& cluster = cluster_.cluster();
  std::string speaker = "speaker not named";
  if (cluster.speaker_conflict) {
    speaker = "speakers differ: ";
    for (std::size_t i = 0; i < cluster.speakers.size(); ++i) {
      speaker += (i > 0 ? ", " : "") + html_name(cluster.speakers[i]);
    }
  } else if (cluster.speaker) {
    speaker = html_name(*cluster.speaker);
  }
  out_ += fmt::format(
      "<header><p class=\"speaker\">{}</p>\n<h3 dir=\"auto\">{} <a "
      "class=\"self\" href=\"#{}\" aria-label=\"Link to this quotation\">#</a>"
      "</h3>\n<p class=\"verdict\"><b>{}</b>, {}: <bdi>{}</bdi>.</p>\n",
      speaker, html_printed(title_of(cluster_.base, kMostTitle)),
      cluster_.anchor, plural(cluster_.outlets.size(), "outlet"),
      plural(cluster_.words, "word"), html_printed(cluster_.verdict));
  write_held();
  write_witnesses();
  out_ += "</header>\n";
}

void CardWriter::write_held() {
  const ComparedCluster& compared = *cluster_.compared;
  std::string held = html_text(compared.reference_reason);
  if (compared.reference) {
    const Document& document = story_.document(compared.reference->article);
    const Position at = story_.positions[compared.reference->article].at(
        compared.reference->span.begin);
    held = fmt::format("Held against {}, line {}: {}.",
                       html_name(document.title.value_or(document.id)), at.line,
                       held);
  } else if (cluster_.worst < Grade::kNotFound) {
    held = fmt::format("{}; none is called right.",
                       sentence_case(std::move(held)));
    if (cluster_.readings.size() > 1 && compared.baseline) {
      held +=
          fmt::format(" The others are laid beside {}: {}.",
                      base_name(cluster_), html_text(compared.baseline_rule));
    }
  } else {
    held = sentence_case(std::move(held)) + ".";
  }
  out_ += "<p class=\"held\">" + held + "</p>\n";
  if (compared.cluster.candidates_truncated) {
    out_ +=
        "<p class=\"held\">Too many candidates: not all were looked at.</p>\n";
  }
  if (compared.pairs_with_root_only) {
    out_ +=
        "<p class=\"held\">So many printings that each was compared with "
        "the fullest only.</p>\n";
  }
}

// Equal words mean less when they come from one copy.
void CardWriter::write_witnesses() {
  const std::vector<std::size_t>& witness = story_.report->comparison->witness;
  std::set<std::size_t> witnesses;
  std::set<std::size_t> articles;
  for (const PrintingView& printing : cluster_.printings) {
    if (!printing.is_marked()) continue;
    witnesses.insert(witness[printing.article]);
    articles.insert(printing.article);
  }
  if (witnesses.size() == articles.size()) return;
  out_ += fmt::format(
      "<p class=\"held\">{}, but {}: the same page or the same agency copy "
      "counts once.</p>\n",
      sentence_case(counted(articles.size(), "document")),
      witnesses.size() == 1 ? "one witness"
                            : number_word(witnesses.size()) + " witnesses");
}

// The reference is one of the printings: the agency's own copy.
bool CardWriter::reference_is_printed() const {
  return std::any_of(cluster_.printings.begin(), cluster_.printings.end(),
                     [&](const PrintingView& printing) {
                       return printing.article ==
                              cluster_.compared->reference->article;
                     });
}

PairSide CardWriter::base_side() const {
  if (cluster_.has_reference) {
    const Document& document =
        story_.document(cluster_.compared->reference->article);
    std::string heading =
        fmt::format("{} <small>{}</small>", sentence_case(base_name(cluster_)),
                    html_name(document.title.value_or(document.id)));
    if (cluster_.base_reading != kNoIndex && !reference_is_printed()) {
      heading +=
          fmt::format("<small>, and but for style {}</small>",
                      reading_names(story_, cluster_,
                                    cluster_.readings[cluster_.base_reading]));
    }
    return {heading, base_name(cluster_), cluster_.base};
  }
  if (cluster_.base_reading == kNoIndex) {
    return {"The fullest printing", "the fullest", cluster_.base};
  }
  const ReadingView& reading = cluster_.readings[cluster_.base_reading];
  return {fmt::format("<b class=\"rd\">{}</b> {}", reading.letter,
                      reading_names(story_, cluster_, reading)),
          reading.letter, cluster_.base};
}

void CardWriter::write_readings() {
  std::vector<const ReadingView*> others;
  for (const ReadingView& reading : cluster_.readings) {
    const PrintingView& first = cluster_.printings[reading.printings.front()];
    const bool is_base = cluster_.base_reading != kNoIndex &&
                         &reading == &cluster_.readings[cluster_.base_reading];
    if (first.finding != nullptr && !is_base) others.push_back(&reading);
  }
  if (others.empty()) {
    out_ += fmt::format(
        "<blockquote class=\"whole\" dir=\"auto\">{}"
        "</blockquote>\n",
        html_printed(head_of(cluster_.base, kMostWhole)));
    return;
  }
  const std::string synopsis = synopsis_html(story_, cluster_);
  if (synopsis.empty()) {
    for (const ReadingView* reading : others) write_pair(*reading);
    return;
  }
  out_ += synopsis + fmt::format(
                         "<details class=\"pairs\"><summary>Side by "
                         "side with {}</summary>\n",
                         html_text(base_name(cluster_)));
  for (const ReadingView* reading : others) write_pair(*reading);
  out_ += "</details>\n";
}

void CardWriter::write_pair(const ReadingView& reading) {
  const PrintingView& first = cluster_.printings[reading.printings.front()];
  const PairSide base = base_side();
  const PairSide other{fmt::format("<b class=\"rd\">{}</b> {}", reading.letter,
                                   reading_names(story_, cluster_, reading)),
                       reading.letter, first.text};
  out_ += pair_html(*first.finding, first.base_side, base, other);
  out_ += finding_html(*first.finding, first.base_side, base, other);
}

void CardWriter::write_printings() {
  out_ += "<h4>As printed</h4>\n<ul class=\"prints\">\n";
  for (const PrintingView& printing : cluster_.printings) {
    write_printing(printing);
  }
  out_ += "</ul>\n";
}

const Attribution* CardWriter::attribution_of(
    const PrintingView& printing) const {
  const Rendering& rendering = cluster_.cluster().members[printing.member];
  if (rendering.quotation == kUnquoted) return nullptr;
  return &story_.report->articles[printing.article]
              .attributions[rendering.quotation];
}

void CardWriter::write_printing(const PrintingView& printing) {
  const Document& document = story_.document(printing.article);
  const Rendering& rendering = cluster_.cluster().members[printing.member];
  out_ += fmt::format("<li id=\"{}\"><p class=\"outlet\"><b>{}</b> {}",
                      printing.anchor, html_name(story_.outlet_name(printing)),
                      printing_chip(cluster_, printing));
  if (document.published) {
    out_ += " <time>" + html_text(*document.published) + "</time>";
  }
  if (document.url) {
    const std::string link = html_link(*document.url);
    if (!link.empty()) {
      out_ += fmt::format(
          " \u00B7 <a href=\"{}\" rel=\"noopener noreferrer\">article</a>",
          link);
    }
  }
  if (document.wire) out_ += " \u00B7 wire " + html_name(*document.wire);
  if (cluster_.compared->earliest == printing.member) {
    out_ += " \u00B7 first in print";
  }
  out_ += "</p>\n";
  const Attribution* attribution = attribution_of(printing);
  out_ += context_html(document, rendering.span, attribution);
  if (printing.finding != nullptr) {
    out_ += ignored_html(*printing.finding, printing.base_side, cluster_.base,
                         printing.text);
  }
  out_ += "<p class=\"why\">";
  if (attribution != nullptr) {
    const Grammar* grammar = printing.article < story_.grammars.size()
                                 ? story_.grammars[printing.article]
                                 : nullptr;
    out_ += attribution_html(document, *attribution, grammar) + "<br>";
  }
  out_ +=
      place_html(document, story_.positions[printing.article], rendering.span);
  if (printing.finding != nullptr && !printing.finding->id.empty()) {
    out_ += fmt::format(" \u00B7 finding <a href=\"#{0}\"><code>{1}</code></a>",
                        printing.anchor, html_text(printing.finding->id));
  }
  write_member_notes(printing);
  out_ += "</p></li>\n";
}

void CardWriter::write_member_notes(const PrintingView& printing) {
  const Rendering& rendering = cluster_.cluster().members[printing.member];
  const ComparedMember& member = cluster_.compared->members[printing.member];
  if (rendering.weak) {
    out_ += "<br>weak: few words, and nobody is named beside them";
  }
  if (member.unquoted_between) {
    out_ += fmt::format(
        "<br>between this fragment and the next stand words without marks, {}, "
        "where the fuller text has others",
        html_name("\u2018" +
                  std::string(story_.document(printing.article)
                                  .slice(*member.unquoted_between)) +
                  "\u2019"));
  }
  if (rendering.candidates_truncated) {
    out_ +=
        "<br>a phrase of it stands so often that not all candidates were "
        "looked at";
  }
  if (member.boundary_shift) {
    out_ += fmt::format(
        "<br>the fuller printing goes on with {}, which stands just outside "
        "the mark here",
        html_name("\u2018" +
                  std::string(story_.document(printing.article)
                                  .slice(*member.boundary_shift)) +
                  "\u2019"));
  }
}

void CardWriter::write_absent() {
  constexpr std::size_t kMostNames = 8;
  if (cluster_.not_printed.empty()) return;
  if (cluster_.not_printed.size() > kMostNames) {
    out_ += fmt::format("<p class=\"absent\">Not printed by {} others.</p>\n",
                        cluster_.not_printed.size());
    return;
  }
  std::string names;
  for (const std::size_t outlet : cluster_.not_printed) {
    names +=
        (names.empty() ? "" : ", ") + html_name(story_.outlets[outlet].name);
  }
  out_ += "<p class=\"absent\">Not printed by " + names + ".</p>\n";
}

}  // namespace

std::string card_html(const StoryView& story, const ClusterView& cluster) {
  return CardWriter(story, cluster).write();
}

}  // namespace quoin
