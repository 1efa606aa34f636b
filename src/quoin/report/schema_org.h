// SPDX-License-Identifier: Apache-2.0
// schema.org as JSON-LD: Quotation, and which articles print it.
//
// Speech, thoughts and inscriptions outside furniture; titles and terms are no
// quotations to schema.org. No rating is given: a grade describes, and the
// reader judges. A creator has no type, since a rule names whom the text
// names, which may be a person, a board or a ship.

#pragma once

#include <string>

#include <quoin/report/extract_view.h>
#include <quoin/report/story_report.h>

namespace quoin {

// A node an article, and a Quotation each that isPartOf it.
ExtractView extract_schema_org();

// A Claim and Quotation a cluster: who printed it, where first, based on what.
std::string story_schema_org(const StoryReport& report);

}  // namespace quoin
