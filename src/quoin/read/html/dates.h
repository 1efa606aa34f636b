// SPDX-License-Identifier: Apache-2.0
// Dates as pages write them, as one form that can be compared.
//
//   iso_date("Mon, 18 Nov 2019 16:07:38 -0600")  // "2019-11-18T16:07:38-06:00"
//   iso_date("November 19, 2019, 07:47 PM EST")  // "2019-11-19T19:47:00-05:00"
//   iso_date("2019-11-18T02:34:30.5Z")           // "2019-11-18T02:34:30Z"
//   iso_date("yesterday")                        // nothing

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quoin {

// ISO 8601, of the forms of ISO 8601, RFC 2822, JavaScript and English prose,
// and seconds since 1970; the time and its zone are kept where they are given.
// Nothing for what is no date, is out of 1600 to 2199, or could be two
// ("03/04/2019"). Reads at most the first 80 bytes.
std::optional<std::string> iso_date(std::string_view text);

// Days between two dates are the difference of their numbers. Requires: what
// iso_date gave.
long day_number(std::string_view iso);

// The day of an address such as "/2019/11/19/title" or "/2019-11-19-title",
// "/2019/nov/19/title".
std::optional<std::string> date_in_url(std::string_view url);

}  // namespace quoin
