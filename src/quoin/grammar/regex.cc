// SPDX-License-Identifier: Apache-2.0
#include <quoin/grammar/regex.h>

#include <array>
#include <mutex>
#include <utility>

// Both widths: _16 for skeletons, _8 for words.
#define PCRE2_CODE_UNIT_WIDTH 0
#include <pcre2.h>

namespace quoin {
namespace {

// A shipped rule must not come near it on any text (tests/grammar has the
// hostile ones); a runaway one is stopped within a millisecond.
constexpr std::uint32_t kMatchLimit = 100'000;
constexpr std::uint32_t kHeapLimitKib = 4096;
constexpr std::size_t kStackStart = 32 * 1024;
constexpr std::size_t kStackMost = 1024 * 1024;
constexpr std::uint32_t kMostGroups = 64;

template <auto Free>
struct Freer {
  template <class T>
  void operator()(T* pointer) const {
    Free(pointer);
  }
};
template <class T, auto Free>
using Owned = std::unique_ptr<T, Freer<Free>>;

using SkeletonCode = Owned<pcre2_code_16, pcre2_code_free_16>;
using WordCode = Owned<pcre2_code_8, pcre2_code_free_8>;

PCRE2_SPTR16 units(std::u16string_view text) {
  return reinterpret_cast<PCRE2_SPTR16>(text.data());
}
PCRE2_SPTR8 units(std::string_view text) {
  return reinterpret_cast<PCRE2_SPTR8>(text.data());
}

Diagnostic compile_error(int error, std::size_t at) {
  std::array<PCRE2_UCHAR8, 256> text{};
  pcre2_get_error_message_8(error, text.data(), text.size());
  Diagnostic problem;
  problem.message = reinterpret_cast<const char*>(text.data());
  problem.column = at + 1;
  return problem;
}

}  // namespace

struct RegexScratch::State {
  Owned<pcre2_match_data_16, pcre2_match_data_free_16> data{
      pcre2_match_data_create_16(kMostGroups, nullptr)};
  Owned<pcre2_match_context_16, pcre2_match_context_free_16> context{
      pcre2_match_context_create_16(nullptr)};
  Owned<pcre2_jit_stack_16, pcre2_jit_stack_free_16> stack{
      pcre2_jit_stack_create_16(kStackStart, kStackMost, nullptr)};
  int groups = 0;  // of the last match: highest that took part, plus one
};

RegexScratch::RegexScratch() : state_(std::make_unique<State>()) {
  pcre2_set_match_limit_16(state_->context.get(), kMatchLimit);
  pcre2_set_heap_limit_16(state_->context.get(), kHeapLimitKib);
  pcre2_jit_stack_assign_16(state_->context.get(), nullptr, state_->stack.get());
}
RegexScratch::RegexScratch(RegexScratch&&) noexcept = default;
RegexScratch::~RegexScratch() = default;

std::optional<SkeletonSpan> RegexScratch::group(std::size_t number) const {
  if (number >= static_cast<std::size_t>(state_->groups)) return std::nullopt;
  const PCRE2_SIZE* const bounds =
      pcre2_get_ovector_pointer_16(state_->data.get()) + 2 * number;
  if (bounds[0] == PCRE2_UNSET) return std::nullopt;
  return SkeletonSpan{bounds[0], bounds[1]};
}

struct Regex::Code {
  SkeletonCode compiled;
  Engine engine = Engine::kJit;
  // JIT costs ten times the compilation, and most rules of a grammar never
  // get as far as needing it on a given text: done at the first match.
  mutable std::once_flag jit_once;
  mutable bool has_jit = false;

