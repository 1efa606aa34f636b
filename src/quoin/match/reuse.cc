// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/reuse.h>

#include <algorithm>
#include <initializer_list>
#include <numeric>
#include <utility>

#include <quoin/match/run_table.h>

namespace quoin {
namespace {

class Finder {
 public:
  Finder(std::span<const Article> articles,
         const std::vector<ArticleWords>& article_words,
         const std::vector<Spoken>& spoken, const Windows& windows,
         std::size_t min_words)
      : articles_(articles),
        article_words_(article_words),
        spoken_(spoken),
        first_(first_spoken(spoken, articles.size())),
        windows_(windows),
        min_words_(std::max<std::size_t>(1, min_words)) {}

  std::vector<Reuse> run() {
    const RunTable undated = table_of(windows_.undated());
    for (const WindowBlock& block : windows_.dated()) {
      const RunTable near = table_of(block.wholes);
      for (const std::size_t a : block.parts) search(a, {&near, &undated});
    }
    if (!windows_.undated().empty()) {
      std::vector<std::size_t> all(articles_.size());
      std::iota(all.begin(), all.end(), std::size_t{0});
      const RunTable everything = table_of(all);
      for (const std::size_t a : windows_.undated()) search(a, {&everything});
    }
    std::sort(out_.begin(), out_.end(), [](const Reuse& x, const Reuse& y) {
      return x.article != y.article ? x.article < y.article
                                    : x.span.begin < y.span.begin;
    });
    return std::move(out_);
  }

 private:
  // Of the renderings that these articles print.
  RunTable table_of(const std::vector<std::size_t>& articles) const {
    RunTable table;
    for (const std::size_t a : articles) {
      for (std::size_t i = first_[a]; i < first_[a + 1]; ++i) {
        const auto& words = spoken_[i].words;
        for (std::size_t k = 0; k + min_words_ <= words.size(); ++k) {
          table.add(hash_run(words.data() + k, min_words_), i, k);
        }
      }
    }
    table.sort();
    return table;
  }

  void search(std::size_t a, std::initializer_list<const RunTable*> tables) {
    const ArticleWords& text = article_words_[a];
    const std::vector<char> quoted = quoted_words(articles_[a], text);
    std::size_t i = 0;
    while (i + min_words_ <= text.words.size()) {
      Reuse best;
      std::size_t best_end = 0;
      if (!quoted[i]) {
        const std::uint64_t run = hash_run(&text.words[i], min_words_);
        for (const RunTable* table : tables) {
          for (const RunPlace& place : table->find(run)) {
            if (!windows_.holds(a, spoken_[place.text].article)) continue;
            const std::size_t end = grow(text.words, quoted, i, place);
            const std::size_t words = end - i;
            const bool better =
                words > best.words ||
                (words == best.words && place.text < best.spoken);
            if (words < min_words_ || !better) continue;
            best = {a, {}, place.text, words};
            best_end = end;
          }
        }
      }
      if (best.words == 0) {
        ++i;
        continue;
      }
      best.span = {text.spans[i].begin, text.spans[best_end - 1].end};
      out_.push_back(best);
      i = best_end;
    }
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
                   const RunPlace& place) const {
    const auto& words = spoken_[place.text].words;
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

  std::span<const Article> articles_;
  const std::vector<ArticleWords>& article_words_;
  const std::vector<Spoken>& spoken_;
  std::vector<std::size_t> first_;  // per article: its first of spoken_
  const Windows& windows_;
  std::size_t min_words_;
  std::vector<Reuse> out_;
};

}  // namespace

std::vector<Reuse> find_reuse(std::span<const Article> articles,
                              const std::vector<ArticleWords>& article_words,
                              const std::vector<Spoken>& spoken,
                              const Windows& windows, std::size_t min_words) {
  return Finder(articles, article_words, spoken, windows, min_words).run();
}

}  // namespace quoin
