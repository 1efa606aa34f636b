// SPDX-License-Identifier: Apache-2.0
// report.css and report.js as they were when the library was built
// (src/cmake/embed_assets.cmake).

#pragma once

#include <string_view>

namespace quoin {

std::string_view report_style();
std::string_view report_script();

}  // namespace quoin
