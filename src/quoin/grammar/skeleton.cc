// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/skeleton.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>

#include <quoin/text/characters.h>
#include <quoin/text/paragraphs.h>

namespace quoin {
namespace {

// A stretch of text that one symbol stands for, marks included.
struct Piece {
  TextSpan outer;
  int quotation = 0;
};

char ending_of(std::string_view words) {
  std::size_t end = words.size();
  while (end > 0) {
    const CodePoint c = code_point_before(words, end);
    if (is_word_character(c.value)) return 'n';
    switch (c.value) {
      case ',': return 'c';
      case '.': return end >= 2 && words[end - 2] == '.' ? 'd' : 's';
      case '?':
      case '!':
      case 0x203D: return 'q';
      case 0x2026:
      case '-':
      case 0x2013:
      case 0x2014:
      case ':':
      case ';': return 'd';
      case 0x3002: return 's';
      default: break;
    }
    end -= c.size;
  }
  return 'n';
}

char beginning_of(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint c = code_point_at(words, at);
    if (is_upper(c.value)) return 'U';
    if (is_lower(c.value)) return 'l';
    if (is_word_character(c.value)) return 'o';
    at += c.size;
  }
  return 'o';
}

// Lines within that are set in and begin with capitals, each of them. Spaces
// stand for the break where somebody joined the lines.
bool is_verse(std::string_view words) {
  constexpr std::string_view kSetIn = "   ";
  bool any = false;
  std::size_t at = std::min(words.find('\n'), words.find(kSetIn));
  while (at < words.size()) {
    const std::size_t next = words.find_first_not_of(" \t\n", at);
    if (next == std::string_view::npos || next - at < kSetIn.size() ||
        !is_upper(code_point_at(words, next).value)) {
      return false;
    }
    any = true;
    at = std::min(words.find('\n', next), words.find(kSetIn, next));
  }
  return any;
}

// Counts words only as far as the answer needs it.
void append_size_and_case(std::string_view words, std::string& out) {
  constexpr std::size_t kMany = 8;
  constexpr std::size_t kLongestSmall = 4;
  std::size_t count = 0;
  std::size_t capitals = 0, small = 0;
  for (std::size_t at = 0; at < words.size() && count < kMany;) {
    CodePoint c = code_point_at(words, at);
    if (!is_word_character(c.value)) {
      at += c.size;
      continue;
    }
    const bool upper = is_upper(c.value);
    const bool digit = is_digit(c.value);
    std::size_t letters = 0;
    while (at < words.size()) {
      c = code_point_at(words, at);
      if (is_space(c.value) || c.value == 0x2014) break;
      ++letters;
      at += c.size;
    }
    ++count;
    // “The Lord of the Rings”, “Walking with Jane Doe”: short words may stay
    // small in a title, but not most words.
    if (upper) {
      ++capitals;
    } else if (letters > kLongestSmall && !digit) {
      ++small;
    }
  }
  out += is_verse(words)   ? 'V'
         : count <= 1    ? '1'
         : count == 2    ? '2'
         : count == 3    ? '3'
         : count < kMany ? '7'
                         : 'L';
  out += capitals > 0 && capitals * 2 >= count && small == 0 && count < kMany
             ? 'T'
             : 't';
}

// The first place from `at` on that is no letter of ASCII. Eight bytes at a
// time: how long words are cannot be foretold, and a loop that ends anywhere
// costs a mistaken guess of the processor each time.
std::size_t skip_ascii_letters(std::string_view text, std::size_t at,
                               std::size_t end) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighs = 0x80 * kOnes;
  if constexpr (std::endian::native == std::endian::little) {
    for (; at + 8 <= end; at += 8) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text.data() + at, 8);
      // Small letters in place of capitals; no sum leaves its lane.
      const std::uint64_t low = (bytes | 0x20 * kOnes) & ~kHighs;
      const std::uint64_t from_a = low + (0x80 - 'a') * kOnes;
      const std::uint64_t after_z = low + (0x80 - 'z' - 1) * kOnes;
      const std::uint64_t others = (~(from_a & ~after_z) | bytes) & kHighs;
      if (others != 0) {
        return at + static_cast<std::size_t>(std::countr_zero(others)) / 8;
      }
    }
  }
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  while (at < end && is_letter(text[at])) ++at;
  return at;
}

