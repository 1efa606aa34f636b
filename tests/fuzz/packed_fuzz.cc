// SPDX-License-Identifier: Apache-2.0
// Any bytes may be an input: unpacking and walking through an archive ends,
// gives no more than it may, and says at least something of what is wrong.
#include <quoin/read/input.h>
#include <quoin/read/warc_scanner.h>

#include <string>

#include "check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace quoin;
  const std::string bytes(fuzz_input(data, size));
  Result<Input> input = Input::of(source_of(bytes), "fuzz");
  if (input) {
    Result<Input::Whole> whole = input->read_whole(std::size_t{4} << 20);
    QUOIN_CHECK(!whole || whole->bytes.size() <= std::size_t{4} << 20);
  }

  // Every record is a part of the input, in order, and each error moves on.
  const std::unique_ptr<ByteSource> source = source_of(bytes);
  WarcScanner scanner(*source, "fuzz", std::size_t{1} << 20);
  std::uint64_t end = 0;
  for (std::size_t steps = 0; auto next = scanner.next(); ++steps) {
    QUOIN_CHECK(steps <= size + 1);
    if (!*next) continue;
    const WarcRecord& record = **next;
    QUOIN_CHECK(record.offset >= end);
    end = record.offset + record.headers.size() + record.block.size();
    QUOIN_CHECK(end <= size);
    QUOIN_CHECK(bytes.compare(record.offset, record.headers.size(),
                              record.headers) == 0);
  }
  return 0;
}
