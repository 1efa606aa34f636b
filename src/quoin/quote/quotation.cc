// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/quotation.h>

#include <array>

namespace quoin {
namespace {

// In the order of QuotationFlag's bits.
constexpr std::array<std::string_view, 10> kFlagNames = {
    "unclosed", "repaired",  "mispaired", "mojibake",     "entity",
    "unmarked", "duplicate", "negated",   "hypothetical", "relayed"};

}  // namespace

std::string_view to_string(QuotationKind kind) {
  switch (kind) {
    case QuotationKind::kSpeech: return "speech";
    case QuotationKind::kTitle: return "title";
    case QuotationKind::kTerm: return "term";
    case QuotationKind::kNickname: return "nickname";
    case QuotationKind::kInscription: return "inscription";
    case QuotationKind::kThought: return "thought";
  }
  return "";
}

std::vector<std::string_view> flag_names(std::uint16_t flags) {
  std::vector<std::string_view> names;
  for (std::size_t bit = 0; bit < kFlagNames.size(); ++bit) {
    if ((flags >> bit) & 1) names.push_back(kFlagNames[bit]);
  }
  return names;
}

}  // namespace quoin
