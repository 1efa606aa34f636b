// SPDX-License-Identifier: Apache-2.0
#include <quoin/golden/rewording.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

namespace quoin {
namespace {

// Above so many on a side they stay removed and added: no small edit.
constexpr std::size_t kMostRecords = 200;
constexpr std::array<std::string_view, 3> kWordFields = {"text", "digest",
                                                         "nth"};
constexpr std::array<std::string_view, 2> kReferring = {"cluster", "continues"};

std::vector<std::string_view> sorted_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  std::sort(words.begin(), words.end());
  return words;
}

// Words that only one of the two has; none when less than half are common.
struct Likeness {
  bool is_alike = false;
  std::size_t apart = 0;
};

Likeness compare_words(std::string_view a, std::string_view b) {
  const std::vector<std::string_view> in_a = sorted_words(a);
  const std::vector<std::string_view> in_b = sorted_words(b);
  std::vector<std::string_view> common;
  std::set_intersection(in_a.begin(), in_a.end(), in_b.begin(), in_b.end(),
                        std::back_inserter(common));
  const std::size_t most = std::max(in_a.size(), in_b.size());
  return {2 * common.size() >= most && !common.empty(),
          in_a.size() + in_b.size() - 2 * common.size()};
}

bool may_pair(const Record& before, const Record& now) {
  return before.text("document") == now.text("document") &&
         before.find("text") != nullptr && now.find("text") != nullptr;
}

// The value a record has in a field, or none.
void set_field(Record& record, std::string_view name, const Record& from) {
  const RecordValue* value = from.find(name);
  const auto at =
      std::find_if(record.fields.begin(), record.fields.end(),
                   [&](const auto& field) { return field.first == name; });
  if (value == nullptr) {
    if (at != record.fields.end()) record.fields.erase(at);
  } else if (at != record.fields.end()) {
    at->second = *value;
  } else {
    record.fields.emplace_back(std::string(name), *value);
  }
}

}  // namespace

std::vector<Rewording> find_rewordings(
    const std::vector<const Record*>& gone,
    const std::vector<const Record*>& come) {
  std::vector<Rewording> rewordings;
  if (gone.size() > kMostRecords || come.size() > kMostRecords) {
    return rewordings;
  }
  std::vector<std::tuple<std::size_t, std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < gone.size(); ++i) {
    for (std::size_t j = 0; j < come.size(); ++j) {
      if (!may_pair(*gone[i], *come[j])) continue;
      const Likeness likeness =
          compare_words(gone[i]->text("text"), come[j]->text("text"));
      if (likeness.is_alike) pairs.emplace_back(likeness.apart, i, j);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<bool> gone_used(gone.size(), false);
  std::vector<bool> come_used(come.size(), false);
  for (const auto& [apart, i, j] : pairs) {
    if (gone_used[i] || come_used[j]) continue;
    gone_used[i] = come_used[j] = true;
    rewordings.push_back({gone[i], come[j]});
  }
  return rewordings;
}

bool refer_alike(const Record& a, const Record& b) {
  return std::all_of(kReferring.begin(), kReferring.end(),
                     [&](std::string_view name) {
                       return a.text(name) == b.text(name);
                     });
}

std::vector<Record> follow_rewordings(
    const std::vector<Record>& records,
    const std::vector<Rewording>& rewordings,
    const std::function<bool(const Record&)>& is_now) {
  std::map<const Record*, const Record*> now;
  std::map<std::string_view, std::string_view> texts;
  for (const Rewording& rewording : rewordings) {
    now.emplace(rewording.before, rewording.now);
    texts.emplace(rewording.before->text("text"), rewording.now->text("text"));
  }
  std::vector<Record> out = records;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto found = now.find(&records[i]);
    if (found != now.end()) {
      for (const std::string_view field : kWordFields) {
        set_field(out[i], field, *found->second);
      }
    }
    if (is_now(out[i])) continue;
    for (auto& [name, value] : out[i].fields) {
      auto* text = std::get_if<std::string>(&value);
      const bool refers = std::find(kReferring.begin(), kReferring.end(),
                                    name) != kReferring.end();
      if (text == nullptr || !refers) continue;
      const auto reworded = texts.find(*text);
      if (reworded != texts.end()) *text = reworded->second;
    }
  }
  return out;
}

}  // namespace quoin
