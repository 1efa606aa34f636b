// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/metadata.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include <quoin/read/html/dates.h>
#include <quoin/read/html/references.h>
#include <quoin/read/html/title.h>

namespace quoin {
namespace {

// Names of <meta> and itemprop, best first.
constexpr std::array<std::string_view, 25> kPublishedNames = {
    "article:published_time",
    "article:published",
    "datepublished",
    "article.published",
    "og:published_time",
    "og:pubdate",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "pub_date",
    "publication_date",
    "published",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "dc.date.created",
    "datecreated",
    "parsely-pub-date",
    "sailthru.date",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "date"};
constexpr std::array<std::string_view, 10> kModifiedNames = {
    "article:modified_time", "article:modified", "datemodified",
    "og:updated_time",       "article.updated",  "dcterms.modified",
    "dc.date.modified",      "lastmod",          "last-modified",
    "article_date_updated"};
constexpr std::array<std::string_view, 6> kOutletNames = {
    "application-name",  "publisher", "dc.publisher",
    "dcterms.publisher", "cre",       "apple-mobile-web-app-title"};
constexpr std::array<std::string_view, 8> kAuthorNames = {"author",
                                                          "article:author",
                                                          "parsely-author",
                                                          "sailthru.author",
                                                          "dc.creator",
                                                          "dcterms.creator",
                                                          "byl",
                                                          "article.author"};

// One that a source states, and what that source is called in flags.
struct Statement {
  std::string value;
  std::string_view source;
};
using Statements = std::vector<Statement>;

// Without white space around it or doubled inside, references read, control
// characters dropped.
std::string clean(std::string_view text) {
  std::string out;
  for (const char c : decode_attribute(text)) {
    const bool is_space = c == ' ' || (c >= '\t' && c <= '\r');
    if (is_space) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

void add(Statements& to, std::string_view value, std::string_view source) {
  std::string text = clean(value);
  if (!text.empty()) to.push_back({std::move(text), source});
}

template <std::size_t N>
void add_properties(Statements& to, const PageHead& head,
                    const std::array<std::string_view, N>& names) {
  for (const std::string_view name : names) {
    for (const PageProperty& property : head.properties) {
      if (property.name == name) add(to, property.value, "meta");
    }
  }
}

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://") ||
         text.starts_with("//") || text.starts_with("www.") ||
         text.starts_with('@');
}

bool has_capital(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80);
  });
}

std::size_t count_letters(std::string_view name) {
  return name.size() -
         static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
}

// The article of the page: the first one stated, else whatever has a date.
const LinkedObject* article_of(const LinkedData& linked) {
  for (const LinkedObject& object : linked.objects) {
    if (object.is_article() && !object.published.empty()) return &object;
  }
  for (const LinkedObject& object : linked.objects) {
    if (object.is_article()) return &object;
  }
  for (const LinkedObject& object : linked.objects) {
    if (!object.published.empty()) return &object;
  }
  return nullptr;
}

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return "";
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  const std::size_t user = url.find_last_of('@');
  if (user != std::string_view::npos) url.remove_prefix(user + 1);
  url = url.substr(0, url.find(':'));
  if (url.starts_with("www.")) url.remove_prefix(4);
  return clean(url);
}

// Reads each, and says where another source has another day. One day is a
// matter of time zones.
std::optional<std::string> choose_date(const Statements& stated,
                                       std::string_view fact,
                                       std::vector<std::string>& flags) {
  std::optional<std::string> chosen;
  std::string_view source;
  for (const Statement& statement : stated) {
    const std::optional<std::string> date = iso_date(statement.value);
    if (!date) continue;
    if (!chosen) {
      chosen = date;
      source = statement.source;
    } else if (statement.source != source &&
               std::abs(day_number(*date) - day_number(*chosen)) > 1) {
      flags.push_back(fmt::format("{}: {} in {}, {} in {}", fact, *chosen,
                                  source, *date, statement.source));
      break;
    }
  }
  return chosen;
}

class FactReader {
 public:
  FactReader(const PageHead& head, const LinkedData& linked,
             std::string_view url)
      : head_(head), linked_(linked), url_(url), article_(article_of(linked)) {}

  PageFacts read() && {
    read_url();
    read_outlet();
    read_titles();
    read_dates();
    read_byline();
    read_language();
    if (linked_.invalid > 0) facts_.flags.push_back("invalid-json-ld");
    if (linked_.mended > 0) facts_.flags.push_back("mended-json-ld");
    return std::move(facts_);
  }

 private:
  std::string_view property(std::string_view name) const {
    for (const PageProperty& one : head_.properties) {
      if (one.name == name) return one.value;
    }
    return {};
  }

  void read_url() {
    std::string canonical = clean(head_.canonical);
    if (host_of(canonical).empty()) canonical = clean(property("og:url"));
    const std::string there = host_of(canonical);
    const std::string here = host_of(url_);
    if (!url_.empty()) facts_.url = std::string(url_);
    if (there.empty()) return;
    // A canonical address elsewhere is where the article was taken from.
    if (here.empty() || there == here) {
      facts_.url = canonical;
    } else {
      facts_.flags.push_back(fmt::format("canonical: {}", canonical));
    }
  }

