// SPDX-License-Identifier: Apache-2.0
#include "input_options.h"

namespace quoin::cli {

ReadOptions InputOptions::reading() const {
  ReadOptions out;
  out.max_size = max_size_mb << 20;
  out.max_ratio = max_ratio;
  out.max_documents = max_documents;
  return out;
}

void add_input_options(Command& command, InputOptions& options) {
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
}

}  // namespace quoin::cli
