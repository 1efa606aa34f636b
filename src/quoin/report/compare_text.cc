// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/compare_text.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/report/describe.h>
#include <quoin/report/phrases.h>
#include <quoin/report/reading_groups.h>
#include <quoin/report/wrap.h>
#include <quoin/text/positions.h>

namespace quoin {
namespace {

constexpr std::size_t kGradeWidth = 14;
constexpr std::size_t kMostOutlet = 28;
constexpr std::size_t kMostLines = 4;  // of a quotation at a cluster's head
constexpr std::size_t kMostUnquotedLines = 2;
constexpr std::size_t kMostRelations = 12;  // where not all is wanted
constexpr std::size_t kMostNames = 12;      // who does not print it

class TextReport {
 public:
  TextReport(const StoryReport& report, const TextStyle& style)
      : report_(report), style_(style) {
    for (std::size_t i = 0; i < report.articles.size(); ++i) {
      outlet_width_ = std::max(outlet_width_, display_width(outlet(i)));
    }
    outlet_width_ = std::min(outlet_width_, kMostOutlet);
  }

  std::string write();

 private:
  void write_head();
  void write_relations();
  void write_witnesses();
  std::size_t most_names() const {  // 0: all
    return report_.most_clusters > 0 ? kMostNames : 0;
  }
  void write_cluster(const ComparedCluster& compared);
  void write_against_reference(const ComparedCluster& compared);
  void write_symmetric(const ComparedCluster& compared);
  void write_differences(const ComparedCluster& compared,
                         const ReadingGroups& groups, std::size_t home);
  void write_unquoted(const ComparedCluster& compared);
  void write_not_printed(const ComparedCluster& compared);
  void write_unmatched();
  void write_clusters();
  void write_earliest(const ComparedCluster& compared);
  void write_scoreboard();
  std::vector<std::size_t> stories_by_size() const;

  void row(std::string_view label, const std::string& outlet,
           const std::string& rest);
  void notes(const std::vector<std::string>& lines);
  void wrapped(const std::string& text, std::size_t indent,
               std::size_t most_lines);

  std::string outlet(std::size_t article) const;
  std::string place(std::size_t article, TextSpan span) const;
  std::string who(const Rendering& member) const;
  std::string root_text(const ComparedCluster& compared) const;

