// SPDX-License-Identifier: Apache-2.0
#include <quoin/attribute/name_reader.h>

#include <algorithm>

#include <quoin/text/characters.h>

namespace quoin {
namespace {

// How long an insertion between a name and its verb may be.
constexpr TokenIndex kLongestAside = 20;
// How many adverbs and auxiliaries may stand before the verb.
constexpr TokenIndex kMostHelpers = 2;
// Shorter words are small in titles too.
constexpr std::size_t kSmallInTitles = 4;
constexpr std::size_t kShortestTitle = 4;
constexpr TokenIndex kMostParticles = 3;  // de la, van der

}  // namespace

std::vector<TitleName> names_in_title(std::string_view title,
                                      const Tokenizer& tokenizer,
                                      const TokenTypes& types) {
  std::vector<TitleName> names;
  const std::vector<std::string> words = tokenizer.split(title);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const TokenClass last_class = class_of_form(words[i + 1]);
    if (last_class != TokenClass::kCap) continue;
    const TypeSymbol first = types.type_of(words[i], class_of_form(words[i]));
    const TypeSymbol last = types.type_of(words[i + 1], last_class);
    const bool is_male = types.is_in(first, NamedSet::kMaleName);
    if (!is_male && !types.is_in(first, NamedSet::kFemaleName)) continue;
    if (types.is_in(last, NamedSet::kSentenceWord)) continue;
    names.push_back({words[i], words[i + 1], is_male});
  }
  return names;
}

NameReader::NameReader(const Document& document, const Skeleton& skeleton,
                       const TokenTypes& types)
    : document_(document), skeleton_(skeleton), types_(types) {}

std::string_view NameReader::text_of(TokenIndex token) const {
  const Token& t = skeleton_.tokens[token];
  return document_.slice({t.text_begin, t.text_end});
}

std::string NameReader::text_of(TokenRange range) const {
  std::string out;
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (skeleton_.tokens[t].is_quotation) continue;  // a nickname
    const Token& token = skeleton_.tokens[t];
    const bool joined =
        t > range.begin && skeleton_.tokens[t - 1].text_end == token.text_begin;
    if (!out.empty() && !joined) out += ' ';
    out += text_of(t);
  }
  return out;
}

bool NameReader::ends_sentence(TokenIndex token) const {
  const Token& t = skeleton_.tokens[token];
  if (t.token_class != TokenClass::kMark) return false;
  const char first = document_.text[t.text_begin];
  return t.is_break || first == '.' || first == '?' || first == '!';
}

bool NameReader::is_acronym(TokenIndex token) const {
  const std::string_view word = text_of(token);
  if (word.size() < 2 || (word[1] >= 'a' && word[1] <= 'z') ||
      to_lower(word) == word) {
    return false;
  }
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    std::string upper;
    append_utf8(upper, to_upper(c.value));
    if (upper != word.substr(at, c.size)) return false;
    at += c.size;
  }
  const bool begins_paragraph =
      token == 0 || skeleton_.tokens[token - 1].is_break;
  const bool before_mark =
      token + 1 < skeleton_.tokens.size() &&
      skeleton_.tokens[token + 1].token_class == TokenClass::kMark;
  return !(begins_paragraph && before_mark);
}

bool NameReader::is_cap(TokenIndex token) const {
  const TokenClass kind = skeleton_.tokens[token].token_class;
  return (kind == TokenClass::kCap || kind == TokenClass::kInitial) &&
         !skeleton_.tokens[token].is_quotation;
}

bool NameReader::can_begin_name(TokenIndex token) const {
  return is_cap(token) && !in(token, NamedSet::kSentenceWord) &&
         !in(token, NamedSet::kCalendar);
}

// “Bank of Norlund”, “Ministry of the Interior”: behind the word of a body and
// `of` the name goes on.
std::optional<TokenIndex> NameReader::behind_link(TokenIndex at,
                                                  TokenIndex limit) const {
  if (!in(at, NamedSet::kNameLink) ||
      !in(at - 1, NamedSet::kOrganisationWord)) {
    return std::nullopt;
  }
  TokenIndex next = at + 1;
  if (next < limit && in(next, NamedSet::kDefinite)) ++next;
  if (next < limit && can_begin_name(next)) return next + 1;
  return std::nullopt;
}

