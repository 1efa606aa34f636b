// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/tei.h>

#include <map>
#include <vector>

#include <fmt/format.h>

#include <quoin/base/sha256.h>
#include <quoin/report/locator.h>
#include <quoin/report/tei_pieces.h>
#include <quoin/report/verify_report.h>
#include <quoin/report/xml_writer.h>

namespace quoin {
namespace {

constexpr std::string_view kNamespace = "http://www.tei-c.org/ns/1.0";

// What is known of a printed text.
void write_bibliography(const Document& document, XmlWriter& xml) {
  xml.open("title").text(document.title.value_or(document.id)).close();
  if (document.outlet) xml.open("publisher").text(*document.outlet).close();
  if (document.published) xml.open("date").text(*document.published).close();
  if (document.url && is_web_address(*document.url)) {
    xml.open("ref").attribute("target", page_uri(document));
    xml.text(*document.url).close();
  }
  xml.open("idno").text(document.id).close();
}

void begin_header(std::string_view title, XmlWriter& xml) {
  xml.open("teiHeader").open("fileDesc");
  xml.open("titleStmt").open("title").text(title).close().close();
  xml.open("publicationStmt").open("p").text("Written by quoin").close();
  xml.close().open("sourceDesc");
}

void end_header(XmlWriter& xml) { xml.close().close().close().line_break(); }

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// Ids of a corpus, in which no two documents have the same id.
std::string prefix_of(const Document& document) {
  return "d" + sha256_hex(document.id).substr(0, 12);
}

class ArticleWriter {
 public:
  ArticleWriter(const Article& article, std::string& out)
      : article_(article),
        prefix_(prefix_of(article.document)),
        pieces_(cut_into_pieces(article)),
        xml_(out) {}

  void write();

 private:
  void write_speakers();
  void write_body();
  void write_line(TextSpan line);
  void open_piece(const TeiPiece& piece);
  void open_kind(const Quotation& quotation);
  std::string piece_id(const TeiPiece& piece, std::size_t number) const;

  const Article& article_;
  std::string prefix_;
  std::vector<TeiPiece> pieces_;
  std::size_t next_ = 0;                      // of pieces_
  std::map<std::string, std::size_t> speakers_;  // name -> number
  XmlWriter xml_;
};

void ArticleWriter::write() {
  const Document& document = article_.document;
  xml_.open("TEI").attribute("xmlns", kNamespace);
  if (document.lang) xml_.attribute("xml:lang", *document.lang);
  xml_.line_break();
  begin_header(document.title.value_or(document.id), xml_);
  xml_.open("bibl");
  write_bibliography(document, xml_);
  xml_.close();
  end_header(xml_);
  write_speakers();
  xml_.open("text");
  write_body();
  xml_.close().line_break().close().line_break();
}

void ArticleWriter::write_speakers() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < article_.quotations.size(); ++i) {
    const std::optional<std::string> name = speaker_of(article_, i);
    if (!name) continue;
    if (speakers_.emplace(*name, names.size() + 1).second) {
      names.push_back(*name);
    }
  }
  if (names.empty()) return;
  xml_.open("standOff").open("list").attribute("type", "speakers");
  for (const std::string& name : names) {
    xml_.open("item").attribute("xml:id",
                                fmt::format("{}-s{}", prefix_, speakers_[name]));
    xml_.text(name).close();
  }
  xml_.close().close().line_break();
}

void ArticleWriter::write_body() {
  const std::string& text = article_.document.text;
  xml_.open("body");
  bool is_empty = true;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line =
        std::string_view(text).substr(begin, end - begin);
    if (is_blank(line)) {
      xml_.text(line);
    } else {
      write_line({begin, end});
      is_empty = false;
    }
    if (end < text.size()) xml_.text("\n");
    begin = end + 1;
  }
  if (is_empty) xml_.open("p").close();
  xml_.close();
}

void ArticleWriter::write_line(TextSpan line) {
  const BlockRole role = role_at(article_.document, line.begin);
  if (role == BlockRole::kBody) {
    xml_.open("p");
  } else {
    xml_.open("ab").attribute("type", to_string(role));
  }
  std::size_t at = line.begin;
  std::vector<std::size_t> ends;
  const auto write_to = [&](std::size_t end) {
    xml_.text(article_.document.slice({at, end}));
    at = end;
  };
  const auto close_up_to = [&](std::size_t place) {
    while (!ends.empty() && ends.back() <= place) {
      write_to(ends.back());
      ends.pop_back();
      xml_.close();
    }
  };
  while (next_ < pieces_.size() && pieces_[next_].span.begin < line.end) {
    const TeiPiece& piece = pieces_[next_++];
    close_up_to(piece.span.begin);
    write_to(piece.span.begin);
    open_piece(piece);
    ends.push_back(piece.span.end);
  }
  close_up_to(line.end);
  write_to(line.end);
  xml_.close();
}