  const StoryReport& report_;
  const TextStyle& style_;
  std::size_t outlet_width_ = 0;
  std::string out_;
};

std::string TextReport::write() {
  write_head();
  write_clusters();
  write_unmatched();
  write_scoreboard();
  return std::move(out_);
}

std::vector<std::size_t> TextReport::stories_by_size() const {
  const std::vector<StoryGroup>& stories = report_.comparison->stories;
  std::vector<std::size_t> order(stories.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) {
                     return stories[a].articles.size() >
                            stories[b].articles.size();
                   });
  return order;
}

// Story by story, those of most documents first, as many as are wanted.
void TextReport::write_clusters() {
  const std::vector<ComparedCluster>& clusters = report_.comparison->clusters;
  const std::size_t most =
      report_.most_clusters == 0 ? clusters.size() : report_.most_clusters;
  std::size_t written = 0;
  for (const std::size_t s : stories_by_size()) {
    const StoryGroup& story = report_.comparison->stories[s];
    if (written >= most) break;
    if (report_.comparison->stories.size() > 1) {
      out_ += style_.bold(fmt::format(
                  "story {}: {}, {} in common", story.id,
                  plural(story.articles.size(), "document"),
                  plural(story.clusters.size(), "quotation"))) +
              "\n\n";
    }
    for (const std::size_t c : story.clusters) {
      if (written++ >= most) break;
      write_cluster(clusters[c]);
    }
  }
  if (clusters.size() > most) {
    out_ += fmt::format(
        "and {} more: --limit 0 shows them all, --format json has them\n\n",
        clusters.size() - most);
  }
}

void TextReport::write_head() {
  const StoryTotals totals = count_story(report_);
  if (report_.name) out_ += style_.bold(single_line(*report_.name)) + "\n";
  out_ += fmt::format("{} of {}, {}; ", plural(totals.documents, "document"),
                      plural(totals.outlets, "outlet"),
                      plural(totals.quotations, "quotation"));
  const std::vector<ComparedCluster>& clusters = report_.comparison->clusters;
  const auto shared = static_cast<std::size_t>(std::count_if(
      clusters.begin(), clusters.end(), [](const ComparedCluster& compared) {
        return count_documents(compared) > 1;
      }));
  out_ += shared == 1 ? "1 printed by more than one"
                      : fmt::format("{} printed by more than one", shared);
  out_ += '\n';
  for (const DeclaredReference& reference : report_.references) {
    out_ += fmt::format(
        "reference: {} ({})\n",
        single_line(report_.articles[reference.article].document.id),
        spaced(to_string(reference.type)));
  }
  write_relations();
  const std::vector<char>& truncated = report_.comparison->copies_truncated;
  const auto count = static_cast<std::size_t>(
      std::count(truncated.begin(), truncated.end(), char{1}));
  if (count > 0) {
    out_ += fmt::format(
        "{} share most of their words with so many others that not all pairs "
        "were looked at\n",
        plural(count, "document"));
  }
  out_ += '\n';
}

void TextReport::write_relations() {
  if (report_.most_clusters > 0) return write_witnesses();
  for (const DocumentRelation& relation : report_.comparison->relations) {
    out_ += fmt::format("{}: {} and {} ({:.0f} % shared) count as one witness\n",
                        relation.kind == RelationKind::kDuplicate
                            ? "the same page"
                            : "the same agency copy",
                        outlet(relation.a), outlet(relation.b),
                        relation.shared * 100);
  }
}

// Of thousands of documents: who is one witness, the most copied first.
void TextReport::write_witnesses() {
  const auto copied = group_copies(report_);
  for (std::size_t g = 0; g < copied.size() && g < kMostRelations; ++g) {
    std::vector<std::string> names;
    for (const std::size_t i : copied[g]) names.push_back(outlet(i));
    out_ += fmt::format("{} documents count as one witness: {}\n",
                        names.size(), list_of(names, most_names()));
  }
  if (copied.size() > kMostRelations) {
    out_ += fmt::format("and {} more such groups\n",
                        copied.size() - kMostRelations);
  }
}

void TextReport::write_cluster(const ComparedCluster& compared) {
  const Cluster& cluster = compared.cluster;
  std::string speaker = cluster.speaker.value_or("speaker not named");
  if (cluster.speaker_conflict) {
    speaker = "speakers differ:";
    for (const std::string& name : cluster.speakers) {
      speaker += (speaker.ends_with(':') ? " " : ", ") + name;
    }
  }
  out_ += fmt::format("{}  {}\n", style_.dim(cluster.id),
                      style_.bold(single_line(speaker)));
  wrapped(root_text(compared), 4, kMostLines);
  const bool is_missing = std::any_of(
      compared.members.begin(), compared.members.end(),
      [](const ComparedMember& member) {
        return member.finding && member.finding->grade == Grade::kNotFound;
      });
  if (compared.reference || is_missing) {
    write_against_reference(compared);
  } else {
    write_symmetric(compared);
  }
  write_unquoted(compared);
  write_not_printed(compared);
  write_earliest(compared);
  if (cluster.candidates_truncated) {
    notes({"too many candidates: not all were looked at"});
  }
  if (cluster.diameter > 2) {
    row("held together",
        fmt::format("over {} joins: not all share words with the fullest",
                    cluster.diameter),
        "");
  }
  if (compared.pairs_with_root_only) {
    notes({"too many printings to hold each against each: held against the "
           "fullest one"});
  }
  out_ += '\n';
}

void TextReport::write_against_reference(const ComparedCluster& compared) {
  std::string held = compared.reference_reason;
  if (compared.reference) {
    held = fmt::format(
        "held against {}: {}",
        place(compared.reference->article, compared.reference->span), held);
  }
  out_ += style_.dim("    " + held) + "\n";
  const std::vector<Rendering>& members = compared.cluster.members;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const std::optional<Finding>& finding = compared.members[i].finding;
    if (!finding || members[i].quotation == kUnquoted) continue;
    std::string rest = who(members[i]);
    if (finding->extent != Extent::kWhole) {
      rest += fmt::format("  {} of {} words", finding->printed_words,
                          finding->reference_words);
    }
    row(spaced(to_string(finding->grade)), outlet(members[i].article), rest);
    notes(describe_finding(*finding, "", ""));
  }
}

