// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/assess_parts.h>

#include <algorithm>
#include <map>
#include <tuple>

#include <quoin/grade/finding_id.h>
#include <quoin/report/describe.h>

namespace quoin {
Places::Places(std::span<const Article> articles) : articles_(articles) {
  positions_.reserve(articles.size());
  for (const Article& article : articles) {
    positions_.emplace_back(article.document.text);
  }
}

Passage Places::passage(std::size_t article, TextSpan span) const {
  return {&articles_[article].document, span,
          positions_[article].at(span.begin), positions_[article].at(span.end)};
}

std::string id_of(const Passage& printed, std::size_t occurrence) {
  return finding_id({{printed.document->id, printed.text(), occurrence}});
}

void add_finding(const Finding& finding, const Document& against,
                 const Document& printed, Assessment& into) {
  into.id = finding.id;
  into.grade = finding.grade;
  into.extent = finding.extent;
  into.rule = finding.rule;
  into.flags = finding.flags;
  into.differences = describe_finding(finding, against.id, printed.id);
}

void sort_assessments(std::span<const Article> articles,
                      std::vector<Assessment>& items) {
  std::map<const Document*, std::size_t> order;
  for (const Article& article : articles) {
    order.emplace(&article.document, order.size());
  }
  const auto key = [&](const Assessment& one) {
    return std::tuple(one.outcome >= Outcome::kNotPrinted,
                      order.at(one.document),
                      one.printed ? one.printed->span.begin : 0);
  };
  std::stable_sort(items.begin(), items.end(),
                   [&](const Assessment& a, const Assessment& b) {
                     return key(a) < key(b);
                   });
}

}  // namespace quoin
