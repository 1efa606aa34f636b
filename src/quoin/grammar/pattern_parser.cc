// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/pattern_parser.h>

#include <array>
#include <utility>

#include <fmt/format.h>

#include <quoin/base/suggest.h>

namespace quoin {
namespace {

constexpr int kMostRepeats = 40;
constexpr int kDeepestGroup = 50;
constexpr std::string_view kQuote = "QUOTE";
constexpr std::string_view kExcept = "except ";
constexpr std::string_view kNot = "not ";

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name(char c) { return is_lower(c) || is_digit(c) || c == '-'; }

// Recursive descent; an error unwinds by exception within this file only.
class PatternParser {
 public:
  explicit PatternParser(LineReader& reader) : in_(reader) {}

  Pattern parse() {
    Pattern pattern = alternatives();
    if (in_.peek() == ')') fail("')' closes nothing");
    return pattern;
  }

 private:
  [[noreturn]] void fail(std::string message, std::string hint = "") {
    const std::size_t from = in_.mark();
    if (!in_.at_end()) in_.take();
    throw PatternError{in_.place_since(from), std::move(message),
                       std::move(hint)};
  }
  [[noreturn]] void fail_at(Place place, std::string message,
                            std::string hint = "") {
    throw PatternError{place, std::move(message), std::move(hint)};
  }

  Pattern alternatives() {
    Pattern pattern;
    do {
      pattern.push_back(sequence());
    } while (took('|'));
    return pattern;
  }

  bool took(char wanted) {
    in_.skip_space();
    if (in_.peek() != wanted) return false;
    in_.take();
    return true;
  }

  Sequence sequence() {
    Sequence items;
    for (;;) {
      in_.skip_space();
      const char next = in_.peek();
      if (in_.at_end() || next == '|' || next == ')') break;
      items.push_back(item());
    }
    if (items.empty()) fail("a pattern is missing here");
    return items;
  }

  bool took_word(std::string_view word) {
    if (!in_.rest().starts_with(word)) return false;
    in_.take_while(is_lower);
    in_.skip_space();
    return true;
  }

  Item item() {
    if (took_word(kNot)) {
      Item result = atom();
      result.is_not = true;
      return result;
    }
    Item result = atom();
    repeats(result);
    in_.skip_space();
    if (took_word(kExcept)) result.except.push_back(atom());
    return result;
  }

  void repeats(Item& result) {
    if (in_.peek() == '?') {
      in_.take();
      result.min = 0;
    } else if (in_.peek() == '{') {
      counts(result);
      if (in_.peek() == '?') {
        in_.take();
        result.fewest = true;
      }
    } else if (in_.peek() == '*' || in_.peek() == '+') {
      fail(fmt::format("'{}' has no upper bound", in_.peek()),
           "write how many at most, as {0,4}");
    }
  }

  void counts(Item& result) {
    const std::size_t from = in_.mark();
    in_.take();
    result.min = result.max = number();
    if (in_.peek() == ',') {
      in_.take();
      result.max = number();
    }
    if (in_.peek() != '}') fail("expected '}' after the number of repeats");
    in_.take();
    const Place place = in_.place_since(from);
    if (result.max > kMostRepeats) {
      fail_at(place, fmt::format("at most {} repeats", kMostRepeats));
    }
    if (result.min > result.max || result.max == 0) {
      fail_at(place, "this repeats nothing", "write {fewest,most}");
    }
  }

  int number() {
    const std::string_view digits = in_.take_while(is_digit);
    if (digits.empty() || digits.size() > 3) {
      fail("expected a number of repeats", "as {2} or {0,4}");
    }
    return std::stoi(std::string(digits));
  }

  Item atom() {
    const std::size_t from = in_.mark();
    Item result;
    const char next = in_.peek();
    if (is_upper(next)) {
      capital(result);
    } else if (is_lower(next)) {
      name(result);
    } else if (next == '"') {
      delimited(result, '"', AtomKind::kLiteral);
    } else if (next == '/') {
      delimited(result, '/', AtomKind::kRegex);
    } else if (next == '(') {
      group(result);
    } else {
      bare_mark(result);
    }
    // What a slot captures has a place of its own.
    if (result.slot == Slot::kNone) result.place = in_.place_since(from);
    return result;
  }

