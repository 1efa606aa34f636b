// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/scan_words.h>

#include <algorithm>

#include <utf8proc.h>

namespace quoin {
namespace {

constexpr std::string_view kDash = "\u2014";
constexpr std::string_view kEllipsis = "\u2026";

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Scanner {
 public:
  Scanner(std::string_view text, const FoldTables& tables)
      : text_(text), tables_(tables) {}

  WordScan run() {
    find_emphasis();
    find_apostrophes();
    while (at_ < text_.size()) {
      if (text_[at_] == ' ') {
        space_ = true;
        ++at_;
      } else if (!scan_bracket() && !scan_word()) {
        scan_punct();
      }
    }
    return std::move(scan_);
  }

 private:
  char byte(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  bool starts(std::size_t i, std::string_view what) const {
    return i <= text_.size() && text_.substr(i, what.size()) == what;
  }

  // The length of the letter, digit or combining mark at `i`; 0 for others.
  std::size_t word_char(std::size_t i) const {
    const auto c = static_cast<unsigned char>(byte(i));
    if (is_emphasis(i)) return 0;
    if (c < 0x80) {
      if (is_ascii_letter(byte(i)) || is_digit(byte(i)) || c == '_') return 1;
      return c == '*' && masks(i) ? 1 : 0;
    }
    utf8proc_int32_t value = 0;
    const utf8proc_ssize_t used = utf8proc_iterate(
        reinterpret_cast<const utf8proc_uint8_t*>(text_.data() + i),
        static_cast<utf8proc_ssize_t>(text_.size() - i), &value);
    if (used <= 0) return 0;
    const auto category = utf8proc_category(value);
    const bool letter = category >= UTF8PROC_CATEGORY_LU &&
                        category <= UTF8PROC_CATEGORY_NO;
    return letter ? static_cast<std::size_t>(used) : 0;
  }

  bool is_emphasis(std::size_t i) const {
    return !emphasis_.empty() && i < emphasis_.size() && emphasis_[i];
  }

  // *not*, _not_ and **not**: signs around words, in plain text and posts. An
  // opener stands before a word and not behind one, a closer the other way.
  void find_emphasis() {
    for (const char sign : {'*', '_'}) {
      std::size_t open = std::string_view::npos;
      for (std::size_t i = text_.find(sign); i < text_.size();
           i = text_.find(sign, i)) {
        const std::size_t begin = i;
        while (byte(i) == sign) ++i;
        const char left = begin == 0 ? ' ' : text_[begin - 1];
        const bool opens = !holds_word(left) && left != '@' && left != '#' &&
                           holds_word(byte(i));
        const bool closes = begin > 0 && left != ' ' && !holds_word(byte(i)) &&
                            open != std::string_view::npos;
        if (i - begin > 2) continue;
        if (opens) open = begin;
        if (opens || !closes) continue;
        emphasis_.resize(text_.size(), false);
        for (std::size_t k = 0; k < i - begin; ++k) {
          emphasis_[begin + k] = true;
          if (byte(open + k) == sign) emphasis_[open + k] = true;
        }
        open = std::string_view::npos;
      }
    }
  }
  static bool holds_word(char c) {
    return is_ascii_letter(c) || is_digit(c) ||
           static_cast<unsigned char>(c) >= 0x80;
  }

  // An asterisk that stands for a letter: f***, sh*t.
  bool masks(std::size_t i) const {
    std::size_t begin = i;
    while (begin > 0 && text_[begin - 1] == '*') --begin;
    return begin > 0 && is_ascii_letter(text_[begin - 1]);
  }

  bool ends_word(std::size_t i) const {  // is there a word character before i
    if (i == 0) return false;
    std::size_t back = i - 1;
    while (back > 0 && (static_cast<unsigned char>(text_[back]) & 0xC0) == 0x80)
      --back;
    return word_char(back) == i - back;
  }

  // Decides which single marks are apostrophes: word by word, a closer needs
  // an opener, and after an s the later candidate closes (the boys' toys').
  void find_apostrophes() {
    apostrophe_.assign(text_.size(), false);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] != '\'') continue;
      const bool before = ends_word(i);
      const bool after = word_char(i + 1) > 0;
      if (before && after) {
        apostrophe_[i] = true;
      } else if (!before && after) {
        if (leads_word(i)) {
          apostrophe_[i] = true;
        } else {
          open.push_back(i);
        }
      } else if (before) {
        const bool may_belong = may_end_word(i);
        if (open.empty() ? may_belong : may_belong && closes_later(i)) {
          apostrophe_[i] = true;
        } else if (!open.empty()) {
          open.pop_back();
        }
      } else if (!open.empty()) {
        open.pop_back();
      }
    }
  }

