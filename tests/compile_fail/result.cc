// SPDX-License-Identifier: Apache-2.0
// A result is looked at, not taken for its value. As it stands this must work;
// with QUOIN_MISUSE=n its n-th misuse must not compile.
#include <quoin/base/result.h>

quoin::Result<int> parse();

int use() {
#if QUOIN_MISUSE == 1  // taken for its value
  return parse();
#elif QUOIN_MISUSE == 2  // taken for a number because it can be tested
  return parse() + 1;
#else
  const quoin::Result<int> parsed = parse();
  return parsed ? *parsed : 0;
#endif
}