// “van der Berg”, “& Sons”: behind particles and a capital.
std::optional<TokenIndex> NameReader::behind_particles(TokenIndex at,
                                                       TokenIndex limit) const {
  TokenIndex next = at;
  if (is_mark(at, "&")) {
    ++next;
  } else {
    while (next < limit && next < at + kMostParticles &&
           in(next, NamedSet::kParticle)) {
      ++next;
    }
  }
  if (next == at || next >= limit || !can_begin_name(next)) return std::nullopt;
  return next + 1;
}

TokenIndex NameReader::end_of_run(TokenIndex begin, TokenIndex limit) const {
  TokenIndex end = begin + 1;
  while (end < limit) {
    if (can_begin_name(end)) {
      ++end;
    } else if (const auto behind = behind_particles(end, limit)) {
      end = *behind;
    } else if (skeleton_.tokens[end].is_quotation && end + 1 < limit &&
               can_begin_name(end + 1) && !skeleton_.tokens[end - 1].is_break) {
      end += 2;  // Joe “Shorty” Brandt
    } else if (const auto linked = behind_link(end, limit)) {
      end = *linked;
    } else {
      break;
    }
  }
  return end;
}

// Takes what is a title or a role off the beginning of a run of capitals.
NameMention NameReader::read_name(TokenIndex begin, TokenIndex end) const {
  NameMention mention;
  mention.begin = begin;
  mention.name = {begin, end};
  for (TokenIndex t = begin; t + 1 < end; ++t) {
    if (in(t, NamedSet::kHonorific) || in(t, NamedSet::kRole)) {
      mention.name.begin = t + 1;
    }
  }
  return mention;
}

// “Jane Doe/Acme Images”, “(Acme Photo/Jane Doe)”, or a line that is just a
// name.
bool NameReader::is_credit(TokenIndex begin, TokenIndex end) const {
  const auto is_bar = [&](TokenIndex t) {
    return is_mark(t, "/") || is_mark(t, "|");
  };
  const bool opens = begin == 0 || skeleton_.tokens[begin - 1].is_break;
  const bool closes =
      end >= skeleton_.tokens.size() || skeleton_.tokens[end].is_break;
  // “ACME The boats at anchor”: an agency before its caption.
  const bool before_caption = opens && !closes && end == begin + 1 &&
                              is_acronym(begin) &&
                              in(end, NamedSet::kSentenceWord);
  return (opens && closes) || before_caption ||
         (begin > 0 && is_bar(begin - 1)) || (!closes && is_bar(end));
}

// “the Norlund army”; not in “the Norlund army chief”.
bool NameReader::is_body_noun(TokenIndex token) const {
  const auto size = static_cast<TokenIndex>(skeleton_.tokens.size());
  if (token >= size ||
      skeleton_.tokens[token].token_class != TokenClass::kLower ||
      !in(token, NamedSet::kOrganisationNoun)) {
    return false;
  }
  return token + 1 >= size || is_mark(token + 1, ",") ||
         skeleton_.tokens[token + 1].token_class == TokenClass::kMark ||
         in(token + 1, NamedSet::kFunctionWord) ||
         in(token + 1, NamedSet::kPreposition) ||
         in(token + 1, NamedSet::kSay);
}

// Behind “, who leads the walk,” when an insertion stands at `at`.
std::optional<TokenIndex> NameReader::behind_aside(TokenIndex at) const {
  const auto size = static_cast<TokenIndex>(skeleton_.tokens.size());
  if (at >= size || !is_mark(at, ",")) return std::nullopt;
  const TokenIndex limit = std::min<TokenIndex>(size, at + kLongestAside);
  for (TokenIndex t = at + 1; t < limit; ++t) {
    if (is_mark(t, ",")) return t + 1;
    if (skeleton_.tokens[t].is_break || skeleton_.tokens[t].is_quotation ||
        is_mark(t, ".")) {
      break;
    }
  }
  return std::nullopt;
}

