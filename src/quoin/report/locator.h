// SPDX-License-Identifier: Apache-2.0
// How other programs are led to a document, and names that no two things share.

#pragma once

#include <string>
#include <string_view>

#include <quoin/text/document.h>

namespace quoin {

// A URI reference: the file it was read from, relative where it was given so,
// for tools that open files; without one its page, or its id.
std::string file_uri(const Document& document);

// The same for readers of the web: the page, else the file or the id.
std::string page_uri(const Document& document);

// True for http and https: the only links a report makes, since documents are
// written by strangers.
bool is_web_address(std::string_view url);

// "urn:uuid:…", of the content named by `key`: the same for the same words.
std::string content_urn(std::string_view key);

}  // namespace quoin
