// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/collect.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include <quoin/quote/flank.h>
#include <quoin/text/characters.h>

namespace quoin {
namespace {

bool is_space_at(std::string_view text, std::size_t at) {
  return flank_of(code_point_at(text, at).value) == Flank::kSpace;
}

// `span` without white space at its ends. All white space leaves nothing at its
// beginning: behind it might be outside what `span` is nested in.
TextSpan trim(std::string_view text, TextSpan span) {
  const std::size_t begin = span.begin;
  while (span.begin < span.end && is_space_at(text, span.begin)) {
    span.begin += code_point_at(text, span.begin).size;
  }
  if (span.empty()) return {begin, begin};
  while (span.begin < span.end) {
    const CodePoint last = code_point_before(text, span.end);
    if (flank_of(last.value) != Flank::kSpace) break;
    span.end -= last.size;
  }
  return span;
}

// True when only white space, bullets and dashes stand in `span`.
bool is_lead_in(std::string_view text, TextSpan span) {
  constexpr std::size_t kLongest = 24;
  if (span.size() > kLongest) return trim(text, span).empty();
  for (std::size_t i = span.begin; i < span.end;) {
    const CodePoint point = code_point_at(text, i);
    const Flank flank = flank_of(point.value);
    if (flank != Flank::kSpace && flank != Flank::kDash) return false;
    i += point.size;
  }
  return true;
}

}  // namespace

BlockRole QuotationCollector::role_of(std::size_t at) {
  const std::vector<Block>& blocks = document_.blocks;
  while (block_ < blocks.size() && blocks[block_].span.end <= at) ++block_;
  return block_ < blocks.size() && blocks[block_].span.begin <= at
             ? blocks[block_].role
             : BlockRole::kBody;
}

// Whether `token`, which opens at the start of a paragraph, goes on with what
// waits at `depth`.
bool QuotationCollector::goes_on(const MarkToken& token, std::size_t depth,
                                 TextSpan paragraph) const {
  if (depth >= waiting_.size()) return false;
  // What was nested goes on only inside what it was nested in.
  if (depth > 0 && open_.back().quotation != waiting_[depth - 1].quotation) {
    return false;
  }
  const std::size_t from =
      open_.empty() ? paragraph.begin : open_.back().begin;
  if (!is_lead_in(document_.text, {from, token.begin})) return false;
  const std::uint8_t mark = waiting_[depth].mark;
  return token.mark == mark || (marks_.marks[mark].closed_by >> token.mark & 1);
}

void QuotationCollector::open(const MarkToken& token, std::uint32_t at,
                              TextSpan paragraph) {
  const std::size_t depth = open_.size();
  if (goes_on(token, depth, paragraph)) {
    const Open& before = waiting_[depth];
    Quotation& quotation = quotations_[before.quotation];
    if (quotation.block == role_of(token.begin)) {
      if (quotation.segments.empty()) {
        quotation.segments.push_back(quotation.span);
      }
      quotation.flags &= static_cast<std::uint16_t>(~kUnclosed);
      open_.push_back({before.quotation, token.end(), token.mark, at});
      return;
    }
  }
  Quotation quotation;
  quotation.open = {token.begin, token.end()};
  quotation.span = {token.end(), token.end()};
  quotation.flags = token.flags;
  quotation.block = role_of(token.begin);
  quotation.depth =
      static_cast<std::uint16_t>(std::min<std::size_t>(depth, 0xFFFF));
  if (depth > 0) quotation.parent = static_cast<int>(open_.back().quotation);
  open_.push_back({quotations_.size(), token.end(), token.mark, at});
  quotations_.push_back(std::move(quotation));
}

void QuotationCollector::close(std::size_t end, TextSpan mark) {
  const Open open = open_.back();
  open_.pop_back();
  Quotation& quotation = quotations_[open.quotation];
  const TextSpan segment = trim(document_.text, {open.begin, end});
  if (quotation.segments.empty()) {
    quotation.span = segment;
  } else {
    quotation.segments.push_back(segment);
    quotation.span.end = segment.end;
  }
  quotation.close = mark;
  last_close_ = mark.end;
}

void QuotationCollector::add(TextSpan paragraph,
                             std::span<const MarkToken> tokens) {
  const bool passes =
      !waiting_.empty() && is_inset(role_of(paragraph.begin)) &&
      !is_inset(quotations_[waiting_.front().quotation].block);
  if (!passes) return add_paragraph(paragraph, tokens);
  std::vector<Open> waiting = std::move(waiting_);
  waiting_.clear();
  add_paragraph(paragraph, tokens);
  waiting_ = std::move(waiting);
}

void QuotationCollector::add_paragraph(TextSpan paragraph,
                                       std::span<const MarkToken> tokens) {
  open_.clear();
  const std::size_t first = quotations_.size();
  bool odd = false;  // a mark that belongs to nothing
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const MarkToken& token = tokens[i];
    if (token.role == MarkRole::kOpen) {
      while (!open_.empty() && tokens[open_.back().token].cut_at == i) {
        quotations_[open_.back().quotation].flags |= kUnclosed;
        close(token.begin, {token.begin, token.begin});
      }
      open(token, i, paragraph);
    } else if (token.role == MarkRole::kClose) {
      if (token.partner == kNoPartner) {
        add_unopened(token, paragraph);
        continue;
      }
      // What opened inside and found no partner ends here too.
      while (!open_.empty() && open_.back().token != token.partner) {
        quotations_[open_.back().quotation].flags |= kUnclosed | kMispaired;
        close(token.begin, {token.begin, token.begin});
      }
      if (open_.empty()) continue;
      quotations_[open_.back().quotation].flags |= token.flags;
      close(token.begin, {token.begin, token.end()});
    } else if ((token.flags & kMispaired) != 0) {
      odd = true;
    }
  }
  end_paragraph(paragraph);
  for (std::size_t i = first; odd && i < quotations_.size(); ++i) {
    quotations_[i].flags |= kMispaired;
  }
}

