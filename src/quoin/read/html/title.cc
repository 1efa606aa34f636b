// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/title.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace quoin {
namespace {

// Letters and digits in lower case; what is no ASCII stays, save spaces and
// punctuation of the General Punctuation block.
std::string key_of(std::string_view text) {
  std::string key;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      key += c;
    } else if (c >= 'A' && c <= 'Z') {
      key += static_cast<char>(c | 0x20);
    } else if (text.substr(i).starts_with("\xE2\x80") && i + 2 < text.size()) {
      i += 2;
    } else if (text.substr(i).starts_with("\u00A0")) {
      ++i;
    } else if ((static_cast<unsigned char>(c) & 0x80) != 0) {
      key += c;
    }
  }
  return key;
}

struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Cut at the signs that stand between two spaces, and at ": ".
std::vector<Part> parts_of(std::string_view title) {
  static constexpr std::string_view kSigns[] = {
      " | ", " - ",      " \u2013 ", " \u2014 ", " \u00BB ", " \u00AB ",
      " : ", " \u00B7 ", " -- ",     " \u2022 ", ": ",       " |"};
  std::vector<Part> parts = {{0, title.size()}};
  for (std::size_t at = 0; at < title.size();) {
    std::size_t size = 0;
    for (const std::string_view sign : kSigns) {
      if (title.substr(at).starts_with(sign)) {
        size = sign.size();
        break;
      }
    }
    if (size == 0) {
      ++at;
      continue;
    }
    parts.back().end = at;
    at += size;
    parts.push_back({at, title.size()});
  }
  return parts;
}

}  // namespace

bool is_same_title(std::string_view a, std::string_view b) {
  return key_of(a) == key_of(b);
}

bool is_same_outlet(std::string_view a, std::string_view b) {
  std::string one = key_of(a);
  std::string two = key_of(b);
  if (one.size() > two.size()) std::swap(one, two);
  if (one.starts_with("the")) one.erase(0, 3);
  if (two.starts_with("the")) two.erase(0, 3);
  if (one.empty() || two.empty()) return one == two;
  return two.starts_with(one) || one.starts_with(two);
}

std::string outlet_in_title(std::string_view title, std::string_view host) {
  constexpr std::size_t kLongestOutlet = 60;
  const std::string letters = key_of(host);
  if (letters.empty()) return "";
  const std::vector<Part> parts = parts_of(title);
  if (parts.size() < 2) return "";
  for (const bool from_end : {true, false}) {
    const Part& part = from_end ? parts.back() : parts.front();
    const std::string_view text =
        title.substr(part.begin, part.end - part.begin);
    std::string key = key_of(text);
    if (key.size() < 3 || text.size() > kLongestOutlet) continue;
    if (key.starts_with("the")) key.erase(0, 3);
    // "thespacereview.com" holds "spacereview"; "The New York Times" is held
    // by "nytimes" in its initials, which nothing here guesses.
    if (!key.empty() && letters.find(key) != std::string::npos) {
      return std::string(text);
    }
    // The first label of the host inside the name.
    const std::string label = key_of(host.substr(0, host.rfind('.')));
    if (label.size() >= 4 && key.find(label) != std::string::npos) {
      return std::string(text);
    }
  }
  return "";
}

std::string outlet_beside(std::string_view title, std::string_view headline) {
  constexpr std::size_t kLongestOutlet = 60;
  const std::string key = key_of(headline);
  const std::vector<Part> parts = parts_of(title);
  if (key.empty() || parts.size() < 2) return "";
  const auto text = [&](std::size_t first, std::size_t last) {
    return title.substr(parts[first].begin,
                        parts[last].end - parts[first].begin);
  };
  const auto outlet = [&](std::size_t part) {
    const std::string_view name = text(part, part);
    const bool is_name = name.size() <= kLongestOutlet &&
                         key_of(name).size() >= 3 &&
                         name.find_first_not_of("0123456789.,/- ") !=
                             std::string_view::npos;
    return is_name ? std::string(name) : std::string();
  };
  for (std::size_t last = parts.size() - 1; last-- > 0;) {
    if (key_of(text(0, last)) == key) return outlet(parts.size() - 1);
  }
  // "Opinion: Headline" says of what kind it is.
  if (title.substr(parts[0].end).starts_with(":")) return "";
  for (std::size_t first = 1; first < parts.size(); ++first) {
    if (key_of(text(first, parts.size() - 1)) == key) return outlet(0);
  }
  return "";
}

std::string_view title_without_outlet(
    std::string_view title, const std::optional<std::string>& outlet) {
  if (!outlet) return title;
  std::vector<Part> parts = parts_of(title);
  const auto names_outlet = [&](const Part& part) {
    const std::string key =
        key_of(title.substr(part.begin, part.end - part.begin));
    return !key.empty() && (is_same_outlet(key, *outlet));
  };
  if (parts.size() > 1 && names_outlet(parts.back())) {
    parts.pop_back();
  } else if (parts.size() > 1 && names_outlet(parts.front())) {
    parts.erase(parts.begin());
  }
  return title.substr(parts.front().begin,
                      parts.back().end - parts.front().begin);
}

}  // namespace quoin
