// SPDX-License-Identifier: Apache-2.0
// Which files hold the texts of documents as they are, so that a line of the
// text is that line of the file: for results that lead an editor there.

#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include <quoin/attribute/attribution.h>

namespace quoin::cli {

using DocumentFiles = std::map<std::string, std::string>;  // id -> path

// Of the documents read from these inputs, manifests among them. A page, a
// packed file or a record of a larger file is none.
DocumentFiles find_document_files(const std::vector<std::string>& inputs,
                                  std::span<const Article> articles);

}  // namespace quoin::cli
