// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/hints.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace quoin {
namespace {

struct Word {
  std::string_view word;
  std::uint32_t hints;
};

// A name is cut at signs and at capitals ("related-stories",
// "relatedStories"); a word stands here alone, or two together as one.
constexpr Word kWords[] = {
    {"ad", kAdWord},
    {"ads", kAdWord},
    {"adslot", kAdWord},
    {"advert", kAdWord},
    {"advertisement", kAdWord},
    {"advertising", kAdWord},
    {"alsolike", kTeaserWord},
    {"articlebody", kBodyWord},
    {"articlecontent", kBodyWord},
    {"articletext", kBodyWord},
    {"assistivetext", kHiddenWord},
    {"author", kBylineWord},
    {"authors", kBylineWord},
    {"banner", kAdWord},
    {"bio", kBioWord},
    {"bodycontent", kBodyWord},
    {"bodycopy", kBodyWord},
    {"bodytext", kBodyWord},
    {"breadcrumb", kNavigation},
    {"breadcrumbs", kNavigation},
    {"byline", kBylineWord},
    {"caption", kCaptionWord},
    {"captions", kCaptionWord},
    {"comment", kCommentWord},
    {"comments", kCommentWord},
    {"content", kContentWord},
    {"contentbody", kBodyWord},
    {"cookie", kShareWord},
    {"copyright", kNavigation},
    {"credit", kCaptionWord},
    {"credits", kCaptionWord},
    {"date", kBylineWord},
    {"dateline", kBylineWord},
    {"datetime", kBylineWord},
    {"dek", kDekWord},
    {"disqus", kCommentWord},
    {"embed", kPost},
    {"entrybody", kBodyWord},
    {"entrycontent", kBodyWord},
    {"entrytext", kBodyWord},
    {"excerpt", kDekWord},
    {"footer", kNavigation},
    {"headline", kTitleWord},
    {"instagrammedia", kPost},
    {"login", kShareWord},
    {"masthead", kNavigation},
    {"menu", kNavigation},
    {"mostpopular", kTeaserWord},
    {"mostread", kTeaserWord},
    {"nav", kNavigation},
    {"navbar", kNavigation},
    {"navigation", kNavigation},
    {"newsletter", kShareWord},
    {"offscreen", kHiddenWord},
    {"outbrain", kTeaserWord},
    {"paywall", kShareWord},
    {"popular", kTeaserWord},
    {"postbody", kBodyWord},
    {"postcontent", kBodyWord},
    {"posttext", kBodyWord},
    {"promo", kTeaserWord},
    {"promos", kTeaserWord},
    {"promoted", kTeaserWord},
    {"pull", kPullWord},
    {"pullquote", kPullWord},
    {"readmore", kTeaserWord},
    {"readnext", kTeaserWord},
    {"recirc", kTeaserWord},
    {"recommendation", kTeaserWord},
    {"recommendations", kTeaserWord},
    {"recommended", kTeaserWord},
    {"related", kTeaserWord},
    {"relatedarticles", kTeaserWord},
    {"respond", kCommentWord},
    {"screenreadertext", kHiddenWord},
    {"share", kShareWord},
    {"sharing", kShareWord},
    {"sidebar", kAside},
    {"signup", kShareWord},
    {"social", kShareWord},
    {"sponsor", kAdWord},
    {"sponsored", kAdWord},
    {"sronly", kHiddenWord},
    {"standfirst", kDekWord},
    {"storybody", kBodyWord},
    {"storycontent", kBodyWord},
    {"storytext", kBodyWord},
    {"subhead", kDekWord},
    {"subscribe", kShareWord},
    {"subscription", kShareWord},
    {"subtitle", kDekWord},
    {"taboola", kTeaserWord},
    {"tagcloud", kTagWord},
    {"taglist", kTagWord},
    {"tags", kTagWord},
    {"teaser", kTeaserWord},
    {"teasers", kTeaserWord},
    {"timestamp", kBylineWord},
    {"toolbar", kShareWord},
    {"topics", kTagWord},
    {"trending", kTeaserWord},
    {"tweet", kPost},
    {"twittertweet", kPost},
    {"visuallyhidden", kHiddenWord},
    {"widget", kAside},
};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

// FNV-1a; spreads these words well, and needs no more.
constexpr std::size_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261;
  for (const char c : word) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
  }
  return hash >> 7;
}

