// SPDX-License-Identifier: Apache-2.0
// What `quoin ledger add` says of a page that is in the ledger now.
//
//   changed  courier.txt · Merrow Courier  version 2
//       reworded    “… saved forty lives and spoiled a great many Sundays,”
//                   'ruined' replaced by 'spoiled' after 'and', before 'a'

#pragma once

#include <string>

#include <quoin/ledger/add.h>
#include <quoin/report/text_style.h>

namespace quoin {

// Append lines to `out`, with their line breaks.
void append_added_text(const PreparedPage& page, const AddedPage& added,
                       const TextStyle& style, std::string& out);
void append_added_json(const PreparedPage& page, const AddedPage& added,
                       std::string& out);

}  // namespace quoin