std::string ArticleWriter::piece_id(const TeiPiece& piece,
                                    std::size_t number) const {
  std::string id = fmt::format("{}-q{}", prefix_, piece.quotation + 1);
  if (number > 1) id += fmt::format(".{}", number);
  return id;
}

void ArticleWriter::open_kind(const Quotation& quotation) {
  switch (quotation.kind) {
    case QuotationKind::kSpeech:
    case QuotationKind::kThought:
      xml_.open("said").attribute("direct", "true");
      xml_.attribute("aloud", quotation.kind == QuotationKind::kSpeech
                                  ? "true"
                                  : "false");
      return;
    case QuotationKind::kTitle: xml_.open("title"); return;
    case QuotationKind::kTerm: xml_.open("soCalled"); return;
    case QuotationKind::kNickname:
      xml_.open("q").attribute("type", "nickname");
      return;
    case QuotationKind::kInscription:
      xml_.open("q").attribute("type", "written");
      return;
  }
}

void ArticleWriter::open_piece(const TeiPiece& piece) {
  const Quotation& quotation = article_.quotations[piece.quotation];
  open_kind(quotation);
  xml_.attribute("xml:id", piece_id(piece, piece.number));
  const std::optional<std::string> name = speaker_of(article_, piece.quotation);
  const bool has_who = quotation.kind == QuotationKind::kSpeech ||
                       quotation.kind == QuotationKind::kThought ||
                       quotation.kind == QuotationKind::kNickname ||
                       quotation.kind == QuotationKind::kInscription;
  if (name && has_who) {
    xml_.attribute("who", fmt::format("#{}-s{}", prefix_, speakers_[*name]));
  }
  if (piece.number > 1) {
    xml_.attribute("prev", "#" + piece_id(piece, piece.number - 1));
  }
  if (piece.number < piece.of) {
    xml_.attribute("next", "#" + piece_id(piece, piece.number + 1));
  }
}

class StoryWriter {
 public:
  explicit StoryWriter(const StoryReport& report)
      : report_(report), out_(kXmlHead), xml_(out_) {}

  std::string write();

 private:
  void write_cluster(const ComparedCluster& compared);
  static std::string witness(std::size_t article) {
    return fmt::format("w{}", article + 1);
  }

  const StoryReport& report_;
  std::string out_;
  XmlWriter xml_;
};

std::string StoryWriter::write() {
  xml_.open("TEI").attribute("xmlns", kNamespace).line_break();
  begin_header(report_.name.value_or("Quotations compared"), xml_);
  xml_.open("listWit").line_break();
  for (std::size_t i = 0; i < report_.articles.size(); ++i) {
    xml_.open("witness").attribute("xml:id", witness(i)).open("bibl");
    if (report_.is_reference(i)) xml_.attribute("type", "reference");
    write_bibliography(report_.articles[i].document, xml_);
    xml_.close().close().line_break();
  }
  xml_.close();
  end_header(xml_);
  xml_.open("text").open("body").line_break();
  if (report_.comparison->clusters.empty()) xml_.open("p").close();
  for (const ComparedCluster& compared : report_.comparison->clusters) {
    write_cluster(compared);
  }
  xml_.close().close().line_break().close().line_break();
  return std::move(out_);
}

void StoryWriter::write_cluster(const ComparedCluster& compared) {
  const Cluster& cluster = compared.cluster;
  xml_.open("p").open("app").attribute("xml:id", cluster.id).line_break();
  if (compared.reference) {
    const std::size_t article = compared.reference->article;
    xml_.open("lem").attribute("wit", "#" + witness(article));
    xml_.text(
        report_.articles[article].document.slice(compared.reference->span));
    xml_.close().line_break();
  }
  for (std::size_t i = 0; i < cluster.members.size(); ++i) {
    const Rendering& member = cluster.members[i];
    if (report_.is_reference(member.article)) continue;
    xml_.open("rdg").attribute("wit", "#" + witness(member.article));
    if (compared.members[i].finding) {
      xml_.attribute("type", to_string(compared.members[i].finding->grade));
    }
    xml_.text(rendering_text(report_.articles[member.article], member));
    xml_.close().line_break();
  }
  xml_.close().close().line_break();
}

}  // namespace

ExtractView extract_tei() {
  ExtractView view;
  view.head = std::string(kXmlHead) + "<teiCorpus xmlns=\"" +
              std::string(kNamespace) +
              "\">\n<teiHeader><fileDesc><titleStmt><title>Quotations</title>"
              "</titleStmt><publicationStmt><p>Written by quoin</p>"
              "</publicationStmt><sourceDesc><p>The documents below</p>"
              "</sourceDesc></fileDesc></teiHeader>\n";
  view.tail = "</teiCorpus>\n";
  view.append = [](const Article& article, const Grammar&, std::string& out) {
    ArticleWriter(article, out).write();
  };
  return view;
}

std::string story_tei(const StoryReport& report) {
  return StoryWriter(report).write();
}

}  // namespace quoin