// Whether a verb that reports has the name as its subject: “Doe also said”,
// “Doe, who leads the walk, warned”, “, says guide Jane Doe.”
bool NameReader::reports(const NameMention& mention) const {
  const auto size = static_cast<TokenIndex>(skeleton_.tokens.size());
  const auto verb_at = [&](TokenIndex t) {
    const TokenIndex limit = std::min<TokenIndex>(size, t + kMostHelpers + 1);
    for (; t < limit; ++t) {
      if (in(t, NamedSet::kSay)) return true;
      if (!in(t, NamedSet::kFunctionWord)) break;
    }
    return false;
  };
  const TokenIndex end = mention.name.end;
  if (verb_at(end)) return true;
  if (const auto behind = behind_aside(end); behind && verb_at(*behind)) {
    return true;
  }
  // Turned round, the verb stands behind a comma or a quotation and nothing
  // but a mark behind the name: “, calling Doe a liar” has another subject.
  if (end < size && skeleton_.tokens[end].token_class != TokenClass::kMark) {
    return false;
  }
  TokenIndex t = mention.begin;
  while (t > 0 && mention.begin - t < 3 &&
         (in(t - 1, NamedSet::kRole) || in(t - 1, NamedSet::kDeterminer))) {
    --t;
  }
  return t > 1 && in(t - 1, NamedSet::kSay) &&
         (is_mark(t - 2, ",") || skeleton_.tokens[t - 2].is_quotation);
}

// Whether All Longer Words of the paragraph Are Capitals: in a title a run of
// capitals is no name.
bool NameReader::is_title_line(TokenIndex begin) const {
  std::size_t words = 0;
  for (TokenIndex t = begin; t < skeleton_.tokens.size(); ++t) {
    const Token& token = skeleton_.tokens[t];
    if (token.is_break) break;
    if (is_mark(t, ".")) return false;
    const bool is_long = token.text_end - token.text_begin >= kSmallInTitles;
    if (token.token_class == TokenClass::kLower && is_long) return false;
    if (is_cap(t)) ++words;
  }
  return words >= kShortestTitle;
}

// Walks through the document once.
class NameReader::Collection {
 public:
  explicit Collection(const NameReader& reader)
      : reader_(reader), tokens_(reader.skeleton_.tokens) {}

  std::vector<NameMention> run() {
    const auto size = static_cast<TokenIndex>(tokens_.size());
    for (TokenIndex t = 0; t < size;) {
      if (t == 0 || tokens_[t - 1].is_break) begin_paragraph(t);
      if (!reader_.can_begin_name(t)) {
        pass(t++);
        continue;
      }
      const TokenIndex end = in_title_ ? end_in_title(t, size)
                                       : reader_.end_of_run(t, size);
      if (end > t) add(t, end);
      starts_sentence_ = false;
      t = std::max(end, t + 1);
    }
    return std::move(mentions_);
  }

 private:
  void begin_paragraph(TokenIndex t) {
    in_title_ = reader_.is_title_line(t);
    in_caption_ = role_at(reader_.document_, tokens_[t].text_begin) ==
                  BlockRole::kCaption;
    starts_sentence_ = true;
  }

  // What stands between names says whether the next begins a sentence.
  void pass(TokenIndex t) {
    const Token& token = tokens_[t];
    if (reader_.is_mark(t, "(")) {  // “the Active Walkers (AW)”
      starts_sentence_ = false;
    } else if (token.is_quotation || token.is_break ||
               token.token_class == TokenClass::kMark) {
      starts_sentence_ = true;
    } else if (!reader_.in(t, NamedSet::kSentenceWord) &&
               !reader_.in(t, NamedSet::kRole)) {
      starts_sentence_ = false;
    }
  }

