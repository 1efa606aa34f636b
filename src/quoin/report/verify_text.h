// SPDX-License-Identifier: Apache-2.0
// What stands in the sources, and how, for people: a block a quotation and a
// line that counts, also what was not checked.
//
//   draft.txt:1:2  serious  meaning risk
//       “We may mend the wall,”
//       in minutes.txt:1:15: We will mend the wall.
//         'will' replaced by 'may' after 'We', before 'mend'

#pragma once

#include <string>

#include <quoin/report/text_style.h>
#include <quoin/report/verify_report.h>

namespace quoin {

std::string verify_text(const VerifyReport& report, const TextStyle& style);

}  // namespace quoin
