// SPDX-License-Identifier: Apache-2.0
#include <quoin/text/number_fold.h>

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace quoin {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string key_of(double value) {
  if (value == 1) return "one";  // "one" is a pronoun as often as a number
  return fmt::format("#{:.12g}", value);
}

template <class Map>
const typename Map::mapped_type* find(const Map& map, const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

class Reader {
 public:
  Reader(const std::vector<WordToken>& words, std::size_t at,
         const FoldTables& tables)
      : words_(words), tables_(tables), begin_(at), at_(at) {}

  std::optional<NumberFold> read() {
    std::string currency;
    if (const auto* sign = find(tables_.currencies, key(at_));
        sign && at_ + 1 < words_.size() && is_digit(word(at_ + 1)[0])) {
      currency = *sign;
      ++at_;
    }
    if (!read_fraction_of_magnitude()) {
      if (!(is_digit(word(at_)[0]) ? read_figures() : read_words())) {
        return std::nullopt;
      }
      if (!ordinal_ && raw_.empty()) read_fraction_after();
    }
    while (const double* scale = next_magnitude()) {
      value_ *= *scale;
      ++at_;
      plain_ = false;
    }
    NumberFold number;
    number.keys.push_back(raw_.empty() ? key_of(value_) : raw_);
    if (ordinal_) number.keys.back() += "th";
    if (const auto* name = currency.empty() && at_ < words_.size() &&
                                   !words_[at_].punct_before
                               ? find(tables_.currencies, key(at_))
                               : nullptr) {
      currency = *name;
      if (currency != key(at_)) plain_ = false;
      ++at_;
    } else if (!currency.empty()) {
      plain_ = false;
    }
    if (!currency.empty()) number.keys.push_back(currency);
    if (!unit_.empty()) number.keys.push_back(unit_);
    number.tokens = at_ - begin_;
    number.plain = plain_;
    number.digits = digits_;
    return number;
  }

 private:
  const std::string& word(std::size_t i) const { return words_[i].word; }
  const std::string& key(std::size_t i) const { return words_[i].key; }

  const double* next_magnitude() const {
    if (at_ >= words_.size() || words_[at_].punct_before || ordinal_) {
      return nullptr;
    }
    return find(tables_.magnitudes, key(at_));
  }

  // 9  9.50  1,200  9th  5m  40mph  1990s
  bool read_figures() {
    const std::string& text = key(at_);
    std::string figures;
    std::size_t i = 0;
    const char point = tables_.decimal_comma ? ',' : '.';
    for (; i < text.size(); ++i) {
      if (is_digit(text[i]) || text[i] == point) {
        figures += text[i] == point ? '.' : text[i];
      } else if (text[i] != ',' && text[i] != '.') {
        break;
      }
    }
    const std::string rest = text.substr(i);
    digits_ = true;
    if (i == text.size()) read_spaced_thousands(figures);
    const auto parsed = std::from_chars(
        figures.data(), figures.data() + figures.size(), value_);
    const bool whole = parsed.ptr == figures.data() + figures.size();
    if (!whole || !read_rest(rest)) raw_ = "#" + text;  // 9/11, 10:30, B2
    plain_ = plain_ && figures.size() == text.size();
    ++at_;
    return true;
  }

  // 500 000: groups of three behind one of three at most.
  void read_spaced_thousands(std::string& figures) {
    if (!tables_.spaced_thousands || figures.size() > 3 ||
        figures.find('.') != std::string::npos) {
      return;
    }
    while (at_ + 1 < words_.size()) {
      const WordToken& next = words_[at_ + 1];
      const bool group = next.space_before && !next.punct_before &&
                         next.word.size() == 3 &&
                         std::all_of(next.word.begin(), next.word.end(), is_digit);
      if (!group) return;
      figures += next.word;
      ++at_;
      plain_ = false;
    }
  }

  bool read_rest(const std::string& rest) {
    if (rest.empty()) return true;
    if (tables_.ordinal_endings.contains(rest)) return ordinal_ = true;
    if (const double* scale = find(tables_.magnitudes, rest)) {
      value_ *= *scale;
      return true;
    }
    if (const std::string* unit = find(tables_.units, rest)) {
      unit_ = *unit;
      return true;
    }
    return false;
  }

  // Whether the word goes on what stands before it, without a mark between.
  bool goes_on(std::size_t i) const {
    return i < words_.size() && !words_[i].punct_before;
  }
  template <class Set>
  bool is_in(const Set& set, std::size_t i) const {
    return goes_on(i) && set.contains(key(i));
  }

  // half a million, a quarter of a million, half million, eine halbe Million
  bool read_fraction_of_magnitude() {
    std::size_t i = at_;
    if (tables_.number_articles.contains(key(i))) ++i;
    if (i >= words_.size() || (i > at_ && words_[i].punct_before)) return false;
    const double* fraction = find(tables_.fractions, key(i));
    if (fraction == nullptr) return false;
    ++i;
    if (is_in(tables_.fraction_joints, i)) ++i;
    if (is_in(tables_.number_articles, i)) ++i;
    if (!goes_on(i) || key(i).size() < 4) return false;
    const double* scale = find(tables_.magnitudes, key(i));
    if (scale == nullptr) return false;
    value_ = *fraction * *scale;
    at_ = i + 1;
    plain_ = false;
    return true;
  }

  // two-thirds; one and a half, a million and a half, two and three quarters
  void read_fraction_after() {
    if (goes_on(at_) && is_part(at_)) {
      value_ *= tables_.fractions.at(key(at_));
      ++at_;
      plain_ = false;
      if (!is_in(tables_.fraction_joints, at_)) return;
      std::size_t i = at_ + 1;  // of a million
      if (is_in(tables_.number_articles, i)) ++i;
      if (scales(i)) at_ = i;
      return;
    }
    if (!is_in(tables_.number_joints, at_)) return;
    std::size_t i = at_ + 1;
    double count = 1;
    bool bare = false;
    if (is_in(tables_.number_articles, i)) {
      ++i;
    } else if (const double* number = goes_on(i)
                                          ? find(tables_.numbers, key(i))
                                          : nullptr) {
      count = *number;
      ++i;
    } else {
      bare = is_in(tables_.fractions_after_joint, i);
      if (!bare) return;
    }
    if (!is_in(tables_.fractions, i)) return;
    // "One, and a half of the others": of what follows, not of this.
    if (!bare && is_in(tables_.fraction_joints, i + 1)) return;
    const double* before = find(tables_.magnitudes, key(at_ - 1));
    value_ += count * tables_.fractions.at(key(i)) * (before ? *before : 1);
    at_ = i + 1;
    plain_ = false;
  }

  // Three quarters are a number; a third is as often in a row. Grown on to its
  // number, or parting something, it is a part.
  bool is_part(std::size_t i) const {
    if (!tables_.fractions.contains(key(i))) return false;
    return words_[i].hyphen_before || is_in(tables_.fraction_joints, i + 1) ||
           (!tables_.ordinals.contains(key(i)) && value_ > 1);
  }
  bool scales(std::size_t i) const {
    return goes_on(i) && tables_.magnitudes.contains(key(i)) &&
           key(i).size() > 3;
  }

  // twenty-one, two hundred and fifty, ninth
  bool read_words() {
    double total = 0;
    double part = 0;
    bool any = false;
    std::size_t i = at_;
    const bool article = tables_.number_articles.contains(key(i));
    if (article) {
      if (i + 1 >= words_.size() || words_[i + 1].punct_before) return false;
      const double* scale = find(tables_.magnitudes, key(i + 1));
      if (!scale || key(i + 1).size() < 4) return false;
      part = 1;
      any = true;
      ++i;
    }
    for (; i < words_.size(); ++i) {
      if (i > at_ && words_[i].punct_before) break;
      if (const double* number = find(tables_.numbers, key(i))) {
        const bool fits = !any || (part >= 100 && *number < 100) ||
                          (part >= 20 && part < 100 &&
                           static_cast<int>(part) % 10 == 0 && *number < 10) ||
                          (part == 0 && any);
        if (!fits) break;
        part += *number;
        any = true;
      } else if (const double* scale =
                     any && key(i).size() > 3
                         ? find(tables_.magnitudes, key(i))
                         : nullptr) {
        if (*scale <= 100) {
          part *= *scale;
        } else {
          total += (part == 0 ? 1 : part) * *scale;
          part = 0;
        }
      } else if (const int* ordinal = find(tables_.ordinals, key(i))) {
        if (any && !(part >= 20 && words_[i].hyphen_before)) break;
        part += *ordinal;
        any = ordinal_ = true;
        ++i;
        break;
      } else if (any && joins(i) && (part >= 100 || total > 0)) {
        continue;
      } else {
        break;
      }
    }
    if (!any) return false;
    value_ = total + part;
    plain_ = i == at_ + 1 && value_ == 1 && !ordinal_;
    at_ = i;
    return true;
  }

  // two hundred AND fifty
  bool joins(std::size_t i) const {
    return tables_.number_joints.contains(key(i)) && i + 1 < words_.size() &&
           !words_[i + 1].punct_before &&
           find(tables_.numbers, key(i + 1)) != nullptr;
  }

  const std::vector<WordToken>& words_;
  const FoldTables& tables_;
  std::size_t begin_;
  std::size_t at_;
  double value_ = 0;
  std::string raw_;
  std::string unit_;
  bool ordinal_ = false;
  bool plain_ = true;
  bool digits_ = false;
};

}  // namespace

std::optional<NumberFold> read_number(const std::vector<WordToken>& words,
                                      std::size_t at,
                                      const FoldTables& tables) {
  return Reader(words, at, tables).read();
}

}  // namespace quoin