// The document begins inside a quotation, which `token` closes.
void QuotationCollector::add_unopened(const MarkToken& token,
                                      TextSpan paragraph) {
  Quotation quotation;
  quotation.span = trim(document_.text, {paragraph.begin, token.begin});
  quotation.open = {quotation.span.begin, quotation.span.begin};
  quotation.close = {token.begin, token.end()};
  quotation.flags = token.flags | kRepaired;
  quotation.block = role_of(quotation.span.begin);
  quotations_.push_back(std::move(quotation));
}

// Where ", he said." begins at the end of `segment`; segment.end when it does
// not.
std::size_t QuotationCollector::end_before_cue(TextSpan segment) const {
  constexpr std::size_t kLongest = 60;
  constexpr std::size_t kMostWords = 6;
  const std::string_view text = document_.text;
  segment = trim(text, segment);
  if (segment.empty() || text[segment.end - 1] != '.') return segment.end;
  const std::size_t from =
      segment.begin +
      (segment.size() > kLongest ? segment.size() - kLongest : 0);
  std::size_t at = segment.end - 1;
  while (at > from && text[at - 1] != ',' && text[at - 1] != '?' &&
         text[at - 1] != '!' && text[at - 1] != '.') {
    --at;
  }
  if (at <= from || text[at - 1] == '.') return segment.end;
  std::string_view rest = text.substr(at, segment.end - 1 - at);
  std::string_view first;
  std::string_view last;
  std::size_t words = 0;
  while (!rest.empty() && words <= kMostWords) {
    const std::size_t space = std::min(rest.find(' '), rest.size());
    if (space > 0) {
      last = rest.substr(0, space);
      if (++words == 1) first = last;
    }
    rest.remove_prefix(std::min(space + 1, rest.size()));
  }
  if (words < 2 || words > kMostWords) return segment.end;
  const auto is_cue = [&](std::string_view word) {
    return std::binary_search(marks_.closing_cues.begin(),
                              marks_.closing_cues.end(), to_lower(word));
  };
  return is_cue(first) || is_cue(last) ? at : segment.end;
}

void QuotationCollector::end_paragraph(TextSpan paragraph) {
  waiting_.clear();
  std::size_t end = paragraph.end;
  if (!open_.empty()) {
    // Not inside what was opened and closed within it.
    const TextSpan rest{std::max(open_.back().begin, last_close_),
                        paragraph.end};
    end = end_before_cue(rest);
  }
  const bool cue_follows = end < trim(document_.text, paragraph).end;
  if (!cue_follows) waiting_ = open_;
  while (!open_.empty()) {
    quotations_[open_.back().quotation].flags |=
        cue_follows ? kUnclosed | kRepaired : kUnclosed;
    close(end, {end, end});
  }
}

std::vector<Quotation> QuotationCollector::finish() {
  return std::move(quotations_);
}

}  // namespace quoin
