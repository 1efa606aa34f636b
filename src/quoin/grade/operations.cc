// SPDX-License-Identifier: Apache-2.0
#include <quoin/grade/operations.h>

#include <algorithm>
#include <array>
#include <utility>



namespace quoin {
namespace {

struct GlyphClass {
  std::string_view flag;
  std::string_view glyphs;  // separated by spaces
};

constexpr std::array<GlyphClass, 7> kGlyphs = {{
    {"dash_glyph", "\u2010 \u2011 \u2012 \u2013 \u2014 \u2015 \u2212 -"},
    {"nbsp", "\u00A0 \u202F \u2007"},
    {"apostrophe_glyph", "\u2018 \u2019 \u02BC ' `"},
    {"mark_glyph", "\u201C \u201D \u201E \u00AB \u00BB \""},
    {"ellipsis_glyph", "\u2026 ..."},
    {"line_wrap", "\n \r"},
    {"invisible", "\u00AD \u200B \u200C \u200D \u2060 \uFEFF"},
}};

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos;
       at = text.find(what, at + what.size())) {
    ++found;
  }
  return found;
}

std::size_t char_size(std::string_view text, std::size_t at) {
  std::size_t size = 1;
  while (at + size < text.size() &&
         (static_cast<unsigned char>(text[at + size]) & 0xC0) == 0x80) {
    ++size;
  }
  return size;
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9');
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  std::size_t at = 0;
  while (at < a.size() && at < b.size()) {
    const std::size_t size = char_size(a, at);
    if (a.substr(at, size) != b.substr(at, char_size(b, at)) ||
        is_word_byte(a[at])) {
      break;
    }
    at += size;
  }
  return at;
}

std::size_t common_suffix(std::string_view a, std::string_view b) {
  std::size_t same = 0;
  const auto start_of = [](std::string_view text, std::size_t end) {
    std::size_t at = end - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
      --at;
    return at;
  };
  while (same < a.size() && same < b.size()) {
    const std::size_t a_begin = start_of(a, a.size() - same);
    const std::size_t b_begin = start_of(b, b.size() - same);
    if (a.substr(a_begin, a.size() - same - a_begin) !=
            b.substr(b_begin, b.size() - same - b_begin) ||
        is_word_byte(a[a_begin])) {
      break;
    }
    same = a.size() - a_begin;
  }
  return same;
}

class Writer {
 public:
  Writer(const Side& r, const Side& p, GradeMode mode, bool swapped)
      : r_(r), p_(p), mode_(mode), swapped_(swapped) {}

  void add(const Piece& piece) {
    std::string_view a = slice(r_, piece.reference);
    std::string_view b = slice(p_, piece.printed);
    if (a == b) return;
    ReferenceSpan reference = piece.reference;
    PrintedSpan printed = piece.printed;
    if (piece.kind != PieceKind::kWord) {
      const std::size_t tail = common_suffix(a, b);
      a.remove_suffix(tail), b.remove_suffix(tail);
      reference.end -= tail, printed.end -= tail;
      const std::size_t head = common_prefix(a, b);
      a.remove_prefix(head), b.remove_prefix(head);
      reference.begin += head, printed.begin += head;
    }
    if (piece.difference.grade == Grade::kIdentical) {
      add_typographic(reference, printed);
      return;
    }
    Operation operation = make(piece.difference.grade, reference, printed);
    operation.flags = piece.difference.flags;
    describe(operation, piece);
    out_.push_back(std::move(operation));
  }

  std::vector<Operation> take() { return std::move(out_); }

 private:
  template <class Span>
  static std::string_view slice(const Side& side, Span span) {
    return side.text.substr(span.begin, span.size());
  }

  Operation make(Grade grade, ReferenceSpan reference, PrintedSpan printed) {
    Operation operation;
    operation.grade = grade;
    operation.reference = reference;
    operation.printed = printed;
    operation.kind = reference.empty() ? OperationKind::kInserted
                     : printed.empty() ? OperationKind::kDeleted
                                       : OperationKind::kReplaced;
    return operation;
  }

  // Code point for code point where the counts allow, so that a space and a
  // dash that both differ are two operations.
  void add_typographic(ReferenceSpan reference, PrintedSpan printed) {
    std::vector<std::pair<ReferenceSpan, PrintedSpan>> parts;
    std::size_t i = reference.begin;
    std::size_t j = printed.begin;
    while (i < reference.end && j < printed.end) {
      const std::size_t a = char_size(r_.text, i);
      const std::size_t b = char_size(p_.text, j);
      if (r_.text.substr(i, a) != p_.text.substr(j, b)) {
        parts.push_back({{i, i + a}, {j, j + b}});
      }
      i += a, j += b;
    }
    if (i != reference.end || j != printed.end) {
      parts = {{reference, printed}};
    }
    for (const auto& [from, to] : parts) {
      Operation operation = make(Grade::kTypographic, from, to);
      operation.flags = typographic_flags(slice(r_, from), slice(p_, to));
      operation.words = typographic_words(operation.flags);
      out_.push_back(std::move(operation));
    }
  }

  std::string typographic_words(const std::vector<std::string>& flags) const {
    std::string words = "set in other type";
    for (std::size_t i = 0; i < flags.size(); ++i) {
      words += i == 0 ? ": " : ", ";
      std::string flag = flags[i];
      std::replace(flag.begin(), flag.end(), '_', ' ');
      words += flag == "nbsp" ? "no-break space" : flag;
    }
    return words;
  }

