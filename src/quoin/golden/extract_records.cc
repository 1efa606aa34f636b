// SPDX-License-Identifier: Apache-2.0
#include <quoin/golden/extract_records.h>

#include <map>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <quoin/golden/golden_file.h>
#include <quoin/text/positions.h>

namespace quoin {
namespace {

void add_speaker(const Document& document, const Speaker& speaker,
                 RecordBuilder& record) {
  const std::string_view mention = document.slice(speaker.mention);
  record.text("speaker", mention);
  if (speaker.name && *speaker.name != mention) {
    record.text("name", *speaker.name);
  }
  if (speaker.role) record.text("role", document.slice(*speaker.role));
  record.list("candidates", speaker.candidates);
}

void add_attribution(const Article& article, const Grammar& grammar,
                     const Attribution& attribution, RecordBuilder& record) {
  const Document& document = article.document;
  if (attribution.speaker) {
    add_speaker(document, *attribution.speaker, record);
  }
  if (attribution.cue) record.text("cue", document.slice(*attribution.cue));
  if (attribution.medium) {
    record.text("medium", document.slice(*attribution.medium));
  }
  if (attribution.addressee) {
    record.text("addressee", document.slice(*attribution.addressee));
  }
  if (attribution.rule != kNoRule) {
    const auto rule = static_cast<std::size_t>(attribution.rule);
    record.text("rule", grammar.rule_names()[rule].name);
  }
}

// What a reader takes for granted is left out: speech, in the body, outermost.
void add_labels(const Quotation& quotation, RecordBuilder& record) {
  if (quotation.kind != QuotationKind::kSpeech) {
    record.text("kind", to_string(quotation.kind));
  }
  if (quotation.block != BlockRole::kBody) {
    record.text("block", to_string(quotation.block));
  }
  if (quotation.depth > 0) record.number("depth", quotation.depth);
  if (!quotation.segments.empty()) {
    record.number("segments", quotation.segments.size());
  }
  std::vector<std::string> flags;
  for (const std::string_view flag : flag_names(quotation.flags)) {
    flags.emplace_back(flag);
  }
  record.list("flags", std::move(flags));
}

}  // namespace

void append_extract_records(const Article& article, const Grammar& grammar,
                            std::vector<Record>& records) {
  const Document& document = article.document;
  std::map<std::uint32_t, TextSpan> utterances;  // the first piece of each
  std::vector<Record> own;
  PositionCursor cursor(document.text);
  for (std::size_t i = 0; i < article.quotations.size(); ++i) {
    const Quotation& quotation = article.quotations[i];
    const Attribution& attribution = article.attributions[i];
    RecordBuilder record;
    record.text("document", document.id);
    record.number("line", cursor.advance_to(quotation.span.begin).line);
    record.words(document.slice(quotation.span));
    add_labels(quotation, record);
    add_attribution(article, grammar, attribution, record);
    const auto [first, is_new] =
        utterances.emplace(attribution.utterance, quotation.span);
    if (!is_new && quotation.block != BlockRole::kFurniture) {
      record.text("continues", shorten_words(document.slice(first->second)));
    }
    own.push_back(record.take());
  }
  number_repeats(own);
  records.insert(records.end(), own.begin(), own.end());
}

}  // namespace quoin