constexpr std::array<bool, 256> make_plain_marks() {
  std::array<bool, 256> table{};
  for (const char mark : kPlainMarks) {
    table[static_cast<unsigned char>(mark)] = true;
  }
  return table;
}
constexpr std::array<bool, 256> kIsPlainMark = make_plain_marks();

bool is_plain_mark(char c) {
  return kIsPlainMark[static_cast<unsigned char>(c)];
}

class Builder {
 public:
  Builder(const Document& document, std::span<const Quotation> quotations,
          const Tokenizer& tokenizer, const TokenTypes& types)
      : text_(document.text),
        document_(document),
        quotations_(quotations),
        tokenizer_(tokenizer),
        types_(types),
        is_hard_wrapped_(is_hard_wrapped(document.text)) {
    skeleton_.symbols.resize(quotations.size());
    skeleton_.letters.resize(quotations.size());
    skeleton_.forward.reserve(text_.size() / 5);
    skeleton_.tokens.reserve(text_.size() / 5);
  }

  Skeleton build() {
    sort_pieces();
    add_body(pieces_inside(kNoParent));
    skeleton_.is_story = is_story();
    for (std::size_t i = 0; i < quotations_.size(); ++i) {
      if (has_nested(i)) add_nested(i);
    }
    make_mirror();
    return std::move(skeleton_);
  }

 private:
  bool has_nested(std::size_t i) const {
    return quotations_[i].block != BlockRole::kFurniture &&
           i + 1 < quotations_.size() &&
           quotations_[i + 1].parent == static_cast<int>(i);
  }

  // The pieces of every quotation, by parent and then by position: those
  // inside quotation p are pieces_[begins_[p + 1]] to pieces_[begins_[p + 2]].
  // A counting sort: deep nesting must not make this quadratic.
  void sort_pieces() {
    begins_.assign(quotations_.size() + 2, 0);
    std::vector<Piece> found;
    for (std::size_t i = 0; i < quotations_.size(); ++i) {
      if (quotations_[i].block == BlockRole::kFurniture) continue;
      add_pieces(quotations_[i], static_cast<int>(i), found);
    }
    for (const Piece& piece : found) ++begins_[bucket_of(piece) + 1];
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    pieces_.resize(found.size());
    std::vector<std::size_t> next(begins_.begin(), begins_.end());
    for (const Piece& piece : found) pieces_[next[bucket_of(piece)]++] = piece;
  }

  std::size_t bucket_of(const Piece& piece) const {
    return static_cast<std::size_t>(
        quotations_[static_cast<std::size_t>(piece.quotation)].parent + 1);
  }

  std::span<const Piece> pieces_inside(int parent) const {
    const auto bucket = static_cast<std::size_t>(parent + 1);
    return std::span(pieces_).subspan(begins_[bucket],
                                      begins_[bucket + 1] - begins_[bucket]);
  }

  static void add_pieces(const Quotation& q, int index,
                         std::vector<Piece>& pieces) {
    if (q.segments.empty()) {
      pieces.push_back({{q.open.begin, q.close.end}, index});
      return;
    }
    for (std::size_t s = 0; s < q.segments.size(); ++s) {
      TextSpan outer = q.segments[s];
      if (s == 0) outer.begin = q.open.begin;
      if (s + 1 == q.segments.size()) outer.end = q.close.end;
      pieces.push_back({outer, index});
    }
  }

  // Every stretch of the document that is not furniture.
  void add_body(std::span<const Piece> pieces) {
    add_break(0);
    auto next = pieces.begin();
    if (document_.blocks.empty()) {
      add_passage({0, text_.size()}, next, pieces.end());
    }
    for (const Block& block : document_.blocks) {
      if (block.role == BlockRole::kFurniture) continue;
      // A quotation of a hard-wrapped paragraph may end in the next block.
      const std::size_t begin =
          std::min(std::max(block.span.begin, covered_), block.span.end);
      add_passage({begin, block.span.end}, next, pieces.end());
      add_break(block.span.end);
    }
    add_break(text_.size());
  }

