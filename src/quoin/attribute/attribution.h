// SPDX-License-Identifier: Apache-2.0
// Who said a quotation, and by which rule we say so.
//
// The mention is kept as printed; the name it resolves to, the role, the
// medium and the addressee are separate. What cannot be decided is said
// (`speaker` empty, candidates listed), never guessed.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/span.h>
#include <quoin/quote/quotation.h>
#include <quoin/text/document.h>

namespace quoin {

// How a name was found. The words for people are in report/.
enum class NameStep : std::uint8_t {
  kNone,          // it was not: nobody is named, or nobody fits
  kAsPrinted,     // the mention is a name that stands nowhere else
  kSameName,      // “Ruiz” for Marta Ruiz
  kAmbiguous,     // a name that two or more have
  kPronoun,       // the likeliest of those named before
  kRole,          // “the chief”: the one who holds the role
  kEpithet,       // “the singer”: the likeliest of those named before
  kOrganisation,  // “the company”
  kRelative,      // “who”: the name it stands behind
  kGroup,         // “they”: several who were named together
  kUnnamed,       // a pronoun for somebody without a name: “a witness”
  kTaken,         // with the mention, from another quotation
};

// In kebab-case: "same-name".
std::string_view to_string(NameStep step);

struct NameSource {
  NameStep step = NameStep::kNone;
  TextSpan from;  // the mention that decided; empty when none did
};

struct Speaker {
  TextSpan mention;                 // as printed: “the chief”
  std::optional<std::string> name;  // whom it resolves to: “Marta Ruiz”
  std::vector<std::string> names;   // each, when several speak together
  std::optional<TextSpan> role;     // “police chief”
  std::vector<std::string> candidates;  // when two or more fit: no name then
  NameSource source;
};

inline constexpr int kNoRule = -1;

struct Attribution {
  std::optional<Speaker> speaker;
  std::optional<TextSpan> cue;        // said, according to
  std::optional<TextSpan> medium;     // in a statement
  std::optional<TextSpan> addressee;  // reporters
  int rule = kNoRule;                 // index into Grammar::rules()
  std::uint32_t utterance = 0;        // equal for pieces of one speech act
};

// What extraction makes of one document. Index i of `attributions` is about
// index i of `quotations`.
struct Article {
  Document document;
  std::vector<Quotation> quotations;  // by position, outer before inner
  std::vector<Attribution> attributions;
  std::vector<std::string> diagnostics;  // "rule 'x' gave up in 3 places"
};

}  // namespace quoin
