// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/pairs.h>

#include <utility>

#include <simdjson.h>

namespace quoin {

struct PairReader::State {
  simdjson::dom::parser parser;
};

PairReader::PairReader() : state_(std::make_unique<State>()) {}
PairReader::~PairReader() = default;
PairReader::PairReader(PairReader&&) noexcept = default;

Result<TextPair> PairReader::read_line(std::string_view line,
                                       const std::string& file,
                                       std::size_t number) {
  const auto complain = [&](std::string message, std::string hint) {
    Diagnostic diagnostic;
    diagnostic.file = file;
    diagnostic.line = number;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return diagnostic;
  };
  simdjson::dom::element root;
  const auto error = state_->parser.parse(line.data(), line.size()).get(root);
  if (error) {
    return complain("not a line of JSON: " +
                        std::string(simdjson::error_message(error)),
                    "each line needs \"reference\" and \"printed\"");
  }
  if (!root.is_object()) {
    return complain("an object was expected",
                    "each line needs \"reference\" and \"printed\"");
  }
  TextPair pair;
  for (auto [name, into] : {std::pair{"reference", &pair.reference},
                            std::pair{"printed", &pair.printed}}) {
    std::string_view text;
    if (root[name].get(text)) {
      std::string message = "'";
      message.append(name).append("' is missing or no text");
      return complain(std::move(message),
                      "each line needs \"reference\" and \"printed\"");
    }
    *into = text;
  }
  simdjson::dom::element id;
  pair.id = std::to_string(number);
  if (!root["id"].get(id) && !id.is_null()) {
    std::string_view text;
    pair.id = id.get(text) ? simdjson::minify(id) : std::string(text);
  }
  std::string_view mode;
  if (!root["mode"].get(mode)) pair.mode = std::string(mode);
  return pair;
}

}  // namespace quoin