  // Of the body, before the passages of what is nested follow.
  bool is_story() const {
    constexpr std::size_t kLeast = 20;  // less says nothing
    std::size_t told = 0;
    std::size_t reported = 0;
    bool after_word = false;
    for (std::size_t i = 0; i < skeleton_.tokens.size(); ++i) {
      const TokenClass of = skeleton_.tokens[i].token_class;
      if (types_.is_in(skeleton_.forward[i], NamedSet::kStoryWord)) {
        ++told;
      } else if (of == TokenClass::kNumber ||
                 (of == TokenClass::kCap && after_word)) {
        ++reported;
      }
      after_word = of != TokenClass::kMark;
    }
    return told >= kLeast && told > reported;
  }

  void add_nested(std::size_t i) {
    const std::span<const Piece> pieces = pieces_inside(static_cast<int>(i));
    auto next = pieces.begin();
    // A second break: no rule that reads on into the next paragraph reads from
    // the last one of the body into what is nested in it.
    const std::size_t begin = quotations_[i].span.begin;
    add_token(kBreakForm, class_of_form(kBreakForm), begin, begin);
    skeleton_.tokens.back().is_break = true;
    add_passage(quotations_[i].span, next, pieces.end());
    add_break(quotations_[i].span.end);
  }

  using PieceIterator = std::span<const Piece>::iterator;

  // Tokens of `span`, with symbols for the pieces that begin in it.
  void add_passage(TextSpan span, PieceIterator& next, PieceIterator end) {
    std::size_t at = span.begin;
    while (next != end && next->outer.begin < at) ++next;
    while (at < span.end) {
      const bool piece_ahead = next != end && next->outer.begin < span.end;
      const std::size_t stop = piece_ahead ? next->outer.begin : span.end;
      add_tokens(at, stop);
      at = stop;
      if (piece_ahead) {
        add_symbol(*next);
        at = std::max(at, next->outer.end);
        covered_ = at;
        ++next;
      }
    }
  }

  void add_tokens(std::size_t at, std::size_t end) {
    const std::string_view text = text_;
    while (at < end) {
      // Four tokens in five: letters of ASCII and then a space or a comma,
      // which is a word as it stands.
      const std::size_t plain = skip_ascii_letters(text, at, end);
      if (plain > at &&
          (plain == end || text[plain] == ' ' || text[plain] == ',')) {
        add_plain_word(at, plain);
        at = plain;
        if (at < end && text[at] == ' ') ++at;
        continue;
      }
      if (is_plain_mark(text[at])) {
        new_token(at, at + 1).token_class = TokenClass::kMark;
        skeleton_.forward += types_.type_of_mark(text[at]);
        ++at;
        continue;
      }
      const CodePoint c = code_point_at(text, at);
      if (c.value == '\n') {
        if (!is_hard_wrapped_ || blank_line_follows(at)) add_break(at);
        ++at;
      } else if (is_space(c.value)) {
        at += c.size;
      } else {
        form_.clear();
        const std::size_t after = tokenizer_.read(text, at, end, form_);
        if (!form_.empty()) {
          add_token(form_, class_of_form(form_), at, after);
        }
        at = after;
      }
    }
  }

  bool blank_line_follows(std::size_t at) const {
    const std::size_t next = text_.find_first_not_of(" \t\r", at + 1);
    return next == std::string::npos || text_[next] == '\n';
  }

  // Requires: letters of ASCII.
  void add_plain_word(std::size_t begin, std::size_t end) {
    const std::string_view word = document_.slice({begin, end});
    const TokenClass token_class =
        word[0] >= 'a' ? TokenClass::kLower : TokenClass::kCap;
    new_token(begin, end).token_class = token_class;
    skeleton_.forward += begin + 8 <= text_.size()
                             ? types_.type_in_text(word, token_class)
                             : types_.type_of(word, token_class);
  }