// The words by their hash: every name on a page is looked up.
constexpr std::size_t kSlots = 1024;
static_assert(std::size(kWords) * 4 < kSlots);
constexpr std::array<std::uint16_t, kSlots> kWordsByHash = [] {
  std::array<std::uint16_t, kSlots> table{};  // index + 1; 0 is free
  for (std::size_t i = 0; i < std::size(kWords); ++i) {
    std::size_t at = hash_of(kWords[i].word) % kSlots;
    while (table[at] != 0) at = (at + 1) % kSlots;
    table[at] = static_cast<std::uint16_t>(i + 1);
  }
  return table;
}();

std::uint32_t hints_of_word(std::string_view word) {
  std::size_t at = hash_of(word) % kSlots;
  for (; kWordsByHash[at] != 0; at = (at + 1) % kSlots) {
    const Word& known = kWords[kWordsByHash[at] - 1];
    if (known.word == word) return known.hints;
  }
  return 0;
}

constexpr std::size_t kLongestWord = 24;

// Adds the hints of all words of a class or id, and of each two in a row.
std::uint32_t hints_of_names(std::string_view names) {
  std::uint32_t hints = 0;
  char buffer[2 * kLongestWord];
  std::size_t size = 0;   // of both words
  std::size_t first = 0;  // of the one before
  const auto end_word = [&] {
    if (size == first) return;
    hints |= hints_of_word({buffer + first, size - first});
    if (first > 0) hints |= hints_of_word({buffer, size});
    const std::size_t last = size - first;
    std::copy(buffer + first, buffer + size, buffer);
    first = size = last <= kLongestWord ? last : 0;
  };
  bool was_lower = false;
  for (const char c : names) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool is_letter = is_upper || (c >= 'a' && c <= 'z');
    if (!is_letter || (is_upper && was_lower)) end_word();
    if (c == ' ' || c == '\n' || c == '\t') size = first = 0;
    if (is_letter && size < first + kLongestWord && size < sizeof buffer) {
      buffer[size++] = lower(c);
    }
    was_lower = is_letter && !is_upper;
  }
  end_word();
  return hints;
}

std::uint32_t hints_of_tag(Tag tag) {
  switch (tag) {
    case Tag::kArticle: return kArticleElement;
    case Tag::kAside: return kAside;
    case Tag::kBlockquote: return kQuote;
    case Tag::kCaption:
    case Tag::kFigcaption: return kCaptionWord;
    case Tag::kFigure: return kFigure;
    case Tag::kFooter:
    case Tag::kNav: return kNavigation;
    case Tag::kForm: return kForm;
    case Tag::kHeader: return kHeaderElement;
    case Tag::kLi: return kListItem;
    case Tag::kMain: return kMainElement;
    case Tag::kOl:
    case Tag::kUl: return kListElement;
    case Tag::kTable: return kTable;
    case Tag::kAddress: return kBylineWord;
    default: return 0;
  }
}

}  // namespace

std::uint32_t hints_of(Tag tag, const std::vector<HtmlAttribute>& attributes) {
  std::uint32_t hints = hints_of_tag(tag);
  for (const HtmlAttribute& attribute : attributes) {
    const std::string_view name = attribute.name;
    if ((name.size() == 5 && equals_lower(name, "class")) ||
        (name.size() == 2 && equals_lower(name, "id"))) {
      hints |= hints_of_names(attribute.value);
    } else if (name.size() == 8 && equals_lower(name, "itemprop")) {
      if (equals_lower(attribute.value, "articlebody")) hints |= kBodyProperty;
      if (equals_lower(attribute.value, "headline")) hints |= kTitleWord;
      if (equals_lower(attribute.value, "author")) hints |= kBylineWord;
    } else if (name.size() == 4 && equals_lower(name, "role")) {
      if (equals_lower(attribute.value, "navigation")) hints |= kNavigation;
      if (equals_lower(attribute.value, "main")) hints |= kMainElement;
      if (equals_lower(attribute.value, "complementary")) hints |= kAside;
    }
  }
  return hints;
}

}  // namespace quoin
