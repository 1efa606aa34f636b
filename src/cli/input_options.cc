// SPDX-License-Identifier: Apache-2.0
#include "input_options.h"

namespace quoin::cli {

ReadOptions InputOptions::reading() const {
  ReadOptions out;
  out.lang = lang;
  out.max_size = max_size_mb << 20;
  out.max_ratio = max_ratio;
  out.max_documents = max_documents;
  out.max_depth = max_depth;
  out.max_attributes = max_attributes;
  return out;
}

void add_input_options(Command& command, InputOptions& options) {
  command.add_text("--lang", options.lang, "TAG",
                   "Language of documents that do not name theirs (default: "
                   "told from the text, else en)");
  command.add_number("--threads,-j", options.threads, 1, 1024, "N",
                     "Documents worked on at once (default: one a core); the "
                     "output is the same for any number");
  command.add_texts("--include", options.filter.include, "GLOB",
                    "Of folders, read only files like this: '*.html', "
                    "'2031/**'");
  command.add_texts("--exclude", options.filter.exclude, "GLOB",
                    "Of folders, leave out files and folders like this");
  command.add_number("--max-size", options.max_size_mb, 1, 4000, "MB",
                     "Refuse documents larger than so many megabytes "
                     "(default: 64)");
  command.add_number("--max-ratio", options.max_ratio, 1, 1000000, "N",
                     "Refuse what unpacks to more than N times its size "
                     "(default: 250)");
  command.add_number("--max-records", options.max_documents, 0, 1000000000,
                     "N",
                     "Read no more than N documents of one file (default: 0, "
                     "as many as there are)");
  command.add_number("--max-depth", options.max_depth, 1, 100000, "N",
                     "Of web pages, flatten what is nested deeper than N "
                     "(default: 512)");
  command.add_number("--max-attributes", options.max_attributes, 1, 1000000,
                     "N",
                     "Of web pages, read no more than N attributes of an "
                     "element (default: 256)");
}

}  // namespace quoin::cli
