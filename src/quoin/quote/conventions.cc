// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/conventions.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstring>
#include <optional>
#include <utility>

#include <quoin/quote/disguises.h>
#include <quoin/quote/flank.h>
#include <quoin/quote/quotation.h>
#include <quoin/text/characters.h>

namespace quoin {
namespace {

constexpr std::size_t kLongestMark = 4;  // code points: ``  ''  ,,

// "en/marks.grammar:12" -> file and line.
Diagnostic diagnose(const std::string& at, std::string message,
                    std::string hint) {
  Diagnostic diagnostic;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  const std::size_t colon = at.rfind(':');
  diagnostic.file = at.substr(0, colon);
  if (colon != std::string::npos) {
    std::from_chars(at.data() + colon + 1, at.data() + at.size(),
                    diagnostic.line);
  }
  return diagnostic;
}

class MarkCompiler {
 public:
  explicit MarkCompiler(const Lexicon& lexicon) : lexicon_(lexicon) {}

  Result<MarkConventions> compile() {
    add_pairs("double-marks", false);
    add_pairs("single-marks", true);
    for (const std::string& text : lexicon_.words_of("apostrophes")) {
      for (Mark& mark : conventions_.marks) {
        if (mark.text == text) mark.apostrophe = true;
      }
    }
    if (!errors_.empty()) return std::move(errors_);
    add_spellings();
    conventions_.elisions = sorted("elisions");
    conventions_.closing_cues = sorted("closing-cues");
    conventions_.dialogue_cues = sorted("dialogue-cues");
    conventions_.inner_goes_on = sorted("inner-goes-on");
    conventions_.inner_breaks = lexicon_.words_of("inner-breaks");
    conventions_.cue_auxiliaries = sorted("cue-auxiliaries");
    conventions_.cue_goes_on = sorted("cue-goes-on");
    conventions_.narration_endings = sorted("narration-endings");
    conventions_.narration_words = sorted("narration-words");
    conventions_.speech_starts = sorted("speech-starts");
    conventions_.not_labels = sorted("not-labels");
    conventions_.question_labels = lexicon_.words_of("question-labels");
    conventions_.answer_labels = lexicon_.words_of("answer-labels");
    conventions_.dialogue_dashes = lexicon_.words_of("dialogue-dashes");
    conventions_.kept_dashes = lexicon_.words_of("kept-dashes");
    return std::move(conventions_);
  }

 private:
  std::vector<std::string> sorted(std::string_view name) const {
    std::vector<std::string> words = lexicon_.words_of(name);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  void add_pairs(std::string_view name, bool single) {
    for (const LexiconPair& pair : lexicon_.pairs_of(name)) {
      for (const std::string& left : pair.left) {
        const auto opener = mark_of(left, single, pair.at);
        if (!opener) continue;
        conventions_.openers |= MarkSet{1} << *opener;
        for (const std::string& right : pair.right) {
          const auto closer = mark_of(right, single, pair.at);
          if (!closer) continue;
          conventions_.closers |= MarkSet{1} << *closer;
          conventions_.marks[*opener].closed_by |= MarkSet{1} << *closer;
          note_side(*opener, *closer);
        }
      }
    }
  }

  // The first pair that names a mark says on which side it usually stands.
  void note_side(std::uint8_t opener, std::uint8_t closer) {
    if (fresh(opener)) {
      conventions_.marks[opener].usual_side = opener == closer ? 0 : 1;
      seen_ |= MarkSet{1} << opener;
    }
    if (fresh(closer)) {
      conventions_.marks[closer].usual_side = -1;
      seen_ |= MarkSet{1} << closer;
    }
  }

  bool fresh(std::uint8_t mark) const { return ((seen_ >> mark) & 1) == 0; }

  std::optional<std::uint8_t> mark_of(const std::string& text, bool single,
                                      const std::string& at) {
    if (!check_text(text, at)) return std::nullopt;
    for (std::size_t i = 0; i < conventions_.marks.size(); ++i) {
      if (conventions_.marks[i].text != text) continue;
      if (conventions_.marks[i].single != single) {
        errors_.push_back(diagnose(
            at, "'" + text + "' is in double-marks and in single-marks",
            "a mark belongs to one of the two"));
        return std::nullopt;
      }
      return static_cast<std::uint8_t>(i);
    }
    if (conventions_.marks.size() == kMaxMarks) {
      errors_.push_back(diagnose(at, "too many marks",
                                 "a language has room for " +
                                     std::to_string(kMaxMarks)));
      return std::nullopt;
    }
    Mark mark;
    mark.text = text;
    mark.single = single;
    conventions_.marks.push_back(std::move(mark));
    return static_cast<std::uint8_t>(conventions_.marks.size() - 1);
  }

  bool check_text(const std::string& text, const std::string& at) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++count) {
      const CodePoint point = code_point_at(text, i);
      if (class_of(point.value) != CharacterClass::kOther) {
        errors_.push_back(diagnose(
            at, "'" + text + "' is no mark",
            "a mark has neither letters, digits nor white space"));
        return false;
      }
      i += point.size;
    }
    if (count == 0 || count > kLongestMark) {
      errors_.push_back(
          diagnose(at, "'" + text + "' is no mark",
                   "a mark has one to four characters"));
      return false;
    }
    return true;
  }

