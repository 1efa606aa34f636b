// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/baseline.h>

#include <algorithm>
#include <map>
#include <set>

#include <quoin/match/days.h>
#include <quoin/text/units.h>

namespace quoin {
namespace {

class Chooser {
 public:
  Chooser(std::span<const Article> articles,
          const std::vector<std::size_t>& witness,
          const ComparedCluster& compared,
          const std::vector<std::size_t>& words)
      : articles_(articles),
        witness_(witness),
        compared_(compared),
        words_(words) {
    // An excerpt says nothing about what it leaves out.
    const std::size_t most = words[compared.cluster.root];
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool full = words[i] * 4 >= most * 3;
      if (full && members()[i].quotation != kUnquoted) whole_.push_back(i);
    }
  }

  Baseline choose() const {
    std::set<std::size_t> witnesses;
    for (const std::size_t i : whole_) witnesses.insert(witness(i));
    if (witnesses.size() < 2) {
      return {compared_.cluster.root, "the fullest printing"};
    }
    if (const auto first = earliest()) {
      return {first, "the earliest of the independent printings"};
    }
    if (const auto longest = only_longest()) {
      return {longest, "the longest rendering"};
    }
    return by_majority(witnesses.size());
  }

 private:
  const std::vector<Rendering>& members() const {
    return compared_.cluster.members;
  }
  std::size_t witness(std::size_t i) const {
    return witness_[members()[i].article];
  }

  // By day; nothing when another witness printed it on the same day.
  std::optional<std::size_t> earliest() const {
    std::optional<std::size_t> first;
    long day = 0;
    bool shared = false;
    for (const std::size_t i : whole_) {
      const auto own =
          days_of(articles_[members()[i].article].document.published);
      if (!own) return std::nullopt;
      if (!first || *own < day) {
        first = i;
        day = *own;
        shared = false;
      } else if (*own == day && witness(i) != witness(*first)) {
        shared = true;
      }
    }
    return shared ? std::nullopt : first;
  }

  std::optional<std::size_t> only_longest() const {
    std::optional<std::size_t> longest;
    bool shared = false;
    for (const std::size_t i : whole_) {
      if (!longest || words_[i] > words_[*longest]) {
        longest = i;
        shared = false;
      } else if (words_[i] == words_[*longest] &&
                 witness(i) != witness(*longest)) {
        shared = true;
      }
    }
    return shared ? std::nullopt : longest;
  }

  bool is_alike(std::size_t a, std::size_t b) const {
    if (a == b) return true;
    const auto [first, second] = std::minmax(a, b);
    for (const ComparedPair& pair : compared_.pairs) {
      if (pair.a == first && pair.b == second) {
        return pair.finding.grade <= Grade::kConvention;
      }
    }
    return false;
  }

  Baseline by_majority(std::size_t witnesses) const {
    for (const std::size_t i : whole_) {
      std::set<std::size_t> alike;
      for (const std::size_t j : whole_) {
        if (is_alike(i, j)) alike.insert(witness(j));
      }
      if (alike.size() * 2 > witnesses) {
        return {i, "printed alike by " + std::to_string(alike.size()) +
                       " of " + std::to_string(witnesses) +
                       " independent witnesses"};
      }
    }
    return {std::nullopt, "no printing is earlier, longer or commoner"};
  }

  std::span<const Article> articles_;
  const std::vector<std::size_t>& witness_;
  const ComparedCluster& compared_;
  const std::vector<std::size_t>& words_;
  std::vector<std::size_t> whole_;
};

}  // namespace

std::vector<char> find_agency_copies(std::span<const Article> articles) {
  std::vector<char> own(articles.size(), 0);
  for (std::size_t a = 0; a < articles.size(); ++a) {
    const Document& document = articles[a].document;
    if (!document.wire) continue;
    own[a] = document.outlet ? fold_case(*document.outlet) ==
                                   fold_case(*document.wire)
                             : !document.is_wire_told;
  }
  return own;
}

SpokenWords spoken_words_of(const Article& article, TextSpan span) {
  std::vector<TextSpan> quoted;
  for (const Quotation& quotation : article.quotations) {
    if (quotation.depth > 0 || quotation.block == BlockRole::kFurniture) {
      continue;
    }
    std::vector<TextSpan> segments = quotation.segments;
    if (segments.empty()) segments.push_back(quotation.span);
    for (const TextSpan segment : segments) {
      if (!segment.overlaps(span)) continue;
      quoted.push_back({std::max(segment.begin, span.begin),
                        std::min(segment.end, span.end)});
    }
  }
  if (quoted.empty()) {
    return {span, std::string(article.document.slice(span)), {}};
  }
  std::sort(quoted.begin(), quoted.end(),
            [](TextSpan a, TextSpan b) { return a.begin < b.begin; });
  SpokenWords words;
  words.span = {quoted.front().begin, quoted.back().end};
  words.text.assign(words.span.size(), ' ');
  std::size_t end = 0;
  for (const TextSpan part : quoted) {
    const std::size_t begin = part.begin - words.span.begin;
    if (begin > end) words.blanks.push_back({end, begin});
    end = std::max(end, part.end - words.span.begin);
    words.text.replace(part.begin - words.span.begin, part.size(),
                       article.document.slice(part));
  }
  return words;
}

void cover_blanks(const std::vector<ReferenceSpan>& blanks, Finding& finding) {
  for (Operation& operation : finding.operations) {
    for (const ReferenceSpan blank : blanks) {
      ReferenceSpan& reference = operation.reference;
      const bool touches =
          reference.begin < blank.end && blank.begin < reference.end;
      if (!touches) continue;
      // Beside the operation both texts have the same: spaces.
      if (reference.begin > blank.begin) {
        operation.printed.begin -= reference.begin - blank.begin;
        reference.begin = blank.begin;
      }
      if (reference.end < blank.end) {
        operation.printed.end += blank.end - reference.end;
        reference.end = blank.end;
      }
    }
  }
}

Baseline choose_baseline(std::span<const Article> articles,
                         const std::vector<std::size_t>& witness,
                         const ComparedCluster& compared,
                         const std::vector<std::size_t>& words) {
  return Chooser(articles, witness, compared, words).choose();
}

}  // namespace quoin
