// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/explain_text.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <quoin/attribute/explanation.h>
#include <quoin/base/display.h>
#include <quoin/grammar/describe_rule.h>
#include <quoin/report/extract_table.h>
#include <quoin/text/positions.h>

namespace quoin {
namespace {

constexpr std::size_t kShownWords = 72;

std::string_view in_words(NameStep step) {
  switch (step) {
    case NameStep::kNone: return "nobody named in the text fits";
    case NameStep::kAsPrinted: return "the name as printed; it stands nowhere else";
    case NameStep::kSameName: return "the same name";
    case NameStep::kAmbiguous: return "two or more have that name";
    case NameStep::kPronoun:
      return "of those named before, the likeliest that the pronoun can mean";
    case NameStep::kRole: return "the one who holds that role";
    case NameStep::kEpithet:
      return "of those named before, the likeliest that the noun can mean";
    case NameStep::kOrganisation:
      return "of the bodies named before, the likeliest";
    case NameStep::kRelative: return "the name that the clause belongs to";
    case NameStep::kGroup: return "those who were named together";
    case NameStep::kUnnamed: return "a speaker whom the text does not name";
    case NameStep::kTaken: return "the speaker of the quotation it goes on with";
  }
  return "";
}

class Writer {
 public:
  Writer(const Article& article, const Grammar& grammar,
         const TextStyle& style, std::string& out)
      : article_(article),
        grammar_(grammar),
        style_(style),
        positions_(article.document.text),
        explanations_(explain_article(article, grammar)),
        out_(out) {}

  void run() {
    out_ += style_.bold(single_line(article_.document.id)) + "\n";
    for (std::size_t q = 0; q < article_.quotations.size(); ++q) write(q);
    for (const std::string& said : article_.diagnostics) {
      out_ += fmt::format("  {}\n", said);
    }
    out_ += '\n';
  }

 private:
  void write(std::size_t q) {
    const Quotation& quotation = article_.quotations[q];
    const Attribution& attribution = article_.attributions[q];
    out_ += fmt::format("  {}  {}\n", style_.dim(place(quotation.span.begin)),
                        shown(q));
    line("speaker", speaker(q));
    if (quotation.kind != QuotationKind::kSpeech) {
      line("kind", std::string(to_string(quotation.kind)));
    }
    if (attribution.rule == kNoRule) {
      line("rule", quotation.block == BlockRole::kFurniture
                       ? "none: furniture is not attributed"
                       : "none matches here");
      return;
    }
    const AttributionExplanation& why = explanations_[q];
    line("rule", fmt::format("{}, priority {}, {}", name_of(attribution.rule),
                             why.priority, at(attribution.rule)));
    const std::string_view note = note_of_rule(
        grammar_, static_cast<std::size_t>(attribution.rule));
    if (!note.empty()) line("", std::string(note));
    if (const std::string slots = matched(attribution); !slots.empty()) {
      line("matched", slots);
    }
    if (why.from >= 0) {
      line("goes on", "with " + shown(static_cast<std::size_t>(why.from)));
    }
    for (const LostRule& lost : why.lost) {
      line("before", fmt::format("{}, priority {}, {}: {}", name_of(lost.rule),
                                 lost.priority, at(lost.rule), lost.why));
    }
  }

  void line(std::string_view what, const std::string& text) {
    out_ += fmt::format("       {:<8} {}\n", what, text);
  }

  std::string speaker(std::size_t q) const {
    const auto& speaker = article_.attributions[q].speaker;
    if (!speaker) return speaker_label(article_, q);
    std::string text =
        fmt::format("{}, for {}: {}", style_.bold(speaker_label(article_, q)),
                    quoted(speaker->mention), in_words(speaker->source.step));
    const TextSpan from = speaker->source.from;
    if (!from.empty()) {
      text += fmt::format(", {}, {}", quoted(from), place(from.begin));
    }
    return text;
  }

  // The slots as examples write them, in the order of the text.
  std::string matched(const Attribution& attribution) const {
    std::vector<std::pair<TextSpan, std::string_view>> slots;
    const auto add = [&](const std::optional<TextSpan>& span,
                         std::string_view name) {
      if (span) slots.emplace_back(*span, name);
    };
    if (attribution.speaker) {
      slots.emplace_back(attribution.speaker->mention, "SPEAKER");
      add(attribution.speaker->role, "ROLE");
    }
    add(attribution.cue, "CUE");
    add(attribution.medium, "MEDIUM");
    add(attribution.addressee, "ADDRESSEE");
    std::sort(slots.begin(), slots.end());
    std::string text;
    for (const auto& [span, name] : slots) {
      text += fmt::format("{}[{} {}]", text.empty() ? "" : " ", name,
                          single_line(article_.document.slice(span)));
    }
    return text;
  }

  std::string shown(std::size_t q) const {
    return quoted(article_.quotations[q].span);
  }
  std::string quoted(TextSpan span) const {
    return fmt::format(
        "“{}”", clip_to_width(single_line(article_.document.slice(span)),
                              kShownWords));
  }
  std::string place(std::size_t byte) const {
    const Position position = positions_.at(byte);
    return fmt::format("{}:{}", position.line, position.column);
  }
  const RuleName& rule(int index) const {
    return grammar_.rule_names()[static_cast<std::size_t>(index)];
  }
  std::string_view name_of(int index) const { return rule(index).name; }
  std::string_view at(int index) const { return rule(index).at; }

  const Article& article_;
  const Grammar& grammar_;
  const TextStyle& style_;
  const PositionIndex positions_;
  const std::vector<AttributionExplanation> explanations_;
  std::string& out_;
};

}  // namespace

void append_explanation(const Article& article, const Grammar& grammar,
                        const TextStyle& style, std::string& out) {
  if (article.quotations.empty()) return;
  Writer(article, grammar, style, out).run();
}

}  // namespace quoin