  // 'tis, 'em, '90s
  bool leads_word(std::size_t i) const {
    std::size_t end = i + 1;
    while (word_char(end) > 0) end += word_char(end);
    const std::string_view word = text_.substr(i + 1, end - i - 1);
    const bool decade = word.size() == 3 && is_digit(word[0]) &&
                        is_digit(word[1]) && word[2] == 's';
    return decade || tables_.leading_apostrophe.contains(fold_case(word));
  }

  bool may_end_word(std::size_t i) const {
    const char last = text_[i - 1];
    return last == 's' || last == 'S' || find_clipped(i) != nullptr;
  }
  // talkin' (not: in')
  const std::pair<std::string, std::string>* find_clipped(std::size_t i) const {
    for (const auto& ending : tables_.clipped_endings) {
      const std::size_t size = ending.first.size();
      if (i >= size + 2 && starts(i - size, ending.first) &&
          is_ascii_letter(text_[i - size - 1]) &&
          is_ascii_letter(text_[i - size - 2])) {
        return &ending;
      }
    }
    return nullptr;
  }
  bool closes_later(std::size_t i) const {
    for (std::size_t j = i + 1; j < text_.size(); ++j) {
      if (text_[j] != '\'') continue;
      const bool before = text_[j - 1] != ' ';
      const bool after = word_char(j + 1) > 0;
      if (before && !after) return true;
      if (!before && after) return false;
    }
    return false;
  }

  void add_punct(char kind, std::size_t size) {
    Punct punct;
    punct.kind = kind;
    punct.slot = scan_.words.size();
    punct.folded = {at_, at_ + size};
    scan_.puncts.push_back(punct);
    punct_ = true;
    if (kind == '.' || kind == '?' || kind == '!' || kind == ':' ||
        kind == kEllipsisMark || kind == kQuoteMark) {
      sentence_start_ = true;
    }
    at_ += size;
    space_ = false;
  }

  bool scan_bracket() {
    const char c = text_[at_];
    if (c == ']' || c == ')') {
      bracket_ = Bracket::kNone;
      add_punct(c, 1);
      return true;
    }
    if (c != '[' && c != '(') return false;
    const char closing = c == '[' ? ']' : ')';
    const std::size_t close = text_.find(closing, at_ + 1);
    if (close == std::string_view::npos) return add_punct(c, 1), true;
    const std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    if (inside == kEllipsis) {
      add_punct(kEllipsisMark, close + 1 - at_);
    } else if (inside == "sic") {
      add_punct('S', close + 1 - at_);
    } else if (c == '[' && bracket_in_word(at_) > 0) {
      return false;  // [T]he
    } else {
      bracket_ = c == '[' ? Bracket::kSquare : Bracket::kRound;
      add_punct(c, 1);
    }
    return true;
  }

  // The length of "[s]" at `i` when letters touch it; 0 otherwise.
  std::size_t bracket_in_word(std::size_t i) const {
    if (byte(i) != '[') return 0;
    std::size_t end = i + 1;
    while (is_ascii_letter(byte(end))) ++end;
    if (end == i + 1 || byte(end) != ']') return 0;
    const bool touches = ends_word(i) || word_char(end + 1) > 0;
    return touches ? end + 1 - i : 0;
  }

  // The length of the next piece of a word at `i`, 0 where the word ends.
  std::size_t word_piece(std::size_t begin, std::size_t i) const {
    if (const std::size_t size = word_char(i)) return size;
    if (const std::size_t size = bracket_in_word(i)) return size;
    const bool next = word_char(i + 1) > 0;
    switch (byte(i)) {
      case '\'': return apostrophe_[i] && i > begin ? 1 : 0;
      case '&':
        return next && ends_word(i) && byte(i + 1) != ' ' ? 1 : 0;
      case '.':
        if (is_digit(byte(i - 1)) && is_digit(byte(i + 1))) return 1;
        return next && single_letter_before(begin, i) ? 1 : 0;
      case ':':
      case '/':
        return is_digit(byte(i - 1)) && is_digit(byte(i + 1)) ? 1 : 0;
      case ',':
        if (tables_.decimal_comma) {
          return is_digit(byte(i - 1)) && is_digit(byte(i + 1)) ? 1 : 0;
        }
        return is_digit(byte(i - 1)) && is_digit(byte(i + 1)) &&
                       is_digit(byte(i + 2)) && is_digit(byte(i + 3)) &&
                       !is_digit(byte(i + 4))
                   ? 1
                   : 0;
      default: return 0;
    }
  }

  bool single_letter_before(std::size_t begin, std::size_t i) const {
    return i > begin && is_ascii_letter(text_[i - 1]) &&
           (i - 1 == begin || text_[i - 2] == '.');
  }