  bool ready_jit() const {
    std::call_once(jit_once, [this] {
      has_jit = engine == Engine::kJit &&
                pcre2_jit_compile_16(compiled.get(), PCRE2_JIT_COMPLETE) == 0;
    });
    return has_jit;
  }
};

Regex::Regex(std::unique_ptr<Code> code) : code_(std::move(code)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

Result<Regex> Regex::compile(std::string_view pattern, Engine engine) {
  const std::u16string wide(pattern.begin(), pattern.end());
  int error = 0;
  PCRE2_SIZE at = 0;
  auto code = std::make_unique<Code>();
  code->engine = engine;
  code->compiled.reset(pcre2_compile_16(units(wide), wide.size(),
                                        PCRE2_ANCHORED, &error, &at, nullptr));
  if (code->compiled == nullptr) return compile_error(error, at);
  return Regex(std::move(code));
}

RegexOutcome Regex::match(std::u16string_view subject, std::size_t at,
                          RegexScratch& scratch) const {
  RegexScratch::State& state = *scratch.state_;
  int found = PCRE2_ERROR_JIT_STACKLIMIT;
  if (code_->ready_jit()) {
    found = pcre2_jit_match_16(code_->compiled.get(), units(subject),
                               subject.size(), at, 0, state.data.get(),
                               state.context.get());
  }
  // Without JIT, or where its stack is too small: the interpreter has a heap.
  if (found == PCRE2_ERROR_JIT_STACKLIMIT) {
    found = pcre2_match_16(code_->compiled.get(), units(subject),
                           subject.size(), at, PCRE2_NO_JIT, state.data.get(),
                           state.context.get());
  }
  state.groups = found > 0 ? found : 0;
  if (found > 0) return RegexOutcome::kMatch;
  return found == PCRE2_ERROR_NOMATCH ? RegexOutcome::kNoMatch
                                      : RegexOutcome::kGaveUp;
}

std::size_t Regex::group_count() const {
  std::uint32_t count = 0;
  pcre2_pattern_info_16(code_->compiled.get(), PCRE2_INFO_CAPTURECOUNT,
                        &count);
  return count;
}

bool Regex::uses_jit() const { return code_->ready_jit(); }

struct WordRegex::Code {
  WordCode compiled;
  // As for Regex: at the first match, and where it is refused the interpreter
  // gives the same answers.
  mutable std::once_flag jit_once;
  mutable bool has_jit = false;

  bool ready_jit() const {
    std::call_once(jit_once, [this] {
      has_jit = pcre2_jit_compile_8(compiled.get(), PCRE2_JIT_COMPLETE) == 0;
    });
    return has_jit;
  }
};

namespace {

// One a thread: every word of no list is held against every expression.
struct WordScratch {
  Owned<pcre2_match_data_8, pcre2_match_data_free_8> data{
      pcre2_match_data_create_8(1, nullptr)};
  Owned<pcre2_match_context_8, pcre2_match_context_free_8> context{
      pcre2_match_context_create_8(nullptr)};

  WordScratch() { pcre2_set_match_limit_8(context.get(), kMatchLimit); }
};

}  // namespace

WordRegex::WordRegex(std::unique_ptr<Code> code) : code_(std::move(code)) {}
WordRegex::WordRegex(WordRegex&&) noexcept = default;
WordRegex& WordRegex::operator=(WordRegex&&) noexcept = default;
WordRegex::~WordRegex() = default;

Result<WordRegex> WordRegex::compile(std::string_view pattern) {
  int error = 0;
  PCRE2_SIZE at = 0;
  auto code = std::make_unique<Code>();
  code->compiled.reset(pcre2_compile_8(
      units(pattern), pattern.size(),
      PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_UTF | PCRE2_UCP |
          PCRE2_NO_UTF_CHECK | PCRE2_NEVER_BACKSLASH_C,
      &error, &at, nullptr));
  if (code->compiled == nullptr) return compile_error(error, at);
  std::uint32_t groups = 0;
  pcre2_pattern_info_8(code->compiled.get(), PCRE2_INFO_CAPTURECOUNT, &groups);
  if (groups > 0 || pattern.find("(*") != std::string_view::npos) {
    Diagnostic problem;
    problem.message = "no groups that capture and no verbs in /…/";
    problem.column = 1;
    return problem;
  }
  return WordRegex(std::move(code));
}

bool WordRegex::matches(std::string_view word) const {
  thread_local WordScratch scratch;
  int found = PCRE2_ERROR_JIT_STACKLIMIT;
  if (code_->ready_jit()) {
    found = pcre2_jit_match_8(code_->compiled.get(), units(word), word.size(),
                              0, 0, scratch.data.get(), scratch.context.get());
  }
  if (found == PCRE2_ERROR_JIT_STACKLIMIT) {
    found = pcre2_match_8(code_->compiled.get(), units(word), word.size(), 0,
                          PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT,
                          scratch.data.get(), scratch.context.get());
  }
  return found >= 0;
}

std::string regex_library_version() {
  std::array<char, 64> text{};
  pcre2_config_8(PCRE2_CONFIG_VERSION, text.data());
  return text.data();
}

bool regex_jit_available() {
  Result<Regex> probe = Regex::compile("a");
  return probe && probe->uses_jit();
}

}  // namespace quoin