void TextReport::write_symmetric(const ComparedCluster& compared) {
  out_ += style_.dim(
      fmt::format("    {}; none is called right\n", compared.reference_reason));
  if (compared.baseline && *compared.baseline != compared.cluster.root) {
    const Rendering& base = compared.cluster.members[*compared.baseline];
    out_ += style_.dim(fmt::format("    shown against {}: {}\n",
                                   who(base), compared.baseline_rule));
  }
  const auto groups = group_renderings(compared);
  const std::vector<Rendering>& members = compared.cluster.members;
  const std::size_t home = home_of(compared, groups);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const std::size_t first = groups[g].front();
    std::size_t written = 0;
    for (const std::size_t i : groups[g]) {
      if (report_.most_clusters > 0 && written++ >= kMostNames) {
        row("", fmt::format("and {} more", groups[g].size() - kMostNames), "");
        break;
      }
      std::string rest = who(members[i]);
      if (i != first) {
        const ComparedPair* pair = find_pair(compared, first, i);
        rest += "  " + std::string(to_string(
                           pair ? pair->finding.grade : Grade::kIdentical));
      } else if (const auto part = excerpt_of(compared, groups, g, home)) {
        rest += "  " + *part;
      }
      if (members[i].weak) rest += "  (weak)";
      row(i == first ? reading_letter(g) : "", outlet(members[i].article),
          rest);
    }
  }
  write_differences(compared, groups, home);
}

// Each rendering against the baseline. Of an excerpt the row above says it,
// unless there is more to say.
void TextReport::write_differences(const ComparedCluster& compared,
                                   const ReadingGroups& groups,
                                   std::size_t home) {
  const std::size_t root = compared.baseline.value_or(compared.cluster.root);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (g == home) continue;
    const ComparedPair* pair = pair_with_home(compared, groups, g);
    if (pair == nullptr) continue;
    const bool root_first = pair->a == root;
    const std::string a = reading_letter(root_first ? home : g);
    const std::string b = reading_letter(root_first ? g : home);
    const std::vector<std::string> lines =
        describe_finding(pair->finding, a, b);
    const bool said = lines.empty() ||
                      (lines.size() == 1 && is_only_convention(lines.front()));
    if (pair->finding.grade == Grade::kExcerpt && said) continue;
    row(spaced(to_string(pair->finding.grade)), fmt::format("{} and {}", a, b),
        "");
    notes(lines);
  }
}

// The same words once, with all who print them without marks.
void TextReport::write_unquoted(const ComparedCluster& compared) {
  std::vector<std::pair<std::string, std::vector<std::size_t>>> groups;
  const std::vector<Rendering>& members = compared.cluster.members;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const std::size_t article = members[i].article;
    if (members[i].quotation != kUnquoted || report_.is_reference(article)) {
      continue;
    }
    std::string words =
        single_line(report_.articles[article].document.slice(members[i].span));
    const auto known = std::find_if(
        groups.begin(), groups.end(),
        [&](const auto& group) { return group.first == words; });
    if (known == groups.end()) {
      groups.emplace_back(std::move(words), std::vector<std::size_t>{i});
    } else {
      known->second.push_back(i);
    }
  }
  std::string_view label = "without marks";
  for (const auto& [words, group] : groups) {
    std::size_t written = 0;
    for (const std::size_t i : group) {
      if (report_.most_clusters > 0 && written++ >= kMostNames) {
        row("", fmt::format("and {} more", group.size() - kMostNames), "");
        break;
      }
      row(label, outlet(members[i].article), who(members[i]));
      label = "";
    }
    wrapped(words, 4 + kGradeWidth + 2 + 2, kMostUnquotedLines);
  }
}

void TextReport::write_not_printed(const ComparedCluster& compared) {
  // Of what one document alone says that goes without saying.
  if (!compared.reference && count_documents(compared) < 2) return;
  // An outlet once, and not when another document of it has the words.
  std::set<std::string> told;
  for (const Rendering& member : compared.cluster.members) {
    told.insert(outlet(member.article));
  }
  std::vector<std::string> names;
  for (const std::size_t article : compared.not_printed) {
    std::string name = outlet(article);
    if (told.insert(name).second) names.push_back(std::move(name));
  }
  if (names.empty()) return;
  row("not printed", list_of(names, most_names()), "");
}

void TextReport::write_earliest(const ComparedCluster& compared) {
  if (!compared.earliest) return;
  const Rendering& first = compared.cluster.members[*compared.earliest];
  const Document& document = report_.articles[first.article].document;
  row("first in print", outlet(first.article),
      single_line(document.published.value_or("")));
}

