// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/reuse.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace quoin {
namespace {

struct Place {
  std::uint32_t spoken = 0;
  std::uint32_t at = 0;
};

class Finder {
 public:
  Finder(const std::vector<Spoken>& spoken, std::size_t min_words)
      : spoken_(spoken), min_words_(std::max<std::size_t>(1, min_words)) {
    for (std::size_t i = 0; i < spoken.size(); ++i) {
      const auto& words = spoken[i].words;
      for (std::size_t k = 0; k + min_words_ <= words.size(); ++k) {
        places_[hash(words.data() + k)].push_back(
            {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(k)});
      }
    }
  }

  void search(const Article& article, std::size_t index,
              const ArticleWords& text, std::vector<Reuse>& out) const {
    const std::vector<char> quoted = quoted_words(article, text);
    std::size_t i = 0;
    while (i + min_words_ <= text.words.size()) {
      Reuse best;
      std::size_t best_end = 0;
      const auto found = quoted[i] ? places_.end()
                                   : places_.find(hash(&text.words[i]));
      if (found != places_.end()) {
        for (const Place& place : found->second) {
          const std::size_t end = grow(text.words, quoted, i, place);
          const std::size_t words = end - i;
          if (words >= min_words_ && words > best.words) {
            best = {index, {}, place.spoken, words};
            best_end = end;
          }
        }
      }
      if (best.words == 0) {
        ++i;
        continue;
      }
      best.span = {text.spans[i].begin, text.spans[best_end - 1].end};
      out.push_back(best);
      i = best_end;
    }
  }

 private:
  std::uint64_t hash(const std::uint32_t* words) const {
    std::uint64_t hash = 0x9E3779B97F4A7C15u;
    for (std::size_t i = 0; i < min_words_; ++i) {
      hash = (hash ^ words[i]) * 0xD6E8FEB86659FD93u;
      hash ^= hash >> 32;
    }
    return hash;
  }

  // The words inside quotations: they have their marks.
  static std::vector<char> quoted_words(const Article& article,
                                        const ArticleWords& text) {
    std::vector<char> quoted(text.words.size(), 0);
    for (const Quotation& quotation : article.quotations) {
      const auto first = std::lower_bound(
          text.spans.begin(), text.spans.end(), quotation.span.begin,
          [](TextSpan span, std::size_t at) { return span.begin < at; });
      for (auto it = first;
           it != text.spans.end() && it->begin < quotation.span.end; ++it) {
        quoted[static_cast<std::size_t>(it - text.spans.begin())] = 1;
      }
    }
    return quoted;
  }

  // Where the run that begins at text[i] and place ends. A few words that
  // differ do not end it, if it goes on as long as it must again.
  std::size_t grow(const std::vector<std::uint32_t>& text,
                   const std::vector<char>& quoted, std::size_t i,
                   Place place) const {
    const auto& words = spoken_[place.spoken].words;
    std::size_t t = i;
    std::size_t w = place.at;
    while (true) {
      while (t < text.size() && w < words.size() && !quoted[t] &&
             text[t] == words[w]) {
        ++t, ++w;
      }
      if (t - i < min_words_) return i;
      const auto next = resume(text, quoted, words, t, w);
      if (next.first == 0) return t;
      t = next.first;
      w = next.second;
    }
  }

  // The nearest place, up to three words on in either, where four words agree.
  static std::pair<std::size_t, std::size_t> resume(
      const std::vector<std::uint32_t>& text, const std::vector<char>& quoted,
      const std::vector<std::uint32_t>& words, std::size_t t, std::size_t w) {
    for (std::size_t skip = 1; skip <= 6; ++skip) {
      for (std::size_t a = 0; a <= std::min<std::size_t>(skip, 3); ++a) {
        const std::size_t b = skip - a;
        if (b > 3) continue;
        bool same = true;
        for (std::size_t k = 0; k < 4 && same; ++k) {
          same = t + a + k < text.size() && w + b + k < words.size() &&
                 !quoted[t + a + k] && text[t + a + k] == words[w + b + k];
        }
        if (same) return {t + a, w + b};
      }
    }
    return {0, 0};
  }

  const std::vector<Spoken>& spoken_;
  std::size_t min_words_;
  std::unordered_map<std::uint64_t, std::vector<Place>> places_;
};

}  // namespace

std::vector<Reuse> find_reuse(std::span<const Article> articles,
                              const std::vector<ArticleWords>& article_words,
                              const std::vector<Spoken>& spoken,
                              std::size_t min_words) {
  const Finder finder(spoken, min_words);
  std::vector<Reuse> out;
  for (std::size_t a = 0; a < articles.size(); ++a) {
    finder.search(articles[a], a, article_words[a], out);
  }
  return out;
}

}  // namespace quoin
