// SPDX-License-Identifier: Apache-2.0
// Any script is JSON-LD, mended or left out; any value a date or none.
#include <quoin/read/html/dates.h>
#include <quoin/read/html/linked_data.h>
#include <quoin/read/html/metadata.h>

#include <string>

#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace quoin;
  const std::string_view input = fuzz_input(data, size);
  const std::size_t half = input.find('\0');
  const LinkedData linked = read_linked_data(
      half == std::string_view::npos
          ? std::vector<std::string_view>{input}
          : std::vector<std::string_view>{input.substr(0, half),
                                          input.substr(half + 1)});
  QUOIN_CHECK(linked.mended + linked.invalid <= 2);
  PageHead head;
  head.title = input.substr(0, 200);
  head.properties.push_back({"date", std::string(input.substr(0, 100))});
  const PageFacts facts = read_facts(head, linked, "");
  for (const auto& date : {facts.published, facts.modified}) {
    if (!date) continue;
    QUOIN_CHECK(iso_date(*date).has_value());
    day_number(*date);
  }
  return 0;
}
