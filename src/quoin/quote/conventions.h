// SPDX-License-Identifier: Apache-2.0
// Which marks open, close and nest in a language, and what is an apostrophe.
//
// All of it is data of grammars/<lang>/marks.grammar, described in
// docs/marks.md; this is that data made ready for scanning. A mark is any
// string of up to four code points, so a new convention needs no C++:
//
//   pairs double-marks            what quotes; nests in itself
//       "“" = "”"                 left opens, right closes
//       "„" = "“" "”"             several that close: all are right
//   pairs single-marks            what may also be an apostrophe or a prime
//       "‘" = "’"
//   words apostrophes             "'" "’"
//   words elisions                twas em n: words that lost their beginning
//   words closing-cues            said added: ", he said." is no quotation
//   words dialogue-dashes         "—": open a line of dialogue without marks
//   words kept-dashes             "--": tight before the words, part of them
//   words dialogue-cues           dit fit: ", dit Anna," is not dialogue
//   words inner-breaks            "," "–": « Oui, dit-il, » breaks a quotation
//   words cue-auxiliaries         a lui: ", a dit Roy, ..." does, too
//   words inner-goes-on           et mais: ", a dit Roy, et vite" it goes on
//   words cue-goes-on             qui en: ", dit Anna, qui partait, ..."
//   words narration-endings       ait èrent: of verbs that tell, not talk
//   words narration-words         fit prit: such verbs as whole words
//   words speech-starts           je tu: a sentence with them is talk
//   words not-labels              note photo: "PHOTO: …" is no transcript
//   words question-labels         Q: what an interviewer's lines begin with
//   words answer-labels           A: what those that are quoted begin with
//
// HTML entities and mojibake (UTF-8 read as Windows-1252) of every mark that
// is listed are known without being listed.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <quoin/base/result.h>
#include <quoin/text/lexicon.h>

namespace quoin {

// A set of marks: bit i is MarkConventions::marks[i].
using MarkSet = std::uint64_t;

inline constexpr std::size_t kMaxMarks = 48;
inline constexpr std::uint8_t kNotAMark = 255;

struct Mark {
  std::string text;         // as printed
  bool single = false;      // of single-marks
  bool apostrophe = false;  // may be one
  MarkSet closed_by = 0;    // when it opens
  // Where the language lists it first: +1 on the left, -1 on the right, 0 on
  // both sides of one pair. Decides when the document gives no evidence.
  int usual_side = 0;
};

// One way in which a mark stands in text.
struct MarkSpelling {
  std::string text;
  std::uint8_t mark = kNotAMark;  // or what looks like one: â€“ is a dash
  std::uint16_t flags = 0;        // kEntity, kMojibake
  // The first eight bytes of `text` as memory holds them, and which of them
  // count: one comparison instead of a call.
  std::uint64_t head = 0;
  std::uint64_t head_mask = 0;
};

struct MarkConventions {
  std::vector<Mark> marks;
  MarkSet openers = 0;
  MarkSet closers = 0;

  // Spellings by first byte, the longest first; those that begin with byte b
  // are spellings[first_with[b]] to spellings[first_with[b + 1]], exclusive.
  std::vector<MarkSpelling> spellings;
  std::array<std::uint16_t, 257> first_with{};
  std::string lead_bytes;  // the first bytes, each once
  std::array<bool, 256> leads{};
  std::array<std::uint8_t, 256> lead_index{};  // into seconds
  std::vector<std::array<bool, 256>> seconds;  // bytes that may come second

  std::vector<std::string> elisions;         // lower case, sorted
  std::vector<std::string> closing_cues;     // lower case, sorted
  std::vector<std::string> dialogue_dashes;  // as printed
  std::vector<std::string> kept_dashes;      // as printed
  std::vector<std::string> dialogue_cues;    // lower case, sorted, as below
  std::vector<std::string> cue_goes_on;
  std::vector<std::string> inner_goes_on;    // lower case, sorted
  std::vector<std::string> inner_breaks;     // as printed
  std::vector<std::string> cue_auxiliaries;  // lower case, sorted
  std::vector<std::string> narration_endings;
  std::vector<std::string> narration_words;
  std::vector<std::string> speech_starts;
  std::vector<std::string> not_labels;
  std::vector<std::string> question_labels;  // as printed
  std::vector<std::string> answer_labels;    // as printed

  bool may_begin(char first, char second) const {
    const auto lead = static_cast<unsigned char>(first);
    return leads[lead] &&
           seconds[lead_index[lead]][static_cast<unsigned char>(second)];
  }
  bool opens(std::uint8_t mark) const { return (openers >> mark) & 1; }
  bool closes(std::uint8_t mark) const { return (closers >> mark) & 1; }
};

// Reads the lists and pairs above. Errors: an entry that is no mark (letters,
// digits or white space, or too long), a mark in both kinds of pairs, too many
// marks. A lexicon without marks gives conventions that find nothing.
Result<MarkConventions> compile_marks(const Lexicon& lexicon);

}  // namespace quoin
