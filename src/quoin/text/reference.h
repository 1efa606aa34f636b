// SPDX-License-Identifier: Apache-2.0
// What kind of text renderings are graded against.
//
// Story manifests name it (read/story.h), grading trusts by it
// (grade/compare.h). Without a reference differences between outlets are
// symmetric and none is called wrong.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace quoin {

// In descending order of trust.
enum class ReferenceType : std::uint8_t {
  kTranscript,          // of a recording
  kOfficialTranscript,  // perhaps corrected: Hansard
  kRelease,             // a press release or statement
  kAgencyCopy,
  kPeer,  // another outlet's printing
};

std::string_view to_string(ReferenceType type);  // "official_transcript"

// The type of that name; '-' is as good as '_'.
std::optional<ReferenceType> reference_type_named(std::string_view name);

// The names of those that a manifest can declare: all but kPeer.
std::span<const std::string_view> declarable_reference_types();

}  // namespace quoin
