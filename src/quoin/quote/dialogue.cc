// SPDX-License-Identifier: Apache-2.0
#include <quoin/quote/dialogue.h>

#include <algorithm>
#include <string>

#include <quoin/quote/flank.h>
#include <quoin/text/characters.h>

namespace quoin {
namespace {

bool is_one_of(const std::vector<std::string>& words, const std::string& word) {
  return std::binary_search(words.begin(), words.end(), word);
}

// One paragraph, read from left to right.
class DialogueReader {
 public:
  DialogueReader(std::string_view text, TextSpan paragraph,
                 const MarkConventions& marks, bool is_in_marks = false)
      : text_(text),
        paragraph_(paragraph),
        marks_(marks),
        is_in_marks_(is_in_marks) {}

  // Pieces of speech; `turns` and `lively` count dashes that open one, and
  // those of them that sound like talk (a question, a cue).
  std::vector<TextSpan> read() {
    at_ = skip_space(paragraph_.begin);
    bool sentence_start = true;
    // Behind a mark somebody speaks already.
    in_speech_ = is_in_marks_;
    piece_ = at_;
    while (at_ < paragraph_.end) {
      if (const std::size_t size = dash_at(at_); size > 0) {
        sentence_start = see_dash(size, sentence_start);
        continue;
      }
      if (sentence_start && in_speech_ && at_ != piece_ && is_narration()) {
        end_piece(at_);
      }
      sentence_start = false;
      const char c = text_[at_];
      const CodePoint point = code_point_at(text_, at_);
      at_ += point.size;
      const bool stop = c == '.' || c == '!' || c == '?' || point.value == 0x2026;
      if ((stop || c == ',') && at_ < paragraph_.end && is_space_at(at_)) {
        if ((c == '!' || c == '?') && in_speech_) ++lively_;
        const std::size_t mark_end = at_;
        at_ = skip_space(at_);
        if (in_speech_ && begins_cue(at_) && may_break(",")) {
          end_piece(mark_end);
          ++lively_;
          read_cue();
          sentence_start = true;
        } else {
          sentence_start = stop;
        }
      } else if (c == ':' && at_ < paragraph_.end && is_space_at(at_)) {
        at_ = skip_space(at_);
        if (!in_speech_) sentence_start = true;
      }
    }
    if (in_speech_) end_piece(paragraph_.end);
    return std::move(pieces_);
  }

  std::size_t turns() const { return turns_; }
  std::size_t lively() const { return lively_; }

 private:
  bool is_space_at(std::size_t at) const {
    return is_space(code_point_at(text_, at).value);
  }

  std::size_t skip_space(std::size_t at) const {
    while (at < paragraph_.end && is_space_at(at)) {
      at += code_point_at(text_, at).size;
    }
    return at;
  }

  // The size of a dialogue dash at `at`: one that does not stand inside a
  // word. 0 when there is none.
  std::size_t dash_at(std::size_t at) const {
    const char first = text_[at];
    if (first != '-' && static_cast<unsigned char>(first) < 0x80) return 0;
    for (const std::string& dash : marks_.dialogue_dashes) {
      if (text_.substr(at, dash.size()) != dash) continue;
      const bool free = at == paragraph_.begin ||
                        is_space(code_point_before(text_, at).value);
      const std::size_t end = at + dash.size();
      if (free && end < paragraph_.end) return dash.size();
    }
    return 0;
  }

  // Whether a sentence may begin behind it: behind a cue speech goes on.
  bool see_dash(std::size_t size, bool opens) {
    const std::size_t dash = at_;
    at_ = skip_space(at_ + size);
    if (in_speech_ && begins_cue(at_) && may_break(text_.substr(dash, size))) {
      // —No —dijo Vega—. Nunca.
      end_piece(dash);
      ++lively_;
      read_cue();
      return true;
    }
    if (!opens) return false;
    if (in_speech_) end_piece(dash);
    ++turns_;
    in_speech_ = true;
    const bool tight = at_ == dash + size;
    piece_ = tight && keeps_dash(text_.substr(dash, size)) ? dash : at_;
    if (is_in_marks_ && at_ < paragraph_.end && text_[at_] == ',') {
      piece_ = skip_space(at_ + 1);  // – mondta Anna –, és megyünk
    }
    return false;
  }