  bool scan_word() {
    std::size_t begin = at_;
    const bool handle = (text_[at_] == '@' || text_[at_] == '#') &&
                        word_char(at_ + 1) > 0;
    if (handle) ++at_;
    const bool led = byte(at_) == '\'' && apostrophe_[at_];
    std::size_t end = at_ + (led ? 1 : 0);
    const std::size_t start = end;
    while (end < text_.size()) {
      const std::size_t size = word_piece(start, end);
      if (size == 0) break;
      end += size;
    }
    if (end == start) {
      at_ = begin;
      return false;
    }
    WordToken token;
    for (std::size_t i = at_; i < end; ++i) {
      if (text_[i] == '[' || text_[i] == ']') {
        token.bracket_inside = true;
      } else {
        token.word += text_[i];
      }
    }
    if (keeps_dot(token.word, end)) {
      token.dotted = true;
      token.word += '.';
      ++end;
    }
    if (apostrophe_[end - 1]) {
      const auto* ending = find_clipped(end - 1);
      if (ending != nullptr) {
        token.clipped = std::string_view(ending->second)
                            .substr(ending->first.size());
      }
    }
    token.begin = begin;
    token.end = end;
    token.handle = handle;
    finish(std::move(token));
    return true;
  }

  // Does the full stop at `end` belong to the word before it?
  bool keeps_dot(std::string_view word, std::size_t end) const {
    if (byte(end) != '.') return false;
    if (word.find('.') != std::string_view::npos && !is_digit(word[0])) {
      return true;  // U.S.
    }
    if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z' &&
        word[0] != 'I' && byte(end + 1) == ' ') {
      return true;  // J. Smith
    }
    const std::string lower = fold_case(word) + ".";
    if (tables_.dotted_before_number.contains(lower)) {
      return byte(end + 1) == ' ' && is_digit(byte(end + 2));
    }
    return tables_.dotted.contains(lower);
  }

  void finish(WordToken token) {
    std::string_view plain = token.word;
    while (!plain.empty() && (plain.back() == '\'' || plain.back() == '.'))
      plain.remove_suffix(1);
    while (!plain.empty() && plain.front() == '\'') plain.remove_prefix(1);
    token.key = fold_case(plain);
    if (!plain.empty() && !is_digit(plain[0])) std::erase(token.key, '.');
    token.bracket = bracket_;
    token.hyphen_before = hyphen_;
    token.punct_before = punct_;
    token.space_before = space_;
    token.sentence_start = scan_.words.empty() || sentence_start_;
    at_ = token.end;
    scan_.words.push_back(std::move(token));
    hyphen_ = punct_ = space_ = sentence_start_ = false;
  }

  void scan_punct() {
    if (text_[at_] == '-') {
      hyphen_ = ends_word(at_) && word_char(at_ + 1) > 0;
      if (hyphen_) {
        ++at_;
      } else {
        add_punct('-', 1);
      }
    } else if (starts(at_, kDash)) {
      add_punct(kDashMark, kDash.size());
    } else if (starts(at_, kEllipsis)) {
      add_punct(kEllipsisMark, kEllipsis.size());
    } else if (is_emphasis(at_)) {
      add_punct(kEmphasisMark, 1);
    } else if (text_[at_] == '"' || text_[at_] == '\'') {
      add_punct(kQuoteMark, 1);
    } else if (is_sign_word()) {
      scan_sign();
    } else {
      const auto c = static_cast<unsigned char>(text_[at_]);
      std::size_t size = 1;
      if (c >= 0x80) {
        while ((static_cast<unsigned char>(byte(at_ + size)) & 0xC0) == 0x80)
          ++size;
      }
      add_punct(c < 0x80 ? text_[at_] : '~', size);
    }
  }

  // Signs that are read as words: & % $ £ €
  std::size_t sign_size() const {
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (c < 0x80) return 1;
    std::size_t size = 1;
    while ((static_cast<unsigned char>(byte(at_ + size)) & 0xC0) == 0x80)
      ++size;
    return size;
  }
  bool is_sign_word() const {
    const std::string sign(text_.substr(at_, sign_size()));
    return tables_.currencies.contains(sign) || tables_.units.contains(sign) ||
           tables_.phrases.contains(sign);
  }
  void scan_sign() {
    WordToken token;
    token.begin = at_;
    token.end = at_ + sign_size();
    token.word = std::string(text_.substr(at_, sign_size()));
    finish(std::move(token));
    scan_.words.back().key = scan_.words.back().word;
  }

  std::string_view text_;
  const FoldTables& tables_;
  WordScan scan_;
  std::vector<bool> apostrophe_;
  std::vector<bool> emphasis_;  // per byte; empty for none
  std::size_t at_ = 0;
  Bracket bracket_ = Bracket::kNone;
  bool hyphen_ = false;
  bool punct_ = false;
  bool space_ = false;
  bool sentence_start_ = false;
};

}  // namespace

WordScan scan_words(std::string_view folded, const FoldTables& tables) {
  return Scanner(folded, tables).run();
}

}  // namespace quoin
