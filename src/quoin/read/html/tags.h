// SPDX-License-Identifier: Apache-2.0
// The elements of HTML that matter to reading, and how each behaves.

#pragma once

#include <cstdint>
#include <string_view>

namespace quoin {

enum class Tag : std::uint8_t {
  kOther,  // anything else, an inline element
  kA,
  kAddress,
  kArticle,
  kAside,
  kAudio,
  kB,
  kBase,
  kBlockquote,
  kBody,
  kBr,
  kButton,
  kCanvas,
  kCaption,
  kCenter,
  kCite,
  kCode,
  kCol,
  kDd,
  kDetails,
  kDialog,
  kDir,
  kDiv,
  kDl,
  kDt,
  kEm,
  kEmbed,
  kFieldset,
  kFigcaption,
  kFigure,
  kFont,
  kFooter,
  kForm,
  kFrame,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHgroup,
  kHr,
  kHtml,
  kI,
  kIframe,
  kImg,
  kInput,
  kKeygen,
  kLabel,
  kLegend,
  kLi,
  kLink,
  kListing,
  kMain,
  kMath,
  kMenu,
  kMeta,
  kNav,
  kNoembed,
  kNoframes,
  kNoscript,
  kObject,
  kOl,
  kOptgroup,
  kOption,
  kP,
  kParam,
  kPicture,
  kPlaintext,
  kPre,
  kQ,
  kRp,
  kRt,
  kRuby,
  kS,
  kScript,
  kSearch,
  kSection,
  kSelect,
  kSmall,
  kSource,
  kSpan,
  kStrike,
  kStrong,
  kStyle,
  kSub,
  kSummary,
  kSup,
  kSvg,
  kTable,
  kTbody,
  kTd,
  kTemplate,
  kTextarea,
  kTfoot,
  kTh,
  kThead,
  kTime,
  kTitle,
  kTr,
  kTrack,
  kU,
  kUl,
  kVideo,
  kWbr,
  kXmp,
  kCount
};

// Bits of traits_of.
enum TagTrait : std::uint32_t {
  kVoid = 1,             // has no content and no end tag
  kBlock = 2,            // a box of its own: what is beside it is another line
  kClosesParagraph = 4,  // its start ends an open <p>
  kFormatting = 8,       // may be misnested; ends alone
  kRawText = 16,         // content is text, without references
  kPlainText = 32,       // content is text, with references
  kUnseen = 64,          // content is not part of the page as read
  kHeading = 128,
  kScope = 256,  // an end tag does not reach beyond it
};

std::uint32_t traits_of(Tag tag);

// Letters in any case; kOther for what is not in the list.
Tag tag_of(std::string_view name);

}  // namespace quoin
