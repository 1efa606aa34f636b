// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/assessment.h>

#include <string>
#include <vector>

#include <fmt/format.h>

#include <quoin/grade/finding_id.h>
#include <quoin/report/assess_parts.h>

namespace quoin {
namespace {

class StoryAssessor {
 public:
  StoryAssessor(const StoryReport& report, const Profile& profile)
      : report_(report), profile_(profile), places_(report.articles) {
    for (const Article& article : report.articles) {
      occurrences_.emplace_back(article);
    }
  }

  Assessed assess_all();

 private:
  void add_cluster(const ComparedCluster& compared);
  Assessment begin(const ComparedCluster& compared, std::size_t index) const;
  void hold_against_reference(const ComparedCluster& compared,
                              std::size_t index, Assessment& one) const;
  void hold_against_printing(const ComparedCluster& compared, std::size_t index,
                         Assessment& one) const;
  void judge(const Finding& finding, Outcome when_it_differs,
             Assessment& one) const;

  const StoryReport& report_;
  const Profile& profile_;
  Places places_;
  std::vector<Occurrences> occurrences_;  // per article
  Assessed out_;
};

Assessed StoryAssessor::assess_all() {
  out_.command = "compare";
  out_.title = report_.name;
  out_.profile = profile_.name;
  for (const ComparedCluster& compared : report_.comparison->clusters) {
    add_cluster(compared);
  }
  sort_assessments(report_.articles, out_.items);
  return std::move(out_);
}

Assessment StoryAssessor::begin(const ComparedCluster& compared,
                                std::size_t index) const {
  const Rendering& member = compared.cluster.members[index];
  const Article& article = report_.articles[member.article];
  Assessment one;
  one.document = &article.document;
  one.printed = places_.passage(member.article, member.span);
  one.id = id_of(*one.printed,
                 occurrences_[member.article].at(member.span.begin));
  one.cluster = compared.cluster.id;
  if (member.quotation == kUnquoted) {
    one.note = "the words stand without marks";
  } else {
    one.quotation = fmt::format("q{}", member.quotation + 1);
    one.speaker = speaker_of(article, member.quotation);
  }
  if (compared.cluster.speaker_conflict) {
    one.note += one.note.empty() ? "" : "; ";
    one.note += fmt::format("outlets name several speakers: {}",
                            fmt::join(compared.cluster.speakers, ", "));
  }
  return one;
}

void StoryAssessor::judge(const Finding& finding, Outcome when_it_differs,
                          Assessment& one) const {
  one.severity = severity_of(finding, profile_);
  if (one.severity == FindingSeverity::kCannotCheck) {
    one.outcome = Outcome::kCannotCheck;
  } else if (is_finding(one.severity)) {
    one.outcome = when_it_differs;
  }
}

void StoryAssessor::hold_against_reference(const ComparedCluster& compared,
                                           std::size_t index,
                                           Assessment& one) const {
  const ChosenReference& reference = *compared.reference;
  one.against = places_.passage(reference.article, reference.span);
  const std::optional<Finding>& finding = compared.members[index].finding;
  if (!finding) {
    one.outcome = Outcome::kBase;
    return;
  }
  add_finding(*finding, *one.against->document, *one.document, one);
  judge(*finding, Outcome::kFinding, one);
}

// No outlet is called wrong without a reference.
void StoryAssessor::hold_against_printing(const ComparedCluster& compared,
                                      std::size_t index,
                                      Assessment& one) const {
  const std::size_t base = compared.baseline.value_or(compared.cluster.root);
  if (index == base) {
    one.outcome = Outcome::kBase;
    return;
  }
  const ComparedPair* pair = find_pair(compared, base, index);
  if (pair == nullptr) {
    one.outcome = Outcome::kCannotCheck;
    one.severity = FindingSeverity::kCannotCheck;
    return;
  }
  const Rendering& other = compared.cluster.members[base];
  one.against = places_.passage(other.article, other.span);
  const Document& a =
      report_.articles[compared.cluster.members[pair->a].article].document;
  const Document& b =
      report_.articles[compared.cluster.members[pair->b].article].document;
  add_finding(pair->finding, a, b, one);
  judge(pair->finding, Outcome::kDiffers, one);
}

void StoryAssessor::add_cluster(const ComparedCluster& compared) {
  for (std::size_t i = 0; i < compared.cluster.members.size(); ++i) {
    if (report_.is_reference(compared.cluster.members[i].article)) continue;
    Assessment one = begin(compared, i);
    if (compared.reference) {
      hold_against_reference(compared, i, one);
    } else {
      hold_against_printing(compared, i, one);
    }
    out_.items.push_back(std::move(one));
  }
  for (const std::size_t article : compared.not_printed) {
    if (report_.is_reference(article)) continue;
    Assessment one;
    one.outcome = Outcome::kNotPrinted;
    one.document = &report_.articles[article].document;
    one.cluster = compared.cluster.id;
    one.note = "does not print these words";
    const Rendering& root = compared.cluster.members[compared.cluster.root];
    one.against = compared.reference
                      ? places_.passage(compared.reference->article,
                                        compared.reference->span)
                      : places_.passage(root.article, root.span);
    out_.items.push_back(std::move(one));
  }
}

}  // namespace

Assessed assess(const StoryReport& report, const Profile& profile) {
  return StoryAssessor(report, profile).assess_all();
}

}  // namespace quoin
