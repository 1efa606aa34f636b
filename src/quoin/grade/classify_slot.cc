// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include <quoin/grade/classify.h>
#include <quoin/text/units.h>

namespace quoin {
namespace {

// The marks of a slot, without what is no punctuation: the stop of an
// abbreviation on either side, a slash (a line break).
std::string marks_of(const Side& side, std::size_t slot, bool after_dotted) {
  std::string kinds;
  for (const Punct& punct : side.slot(slot)) {
    if (punct.kind == '/' || (punct.kind == '.' && after_dotted)) continue;
    kinds += punct.kind;
  }
  return kinds;
}

bool dotted_before(const Side& side, std::size_t slot) {
  return slot > 0 && side.unit(slot - 1).dotted;
}

// Takes away what both have; leaves the rest sorted.
void cancel(std::string& a, std::string& b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::string left_a;
  std::string left_b;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(),
                      std::back_inserter(left_a));
  std::set_difference(b.begin(), b.end(), a.begin(), a.end(),
                      std::back_inserter(left_b));
  a = std::move(left_a);
  b = std::move(left_b);
}

std::string_view flag_of(char kind) {
  switch (kind) {
    case '.': return "sentence_boundary";
    case '?': return "question_mark";
    case '!': return "exclamation";
    case ',': return "comma";
    case ':': return "colon";
    case ';': return "semicolon";
    case kDashMark: return "dash";
    case kQuoteMark: return "inner_marks";
    case kEllipsisMark: return "empty_ellipsis";
    case '(': case ')': case '[': case ']': return "brackets";
    case kEmphasisMark: return "emphasis";
    case 'S': return "sic";
    default: return "other_mark";
  }
}

// A comma before "and" with another comma shortly before it is a list's.
bool is_list_comma(const ClassifyInput& in, const Side& side,
                   std::size_t slot) {
  if (slot >= side.size() ||
      !in.tables.list_conjunctions.contains(side.unit(slot).key)) {
    return false;
  }
  const std::size_t from = slot > 6 ? slot - 6 : 1;
  for (std::size_t i = from; i < slot; ++i) {
    if (side.slot_has(i, ',')) return true;
  }
  return false;
}

Difference punctuation(const ClassifyInput& in, std::string r, std::string p,
                       std::size_t slot) {
  Difference out;
  const bool had_stop = r.find('.') != std::string::npos;
  const bool has_stop = p.find('.') != std::string::npos;
  cancel(r, p);
  for (const char kind : r + p) {
    std::string flag(flag_of(kind));
    if (kind == ',' && !had_stop && !has_stop && slot < in.p.size()) {
      if (in.tables.relatives.contains(in.p.unit(slot).key)) {
        flag = "restrictive_comma";
      } else if (is_list_comma(in, in.p, slot)) {
        flag = "list_comma";
      }
    }
    if (std::find(out.flags.begin(), out.flags.end(), flag) ==
        out.flags.end()) {
      out.flags.push_back(std::move(flag));
    }
    out.raise(kind == 'S' ? Grade::kMarkedEdit : Grade::kPunctuation);
  }
  return out;
}

std::string without(std::string kinds, std::string_view those) {
  std::erase_if(kinds, [&](char c) {
    return those.find(c) != std::string_view::npos;
  });
  return kinds;
}

std::string only(std::string kinds, std::string_view those) {
  std::erase_if(kinds, [&](char c) {
    return those.find(c) == std::string_view::npos;
  });
  return kinds;
}

std::string_view flag_of(FoldKind kind) {
  switch (kind) {
    case FoldKind::kSpelling: return "spelling";
    case FoldKind::kAbbreviation: return "abbreviation";
    case FoldKind::kInformal: return "informal";
    case FoldKind::kTransliteration: return "transliteration";
    case FoldKind::kNumber: return "number_style";
    case FoldKind::kHandle: return "handle";
    case FoldKind::kDiacritics: return "diacritics";
    case FoldKind::kNone: return "";
  }
  return "";
}

std::string without_marks(std::string_view word, std::string_view marks) {
  std::string out;
  for (const char c : word) {
    if (marks.find(c) == std::string_view::npos) out += c;
  }
  return out;
}

}  // namespace

