// SPDX-License-Identifier: Apache-2.0
#include "pack.h"

#include <zlib.h>
#include <zstd.h>

namespace quoin {

std::string gzip(std::string_view text, int level) {
  z_stream stream = {};
  deflateInit2(&stream, level, Z_DEFLATED, 16 + MAX_WBITS, 8,
               Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, static_cast<uLong>(text.size())) + 32,
                  '\0');
  stream.next_in =
      reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstd(std::string_view text, std::string_view dictionary) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  if (!dictionary.empty()) {
    ZSTD_CCtx_loadDictionary(context, dictionary.data(), dictionary.size());
  }
  out.resize(ZSTD_compress2(context, out.data(), out.size(), text.data(),
                            text.size()));
  ZSTD_freeCCtx(context);
  return out;
}

std::string skippable(std::string_view bytes) {
  std::string out = "\x5D\x2A\x4D\x18";
  for (int i = 0; i < 4; ++i) {
    out += static_cast<char>(bytes.size() >> 8 * i & 0xFF);
  }
  return out + std::string(bytes);
}

}  // namespace quoin
