// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/unchecked.h>

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <quoin/report/html/escape.h>
#include <quoin/report/html/timeline.h>
#include <quoin/report/html/words.h>
#include <quoin/report/verify_report.h>

namespace quoin {
namespace {

constexpr std::size_t kMostListed = 500;
constexpr std::size_t kMostTitle = 120;

// Quotations that no cluster holds, by article.
std::vector<std::vector<bool>> matched_quotations(const StoryView& story) {
  std::vector<std::vector<bool>> matched;
  for (const Article& article : story.report->articles) {
    matched.emplace_back(article.quotations.size(), false);
  }
  for (const ClusterView& cluster : story.clusters) {
    for (const Rendering& member : cluster.cluster().members) {
      if (member.quotation != kUnquoted) {
        matched[member.article][member.quotation] = true;
      }
    }
  }
  return matched;
}

bool is_spoken(const Quotation& quotation) {
  return quotation.block != BlockRole::kFurniture &&
         quotation.kind == QuotationKind::kSpeech && quotation.depth == 0 &&
         !quotation.has(kDuplicate);
}

std::string_view why_left_out(const Quotation& quotation) {
  if (quotation.block == BlockRole::kFurniture) return "in page furniture";
  if (quotation.depth > 0) return "inside another quotation";
  if (quotation.has(kDuplicate)) return "repeats one in the body";
  switch (quotation.kind) {
    case QuotationKind::kTitle: return "titles of works";
    case QuotationKind::kTerm: return "terms and words as words";
    case QuotationKind::kNickname: return "nicknames";
    case QuotationKind::kInscription: return "inscriptions";
    case QuotationKind::kThought: return "thoughts";
    case QuotationKind::kSpeech: break;
  }
  return "other";
}

std::string alone_item(const StoryView& story, std::size_t article,
                       std::size_t index) {
  const Quotation& quotation =
      story.report->articles[article].quotations[index];
  const Document& document = story.document(article);
  const std::optional<std::string> speaker =
      speaker_of(story.report->articles[article], index);
  return fmt::format(
      "<li><b>{}</b> <bdi>{}</bdi> <span class=\"by\">{} \u00B7 {}, line {}"
      "</span></li>\n",
      html_name(story.outlets[story.outlet_of[article]].name),
      html_printed(title_of(document.slice(quotation.span), kMostTitle)),
      speaker ? html_name(*speaker) : "speaker not named",
      html_name(document.id),
      story.positions[article].at(quotation.span.begin).line);
}

std::string alone(const StoryView& story) {
  const std::vector<std::vector<bool>> matched = matched_quotations(story);
  std::string items;
  std::size_t count = 0;
  std::map<std::string_view, std::size_t> left_out;
  for (std::size_t a = 0; a < matched.size(); ++a) {
    if (story.outlet_of[a] == kNoIndex) continue;
    const std::vector<Quotation>& quotations =
        story.report->articles[a].quotations;
    for (std::size_t q = 0; q < quotations.size(); ++q) {
      if (matched[a][q]) continue;
      if (!is_spoken(quotations[q])) {
        ++left_out[why_left_out(quotations[q])];
      } else if (++count <= kMostListed) {
        items += alone_item(story, a, q);
      }
    }
  }
  std::string out;
  if (count > 0) {
    out += fmt::format(
        "<h3>Printed by one outlet alone: {}</h3>\n<p>Nothing to hold "
        "{} against.</p>\n<ul class=\"alone\">\n{}</ul>\n",
        plural(count, "quotation"), count == 1 ? "it" : "them", items);
    if (count > kMostListed) {
      out += fmt::format("<p>and {} more.</p>\n", count - kMostListed);
    }
  }
  if (left_out.empty()) return out;
  out += "<h3>In marks, and not taken for speech</h3>\n<ul>\n";
  for (const auto& [why, number] : left_out) {
    out += fmt::format("<li>{} {}</li>\n", number, why);
  }
  return out + "</ul>\n";
}

std::string limits(const StoryView& story) {
  const StoryReport& report = *story.report;
  std::string items;
  if (report.references.empty()) {
    items +=
        "<li>No reference was supplied (a transcript, a release): nothing "
        "here says which reading is what was said.</li>\n";
  }
  for (const DeclaredReference& reference : report.references) {
    if (reference.complete) continue;
    const Document& document = story.document(reference.article);
    items += fmt::format(
        "<li>{} is not declared complete: what is not in it may have been said "
        "all the same.</li>\n",
        html_name(document.title.value_or(document.id)));
  }
  for (const DocumentRelation& relation : report.comparison->relations) {
    items += fmt::format(
        "<li>{} and {} are {} ({:.0f} % of the smaller text shared): they "
        "count "
        "as one witness.</li>\n",
        html_name(story.document(relation.a)
                      .outlet.value_or(story.document(relation.a).id)),
        html_name(story.document(relation.b)
                      .outlet.value_or(story.document(relation.b).id)),
        relation.kind == RelationKind::kDuplicate ? "the same page"
                                                  : "the same agency copy",
        relation.shared * 100);
  }
  std::size_t undated = 0;
  for (std::size_t i = 0; i < story.outlet_of.size(); ++i) {
    if (story.outlet_of[i] == kNoIndex) continue;
    if (!minute_of(story.document(i).published)) ++undated;
  }
  if (undated > 0) {
    items += fmt::format(
        "<li>{} without a date cannot be first in print.</li>"
        "\n",
        plural(undated, "document"));
  }
  items +=
      "<li>Indirect speech (she said the harbour would close) is not "
      "compared.</li>\n";
  return "<h3>Limits of this comparison</h3>\n<ul>\n" + items + "</ul>\n";
}

std::string warnings(const StoryView& story) {
  std::string items;
  for (const Article& article : story.report->articles) {
    for (const auto* list : {&article.document.flags, &article.diagnostics}) {
      for (const std::string& said : *list) {
        items +=
            fmt::format("<li>{}: <bdi>{}</bdi></li>\n",
                        html_name(article.document.id), html_printed(said));
      }
    }
  }
  if (items.empty()) return {};
  return "<h3>Repairs and warnings</h3>\n<ul>\n" + items + "</ul>\n";
}

}  // namespace

std::string unchecked_html(const StoryView& story) {
  return alone(story) + limits(story) + warnings(story);
}

}  // namespace quoin
