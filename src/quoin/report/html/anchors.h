// SPDX-License-Identifier: Apache-2.0
// The places of a page that links lead to, named by what stands there.
//
// A link that somebody mailed must still lead to the same quotation when the
// report is made again with one article more, so anchors are made of content,
// never of running numbers:
//
//   Anchors anchors;
//   anchors.of_words("We will mend the wall.")  //
//   "we-will-mend-the-wall-3f9a1c" anchors.below("we-…-3f9a1c", "The Daily
//   Tide")  // "we-…-3f9a1c.the-daily-tide" anchors.of_finding("f3b1c09a7e2d4")
//   // as it is

#pragma once

#include <map>
#include <string>
#include <string_view>

namespace quoin {

class Anchors {
 public:
  // Of a quotation, by its words; white space of any length is one space. What
  // would come twice gets "-2", "-3".
  std::string of_words(std::string_view words);
  // Of a finding, by the name that outlives the run (grade/finding_id.h).
  std::string of_finding(std::string_view id);
  // Of something within another, by its name.
  std::string below(std::string_view anchor, std::string_view name);

 private:
  std::string once(std::string anchor);

  std::map<std::string, std::size_t> taken_;
};

}  // namespace quoin