Difference classify_slot(const ClassifyInput& in, std::size_t r,
                         std::size_t p) {
  const bool dotted = dotted_before(in.r, r) || dotted_before(in.p, p);
  const std::string r_marks = marks_of(in.r, r, dotted);
  const std::string p_marks = marks_of(in.p, p, dotted);
  Difference out = punctuation(in, r_marks, p_marks, p);
  if (out.grade != Grade::kIdentical) return out;
  const auto glyphs = [](const Side& side, std::size_t slot) {
    std::string out_glyphs;
    for (const Punct& punct : side.slot(slot)) {
      out_glyphs += side.words.text.text.substr(punct.folded.begin,
                                                punct.folded.size());
    }
    return out_glyphs;
  };
  const bool hyphens = r < in.r.size() && p < in.p.size() &&
                       in.r.unit(r).hyphen_before !=
                           in.p.unit(p).hyphen_before;
  if (hyphens) {
    out.raise(Grade::kConvention);
    out.flags.push_back("hyphenation");
  }
  if (r_marks != p_marks) {
    out.raise(Grade::kConvention);
    out.flags.push_back("inner_boundary");
  } else if (glyphs(in.r, r) != glyphs(in.p, p)) {
    const bool level = r_marks.find(kQuoteMark) != std::string::npos;
    out.raise(Grade::kConvention);
    out.flags.push_back(level ? "mark_level" : "line_break");
  }
  return out;
}

Difference classify_head(const ClassifyInput& in, std::size_t r,
                         bool clipped) {
  // Marks around the whole and dashes of a dialogue are boundary.
  constexpr std::string_view kBoundary = "Q,.D()[]";
  std::string r_marks = without(marks_of(in.r, r, false), kBoundary);
  std::string p_marks = without(marks_of(in.p, 0, false), kBoundary);
  if (clipped) {
    r_marks.clear();
    p_marks = without(p_marks, "E:;?!");
  }
  // That a text goes on from what was left out need not be shown.
  if (p_marks.find(kEllipsisMark) == std::string::npos) {
    r_marks = without(r_marks, "E");
  }
  Difference out = punctuation(in, r_marks, p_marks, in.p.size());
  if (out.grade == Grade::kIdentical && !clipped &&
      in.r.slot(r).size() != in.p.slot(0).size()) {
    out.raise(Grade::kConvention);
    out.flags.push_back("boundary");
  }
  return out;
}

Difference classify_tail(const ClassifyInput& in, std::size_t r,
                         bool clipped) {
  const std::size_t p = in.p.size();
  const bool dotted = dotted_before(in.r, r) || dotted_before(in.p, p);
  const std::string r_all = marks_of(in.r, r, dotted);
  const std::string p_all = marks_of(in.p, p, dotted);
  std::string r_marks = without(r_all, "Q,.([");
  std::string p_marks = without(p_all, "Q,.([");
  if (clipped) {
    // The cut is the printer's: what stands at it in the reference need not
    // be printed, but a full stop is no question.
    p_marks = without(p_marks, "E)]");
    const bool stop = p_all.find('.') != std::string::npos;
    r_marks = only(r_marks, (stop ? "?!" : "") + p_marks);
  }
  if (p_marks.find(kEllipsisMark) == std::string::npos) {
    r_marks = without(r_marks, "E");
  }
  Difference out = punctuation(in, r_marks, p_marks, p);
  const auto has = [](const std::string& kinds, char kind) {
    return kinds.find(kind) != std::string::npos;
  };
  const std::size_t end = in.r.size();
  const std::string r_end = clipped ? marks_of(in.r, end, false) : r_all;
  if (has(r_end, ',') != has(p_all, ',')) out.flags.push_back("host_comma");
  if (!clipped && has(r_all, '.') != has(p_all, '.')) {
    out.flags.push_back("boundary_stop");
  }
  if (!clipped && r_all != p_all) out.raise(Grade::kConvention);
  return out;
}

Difference classify_word(const ClassifyInput& in, std::size_t r,
                         std::size_t p) {
  Difference out;
  const Unit& a = in.r.unit(r);
  const Unit& b = in.p.unit(p);
  const std::string_view a_form = in.r.words.printed(a);
  const std::string_view b_form = in.p.words.printed(b);
  if (a_form == b_form) return out;
  const auto flag = [&](std::string_view name) {
    out.flags.push_back(std::string(name));
  };
  if (a.bracket_inside != b.bracket_inside) {
    out.raise(Grade::kMarkedEdit);
    flag("bracketed_capital");
    return out;
  }
  out.raise(Grade::kConvention);
  const std::string a_lower = fold_case(a_form);
  const std::string b_lower = fold_case(b_form);
  if (a_lower == b_lower) {
    if (a.capital != b.capital) {
      flag(b.sentence_start || a.sentence_start ? "capital"
                                                : "inner_capital");
    } else {
      flag("diacritics");
    }
    return out;
  }
  if (without_marks(a_lower, "'") == without_marks(b_lower, "'") &&
      a.fold == b.fold && a.fold != FoldKind::kInformal) {
    out.raise(Grade::kPunctuation);
    flag("apostrophe");
    return out;
  }
  if (a.fold != FoldKind::kNone) flag(flag_of(a.fold));
  if (b.fold != FoldKind::kNone && b.fold != a.fold) flag(flag_of(b.fold));
  if (out.flags.empty()) {
    const bool dots =
        without_marks(a_lower, ".") == without_marks(b_lower, ".");
    flag(dots ? "abbreviation" : "hyphenation");
  }
  return out;
}

}  // namespace quoin