  void name(Item& result) {
    const std::size_t from = in_.mark();
    bool is_name = false;
    result.kind = AtomKind::kName;
    result.text = in_.take_name(is_name);
    if (!is_name) {
      fail_at(in_.place_since(from), fmt::format("'{}' is no name", result.text),
              std::string(kNameAdvice));
    }
  }

  // QUOTE, QUOTE:quality or SLOT:atom.
  void capital(Item& result) {
    const std::size_t from = in_.mark();
    const std::string name(in_.take_while(is_upper));
    const Place place = in_.place_since(from);
    if (name == kQuote) {
      result.kind = AtomKind::kQuote;
      while (in_.peek() == ':' && is_lower(in_.peek_after())) {
        in_.take();
        result.qualities.emplace_back(in_.take_while(is_name));
      }
      return;
    }
    const std::optional<Slot> slot = slot_named(name);
    if (!slot) unknown_slot(name, place);
    if (in_.peek() != ':') {
      fail_at(place, fmt::format("'{}' needs what it captures", name),
              fmt::format("write {}:name", name));
    }
    in_.take();
    result = atom();
    if (result.slot != Slot::kNone || result.kind == AtomKind::kQuote) {
      fail_at(place, fmt::format("'{}' cannot capture another slot", name));
    }
    result.slot = *slot;
  }

  [[noreturn]] void unknown_slot(const std::string& name, Place place) {
    constexpr std::array<std::string_view, 6> kKnown = {
        "QUOTE", "CUE", "SPEAKER", "ROLE", "MEDIUM", "ADDRESSEE"};
    fail_at(place, fmt::format("unknown slot '{}'", name),
            suggest_name(name, kKnown));
  }

  void delimited(Item& result, char mark, AtomKind kind) {
    const std::size_t from = in_.mark();
    in_.take();
    bool closed = false;
    const std::string_view inside = in_.take_through(mark, closed);
    const Place place = in_.place_since(from);
    if (!closed) fail_at(place, fmt::format("no closing '{}'", mark));
    if (inside.empty()) fail_at(place, "there is nothing between these two");
    result.kind = kind;
    // In /…/ a backslash belongs to PCRE2, but for "\/".
    result.text = kind == AtomKind::kLiteral ? unescape(inside)
                                             : unescape_slashes(inside);
  }

  static std::string unescape_slashes(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '/') ++i;
      out += text[i];
    }
    return out;
  }

  void group(Item& result) {
    if (++depth_ > kDeepestGroup) fail("groups are nested too deep");
    in_.take();
    result.kind = AtomKind::kGroup;
    result.group = alternatives();
    if (in_.peek() != ')') fail("expected ')'");
    in_.take();
    --depth_;
  }

  void bare_mark(Item& result) {
    constexpr std::string_view kSyntax = "|){}?*+:[]";
    if (in_.at_end()) fail("a pattern is missing here");
    const char next = in_.peek();
    if (next == '*' || next == '+') {
      fail(fmt::format("'{}' has no upper bound", next),
           "write how many at most, as {0,4}");
    }
    if (is_digit(next) || kSyntax.find(next) != std::string_view::npos) {
      fail(fmt::format("'{}' cannot stand here", next),
           fmt::format("to mean the character itself write \"{}\"", next));
    }
    const std::size_t from = in_.mark();
    bool is_name = false;
    if (!in_.take_name(is_name).empty()) {  // begins with an ü
      const Place place = in_.place_since(from);
      fail_at(place, "this is no name", std::string(kNameAdvice));
    }
    result.kind = AtomKind::kLiteral;
    result.text = in_.take();
  }

  LineReader& in_;
  int depth_ = 0;
};

}  // namespace

std::optional<PatternError> parse_pattern(LineReader& reader,
                                          Pattern& pattern) {
  try {
    pattern = PatternParser(reader).parse();
    return std::nullopt;
  } catch (PatternError& error) {
    return std::move(error);
  }
}

}  // namespace quoin
