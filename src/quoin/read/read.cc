// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/read.h>

#include <map>
#include <utility>

#include <quoin/read/format.h>
#include <quoin/read/input.h>
#include <quoin/read/jsonl.h>
#include <quoin/read/plain.h>
#include <quoin/read/story.h>

namespace quoin {
namespace {

class PlainReader final : public DocumentReader {
 public:
  PlainReader(Input input, ReadOptions options)
      : input_(std::move(input)), options_(std::move(options)) {}

  std::optional<Result<Document>> next() override {
    if (!input_) return std::nullopt;
    Input input = *std::move(input_);
    input_.reset();
    return read_plain(std::move(input), options_);
  }

 private:
  std::optional<Input> input_;
  ReadOptions options_;
};

class StoryDocuments final : public DocumentReader {
 public:
  StoryDocuments(Story story, ReadOptions options)
      : story_(std::move(story)), options_(std::move(options)) {}

  std::optional<Result<Document>> next() override {
    if (next_ == story_.documents.size()) return std::nullopt;
    return read_entry(story_.documents[next_++], options_);
  }

 private:
  Story story_;
  ReadOptions options_;
  std::size_t next_ = 0;
};

}  // namespace

Result<std::unique_ptr<DocumentReader>> open_documents(
    const std::string& name, const ReadOptions& options) {
  Result<Input> input = Input::open(name);
  if (!input) return std::move(input).error();
  const Format format = detect_format(name, input->head());
  std::unique_ptr<DocumentReader> reader;
  if (format == Format::kPlain) {
    reader = std::make_unique<PlainReader>(*std::move(input), options);
  } else if (format == Format::kJsonl) {
    reader = read_json_lines(*std::move(input), options);
  } else if (format == Format::kStory) {
    Result<Story> story = read_story(name);
    if (!story) return std::move(story).error();
    reader = std::make_unique<StoryDocuments>(*std::move(story), options);
  } else {
    return refuse_format(name, format);
  }
  return reader;
}

std::vector<std::string> name_documents(const std::vector<std::string>& paths) {
  std::map<std::string, int> uses;
  for (const std::string& path : paths) ++uses[file_name(path)];
  std::vector<std::string> ids;
  ids.reserve(paths.size());
  for (const std::string& path : paths) {
    std::string name = file_name(path);
    ids.push_back(uses[name] == 1 ? std::move(name) : path);
  }
  return ids;
}

}  // namespace quoin