  void read_outlet() {
    Statements stated;
    add(stated, property("og:site_name"), "meta");
    if (article_ != nullptr) add(stated, article_->publisher, "json-ld");
    for (const LinkedObject& object : linked_.objects) {
      add(stated, object.publisher, "json-ld");
      const bool is_site = std::find(object.types.begin(), object.types.end(),
                                     "WebSite") != object.types.end();
      if (is_site) add(stated, object.name, "json-ld");
    }
    add_properties(stated, head_, kOutletNames);
    stated.erase(std::remove_if(stated.begin(), stated.end(),
                                [&](const Statement& statement) {
                                  return is_address(statement.value) ||
                                         is_title(statement.value);
                                }),
                 stated.end());
    if (stated.empty()) {
      const std::string host =
          host_of(facts_.url ? std::string_view(*facts_.url) : url_);
      std::string suffix = outlet_in_title(clean(head_.title), host);
      if (!suffix.empty()) {
        facts_.outlet = std::move(suffix);
      } else if (!host.empty()) {
        facts_.outlet = host;
      }
      return;
    }
    facts_.outlet = stated.front().value;
    // "usatoday" is a name for programs; another source has it for people.
    for (const Statement& statement : stated) {
      if (has_capital(*facts_.outlet)) break;
      constexpr std::size_t kArticle = 3;  // "The"
      if (has_capital(statement.value) &&
          count_letters(statement.value) <=
              count_letters(*facts_.outlet) + kArticle &&
          is_same_outlet(statement.value, *facts_.outlet)) {
        facts_.outlet = statement.value;
      }
    }
    for (const Statement& statement : stated) {
      if (statement.source == stated.front().source) continue;
      if (is_same_outlet(statement.value, *facts_.outlet)) continue;
      facts_.flags.push_back(fmt::format("outlet: '{}' in {}, '{}' in {}",
                                         *facts_.outlet, stated.front().source,
                                         statement.value, statement.source));
      break;
    }
  }

  // Some pages put the title of the article where the outlet should stand.
  bool is_title(std::string_view name) const {
    return is_same_title(name, property("og:title")) && name.size() > 30;
  }

  void read_titles() {
    Statements stated;
    if (article_ != nullptr) add(stated, article_->headline, "json-ld");
    add(stated, property("og:title"), "meta");
    add(stated, property("twitter:title"), "meta");
    add(stated, property("headline"), "meta");
    add(stated, head_.title, "title");
    for (const Statement& statement : stated) {
      const std::string_view bare =
          title_without_outlet(statement.value, facts_.outlet);
      const bool is_known = std::any_of(
          facts_.titles.begin(), facts_.titles.end(),
          [&](const std::string& title) { return is_same_title(title, bare); });
      if (!bare.empty() && !is_known) facts_.titles.emplace_back(bare);
    }
    if (!facts_.titles.empty()) facts_.title = facts_.titles.front();
  }

  void read_dates() {
    Statements published;
    Statements modified;
    if (article_ != nullptr) {
      add(published, article_->published, "json-ld");
      add(modified, article_->modified, "json-ld");
    }
    add_properties(published, head_, kPublishedNames);
    add_properties(modified, head_, kModifiedNames);
    for (const PageTime& time : head_.times) {
      if (time.is_published) add(published, time.value, "time");
      if (time.is_modified) add(modified, time.value, "time");
    }
    facts_.published = choose_date(published, "published", facts_.flags);
    if (!facts_.published) facts_.published = guess_date();
    facts_.modified = choose_date(modified, "modified", facts_.flags);
  }

  // Where nothing states it: the first time of the page, the address.
  std::optional<std::string> guess_date() const {
    const std::optional<std::string> day =
        date_in_url(facts_.url ? std::string_view(*facts_.url) : url_);
    if (day) return day;
    for (const PageTime& time : head_.times) {
      if (time.is_modified) continue;
      if (std::optional<std::string> date = iso_date(time.value)) return date;
    }
    return std::nullopt;
  }

  void read_byline() {
    std::string names;
    const auto join = [&](std::string_view name) {
      const std::string text = clean(name);
      if (text.empty() || is_address(text)) return;
      if (names.find(text) != std::string::npos) return;
      if (!names.empty()) names += ", ";
      names += text;
    };
    if (article_ != nullptr) {
      for (const std::string& author : article_->authors) join(author);
    }
    if (names.empty()) {
      Statements stated;
      add_properties(stated, head_, kAuthorNames);
      for (const Statement& statement : stated) {
        if (names.empty()) join(statement.value);
      }
    }
    if (!names.empty()) facts_.byline = std::move(names);
  }

  void read_language() {
    Statements stated;
    add(stated, head_.lang, "html");
    if (article_ != nullptr) add(stated, article_->language, "json-ld");
    add(stated, property("og:locale"), "meta");
    add(stated, property("content-language"), "meta");
    add(stated, property("language"), "meta");
    for (Statement& statement : stated) {
      std::replace(statement.value.begin(), statement.value.end(), '_', '-');
      const bool is_tag =
          statement.value.size() >= 2 && statement.value.size() <= 12 &&
          std::all_of(statement.value.begin(), statement.value.end(),
                      [](char c) {
                        return c == '-' || (c >= '0' && c <= '9') ||
                               ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
                      });
      if (!is_tag) continue;
      if (!facts_.lang) {
        facts_.lang = statement.value;
      } else if ((statement.value[0] | 0x20) != ((*facts_.lang)[0] | 0x20) ||
                 (statement.value[1] | 0x20) != ((*facts_.lang)[1] | 0x20)) {
        facts_.flags.push_back(fmt::format("lang: {} in {}, {} in {}",
                                           *facts_.lang, "html",
                                           statement.value, statement.source));
        break;
      }
    }
  }

  const PageHead& head_;
  const LinkedData& linked_;
  std::string_view url_;
  const LinkedObject* article_;
  PageFacts facts_;
};

}  // namespace

PageFacts read_facts(const PageHead& head, const LinkedData& linked,
                     std::string_view url) {
  return FactReader(head, linked, url).read();
}

}  // namespace quoin
