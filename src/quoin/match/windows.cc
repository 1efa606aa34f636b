// SPDX-License-Identifier: Apache-2.0
#include <quoin/match/windows.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include <quoin/match/days.h>

namespace quoin {

Windows::Windows(std::span<const Article> articles, int window_days)
    : window_days_(window_days) {
  std::map<long, std::vector<std::size_t>> by_window;
  for (std::size_t a = 0; a < articles.size(); ++a) {
    days_.push_back(window_days == 0
                        ? std::nullopt
                        : days_of(articles[a].document.published));
    if (days_.back()) {
      by_window[*days_.back() / window_days].push_back(a);
    } else {
      undated_.push_back(a);
    }
  }
  for (const auto& [window, parts] : by_window) {
    WindowBlock block;
    block.parts = parts;
    for (long near = window - 1; near <= window + 1; ++near) {
      const auto found = by_window.find(near);
      if (found == by_window.end()) continue;
      block.wholes.insert(block.wholes.end(), found->second.begin(),
                          found->second.end());
    }
    std::sort(block.wholes.begin(), block.wholes.end());
    dated_.push_back(std::move(block));
  }
}

bool Windows::holds(std::size_t a, std::size_t b) const {
  return !days_[a] || !days_[b] ||
         std::abs(*days_[a] - *days_[b]) <= window_days_;
}

std::vector<WindowBlock> Windows::blocks() const {
  std::vector<WindowBlock> out = dated_;
  if (undated_.empty()) return out;
  WindowBlock undated_in_all;
  WindowBlock dated_in_undated;
  undated_in_all.parts = dated_in_undated.wholes = undated_;
  for (std::size_t a = 0; a < days_.size(); ++a) {
    undated_in_all.wholes.push_back(a);
    if (days_[a]) dated_in_undated.parts.push_back(a);
  }
  out.push_back(std::move(undated_in_all));
  if (!dated_in_undated.parts.empty()) {
    out.push_back(std::move(dated_in_undated));
  }
  return out;
}

}  // namespace quoin
