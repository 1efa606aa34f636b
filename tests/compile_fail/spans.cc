// SPDX-License-Identifier: Apache-2.0
// Spans of different texts do not mix. Compiled as it stands this must work;
// with QUOIN_MISUSE=n its n-th misuse must not compile.
#include <quoin/base/span.h>
#include <quoin/text/document.h>

bool use(const quoin::Document& document, quoin::TextSpan name,
         quoin::SkeletonSpan symbol) {
#if QUOIN_MISUSE == 1  // slicing the text by a span of the skeleton
  return document.slice(symbol).empty();
#elif QUOIN_MISUSE == 2  // comparing spans of two texts
  return name == symbol;
#elif QUOIN_MISUSE == 3  // one assigned to the other
  name = symbol;
  return name.empty();
#elif QUOIN_MISUSE == 4  // one inside the other
  return name.contains(symbol);
#else
  return document.slice(name).empty() && name == name &&
         symbol.contains(symbol);
#endif
}
