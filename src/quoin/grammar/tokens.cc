// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/tokens.h>

#include <quoin/text/characters.h>

namespace quoin {
namespace {

constexpr char32_t kRightSingle = 0x2019;

bool is_apostrophe(char32_t c) { return c == '\'' || c == kRightSingle; }

bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2012 && c <= 0x2015) || c == 0x2212;
}

// Glyphs that are marks of quotation wherever they stand alone.
bool is_quotation_glyph(char32_t c) {
  switch (c) {
    case '"': case '\'': case '`': case 0xAB: case 0xBB: case 0xB4:
    case 0x2039: case 0x203A: case 0x300C: case 0x300D: case 0x300E:
    case 0x300F: case 0xFF02:
      return true;
    default:
      return c >= 0x2018 && c <= 0x201F;
  }
}

// Signs that belong to the word that follows: $5, @handle, #tag.
bool is_prefix(char32_t c) {
  return c == '$' || c == '@' || c == '#' || c == 0x20AC || c == 0xA3 ||
         c == 0xA5;
}

bool word_character_at(std::string_view text, std::size_t at,
                       std::size_t end) {
  return at < end && is_word_character(code_point_at(text, at).value);
}

// A sign inside a word: it joins only when the word goes on behind it.
bool joins(char32_t c, bool after_digit) {
  return is_apostrophe(c) || c == '-' || c == '.' || c == '&' ||
         c == '@' || c == '_' || c == 0x2010 || c == 0x2011 ||
         (c == ',' && after_digit) || (c == ':' && after_digit);
}

// "said.Trump": a full stop between a small letter and a capital ends a
// sentence whose space was lost.
bool is_lost_space(std::string_view text, std::size_t at, std::size_t begin) {
  return text[at] == '.' && at > begin &&
         is_lower(code_point_before(text, at).value) &&
         is_upper(code_point_at(text, at + 1).value);
}

}  // namespace

TokenClass class_of_form(std::string_view form) {
  CodePoint c = code_point_at(form, 0);
  const bool goes_on = form.size() > c.size;
  if (c.value == '@' && goes_on) return TokenClass::kCap;  // a handle: a name
  if (is_prefix(c.value) && c.value != '#' && goes_on) {
    c = code_point_at(form, c.size);
  }
  switch (class_of(c.value)) {
    case CharacterClass::kUpper:
      return form.size() == c.size + 1 && form.ends_with('.')
                 ? TokenClass::kInitial
                 : TokenClass::kCap;
    case CharacterClass::kLower: return TokenClass::kLower;
    case CharacterClass::kDigit: return TokenClass::kNumber;
    case CharacterClass::kCaseless:
    case CharacterClass::kIdeograph: return TokenClass::kOther;
    default:
      // 's, '90s, #tag: a sign with a word behind it.
      return goes_on && (c.value == '\'' || c.value == '#')
                 ? TokenClass::kOther
                 : TokenClass::kMark;
  }
}

Tokenizer::Tokenizer(const Lexicon& lexicon) {
  for (const std::string& word : lexicon.words_of("abbreviation")) {
    abbreviations_.insert(word);
  }
  for (const std::string& word : lexicon.words_of("proclitic")) {
    proclitics_.insert(word);
  }
  for (const std::string& word : lexicon.words_of("enclitic")) {
    enclitics_.insert(word);
  }
}

std::size_t Tokenizer::read(std::string_view text, std::size_t at,
                            std::size_t end, std::string& out) const {
  const CodePoint first = code_point_at(text, at);
  if (is_word_character(first.value)) return read_word(text, at, end, out);
  const bool word_follows = word_character_at(text, at + first.size, end);
  if (word_follows && is_prefix(first.value)) {
    out.append(text.substr(at, first.size));
    return read_word(text, at + first.size, end, out);
  }
  // '90s, 'em: an apostrophe that locating did not take for a mark.
  if (word_follows && is_apostrophe(first.value)) {
    out += '\'';
    return read_word(text, at + first.size, end, out);
  }
  // ajoute-t-il: what joins the two says nothing.
  if (at > 0 && is_word_character(code_point_before(text, at).value)) {
    const std::size_t joint = joint_before_enclitic(text, at, end);
    if (joint > 0) return at + joint;
  }
  return read_mark(text, at, end, out);
}