  // Whether somebody who tells may break in at that mark. Inside quotation
  // marks that is a custom of some languages only.
  bool may_break(std::string_view mark) const {
    return !is_in_marks_ ||
           std::find(marks_.inner_breaks.begin(), marks_.inner_breaks.end(),
                     mark) != marks_.inner_breaks.end();
  }

  bool keeps_dash(std::string_view dash) const {
    return std::find(marks_.kept_dashes.begin(), marks_.kept_dashes.end(),
                     dash) != marks_.kept_dashes.end();
  }

  void end_piece(std::size_t end) {
    while (end > piece_ && is_space(code_point_before(text_, end).value)) {
      end -= code_point_before(text_, end).size;
    }
    if (end > piece_) pieces_.push_back({piece_, end});
    in_speech_ = false;
  }

  // The word at `at`, lower case, up to a hyphen: "dit" of "dit-il"; behind
  // an apostrophe: "écria" of "s'écria".
  std::string word_at(std::size_t at, std::size_t* end) const {
    std::size_t begin = at;
    std::size_t i = at;
    while (i < paragraph_.end) {
      const CodePoint point = code_point_at(text_, i);
      if (point.value == '\'' || point.value == 0x2019) {
        begin = i + point.size;
      } else if (!is_word_character(point.value)) {
        break;
      }
      i += point.size;
    }
    std::string word = to_lower(text_.substr(begin, i - begin));
    while (i < paragraph_.end) {  // -t-il
      const CodePoint point = code_point_at(text_, i);
      if (point.value != '-' && !is_word_character(point.value)) break;
      i += point.size;
    }
    *end = i;
    return word;
  }

  // A cue, or a short word and a cue: "lui dit".
  bool begins_cue(std::size_t at) const {
    constexpr std::size_t kLongestClitic = 5;
    std::size_t end = at;
    const std::string word = word_at(at, &end);
    if (word.empty()) return false;
    if (is_cue(word)) return true;
    if (word.size() > kLongestClitic || end >= paragraph_.end ||
        text_[end] != ' ') {
      return false;
    }
    // In marks “, il dit” is what is quoted, and “, lui dit” is not.
    if (is_in_marks_ && !is_one_of(marks_.cue_auxiliaries, word)) return false;
    return is_cue(word_at(end + 1, &end));
  }

  bool is_cue(const std::string& word) const {
    return is_one_of(marks_.dialogue_cues, word) ||
           (is_in_marks_ && is_one_of(marks_.closing_cues, word));
  }

  // From a cue to where speech goes on: after a comma, or after the sentence.
  void read_cue() {
    while (at_ < paragraph_.end) {
      if (dash_at(at_) > 0) return;
      const char c = text_[at_];
      const CodePoint point = code_point_at(text_, at_);
      const std::size_t next = at_ + point.size;
      const bool mark = c == ',' || c == '.' || c == ';' || c == ':' ||
                        c == '!' || c == '?' || point.value == 0x2026;
      const bool ends =
          mark && (next >= paragraph_.end || is_space_at(next)) &&
          !(c == '.' && is_initial_before(at_)) &&
          !(c == ',' && cue_goes_on(skip_space(next)));
      at_ = next;
      if (ends) {
        at_ = skip_space(next);
        break;
      }
    }
    in_speech_ = at_ < paragraph_.end && dash_at(at_) == 0 && !is_narration();
    piece_ = at_;
  }

  // "dit M. Antoine": a stop after one capital is none.
  bool is_initial_before(std::size_t stop) const {
    const CodePoint last = code_point_before(text_, stop);
    const std::size_t begin = stop - last.size;
    return is_upper(last.value) &&
           (begin == paragraph_.begin || is_space_at(begin - 1));
  }

  // "dit Anna, qui partait, ...": what follows the comma is still telling.
  bool cue_goes_on(std::size_t at) const {
    if (at >= paragraph_.end) return false;
    std::size_t end = at;
    const std::string word = plain_word_at(at, &end);
    if (is_in_marks_ && is_one_of(marks_.inner_goes_on, word)) return false;
    return is_one_of(marks_.cue_goes_on, word);
  }

  std::string plain_word_at(std::size_t at, std::size_t* end) const {
    std::size_t i = at;
    while (i < paragraph_.end &&
           is_word_character(code_point_at(text_, i).value)) {
      i += code_point_at(text_, i).size;
    }
    *end = i;
    return to_lower(text_.substr(at, i - at));
  }

