// SPDX-License-Identifier: Apache-2.0
// How other programs are led to a document, and names that no two things share.

#pragma once

#include <string>
#include <string_view>

#include <quoin/text/document.h>

namespace quoin {

// A path as a URI reference: relative where the path is.
std::string path_uri(std::string_view path);

// The page of a document, or its id as a reference where it has none.
std::string page_uri(const Document& document);

// True for http and https: the only links a report makes, since documents are
// written by strangers.
bool is_web_address(std::string_view url);

// "urn:uuid:…", of the content named by `key`: the same for the same words.
std::string content_urn(std::string_view key);

}  // namespace quoin
