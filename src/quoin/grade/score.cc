// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/score.h>

#include <algorithm>
#include <set>
#include <string>

namespace quoin {
namespace {

using Key = std::pair<std::size_t, std::size_t>;

void add(const ScoreRow& row, ScoreRow& sum) {
  sum.quotations += row.quotations;
  sum.clustered += row.clustered;
  sum.cannot_check += row.cannot_check;
  for (std::size_t i = 0; i < row.by_grade.size(); ++i) {
    sum.by_grade[i] += row.by_grade[i];
  }
}

}  // namespace

std::vector<ScoreRow> count_rows(std::span<const Article> articles,
                                 const SpokenByPlace& spoken,
                                 const std::vector<ComparedCluster>& clusters) {
  std::set<Key> clustered;
  std::map<Key, Grade> grades;
  for (const ComparedCluster& compared : clusters) {
    const auto& members = compared.cluster.members;
    // Members come by article.
    const bool several =
        members.front().article != members.back().article;
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (members[i].quotation == kUnquoted) continue;
      const Key key{members[i].article, members[i].quotation};
      if (several) clustered.insert(key);
      const auto& finding = compared.members[i].finding;
      if (!finding || finding->grade == Grade::kCannotCheck) continue;
      Grade& grade = grades.try_emplace(key, finding->grade).first->second;
      grade = std::max(grade, finding->grade);
    }
  }
  std::vector<ScoreRow> rows(articles.size());
  for (std::size_t a = 0; a < articles.size(); ++a) rows[a].article = a;
  for (const auto& [key, words] : spoken) {
    ScoreRow& row = rows[key.first];
    ++row.quotations;
    row.clustered += clustered.contains(key);
    const auto grade = grades.find(key);
    if (grade == grades.end()) {
      ++row.cannot_check;
    } else {
      ++row.by_grade[static_cast<std::size_t>(grade->second)];
    }
  }
  return rows;
}

std::vector<OutletRow> sum_by_outlet(std::span<const Article> articles,
                                     const std::vector<ScoreRow>& rows,
                                     const std::vector<char>& counts) {
  std::map<std::string, OutletRow> named;
  std::vector<OutletRow> nameless;
  for (std::size_t a = 0; a < articles.size(); ++a) {
    if (!counts[a]) continue;
    const Document& document = articles[a].document;
    OutletRow& row = document.outlet ? named[*document.outlet]
                                     : nameless.emplace_back();
    if (row.articles.empty()) {
      row.outlet = document.outlet ? *document.outlet : document.id;
      row.sum.article = a;
    }
    row.articles.push_back(a);
    add(rows[a], row.sum);
  }
  std::vector<OutletRow> out;
  for (auto& [name, row] : named) out.push_back(std::move(row));
  for (OutletRow& row : nameless) out.push_back(std::move(row));
  return out;
}

}  // namespace quoin
