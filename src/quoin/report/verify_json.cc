// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/verify_json.h>

#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <quoin/base/sha256.h>
#include <quoin/report/finding_json.h>
#include <quoin/report/json_writer.h>
#include <quoin/text/positions.h>

namespace quoin {
namespace {

std::string_view to_word(SpeakerAgreement agreement) {
  switch (agreement) {
    case SpeakerAgreement::kUnknown: return "unknown";
    case SpeakerAgreement::kSame: return "same";
    case SpeakerAgreement::kConflict: return "conflict";
  }
  return "";
}

// A document and where in it things are.
struct Placed {
  explicit Placed(const Article& of)
      : article(of), positions(of.document.text) {}

  const Article& article;
  PositionIndex positions;
};

std::vector<Placed> place_all(std::span<const Article> articles) {
  std::vector<Placed> placed;
  placed.reserve(articles.size());
  for (const Article& article : articles) placed.emplace_back(article);
  return placed;
}

class JsonReport {
 public:
  JsonReport(const VerifyReport& report, OffsetUnit unit)
      : report_(report),
        unit_(unit),
        json_(out_),
        drafts_(place_all(report.drafts)),
        sources_(place_all(report.sources)) {}

  std::string write();

 private:
  void write_documents(std::string_view name,
                       const std::vector<Placed>& documents);
  void write_counts();
  void write_quotation(const Placed& draft, const VerifiedQuotation& verified);
  void write_passage(const Placed& draft, const VerifiedQuotation& verified,
                     const SourcePassage& passage);
  void write_finding(const Placed& draft, const VerifiedQuotation& verified,
                     const SourcePassage& passage);
  void write_not_looked_at();
  void write_span(const Placed& in, TextSpan span);
  void write_place(const Placed& in, TextSpan span);

  const VerifyReport& report_;
  OffsetUnit unit_;
  std::string out_;
  JsonWriter json_;
  std::vector<Placed> drafts_;
  std::vector<Placed> sources_;
};

std::string JsonReport::write() {
  json_.begin_broken_object();
  json_.key("quoin").number(1);
  json_.field("profile", report_.profile->name);
  json_.key("complete").boolean(report_.complete);
  write_documents("drafts", drafts_);
  write_documents("sources", sources_);
  write_counts();
  json_.key("quotations").begin_broken_array();
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    for (const VerifiedQuotation& verified : report_.verified[i]) {
      write_quotation(drafts_[i], verified);
    }
  }
  json_.end_array();
  write_not_looked_at();
  json_.end_object();
  return std::move(out_) + "\n";
}

void JsonReport::write_documents(std::string_view name,
                                 const std::vector<Placed>& documents) {
  json_.key(name).begin_broken_array();
  for (const Placed& placed : documents) {
    const Document& document = placed.article.document;
    json_.begin_object();
    json_.field("id", document.id);
    json_.key("title").string_or_null(document.title);
    json_.key("url").string_or_null(document.url);
    json_.key("published").string_or_null(document.published);
    json_.key("lang").string_or_null(document.lang);
    json_.field("sha256", sha256_hex(document.text));
    json_.end_object();
  }
  json_.end_array();
}

void JsonReport::write_counts() {
  const VerifyTotals totals = count_verified(report_);
  json_.key("counts").begin_object();
  json_.key("quotations").number(totals.quotations);
  json_.key("clean").number(totals.clean);
  json_.key("findings").number(totals.findings);
  json_.key("cannot_check").number(totals.cannot_check);
  json_.key("not_looked_at").number(totals.not_looked_at);
  json_.key("by_grade").begin_object();
  for (std::size_t i = 0; i < totals.by_grade.size(); ++i) {
    if (totals.by_grade[i] == 0) continue;
    json_.key(to_string(static_cast<Grade>(i))).number(totals.by_grade[i]);
  }
  json_.end_object().end_object();
}

void JsonReport::write_quotation(const Placed& draft,
                                 const VerifiedQuotation& verified) {
  json_.begin_object();
  json_.field("id", verified.id);
  json_.field("draft", draft.article.document.id);
  json_.field("quotation", fmt::format("q{}", verified.quotation + 1));
  write_place(draft, verified.span);
  json_.field("kind", to_string(
      draft.article.quotations[verified.quotation].kind));
  json_.key("speaker").string_or_null(
      speaker_of(draft.article, verified.quotation));
  json_.field("grade", to_string(verified.grade));
  json_.field("rule", verified.rule);
  json_.field("severity", to_string(severity_of(verified, *report_.profile)));
  json_.key("passages").begin_array();
  for (const SourcePassage& passage : verified.passages) {
    write_passage(draft, verified, passage);
  }
  json_.end_array();
  json_.key("more_passages").number(verified.more_passages);
  json_.key("candidates_truncated").boolean(verified.candidates_truncated);
  json_.key("nearest");
  if (verified.nearest) {
    write_passage(draft, verified, *verified.nearest);
  } else {
    json_.null();
  }
  json_.end_object();
}

void JsonReport::write_passage(const Placed& draft,
                               const VerifiedQuotation& verified,
                               const SourcePassage& passage) {
  const Placed& source = sources_[passage.source];
  json_.begin_object();
  json_.field("source", source.article.document.id);
  write_place(source, passage.span);
  json_.key("sentences").begin_object();
  write_span(source, passage.sentences);
  json_.end_object();
  json_.field("speakers", passage.speakers);
  json_.field("speaker_agreement", to_word(passage.speaker));
  json_.key("finding").begin_object();
  write_finding(draft, verified, passage);
  json_.end_object().end_object();
}

void JsonReport::write_finding(const Placed& draft,
                               const VerifiedQuotation& verified,
                               const SourcePassage& passage) {
  // Operations count in the two texts that were graded.
  const std::size_t said = passage.sentences.begin;
  const std::size_t printed = verified.span.begin;
  const auto write = [&](const Placed& in, TextSpan span) {
    json_.begin_object();
    write_span(in, span);
    json_.end_object();
  };
  write_finding_keys(
      json_, passage.finding,
      {[&](ReferenceSpan part) {
         write(sources_[passage.source],
               {said + part.begin, said + part.end});
       },
       [&](PrintedSpan part) {
         write(draft, {printed + part.begin, printed + part.end});
       }});
}

void JsonReport::write_not_looked_at() {
  json_.key("not_looked_at").begin_broken_array();
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    for (const std::size_t q : quotations_not_looked_at(report_, i)) {
      const Quotation& quotation = drafts_[i].article.quotations[q];
      json_.begin_object();
      json_.field("draft", drafts_[i].article.document.id);
      json_.field("quotation", fmt::format("q{}", q + 1));
      write_place(drafts_[i], quotation.span);
      json_.field("why", why_not_looked_at(quotation));
      json_.end_object();
    }
  }
  json_.end_array();
}

void JsonReport::write_span(const Placed& in, TextSpan span) {
  json_.key("start").number(offset_of(in.positions.at(span.begin), unit_));
  json_.key("end").number(offset_of(in.positions.at(span.end), unit_));
  json_.field("text", in.article.document.slice(span));
}

void JsonReport::write_place(const Placed& in, TextSpan span) {
  write_span(in, span);
  const Position begin = in.positions.at(span.begin);
  json_.key("line").number(begin.line);
  json_.key("column").number(begin.column);
}

}  // namespace

std::string verify_json(const VerifyReport& report, OffsetUnit unit) {
  return JsonReport(report, unit).write();
}

}  // namespace quoin