std::size_t Tokenizer::read_word(std::string_view text, std::size_t at,
                                 std::size_t end, std::string& out) const {
  const std::size_t from = out.size();
  const std::size_t begin = at;
  bool after_digit = false;
  while (at < end) {
    const CodePoint c = code_point_at(text, at);
    const CharacterClass kind = class_of(c.value);
    if (kind == CharacterClass::kIdeograph) {
      // Scripts without spaces: every character is a word of its own.
      if (at > begin) break;
      out.append(text.substr(at, c.size));
      return at + c.size;
    }
    if (kind >= CharacterClass::kUpper) {
      out.append(text.substr(at, c.size));
    } else if (joins(c.value, after_digit) &&
               word_character_at(text, at + c.size, end) &&
               !is_lost_space(text, at, begin) &&
               joint_before_enclitic(text, at, end) == 0) {
      if (is_apostrophe(c.value)) {
        // The possessive ending is a word of its own: stop before it.
        const std::size_t s = at + c.size;
        if ((text[s] == 's' || text[s] == 'S') &&
            !word_character_at(text, s + 1, end)) {
          break;
        }
        if (is_proclitic(std::string_view(out).substr(from))) {
          return at + c.size;
        }
        out += '\'';
      } else {
        out.append(text.substr(at, c.size));
      }
    } else {
      break;
    }
    after_digit = kind == CharacterClass::kDigit;
    at += c.size;
  }
  if (at < end && text[at] == '.' &&
      keeps_full_stop(std::string_view(out).substr(from))) {
    out += '.';
    ++at;
  }
  return at;
}

std::size_t Tokenizer::read_mark(std::string_view text, std::size_t at,
                                 std::size_t end, std::string& out) const {
  const CodePoint c = code_point_at(text, at);
  std::size_t next = at + c.size;
  if (c.value == '.' || c.value == 0x2026) {
    // "...", "…" and ". . ." are one ellipsis; a single full stop is itself.
    std::size_t stops = c.value == '.' ? 1 : 3;
    std::size_t after = next;
    while (after < end) {
      if (text[after] == '.') {
        ++stops;
        next = ++after;
      } else if (text[after] == ' ' && after + 1 < end &&
                 text[after + 1] == '.') {
        ++after;
      } else {
        break;
      }
    }
    out += stops >= 3 ? "\u2026" : ".";
  } else if (is_dash(c.value)) {
    while (next < end && text[next] == '-') ++next;
    out += "\u2014";
  } else if (is_quotation_glyph(c.value)) {
    // A mark of no quotation. Only "s'" leaves one that says something.
  } else {
    out.append(text.substr(at, c.size));
  }
  return next;
}

// "Sen", "D-Calif": the word, or what follows its hyphen, is in the list. "J", "U.S", "a.m": letters between full stops.
bool Tokenizer::keeps_full_stop(std::string_view word) const {
  const CodePoint first = code_point_at(word, 0);
  if (word.size() == first.size) return is_upper(first.value) && word != "I";
  const std::size_t hyphen = word.rfind('-');
  if (abbreviations_.find(word.substr(hyphen + 1)) != abbreviations_.end()) {
    return true;
  }
  if (word.find('.') == std::string_view::npos) return false;
  std::size_t letters = 0;  // since the last full stop
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    at += c.size;
    if (c.value == '.' || c.value == '-') {
      letters = 0;
    } else if (!is_letter(c.value) || ++letters > 1) {
      return false;
    }
  }
  return true;
}

bool Tokenizer::is_proclitic(std::string_view word) const {
  if (proclitics_.empty() || word.empty()) return false;
  std::string small(word);
  if (small[0] >= 'A' && small[0] <= 'Z') small[0] += 'a' - 'A';
  return proclitics_.find(small) != proclitics_.end();
}

std::size_t Tokenizer::joint_before_enclitic(std::string_view text,
                                             std::size_t at,
                                             std::size_t end) const {
  if (enclitics_.empty() || text[at] != '-') return 0;
  for (const std::string_view joint : {"-t-", "-"}) {
    const std::string_view rest = text.substr(at, end - at);
    if (!rest.starts_with(joint)) continue;
    const std::size_t begin = at + joint.size();
    std::size_t stop = begin;
    while (word_character_at(text, stop, end)) {
      stop += code_point_at(text, stop).size;
    }
    const bool is_enclitic =
        enclitics_.find(text.substr(begin, stop - begin)) != enclitics_.end();
    if (is_enclitic) return joint.size();
  }
  return 0;
}

std::vector<std::string> Tokenizer::split(std::string_view phrase) const {
  std::vector<std::string> tokens;
  for (std::size_t at = 0; at < phrase.size();) {
    const CodePoint c = code_point_at(phrase, at);
    if (is_space(c.value)) {
      at += c.size;
      continue;
    }
    std::string token;
    at = read(phrase, at, phrase.size(), token);
    if (!token.empty()) tokens.push_back(std::move(token));
  }
  return tokens;
}

}  // namespace quoin