  void add_token(std::string_view form, TokenClass token_class,
                 std::size_t text_begin, std::size_t text_end) {
    new_token(text_begin, text_end).token_class = token_class;
    skeleton_.forward += types_.type_of(form, token_class);
  }

  Token& new_token(std::size_t text_begin, std::size_t text_end) {
    Token& token = skeleton_.tokens.emplace_back();
    token.text_begin = static_cast<std::uint32_t>(text_begin);
    token.text_end = static_cast<std::uint32_t>(text_end);
    return token;
  }

  void add_break(std::size_t at) {
    if (!skeleton_.tokens.empty() && skeleton_.tokens.back().is_break) return;
    add_token(kBreakForm, class_of_form(kBreakForm), at, at);
    skeleton_.tokens.back().is_break = true;
  }

  void add_symbol(const Piece& piece) {
    const auto index = static_cast<std::size_t>(piece.quotation);
    const Quotation& q = quotations_[index];
    form_ = ending_of(tail_of(q.span));
    form_ += beginning_of(head_of(q.span));
    append_size_and_case(head_of(q.span), form_);
    skeleton_.letters[index] = letters_of(form_);
    new_token(piece.outer.begin, piece.outer.end).is_quotation = true;
    skeleton_.forward += types_.type_of_quotation(form_);
    const auto token = static_cast<TokenIndex>(skeleton_.tokens.size() - 1);
    Skeleton::Symbols& symbols = skeleton_.symbols[index];
    if (symbols.first == kNoToken) symbols.first = token;
    symbols.last = token;
  }

  // Looking at a quotation must not cost more than a look, or quotations
  // nested a thousand deep would be read a thousand times.
  static constexpr std::size_t kLook = 256;

  std::string_view head_of(TextSpan span) const {
    std::size_t end = span.end;
    if (span.size() > kLook) {
      end = span.begin + kLook;
      while (!is_boundary(end)) --end;
    }
    return document_.slice({span.begin, end});
  }
  std::string_view tail_of(TextSpan span) const {
    std::size_t begin = span.begin;
    if (span.size() > kLook) {
      begin = span.end - kLook;
      while (!is_boundary(begin)) ++begin;
    }
    return document_.slice({begin, span.end});
  }
  bool is_boundary(std::size_t at) const {
    return (static_cast<unsigned char>(text_[at]) & 0xC0) != 0x80;
  }

  void make_mirror() {
    skeleton_.mirror.assign(skeleton_.forward.rbegin(),
                            skeleton_.forward.rend());
  }

  const std::string& text_;
  const Document& document_;
  std::span<const Quotation> quotations_;
  const Tokenizer& tokenizer_;
  const TokenTypes& types_;
  const bool is_hard_wrapped_;
  std::string form_;  // of the token at hand
  std::size_t covered_ = 0;  // where the last symbol ends
  std::vector<Piece> pieces_;
  std::vector<std::size_t> begins_;
  Skeleton skeleton_;
};

LetterBits bits_of(std::string_view letters, std::size_t kind) {
  std::size_t first = 0;
  for (std::size_t i = 0; i < kind; ++i) first += kQuoteLetters[i].size();
  LetterBits bits = 0;
  for (const char letter : letters) {
    bits |= LetterBits{1} << (first + kQuoteLetters[kind].find(letter));
  }
  return bits;
}

}  // namespace

LetterBits letters_of(std::string_view letters) {
  LetterBits bits = 0;
  for (std::size_t i = 0; i < kQuoteLetters.size(); ++i) {
    bits |= bits_of(letters.substr(i, 1), i);
  }
  return bits;
}

LetterBits letters_allowed(const QuoteLetters& wanted) {
  LetterBits bits = 0;
  for (std::size_t i = 0; i < kQuoteLetters.size(); ++i) {
    bits |= bits_of(wanted[i].empty() ? kQuoteLetters[i] : wanted[i], i);
  }
  return bits;
}

Skeleton build_skeleton(const Document& document,
                        std::span<const Quotation> quotations,
                        const Tokenizer& tokenizer, const TokenTypes& types) {
  return Builder(document, quotations, tokenizer, types).build();
}

}  // namespace quoin
