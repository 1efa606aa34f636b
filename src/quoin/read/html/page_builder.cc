// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/page_builder.h>

#include <algorithm>
#include <utility>

#include <quoin/read/html/references.h>

namespace quoin {
namespace {

// The attributes that can hide an element or name what it holds are few: most
// tags of most pages have none of them.
bool contains_lower(std::string_view text, std::string_view lower) {
  return std::search(text.begin(), text.end(), lower.begin(), lower.end(),
                     [](char a, char b) {
                       return (a >= 'A' && a <= 'Z' ? (a | 0x20) : a) == b;
                     }) != text.end();
}

std::uint32_t hash_name(std::string_view name) {
  std::uint32_t hash = 2166136261u;
  for (const char c : name) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    hash = (hash ^ static_cast<unsigned char>(lower)) * 16777619u;
  }
  return hash;
}

bool is_list(Tag tag) {
  return tag == Tag::kUl || tag == Tag::kOl || tag == Tag::kMenu ||
         tag == Tag::kDir || tag == Tag::kDl;
}

// Outside of a table they are none.
bool is_table_part(Tag tag) {
  return tag == Tag::kTr || tag == Tag::kTd || tag == Tag::kTh ||
         tag == Tag::kTbody || tag == Tag::kThead || tag == Tag::kTfoot ||
         tag == Tag::kCaption;
}

}  // namespace

PageBuilder::PageBuilder(std::string_view html, const PageLimits& limits)
    : tokenizer_(html, limits.attributes),
      most_depth_(limits.depth),
      writer_(html) {
  page_.nodes.push_back({});
}

Page PageBuilder::build() && {
  for (Token token; tokenizer_.next(token);) {
    switch (token.kind) {
      case Token::Kind::kText: text(token); break;
      case Token::Kind::kStartTag: start(token); break;
      case Token::Kind::kEndTag: end(token); break;
      case Token::Kind::kComment: break;
    }
  }
  pop_to(0);
  end_block();
  page_.nodes[0].end_block = static_cast<std::uint32_t>(page_.blocks.size());
  page_.nodes[0].end_node = static_cast<std::uint32_t>(page_.nodes.size());
  page_.text = writer_.take_text();
  page_.map = writer_.take_map();
  page_.has_cut_tags = tokenizer_.cut_tags() > 0;
  return std::move(page_);
}

void PageBuilder::text(const Token& token) {
  const std::uint32_t traits = traits_of(token.tag);
  if ((traits & kUnseen) != 0 && (traits & (kRawText | kPlainText)) != 0) {
    if (token.tag == Tag::kTitle && page_.head.title.empty()) {
      page_.head.title = decode_attribute(token.raw);
    } else if (token.tag == Tag::kScript && is_json_) {
      page_.head.linked_data.push_back(token.raw);
    }
    return;
  }
  if (is_hidden()) return;
  const bool keeps_lines = count_of(Tag::kPre) > 0 ||
                           token.tag == Tag::kPlaintext ||
                           token.tag == Tag::kXmp;
  std::size_t before = writer_.block_size();
  writer_.write(token.raw, token.is_raw, keeps_lines);
  if (writer_.block_size() <= before) return;
  const auto written =
      static_cast<std::uint32_t>(writer_.block_size() - before);
  if (count_of(Tag::kA) > 0) link_bytes_ += written;
  if (count_of(Tag::kB) + count_of(Tag::kStrong) > 0) bold_bytes_ += written;
}