  static std::string quoted(std::string_view text) {
    std::string out = "'";
    bool space = false;
    for (const char c : text) {
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
        space = out.size() > 1;
      } else {
        if (space) out += ' ';
        space = false;
        out += c;
      }
    }
    return out + "'";
  }

  // "after 'us', before 'which'", by the words of the printed text.
  std::string place(const Piece& piece) const {
    std::string out;
    const std::size_t before = piece.p0;
    const std::size_t after = piece.p1;
    if (before > 0 && before <= p_.size()) {
      out += " after " + word(p_, before - 1);
    }
    if (after < p_.size()) {
      out += (out.empty() ? " before " : ", before ") + word(p_, after);
    }
    return out;
  }

  std::string word(const Side& side, std::size_t i) const {
    const TextSpan source = side.unit(i).source;
    return quoted(side.text.substr(source.begin, source.size()));
  }

  std::string units(const Side& side, std::size_t from, std::size_t to) const {
    if (from >= to) return {};
    const std::size_t begin = side.unit(from).source.begin;
    const std::size_t end = side.unit(to - 1).source.end;
    return quoted(side.text.substr(begin, end - begin));
  }

  static std::string mark_name(std::string_view marks) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>,
                                8>
        kNames = {{{",", "comma"},
                   {".", "full stop"},
                   {";", "semicolon"},
                   {":", "colon"},
                   {"?", "question mark"},
                   {"!", "exclamation mark"},
                   {"\u2014", "dash"},
                   {"\u2026", "ellipsis"}}};
    const FoldedText folded = fold_typography(marks);
    for (const auto& [mark, name] : kNames) {
      if (folded.text == mark) return std::string(name);
    }
    return quoted(marks);
  }

  void describe(Operation& op, const Piece& piece) const {
    std::string was;
    std::string is;
    switch (piece.kind) {
      case PieceKind::kWord:
      case PieceKind::kRun:
        was = units(r_, piece.r0, piece.r1);
        is = units(p_, piece.p0, piece.p1);
        if (was.empty() && is.empty()) {
          was = op.reference.empty() ? "" : quoted(slice(r_, op.reference));
          is = op.printed.empty() ? "" : quoted(slice(p_, op.printed));
        }
        break;
      case PieceKind::kSlot:
        was = op.reference.empty() ? "" : mark_name(slice(r_, op.reference));
        is = op.printed.empty() ? "" : mark_name(slice(p_, op.printed));
        break;
      case PieceKind::kClip: return clip_words(op, piece);
    }
    const std::string where = place(piece);
    if (mode_ != GradeMode::kSymmetric) {
      op.words = was.empty()  ? is + " inserted" + where
                 : is.empty() ? was + " left out" + where
                              : was + " replaced by " + is + where;
    } else if (was.empty() || is.empty()) {
      op.words = was + is + where;
      add_only_in(is.empty(), op);
    } else {
      op.words = swapped_ ? is : was;
      add_name(" in ", 'A', op.a_at, op);
      op.words += ", " + (swapped_ ? was : is);
      add_name(" in ", 'B', op.b_at, op);
      op.words += (where.empty() ? "" : ",") + where;
    }
  }

  static void add_name(std::string_view before, char name, std::size_t& at,
                       Operation& op) {
    op.words += before;
    at = op.words.size();
    op.words += name;
  }

  // Whether the words stand in the text aligned as the reference, or not.
  void add_only_in(bool reference, Operation& op) const {
    const bool in_a = reference != swapped_;
    add_name(": present in ", in_a ? 'A' : 'B', in_a ? op.a_at : op.b_at, op);
    add_name(", absent in ", in_a ? 'B' : 'A', in_a ? op.b_at : op.a_at, op);
  }

  void clip_words(Operation& op, const Piece& piece) const {
    const bool head = piece.p1 == 0 && piece.r0 == 0 && p_.size() > 0;
    const bool overlap = op.reference.empty();
    const std::size_t words =
        overlap ? piece.p1 - piece.p0 : piece.r1 - piece.r0;
    std::string out = std::to_string(words) + (words == 1 ? " word " : " words ");
    const bool at_head = overlap ? piece.p0 == 0 : head;
    out += at_head ? "at the head" : "at the tail";
    op.words = std::move(out);
    if (mode_ == GradeMode::kSymmetric) {
      add_only_in(!overlap, op);
    } else {
      op.words += overlap ? " printed in addition" : " not printed";
    }
  }

  const Side& r_;
  const Side& p_;
  GradeMode mode_;
  bool swapped_;
  std::vector<Operation> out_;
};

}  // namespace

std::vector<std::string> typographic_flags(std::string_view a,
                                           std::string_view b) {
  std::vector<std::string> flags;
  for (const GlyphClass& glyphs : kGlyphs) {
    std::size_t at = 0;
    bool differs = false;
    while (at < glyphs.glyphs.size() && !differs) {
      const std::size_t end =
          std::min(glyphs.glyphs.find(' ', at), glyphs.glyphs.size());
      const std::string_view glyph = glyphs.glyphs.substr(at, end - at);
      differs = count(a, glyph) != count(b, glyph);
      at = end + 1;
    }
    if (differs) flags.emplace_back(glyphs.flag);
  }
  if (flags.empty()) flags.emplace_back("space");
  return flags;
}

std::vector<Operation> make_operations(const Side& r, const Side& p,
                                       const std::vector<Piece>& pieces,
                                       GradeMode mode, bool swapped) {
  Writer writer(r, p, mode, swapped);
  for (const Piece& piece : pieces) writer.add(piece);
  return writer.take();
}

}  // namespace quoin
