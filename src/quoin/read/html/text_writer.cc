// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/text_writer.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include <quoin/read/html/references.h>

namespace quoin {
namespace {

enum Class : std::uint8_t { kPlain, kSpace, kAmpersand, kNul };

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> classes{};
  for (const char c : {' ', '\t', '\n', '\r', '\f'}) {
    classes[static_cast<unsigned char>(c)] = kSpace;
  }
  classes['&'] = kAmpersand;
  classes[0] = kNul;
  return classes;
}
constexpr std::array<Class, 256> kClasses = make_classes();

Class class_of(char c) { return kClasses[static_cast<unsigned char>(c)]; }

// Deeper <q> elements than that get no marks; nobody nests speech so deep.
constexpr std::size_t kMostMarks = 64;

constexpr std::string_view kMarks[2][2] = {{"\u201C", "\u201D"},
                                           {"\u2018", "\u2019"}};

bool begins_with_mark(std::string_view text) {
  for (const std::string_view mark : {"\"", "\u201C", "\u201D", "\u201E",
                                      "\u00AB", "\u00BB", "\u2018", "\u300C"}) {
    if (text.starts_with(mark)) return true;
  }
  return false;
}

bool ends_with_mark(std::string_view text) {
  for (const std::string_view mark : {"\"", "\u201C", "\u201D", "\u201E",
                                      "\u00AB", "\u00BB", "\u2019", "\u300D"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

// What is white space to the eye and not to HTML: no-break and zero-width
// spaces, soft hyphens.
std::size_t unseen_at(std::string_view text) {
  for (const std::string_view space : {"\u00A0", "\u00AD"}) {
    if (text.starts_with(space)) return 2;
  }
  for (const std::string_view space :
       {"\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2060", "\uFEFF",
        "\u2002", "\u2003", "\u2009", "\u3000", "\u202F"}) {
    if (text.starts_with(space)) return 3;
  }
  return text.starts_with(' ') || text.starts_with('\n') ? 1 : 0;
}

std::size_t unseen_before(std::string_view text) {
  for (std::size_t size = 1; size <= 3 && size <= text.size(); ++size) {
    const std::string_view tail = text.substr(text.size() - size);
    if (unseen_at(tail) == size) return size;
  }
  return 0;
}

}  // namespace

void TextWriter::put(std::string_view verbatim) {
  map_.append_verbatim(verbatim.size(), offset_of(verbatim.data()));
  text_.append(verbatim);
}

void TextWriter::put_replaced(std::string_view written, std::size_t begin,
                              std::size_t end) {
  map_.append_replaced(written.size(), begin, end);
  text_.append(written);
}

void TextWriter::flush_space() {
  if (block_size() > 0) {
    if (breaks_ > 0) {
      put_replaced("\n", space_begin_, space_end_);
    } else if (has_space_) {
      put_replaced(" ", space_begin_, space_end_);
    }
  }
  has_space_ = false;
  breaks_ = 0;
}

void TextWriter::settle_marks(std::string_view next, std::size_t at) {
  while (waiting_ > 0) {
    --waiting_;
    const bool is_marked =
        begins_with_mark(next) ||
        (block_size() > 0 && opened_.back() == 0 && ends_with_mark(text_));
    const std::size_t depth = opened_.size() - 1 - waiting_;
    opened_[depth] = is_marked ? 0 : 1;
    if (!is_marked) {
      put_replaced(kMarks[depth % 2][0], at, at);
    }
  }
}

void TextWriter::write(std::string_view raw, bool is_raw, bool keeps_lines) {
  const char* at = raw.data();
  const char* const end = at + raw.size();
  const char* run = at;  // what is written verbatim begins here
  const auto flush_run = [&] {
    if (at == run) return;
    flush_space();
    if (waiting_ > 0) {
      settle_marks({run, static_cast<std::size_t>(end - run)}, offset_of(run));
    }
    put({run, static_cast<std::size_t>(at - run)});
  };
  while (at < end) {
    const Class kind = class_of(*at);
    if (kind == kPlain || (kind == kAmpersand && is_raw)) {
      ++at;
      continue;
    }
    // One space inside a run of words is what most white space is.
    if (*at == ' ' && at > run && at + 1 < end && class_of(at[1]) == kPlain) {
      at += 2;
      continue;
    }
    flush_run();
    if (kind == kSpace) {
      const char* const first = at;
      bool has_line = false;
      while (at < end && class_of(*at) == kSpace) has_line |= *at++ == '\n';
      if (!has_space_ && breaks_ == 0) space_begin_ = offset_of(first);
      space_end_ = offset_of(at);
      has_space_ = true;
      if (has_line && keeps_lines) {
        breaks_ += static_cast<int>(
            std::min<std::ptrdiff_t>(std::count(first, at, '\n'), 2));
      }
    } else if (kind == kNul) {
      const std::size_t from = offset_of(at);
      flush_space();
      put_replaced("\uFFFD", from, from + 1);
      ++at;
    } else {
      const Reference reference =
          read_reference({at, static_cast<std::size_t>(end - at)}, false);
      if (reference.size == 0) {
        run = at++;
        continue;
      }
      const std::size_t from = offset_of(at);
      at += reference.size;
      flush_space();
      if (waiting_ > 0) settle_marks(reference.view(), from);
      put_replaced(reference.view(), from, from + reference.size);
    }
    run = at;
  }
  flush_run();
}

void TextWriter::open_mark() {
  if (opened_.size() >= kMostMarks) return;
  opened_.push_back(0);
  ++waiting_;
}

void TextWriter::close_mark(std::string_view at) {
  if (opened_.empty()) return;
  if (waiting_ > 0) {  // nothing stood in it
    --waiting_;
  } else if (opened_.back() != 0) {
    const std::size_t begin = offset_of(at.data());
    put_replaced(kMarks[(opened_.size() - 1) % 2][1], begin, begin);
    // White space before the end tag is written behind the mark.
    if (has_space_ || breaks_ > 0) {
      space_begin_ = std::max(space_begin_, begin);
      space_end_ = std::max(space_end_, space_begin_);
    }
  }
  opened_.pop_back();
}

void TextWriter::write_break(std::string_view at) {
  if (block_size() == 0) return;
  if (!has_space_ && breaks_ == 0) space_begin_ = offset_of(at.data());
  space_end_ = offset_of(at.data() + at.size());
  ++breaks_;
}

TextSpan TextWriter::end_block() {
  has_space_ = false;
  breaks_ = 0;
  std::size_t end = text_.size();
  while (end > block_begin_) {
    const std::string_view block(text_.data() + block_begin_,
                                 end - block_begin_);
    const std::size_t size = unseen_before(block);
    if (size == 0) break;
    end -= size;
  }
  if (end != text_.size()) {
    text_.resize(end);
    map_.truncate(end);
  }
  if (end == block_begin_) return {end, end};
  TextSpan span{block_begin_, end};
  const std::string_view block(text_.data() + span.begin, span.size());
  for (std::size_t size;
       span.begin < span.end &&
       (size = unseen_at(block.substr(span.begin - block_begin_))) > 0;) {
    span.begin += size;
  }
  const std::size_t source = map_.source_of({end, end}).begin;
  put_replaced("\n\n", source, source);
  block_begin_ = text_.size();
  return span;
}

}  // namespace quoin
