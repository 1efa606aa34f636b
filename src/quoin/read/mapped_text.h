// SPDX-License-Identifier: Apache-2.0
// Text made of parts of another text, with the way back.
//
//   MappedText out(raw);
//   out.add(raw.substr(4, 3));     // as it stands there
//   out.put(" ", 7, 8);            // in place of a line break
//   std::move(out).give_to(document);

#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <quoin/text/document.h>
#include <quoin/text/source_map.h>

namespace quoin {

class MappedText {
 public:
  // Requires: `raw` outlives this.
  explicit MappedText(std::string_view raw) : raw_(raw) {}

  // Requires: part is a view of raw, behind what was added before.
  void add(std::string_view part) {
    if (part.empty()) return;
    text_ += part;
    map_.append_verbatim(part.size(), offset_of(part.data()));
  }

  // `written` stands for the bytes [begin, end) of raw.
  void put(std::string_view written, std::size_t begin, std::size_t end) {
    if (written.empty()) return;
    text_ += written;
    map_.append_replaced(written.size(), begin, end);
  }

  // Drops what was written from byte `size` on.
  void truncate(std::size_t size) {
    text_.resize(size);
    map_.truncate(size);
  }

  std::size_t offset_of(const char* at) const {
    return static_cast<std::size_t>(at - raw_.data());
  }
  const std::string& text() const { return text_; }

  void give_to(Document& document) && {
    document.text = std::move(text_);
    document.source = std::move(map_);
  }

 private:
  std::string_view raw_;
  std::string text_;
  SourceMap map_;
};

}  // namespace quoin
