// SPDX-License-Identifier: Apache-2.0
// An HTTP response as crawls store it: headers, and a body that may be in
// chunks and packed.
//
//   Result<HttpResponse> response = read_http_response(std::move(block), ...);
//   response->content_type   // "text/html; charset=utf-8"

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <quoin/base/result.h>

namespace quoin {

struct HttpResponse {
  int status = 0;
  std::string content_type;
  std::string body;
  bool is_cut = false;  // the body ended before its last chunk or member did
};

// Headers are read leniently: bare line feeds, folded lines, any case. Crawlers
// that unpack a body often leave its Content-Encoding behind, so a body that is
// not what it says is taken as it is. Fails when there is no header, when the
// body is packed in a way that is not read (br, compress), and beyond
// `max_size` bytes. Where the fault lies is for the caller to say.
Result<HttpResponse> read_http_response(std::string block,
                                        std::size_t max_size);

// The value of a header or "", without white space around it; `name` is in
// lower case. `headers` are lines.
std::string_view find_header(std::string_view headers, std::string_view name);

}  // namespace quoin