// Counts with their denominators, by outlet; nobody is ranked.
void TextReport::write_scoreboard() {
  const std::vector<OutletRow>& rows = report_.comparison->outlets;
  if (rows.empty()) return;
  std::size_t width = 9;
  for (const OutletRow& row : rows) {
    width = std::max(width, display_width(single_line(row.outlet)));
  }
  width = std::min(width, kMostOutlet);
  out_ += "\n" + style_.dim(pad_to_width("by outlet", width) +
                            "  quotations  elsewhere  not checked  graded") +
          "\n";
  for (const OutletRow& row : rows) {
    std::string grades;
    for (std::size_t i = 0; i < row.sum.by_grade.size(); ++i) {
      if (row.sum.by_grade[i] == 0) continue;
      if (!grades.empty()) grades += ", ";
      grades += fmt::format("{} {}", row.sum.by_grade[i],
                            spaced(to_string(static_cast<Grade>(i))));
    }
    std::string line = fmt::format(
        "{}  {:>10}  {:>9}  {:>11}  {}",
        pad_to_width(clip_to_width(single_line(row.outlet), width), width),
        row.sum.quotations, row.sum.clustered, row.sum.cannot_check, grades);
    line.erase(line.find_last_not_of(' ') + 1);
    out_ += line + "\n";
  }
}

// Quotations that stand in one document alone: not checked, and said so.
void TextReport::write_unmatched() {
  if (report_.most_clusters > 0) return;  // the scoreboard counts them
  std::vector<std::vector<bool>> matched;
  for (const Article& article : report_.articles) {
    matched.emplace_back(article.quotations.size(), false);
  }
  for (const ComparedCluster& compared : report_.comparison->clusters) {
    for (const Rendering& member : compared.cluster.members) {
      if (member.quotation != kUnquoted) {
        matched[member.article][member.quotation] = true;
      }
    }
  }
  bool any = false;
  for (std::size_t i = 0; i < report_.articles.size(); ++i) {
    if (report_.is_reference(i)) continue;
    const Article& article = report_.articles[i];
    for (std::size_t q = 0; q < article.quotations.size(); ++q) {
      const Quotation& quotation = article.quotations[q];
      const bool counts = quotation.block != BlockRole::kFurniture &&
                          quotation.depth == 0 && !matched[i][q];
      if (!counts) continue;
      if (!any) out_ += "printed by one alone, not checked\n";
      any = true;
      const std::size_t left = style_.columns > outlet_width_ + 40
                                   ? style_.columns - outlet_width_
                                   : 40;
      row("", outlet(i),
          clip_to_width(
              "“" + single_line(article.document.slice(quotation.span)) + "”",
              left - 22));
    }
  }
}

void TextReport::row(std::string_view label, const std::string& outlet,
                     const std::string& rest) {
  std::string line =
      "    " + style_.mark(pad_to_width(std::string(label), kGradeWidth)) +
      "  ";
  line += rest.empty() ? outlet
                       : pad_to_width(clip_to_width(outlet, outlet_width_),
                                      outlet_width_) +
                             "  " + rest;
  line.erase(line.find_last_not_of(' ') + 1);
  out_ += line + "\n";
}

void TextReport::notes(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    wrapped(single_line(line), 4 + kGradeWidth + 2 + 2, 100);
  }
}

void TextReport::wrapped(const std::string& text, std::size_t indent,
                         std::size_t most_lines) {
  const std::size_t width =
      style_.columns > indent + 20 ? style_.columns - indent : 20;
  for (const std::string& line : wrap_to_width(text, width, most_lines)) {
    out_.append(indent, ' ').append(line).append("\n");
  }
}

std::string TextReport::outlet(std::size_t article) const {
  const Document& document = report_.articles[article].document;
  return single_line(document.outlet ? *document.outlet : document.id);
}

std::string TextReport::place(std::size_t article, TextSpan span) const {
  const Document& document = report_.articles[article].document;
  PositionCursor cursor(document.text);
  return fmt::format("{}:{}", single_line(document.id),
                     cursor.advance_to(span.begin).line);
}

std::string TextReport::who(const Rendering& member) const {
  return place(member.article, member.span);
}

std::string TextReport::root_text(const ComparedCluster& compared) const {
  const Rendering& root = compared.cluster.members[compared.cluster.root];
  const Article& article = report_.articles[root.article];
  const std::string words = single_line(rendering_text(article, root));
  if (root.quotation == kUnquoted) return words;
  const Quotation& quotation = article.quotations[root.quotation];
  return std::string(article.document.slice(quotation.open)) + words +
         std::string(article.document.slice(quotation.close));
}

}  // namespace

std::string compare_text(const StoryReport& report, const TextStyle& style) {
  return TextReport(report, style).write();
}

}  // namespace quoin
