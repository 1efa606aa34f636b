// SPDX-License-Identifier: Apache-2.0
// TEI P5: the text with its quotations marked, and printings as an apparatus.
//
//   <said xml:id="d…-q1" who="#d…-s1" direct="true" aloud="true">We stay,</said>
//   <app xml:id="c1"><lem wit="#w5">…</lem><rdg wit="#w1">…</rdg></app>
//
// The string value of a body is the text exactly as printed, marks included.
// docs/report.md says which element stands for which kind.

#pragma once

#include <string>

#include <quoin/report/extract_view.h>
#include <quoin/report/story_report.h>

namespace quoin {

// A teiCorpus with a TEI a document.
ExtractView extract_tei();

// A TEI with a witness a document and an app a cluster.
std::string story_tei(const StoryReport& report);

}  // namespace quoin
