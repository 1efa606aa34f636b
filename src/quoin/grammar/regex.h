// SPDX-License-Identifier: Apache-2.0
// One compiled expression of PCRE2; the only place that knows PCRE2.
//
// Always anchored, and compiled so: PCRE2_ANCHORED given to a match silently
// turns JIT off, fifteen times slower. Where JIT is refused (no executable
// memory) the interpreter gives the same answers.
//
//   Result<Regex> dashes = Regex::compile("(a)-(b)");
//   RegexScratch scratch;
//   if (dashes->match(u"xa-b", 1, scratch) == RegexOutcome::kMatch)
//     scratch.group(1);   // {1, 2}

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <quoin/base/result.h>
#include <quoin/base/span.h>

namespace quoin {

enum class RegexOutcome {
  kMatch,
  kNoMatch,
  kGaveUp,  // a limit of steps, memory or stack was hit
};

// What one thread needs to match with any number of expressions.
class RegexScratch {
 public:
  RegexScratch();
  RegexScratch(RegexScratch&&) noexcept;
  ~RegexScratch();

  // Of the last match that succeeded: units of its subject; nothing when the
  // group took no part. Group 0 is the whole.
  std::optional<SkeletonSpan> group(std::size_t number) const;

 private:
  friend class Regex;
  struct State;
  std::unique_ptr<State> state_;
};

// Over the units of a skeleton. Immutable; may be shared by threads, each with
// its own scratch.
class Regex {
 public:
  enum class Engine { kJit, kInterpreter };

  // `pattern` is ASCII. The diagnostic's message is PCRE2's.
  static Result<Regex> compile(std::string_view pattern,
                               Engine engine = Engine::kJit);
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  ~Regex();

  // Whether the expression matches the subject from unit `at` on.
  RegexOutcome match(std::u16string_view subject, std::size_t at,
                     RegexScratch& scratch) const;

  std::size_t group_count() const;
  bool uses_jit() const;

 private:
  struct Code;
  explicit Regex(std::unique_ptr<Code> code);
  std::unique_ptr<Code> code_;
};

// A grammar author's /…/, held against one word. Interpreted: it is asked once
// for each kind of word, not where speed counts.
class WordRegex {
 public:
  // The diagnostic's column is the byte of `pattern` where the error is, from
  // 1. Groups that capture and verbs are refused.
  static Result<WordRegex> compile(std::string_view pattern);
  WordRegex(WordRegex&&) noexcept;
  WordRegex& operator=(WordRegex&&) noexcept;
  ~WordRegex();

  // Whether it matches all of `word`, which is valid UTF-8.
  bool matches(std::string_view word) const;

 private:
  struct Code;
  explicit WordRegex(std::unique_ptr<Code> code);
  std::unique_ptr<Code> code_;
};

// "10.42 2022-12-11" and whether this build and machine have JIT.
std::string regex_library_version();
bool regex_jit_available();

}  // namespace quoin