  // Of a title only a given name and the word behind it are taken for a name.
  TokenIndex end_in_title(TokenIndex t, TokenIndex size) const {
    const bool is_given = reader_.in(t, NamedSet::kMaleName) ||
                          reader_.in(t, NamedSet::kFemaleName);
    return is_given && t + 1 < size && reader_.can_begin_name(t + 1) ? t + 2
                                                                     : t;
  }

  void add(TokenIndex begin, TokenIndex end) {
    if (begin > 1 && reader_.in(begin - 1, NamedSet::kPreposition) &&
        reader_.in(begin - 2, NamedSet::kRole)) {
      begin = reader_.given_name_in({begin, end}).value_or(begin);
    }
    NameMention mention = reader_.read_name(begin, end);
    if (reader_.is_body_noun(end)) {
      mention.is_body = true;
      ++mention.name.end;
    }
    mention.is_aside =
        in_caption_ || in_title_ || reader_.is_credit(begin, mention.name.end);
    mention.is_subject = starts_sentence_ && !mention.is_aside;
    mention.reports = !mention.is_aside && reader_.reports(mention);
    mentions_.push_back(mention);
  }

  const NameReader& reader_;
  const std::vector<Token>& tokens_;
  std::vector<NameMention> mentions_;
  bool starts_sentence_ = true;
  bool in_title_ = false;
  bool in_caption_ = false;
};

std::vector<NameMention> NameReader::collect() const {
  return Collection(*this).run();
}

// “the captain of the port, Jane Doe”: where a name behind a comma ends the
// range, it names whom the words before it describe.
std::optional<NameMention> NameReader::name_behind_comma(
    TokenRange range) const {
  TokenIndex begin = range.end;
  while (begin > range.begin &&
         (can_begin_name(begin - 1) || in(begin - 1, NamedSet::kParticle))) {
    --begin;
  }
  if (begin == range.end || begin == range.begin || !can_begin_name(begin) ||
      !is_mark(begin - 1, ",")) {
    return std::nullopt;
  }
  return read_name(begin, range.end);
}

// “Governor of New Norlund Jane Doe”: of the run behind an office and its
// preposition the name is what a given name begins.
std::optional<NameMention> NameReader::name_behind_office(
    TokenRange range) const {
  TokenIndex t = range.begin;
  while (t < range.end && in(t, NamedSet::kRole)) ++t;
  if (t == range.begin || t == range.end || !in(t, NamedSet::kPreposition)) {
    return std::nullopt;
  }
  const auto given = given_name_in({t + 1, range.end});
  if (!given) return std::nullopt;
  return read_name(*given, end_of_run(*given, range.end));
}

// A given name before a further capital.
std::optional<TokenIndex> NameReader::given_name_in(TokenRange run) const {
  for (TokenIndex t = run.begin; t + 1 < run.end && is_cap(t); ++t) {
    const bool is_given =
        in(t, NamedSet::kMaleName) || in(t, NamedSet::kFemaleName);
    if (is_given && is_cap(t + 1)) return t;
  }
  return std::nullopt;
}

std::optional<NameMention> NameReader::name_in(TokenRange range) const {
  if (const auto behind = name_behind_comma(range)) return behind;
  if (const auto behind = name_behind_office(range)) return behind;
  std::optional<NameMention> found;
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    if (in(t, NamedSet::kPreposition)) break;
    if (!can_begin_name(t)) continue;
    const TokenIndex end = end_of_run(t, range.end);
    found = read_name(t, end);
    t = end - 1;
  }
  if (!found || found->name.end >= range.end) return found;
  const TokenIndex next = found->name.end;
  if (next + 1 == range.end && is_body_noun(next)) {
    found->is_body = true;
    ++found->name.end;
    return found;
  }
  // Capitals that describe what follows are no name: “the Acme spokesman”.
  if (skeleton_.tokens[next].token_class != TokenClass::kMark &&
      !in(next, NamedSet::kPreposition)) {
    return std::nullopt;
  }
  return found;
}

}  // namespace quoin