void PageBuilder::start(const Token& token) {
  const Tag tag = token.tag;
  const std::uint32_t traits = traits_of(tag);
  if (foreign_ > 0) end_foreign(tag);
  if (foreign_ > 0 && token.self_closing) return;
  is_json_ = false;
  if ((traits & (kRawText | kPlainText)) != 0 && foreign_ == 0) {
    if (tag == Tag::kScript) note_script(token);
    if ((traits & kUnseen) == 0) end_block();
    return;
  }
  note_attributes(token);
  switch (tag) {
    case Tag::kBr: note_break(token); return;
    case Tag::kMeta: note_meta(); return;
    case Tag::kLink: note_link(); return;
    case Tag::kHtml:
      if (page_.head.lang.empty()) {
        page_.head.lang = decode_attribute(value_of("lang"));
      }
      return;
    case Tag::kHead: return;
    case Tag::kBody:
      if (count_of(Tag::kBody) > 0) return;
      break;
    default: break;
  }
  if (is_table_part(tag) && count_of(Tag::kTable) == 0) return;
  close_implied(tag);
  // A box that nobody sees, within a line, does not break it.
  if ((traits & kBlock) != 0 && !is_hidden()) end_block();
  if ((traits & kVoid) != 0) return;
  if ((tag == Tag::kSvg || tag == Tag::kMath) && token.self_closing) return;
  // An anchor that leads nowhere is none.
  if (tag == Tag::kA && value_of("href").data() == nullptr) return;
  const std::uint32_t hints = hints_of(tag, tokenizer_.attributes());
  const bool hidden = (traits & kUnseen) != 0 || hides(tag, hints);
  push(tag, tag == Tag::kOther ? hash_name(token.name) : 0, hidden, hints);
  if (tag == Tag::kQ && !is_hidden()) writer_.open_mark();
  if ((tag == Tag::kSvg || tag == Tag::kMath) && foreign_ == 0) {
    foreign_ = open_.size();
    tokenizer_.set_foreign(foreign_ > 0);
  }
}

void PageBuilder::push(Tag tag, std::uint32_t name, bool is_hidden,
                       std::uint32_t hints) {
  if (open_.size() >= most_depth_) {
    ++overflow_;
    page_.is_too_deep = true;
    return;
  }
  const bool is_box = (traits_of(tag) & kBlock) != 0;
  std::uint32_t at = node();
  if (is_box) {
    PageNode box;
    box.tag = tag;
    box.parent = at;
    box.hints = hints;
    box.inherited = page_.nodes[at].inherited | (hints & ~(kInherited - 1));
    if (count_of(Tag::kA) > 0) box.inherited |= kLinkBox;
    box.first_block = static_cast<std::uint32_t>(page_.blocks.size());
    at = static_cast<std::uint32_t>(page_.nodes.size());
    page_.nodes.push_back(box);
  }
  open_.push_back({tag, is_hidden, is_box, name, at});
  ++count_of(tag);
  if (is_hidden) ++hidden_;
}

void PageBuilder::pop() {
  const Open last = open_.back();
  if (last.is_node) {
    const bool is_within_hidden = hidden_ > (last.is_hidden ? 1u : 0u);
    if (!is_within_hidden) end_block();
    page_.nodes[last.node].end_block =
        static_cast<std::uint32_t>(page_.blocks.size());
    page_.nodes[last.node].end_node =
        static_cast<std::uint32_t>(page_.nodes.size());
  }
  open_.pop_back();
  --count_of(last.tag);
  if (last.is_hidden) --hidden_;
  if (open_.size() < foreign_) {
    foreign_ = 0;
    tokenizer_.set_foreign(false);
  }
}

void PageBuilder::pop_to(std::size_t depth) {
  while (open_.size() > depth) pop();
}

// Ends an element that is not the last; what is inside stays open.
void PageBuilder::erase(std::size_t depth) {
  if (depth + 1 == open_.size()) {
    pop();
    return;
  }
  const Open gone = open_[depth];
  open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(depth));
  --count_of(gone.tag);
  if (gone.is_hidden) --hidden_;
  if (foreign_ > depth) --foreign_;
}

