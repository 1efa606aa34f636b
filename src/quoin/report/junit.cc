// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/junit.h>

#include <map>
#include <span>
#include <vector>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/report/evidence.h>
#include <quoin/report/xml_writer.h>

namespace quoin {
namespace {

constexpr std::size_t kNameColumns = 60;

bool is_failure(const Assessment& one) {
  return one.outcome == Outcome::kFinding;
}

bool is_skipped(const Assessment& one) {
  return one.outcome == Outcome::kDiffers ||
         one.outcome == Outcome::kCannotCheck ||
         one.outcome == Outcome::kNotLookedAt;
}

struct Counts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t skipped = 0;
};

Counts count(std::span<const Assessment* const> cases) {
  Counts counts;
  for (const Assessment* one : cases) {
    ++counts.tests;
    counts.failures += is_failure(*one) ? 1 : 0;
    counts.skipped += is_skipped(*one) ? 1 : 0;
  }
  return counts;
}

// No clock: the same input gives the same bytes. Some readers require a time.
void write_counts(const Counts& counts, XmlWriter& xml) {
  xml.attribute("tests", counts.tests);
  xml.attribute("failures", counts.failures);
  xml.attribute("errors", "0");
  xml.attribute("skipped", counts.skipped);
  xml.attribute("time", "0");
}

// Placed by line, so that no two cases of a document share a name.
std::string name_of(const Assessment& one) {
  return fmt::format(
      "{}:{} “{}”", one.printed->begin.line, one.printed->begin.column,
      clip_to_width(single_line(one.printed->text()), kNameColumns));
}

void write_case(const Assessed& all, const Assessment& one, XmlWriter& xml) {
  xml.open("testcase").attribute("name", name_of(one));
  xml.attribute("classname", one.document->id);
  xml.attribute("file", all.path_of(*one.document));
  xml.attribute("line", one.printed->begin.line).attribute("time", "0");
  if (is_failure(one)) {
    xml.line_break().open("failure");
    xml.attribute("message", evidence_line(one));
    xml.attribute("type", category_of(one));
    xml.text(fmt::format("{}", fmt::join(evidence_card(all, one), "\n")));
    xml.close().line_break();
  } else if (is_skipped(one)) {
    xml.line_break().open("skipped");
    xml.attribute("message", evidence_line(one)).close().line_break();
  }
  xml.close().line_break();
}

void write_suite(const Assessed& all, std::span<const Assessment* const> cases,
                 XmlWriter& xml) {
  xml.open("testsuite").attribute("name", cases.front()->document->id);
  write_counts(count(cases), xml);
  xml.line_break();
  for (const Assessment* one : cases) write_case(all, *one, xml);
  xml.close().line_break();
}

}  // namespace

std::string assessment_junit(const Assessed& all) {
  std::vector<const Assessment*> cases;
  for (const Assessment& one : all.items) {
    if (one.printed) cases.push_back(&one);
  }
  // What was not looked at stands behind all documents; here it is beside.
  std::map<const Document*, std::vector<const Assessment*>> by_document;
  std::vector<const Document*> order;
  for (const Assessment* one : cases) {
    std::vector<const Assessment*>& own = by_document[one->document];
    if (own.empty()) order.push_back(one->document);
    own.push_back(one);
  }
  std::string out(kXmlHead);
  XmlWriter xml(out);
  xml.open("testsuites");
  xml.attribute("name", "quoin " + all.command);
  write_counts(count(cases), xml);
  xml.line_break();
  for (const Document* document : order) {
    write_suite(all, by_document[document], xml);
  }
  xml.close().line_break();
  return out;
}

}  // namespace quoin