  void add_spelling(std::string text, std::uint8_t mark,
                    std::uint16_t flags) {
    MarkSpelling spelling;
    const std::size_t size = std::min<std::size_t>(text.size(), 8);
    std::memcpy(&spelling.head, text.data(), size);
    std::memset(&spelling.head_mask, 0xFF, size);
    spelling.text = std::move(text);
    spelling.mark = mark;
    spelling.flags = flags;
    conventions_.spellings.push_back(std::move(spelling));
  }

  void add_spellings() {
    std::vector<MarkSpelling>& all = conventions_.spellings;
    for (std::size_t i = 0; i < conventions_.marks.size(); ++i) {
      const auto id = static_cast<std::uint8_t>(i);
      const std::string& text = conventions_.marks[i].text;
      add_spelling(text, id, 0);
      for (std::string& entity : entities_of(text)) {
        add_spelling(std::move(entity), id, kEntity);
      }
      for (std::string& garbled : mojibake_of(text)) {
        add_spelling(std::move(garbled), id, kMojibake);
      }
    }
    for (std::string& garbled : mojibake_lookalikes()) {
      add_spelling(std::move(garbled), kNotAMark, kMojibake);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const MarkSpelling& a, const MarkSpelling& b) {
                       const auto first_a = static_cast<unsigned char>(
                           a.text.front());
                       const auto first_b = static_cast<unsigned char>(
                           b.text.front());
                       if (first_a != first_b) return first_a < first_b;
                       return a.text.size() > b.text.size();
                     });
    std::size_t next = 0;
    for (std::size_t byte = 0; byte < 256; ++byte) {
      conventions_.first_with[byte] = static_cast<std::uint16_t>(next);
      const std::size_t before = next;
      while (next < all.size() &&
             static_cast<unsigned char>(all[next].text.front()) == byte) {
        ++next;
      }
      if (next == before) continue;
      conventions_.lead_bytes.push_back(static_cast<char>(byte));
      conventions_.leads[byte] = true;
      conventions_.lead_index[byte] =
          static_cast<std::uint8_t>(conventions_.seconds.size());
      auto& seconds = conventions_.seconds.emplace_back();
      seconds.fill(false);
      for (std::size_t i = before; i < next; ++i) {
        const std::string& text = all[i].text;
        if (text.size() == 1) {
          seconds.fill(true);
        } else {
          seconds[static_cast<unsigned char>(text[1])] = true;
        }
      }
    }
    conventions_.first_with[256] = static_cast<std::uint16_t>(next);
  }

  const Lexicon& lexicon_;
  MarkConventions conventions_;
  MarkSet seen_ = 0;
  std::vector<Diagnostic> errors_;
};

}  // namespace

Result<MarkConventions> compile_marks(const Lexicon& lexicon) {
  return MarkCompiler(lexicon).compile();
}

}  // namespace quoin