void PageBuilder::end(const Token& token) {
  const Tag tag = token.tag;
  const std::uint32_t traits = traits_of(tag);
  if (overflow_ > 0 && (traits & kVoid) == 0) {
    --overflow_;
    if ((traits & kBlock) != 0) end_block();
    return;
  }
  if (tag == Tag::kBr) {
    note_break(token);
    return;
  }
  // What comes behind </body> still belongs to it.
  if (tag == Tag::kBody || tag == Tag::kHtml || tag == Tag::kHead) return;
  if (count_of(tag) == 0) {
    if (tag == Tag::kP) end_block();
    return;
  }
  if (tag == Tag::kQ && !is_hidden()) writer_.close_mark(token.raw);
  // What is in it was not seen, and ends with it: an <option> that stays open
  // must not hide the rest of the page.
  if ((traits & kUnseen) != 0) {
    for (std::size_t depth = open_.size(); depth-- > 0;) {
      if (open_[depth].tag == tag) return pop_to(depth);
    }
  }
  if ((traits & kBlock) == 0) {
    end_inline(tag, tag == Tag::kOther ? hash_name(token.name) : 0);
    return;
  }
  // Any heading's end tag ends a heading.
  const bool is_heading = (traits & kHeading) != 0;
  for (std::size_t depth = open_.size(); depth-- > 0;) {
    const Tag here = open_[depth].tag;
    if (here == tag || (is_heading && (traits_of(here) & kHeading) != 0)) {
      pop_to(depth);
      return;
    }
    if ((traits_of(here) & kScope) != 0 && tag != Tag::kTable &&
        tag != Tag::kTr && tag != Tag::kTbody && tag != Tag::kThead &&
        tag != Tag::kTfoot) {
      return;
    }
  }
}

bool PageBuilder::end_inline(Tag tag, std::uint32_t name) {
  bool crosses = false;
  for (std::size_t depth = open_.size(); depth-- > 0;) {
    const Open& here = open_[depth];
    if (here.tag == tag && here.name == name) {
      if (crosses) {
        erase(depth);
      } else {
        pop_to(depth);
      }
      return true;
    }
    if (!here.is_node) continue;
    // Formatting may be misnested with boxes; other elements end with theirs.
    if ((traits_of(tag) & kFormatting) == 0) return false;
    if ((traits_of(here.tag) & kScope) != 0) return false;
    crosses = true;
  }
  return false;
}

void PageBuilder::close_implied(Tag tag) {
  const std::uint32_t traits = traits_of(tag);
  switch (tag) {
    case Tag::kLi: close_item(Tag::kLi, Tag::kLi, Tag::kUl); break;
    case Tag::kDd:
    case Tag::kDt: close_item(Tag::kDd, Tag::kDt, Tag::kDl); break;
    case Tag::kOption:
    case Tag::kOptgroup:
      close_item(Tag::kOption, Tag::kOption, Tag::kSelect);
      break;
    case Tag::kTd:
    case Tag::kTh: close_item(Tag::kTd, Tag::kTh, Tag::kTable); break;
    case Tag::kTr: close_item(Tag::kTr, Tag::kTr, Tag::kTable); break;
    case Tag::kTbody:
    case Tag::kThead:
    case Tag::kTfoot:
      close_item(Tag::kTbody, Tag::kThead, Tag::kTable);
      close_item(Tag::kTfoot, Tag::kCaption, Tag::kTable);
      break;
    case Tag::kA:
      if (count_of(Tag::kA) > 0) end_inline(Tag::kA, 0);
      break;
    case Tag::kButton:
      close_item(Tag::kButton, Tag::kButton, Tag::kTable);
      break;
    default: break;
  }
  if ((traits & kClosesParagraph) != 0) close_paragraph();
  if ((traits & kHeading) != 0 && !open_.empty() &&
      (traits_of(open_.back().tag) & kHeading) != 0) {
    pop();
  }
}

void PageBuilder::close_paragraph() {
  if (count_of(Tag::kP) == 0) return;
  for (std::size_t depth = open_.size(); depth-- > 0;) {
    if (open_[depth].tag == Tag::kP) {
      pop_to(depth);
      return;
    }
    if ((traits_of(open_[depth].tag) & kScope) != 0) return;
  }
}

