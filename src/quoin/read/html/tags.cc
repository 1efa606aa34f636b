// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/html/tags.h>

#include <array>
#include <cstddef>

namespace quoin {
namespace {

struct Row {
  std::string_view name;
  Tag tag;
  std::uint32_t traits;
};

constexpr std::uint32_t kBox = kBlock | kClosesParagraph;

// Content of buttons, forms' choices and players is an interface and not the
// page's text; <noscript> is seen only where scripts do not run.
constexpr Row kRows[] = {
    {"a", Tag::kA, kFormatting},
    {"address", Tag::kAddress, kBox},
    {"article", Tag::kArticle, kBox},
    {"aside", Tag::kAside, kBox},
    {"audio", Tag::kAudio, kUnseen},
    {"b", Tag::kB, kFormatting},
    {"base", Tag::kBase, kVoid},
    {"blockquote", Tag::kBlockquote, kBox},
    {"body", Tag::kBody, kBlock},
    {"br", Tag::kBr, kVoid},
    {"button", Tag::kButton, kBlock | kUnseen},
    {"canvas", Tag::kCanvas, kUnseen},
    {"caption", Tag::kCaption, kBlock | kScope},
    {"center", Tag::kCenter, kBox},
    {"cite", Tag::kCite, 0},
    {"code", Tag::kCode, kFormatting},
    {"col", Tag::kCol, kVoid},
    {"dd", Tag::kDd, kBox},
    {"details", Tag::kDetails, kBox},
    {"dialog", Tag::kDialog, kBox},
    {"dir", Tag::kDir, kBox},
    {"div", Tag::kDiv, kBox},
    {"dl", Tag::kDl, kBox},
    {"dt", Tag::kDt, kBox},
    {"em", Tag::kEm, kFormatting},
    {"embed", Tag::kEmbed, kVoid},
    {"fieldset", Tag::kFieldset, kBox},
    {"figcaption", Tag::kFigcaption, kBox},
    {"figure", Tag::kFigure, kBox},
    {"font", Tag::kFont, kFormatting},
    {"footer", Tag::kFooter, kBox},
    {"form", Tag::kForm, kBox},
    {"frame", Tag::kFrame, kVoid},
    {"h1", Tag::kH1, kBox | kHeading},
    {"h2", Tag::kH2, kBox | kHeading},
    {"h3", Tag::kH3, kBox | kHeading},
    {"h4", Tag::kH4, kBox | kHeading},
    {"h5", Tag::kH5, kBox | kHeading},
    {"h6", Tag::kH6, kBox | kHeading},
    {"head", Tag::kHead, kBlock},
    {"header", Tag::kHeader, kBox},
    {"hgroup", Tag::kHgroup, kBox},
    {"hr", Tag::kHr, kBox | kVoid},
    {"html", Tag::kHtml, kBlock | kScope},
    {"i", Tag::kI, kFormatting},
    {"iframe", Tag::kIframe, kRawText | kUnseen},
    {"img", Tag::kImg, kVoid},
    {"input", Tag::kInput, kVoid},
    {"keygen", Tag::kKeygen, kVoid},
    {"label", Tag::kLabel, 0},
    {"legend", Tag::kLegend, kBox},
    {"li", Tag::kLi, kBox},
    {"link", Tag::kLink, kVoid},
    {"listing", Tag::kListing, kBox},
    {"main", Tag::kMain, kBox},
    {"math", Tag::kMath, 0},
    {"menu", Tag::kMenu, kBox},
    {"meta", Tag::kMeta, kVoid},
    {"nav", Tag::kNav, kBox},
    {"noembed", Tag::kNoembed, kRawText | kUnseen},
    {"noframes", Tag::kNoframes, kRawText | kUnseen},
    {"noscript", Tag::kNoscript, kUnseen},
    {"object", Tag::kObject, kUnseen | kScope},
    {"ol", Tag::kOl, kBox},
    {"optgroup", Tag::kOptgroup, kBlock},
    {"option", Tag::kOption, kBlock},
    {"p", Tag::kP, kBox},
    {"param", Tag::kParam, kVoid},
    {"picture", Tag::kPicture, 0},
    {"plaintext", Tag::kPlaintext, kBox | kRawText},
    {"pre", Tag::kPre, kBox},
    {"q", Tag::kQ, 0},
    {"rp", Tag::kRp, kUnseen},
    {"rt", Tag::kRt, kUnseen},
    {"ruby", Tag::kRuby, 0},
    {"s", Tag::kS, kFormatting},
    {"script", Tag::kScript, kRawText | kUnseen},
    {"search", Tag::kSearch, kBox},
    {"section", Tag::kSection, kBox},
    {"select", Tag::kSelect, kUnseen},
    {"small", Tag::kSmall, kFormatting},
    {"source", Tag::kSource, kVoid},
    {"span", Tag::kSpan, 0},
    {"strike", Tag::kStrike, kFormatting},
    {"strong", Tag::kStrong, kFormatting},
    {"style", Tag::kStyle, kRawText | kUnseen},
    {"sub", Tag::kSub, 0},
    {"summary", Tag::kSummary, kBox},
    {"sup", Tag::kSup, 0},
    {"svg", Tag::kSvg, kUnseen},
    {"table", Tag::kTable, kBox | kScope},
    {"tbody", Tag::kTbody, kBlock},
    {"td", Tag::kTd, kBlock | kScope},
    {"template", Tag::kTemplate, kUnseen | kScope},
    {"textarea", Tag::kTextarea, kPlainText | kUnseen},
    {"tfoot", Tag::kTfoot, kBlock},
    {"th", Tag::kTh, kBlock | kScope},
    {"thead", Tag::kThead, kBlock},
    {"time", Tag::kTime, 0},
    {"title", Tag::kTitle, kPlainText | kUnseen},
    {"tr", Tag::kTr, kBlock},
    {"track", Tag::kTrack, kVoid},
    {"u", Tag::kU, kFormatting},
    {"ul", Tag::kUl, kBox},
    {"video", Tag::kVideo, kUnseen},
    {"wbr", Tag::kWbr, kVoid},
    {"xmp", Tag::kXmp, kBox | kRawText},
};

constexpr std::size_t kSlots = 512;
constexpr std::size_t kLongestName = 10;

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

constexpr std::size_t hash(std::string_view name) {
  std::uint32_t hash = 2166136261u;
  for (const char c : name) {
    hash = (hash ^ static_cast<unsigned char>(lower(c))) * 16777619u;
  }
  return (hash ^ (hash >> 13)) % kSlots;
}

struct Tables {
  std::array<std::uint8_t, kSlots> rows{};  // 1 + index; 0 is empty
  std::array<std::uint32_t, static_cast<std::size_t>(Tag::kCount)> traits{};
};

constexpr Tables make_tables() {
  Tables tables;
  std::uint8_t number = 0;
  for (const Row& row : kRows) {
    ++number;
    std::size_t at = hash(row.name);
    while (tables.rows[at] != 0) at = (at + 1) % kSlots;
    tables.rows[at] = number;
    tables.traits[static_cast<std::size_t>(row.tag)] = row.traits;
  }
  return tables;
}

constexpr Tables kTables = make_tables();

constexpr bool equals(std::string_view name, std::string_view row) {
  if (name.size() != row.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (lower(name[i]) != row[i]) return false;
  }
  return true;
}

}  // namespace

std::uint32_t traits_of(Tag tag) {
  return kTables.traits[static_cast<std::size_t>(tag)];
}

Tag tag_of(std::string_view name) {
  if (name.size() > kLongestName) return Tag::kOther;
  for (std::size_t at = hash(name); kTables.rows[at] != 0;
       at = (at + 1) % kSlots) {
    const Row& row = kRows[kTables.rows[at] - 1u];
    if (equals(name, row.name)) return row.tag;
  }
  return Tag::kOther;
}

}  // namespace quoin
