// SPDX-License-Identifier: Apache-2.0
// Text to measure on. Invented, and like news copy in what costs time: one
// curly mark in 40 bytes or so, paragraphs of two sentences, a dash now and
// then. Figures on real articles come from whole_process.py.

#pragma once

#include <string>
#include <string_view>

// At least `bytes` of it, whole paragraphs.
inline std::string sample_article(std::size_t bytes) {
  constexpr std::string_view kParagraphs[] = {
      "The harbour board voted on Tuesday to close the old ferry pier, ending "
      "two years of argument over who should pay for its repair.\n\n",
      "\u201CWe have run out of time, and out of timber,\u201D said Ines "
      "Halvorsen, who chairs the board. \u201CThe next storm would have "
      "decided for us.\u201D\n\n",
      "Fishermen were less certain. According to the co-operative, 41 boats "
      "still land there each week \u2014 more than at both other piers "
      "together.\n\n",
      "\"Nobody asked us,\" Tomas Brekke, its secretary, told reporters. "
      "\"They don't know what it's like at four in the morning.\"\n\n",
      "Councillors will meet again in March, when the engineers\u2019 report "
      "on the sea wall is due. A spokeswoman declined to comment.\n\n",
  };
  std::string text;
  for (std::size_t i = 0; text.size() < bytes; ++i) text += kParagraphs[i % 5];
  return text;
}