// An item ends the one before it in the same list or table.
void PageBuilder::close_item(Tag first, Tag second, Tag boundary) {
  if (count_of(first) + count_of(second) == 0) return;
  const bool in_table = boundary == Tag::kTable;
  for (std::size_t depth = open_.size(); depth-- > 0;) {
    const Tag here = open_[depth].tag;
    if (here == first || here == second) {
      pop_to(depth);
      return;
    }
    if (here == boundary || (!in_table && is_list(here))) return;
    // A list item does not end what stands around a box inside it.
    const bool is_wall = (traits_of(here) & kBlock) != 0 &&
                         here != Tag::kAddress && here != Tag::kDiv &&
                         here != Tag::kP;
    if (!in_table && is_wall) return;
  }
}

// A box in a drawing means that the drawing was never ended.
void PageBuilder::end_foreign(Tag tag) {
  const std::uint32_t traits = traits_of(tag);
  const bool breaks_out =
      ((traits & (kBlock | kFormatting)) != 0 && tag != Tag::kA) ||
      tag == Tag::kImg || tag == Tag::kSpan || tag == Tag::kBr;
  if (!breaks_out) return;
  const std::uint32_t foreign_object = hash_name("foreignobject");
  for (std::size_t depth = open_.size(); depth >= foreign_; --depth) {
    if (open_[depth - 1].name == foreign_object) return;
  }
  pop_to(foreign_ - 1);
}

void PageBuilder::end_block() {
  const TextSpan span = writer_.end_block();
  if (!span.empty()) {
    const auto size = static_cast<std::uint32_t>(span.size());
    page_.blocks.push_back({span, node(), std::min(link_bytes_, size),
                            std::min(bold_bytes_, size)});
  }
  link_bytes_ = bold_bytes_ = 0;
}

void PageBuilder::note_break(const Token& token) {
  if (is_hidden()) return;
  writer_.write_break(token.raw);
  // Two of them are how old pages end a paragraph.
  if (writer_.is_broken()) end_block();
}

std::string_view PageBuilder::value_of(std::string_view attribute) const {
  const HtmlAttribute* const found =
      find_attribute(tokenizer_.attributes(), attribute);
  if (found == nullptr) return {};
  return found->value.data() == nullptr ? std::string_view("") : found->value;
}

bool PageBuilder::hides(Tag tag, std::uint32_t hints) const {
  const bool is_box = (traits_of(tag) & kBlock) != 0;
  // Pages hide the article itself until a script shows it.
  const bool is_vital =
      tag == Tag::kBody || tag == Tag::kMain || tag == Tag::kArticle ||
      (is_box && (hints & (kBodyProperty | kBodyWord | kMainElement)) != 0);
  if (is_vital) return false;
  if (!is_box && (hints & kHiddenWord) != 0) return true;
  for (const HtmlAttribute& attribute : tokenizer_.attributes()) {
    if (attribute.name.size() == 6 && equals_lower(attribute.name, "hidden")) {
      return true;
    }
    if (attribute.name.size() == 5 && equals_lower(attribute.name, "style")) {
      const std::size_t at = attribute.value.find(':');
      if (at == std::string_view::npos) continue;
      std::string style;
      for (const char c : attribute.value) {
        if (c != ' ' && c != '\n' && c != '\t') style += c;
      }
      if (contains_lower(style, "display:none") ||
          contains_lower(style, "visibility:hidden")) {
        return true;
      }
    }
    // Boxes are hidden so while a dialogue is open, and then shown again.
    if (!is_box && equals_lower(attribute.name, "aria-hidden") &&
        equals_lower(attribute.value, "true")) {
      return true;
    }
  }
  return false;
}

Page read_page(std::string_view html, const PageLimits& limits) {
  return PageBuilder(html, limits).build();
}

}  // namespace quoin