  // Whether the sentence at `at_` tells what happened.
  bool is_narration() const {
    constexpr std::size_t kWords = 8;
    if (marks_.narration_endings.empty() || is_in_marks_) return false;
    std::size_t at = at_;
    bool starts = false;
    for (std::size_t i = 0; i < kWords && at < paragraph_.end; ++i) {
      std::size_t end = at;
      const bool capital = is_upper(code_point_at(text_, at).value);
      const std::string word = word_at(at, &end);
      if (word.empty()) break;
      if (i == 0) {
        starts = capital;
        if (!starts ||
            is_one_of(marks_.speech_starts, word)) {
          return false;
        }
      } else if (ends_like_narration(word)) {
        return true;
      } else if (is_one_of(marks_.speech_starts, word)) {
        return false;
      }
      at = skip_space(end);
    }
    return false;
  }

  bool ends_like_narration(const std::string& word) const {
    if (is_one_of(marks_.narration_words, word)) return true;
    return std::any_of(marks_.narration_endings.begin(),
                       marks_.narration_endings.end(),
                       [&](const std::string& ending) {
                         return word.size() > ending.size() + 1 &&
                                word.ends_with(ending);
                       });
  }

  std::string_view text_;
  TextSpan paragraph_;
  const MarkConventions& marks_;
  const bool is_in_marks_;
  std::size_t at_ = 0;
  std::size_t piece_ = 0;
  bool in_speech_ = false;
  std::size_t turns_ = 0;
  std::size_t lively_ = 0;
  std::vector<TextSpan> pieces_;
};

// More turns than marks; a language that can tell what talks from what tells
// needs no more than one a quotation, for novels that quote in both ways.
std::size_t fewest_turns(const MarkConventions& marks,
                         std::size_t double_marks) {
  return 1 + (marks.narration_endings.empty() ? double_marks
                                              : double_marks / 2);
}

// Whether it is worth reading the text letter by letter: there are more dashes
// than marks. Counted only where marks are rare or a paragraph begins with a
// dash, because news is full of dashes and marks.
bool may_be_dialogue(std::string_view text,
                     std::span<const TextSpan> paragraphs,
                     const MarkConventions& marks, std::size_t double_marks) {
  constexpr std::size_t kBytesAMark = 300;
  const auto begins_with_dash = [&](TextSpan paragraph) {
    return std::any_of(marks.dialogue_dashes.begin(),
                       marks.dialogue_dashes.end(),
                       [&](const std::string& dash) {
                         return text.substr(paragraph.begin, dash.size()) ==
                                dash;
                       });
  };
  if (double_marks * kBytesAMark > text.size() &&
      std::none_of(paragraphs.begin(), paragraphs.end(), begins_with_dash)) {
    return false;
  }
  const std::size_t fewest = fewest_turns(marks, double_marks);
  std::size_t dashes = 0;
  for (const std::string& dash : marks.dialogue_dashes) {
    for (std::size_t at = text.find(dash); at != std::string_view::npos;
         at = text.find(dash, at + dash.size())) {
      if (++dashes >= fewest) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<TextSpan> speech_in_marks(std::string_view text, TextSpan words,
                                      const MarkConventions& marks) {
  return DialogueReader(text, words, marks, true).read();
}

void add_dialogue(std::string_view text, std::span<const TextSpan> paragraphs,
                  const MarkConventions& marks, std::size_t double_marks,
                  std::vector<UnmarkedSpeech>& found) {
  if (!may_be_dialogue(text, paragraphs, marks, double_marks)) return;
  std::vector<UnmarkedSpeech> speech;
  std::size_t turns = 0;
  std::size_t lively = 0;
  for (TextSpan paragraph : paragraphs) {
    DialogueReader reader(text, paragraph, marks);
    for (TextSpan piece : reader.read()) speech.push_back({piece, false});
    turns += reader.turns();
    lively += reader.lively();
  }
  // Dashes also begin lists and bylines: some of it must sound like talk, and
  // where the document has marks they are how it quotes.
  if (turns == 0 || turns < fewest_turns(marks, double_marks) ||
      lively * 5 < turns) {
    return;
  }
  found.insert(found.end(), speech.begin(), speech.end());
}

}  // namespace quoin
