// SPDX-License-Identifier: Apache-2.0
// The names of HTML's character references, as text: references.cc reads it.

#pragma once

#include <string_view>

namespace quoin {

// "AElig:C6 … NotEqualTilde=2242+338 …": name, '=' or ':' (may stand without
// its semicolon), one or two code points in hexadecimal; white space between.
extern const std::string_view kReferenceNames;

}  // namespace quoin
