// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/read.h>

#include <map>
#include <utility>

#include <quoin/read/format.h>
#include <quoin/read/input.h>
#include <quoin/read/jsonl.h>
#include <quoin/read/plain.h>
#include <quoin/read/single.h>
#include <quoin/read/story.h>
#include <quoin/read/warc.h>

namespace quoin {
namespace {

// A file that is one document. Reading it is left to whoever runs the job.
class SingleReader final : public DocumentReader {
 public:
  SingleReader(Input input, Format format, ReadOptions options)
      : input_(std::move(input)),
        format_(format),
        options_(std::move(options)) {}

  std::optional<DocumentJob> next_job() override {
    if (!input_) return std::nullopt;
    DocumentJob job([input = *std::exchange(input_, std::nullopt),
                     format = format_,
                     options = options_](const DocumentSink& sink) mutable {
      sink(read_single(std::move(input), format, options));
    });
    return job;
  }

 private:
  std::optional<Input> input_;
  Format format_;
  ReadOptions options_;
};

class StoryDocuments final : public DocumentReader {
 public:
  StoryDocuments(Story story, ReadOptions options)
      : story_(std::move(story)), options_(std::move(options)) {}

  std::optional<DocumentJob> next_job() override {
    if (next_ == story_.documents.size()) return std::nullopt;
    return DocumentJob([entry = std::move(story_.documents[next_++]),
                        options = options_](const DocumentSink& sink) {
      sink(read_entry(entry, options));
    });
  }

 private:
  Story story_;
  ReadOptions options_;
  std::size_t next_ = 0;
};

// Whoever reads a document first unpacks some of what will be read next, so
// that finding documents, which is done by one thread at a time, is quick.
class HelpedReader final : public DocumentReader {
 public:
  HelpedReader(std::unique_ptr<DocumentReader> reader,
               std::shared_ptr<ReadAhead> ahead)
      : reader_(std::move(reader)), ahead_(std::move(ahead)) {}

  std::optional<DocumentJob> next_job() override {
    std::optional<DocumentJob> job = reader_->next_job();
    if (!job) return job;
    return DocumentJob([job = *std::move(job),
                        ahead = ahead_](const DocumentSink& sink) mutable {
      ahead->help();
      job.run(sink);
    });
  }

 private:
  std::unique_ptr<DocumentReader> reader_;
  std::shared_ptr<ReadAhead> ahead_;
};

// Ends an input that has too many documents, and says so.
class LimitedReader final : public DocumentReader {
 public:
  LimitedReader(std::unique_ptr<DocumentReader> reader, std::string name,
                std::size_t most)
      : reader_(std::move(reader)), name_(std::move(name)), most_(most) {}

  std::optional<DocumentJob> next_job() override {
    if (reader_ == nullptr) return std::nullopt;
    std::optional<DocumentJob> job = reader_->next_job();
    if (!job || given_++ < most_) return job;
    reader_.reset();
    return DocumentJob::done(failure(
        name_, "this has more than " + std::to_string(most_) +
                   " documents: the rest is not read",
        "raise the limit with '--max-records'"));
  }

 private:
  std::unique_ptr<DocumentReader> reader_;
  std::string name_;
  std::size_t most_;
  std::size_t given_ = 0;
};

}  // namespace

std::optional<Result<Document>> DocumentReader::next() {
  while (read_.empty()) {
    std::optional<DocumentJob> job = next_job();
    if (!job) return std::nullopt;
    job->run([this](Result<Document> read) {
      read_.push_back(std::move(read));
    });
  }
  Result<Document> first = std::move(read_.front());
  read_.pop_front();
  return first;
}

Result<std::unique_ptr<DocumentReader>> open_documents(
    const std::string& name, const ReadOptions& options) {
  Result<Input> input = Input::open(name, {options.max_ratio});
  if (!input) return std::move(input).error();
  const Format format = detect_format(input->inner_name(), input->head());
  const std::shared_ptr<ReadAhead> ahead = input->ahead();
  std::unique_ptr<DocumentReader> reader;
  if (is_single_document(format)) {
    reader =
        std::make_unique<SingleReader>(*std::move(input), format, options);
  } else if (format == Format::kJsonl) {
    input->convert_utf16();
    reader = read_json_lines(*std::move(input), options);
  } else if (format == Format::kWarc) {
    reader = read_warc(*std::move(input), options);
  } else if (format == Format::kStory) {
    Result<Story> story = read_story(name);
    if (!story) return std::move(story).error();
    reader = std::make_unique<StoryDocuments>(*std::move(story), options);
  } else {
    return refuse_format(name, format);
  }
  if (ahead != nullptr && !is_single_document(format)) {
    reader = std::make_unique<HelpedReader>(std::move(reader), ahead);
  }
  if (options.max_documents == 0) return reader;
  reader = std::make_unique<LimitedReader>(std::move(reader), name,
                                           options.max_documents);
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
