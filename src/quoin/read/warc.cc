// SPDX-License-Identifier: Apache-2.0
#include <quoin/read/warc.h>

#include <memory>
#include <optional>
#include <utility>

#include <quoin/read/warc_record.h>
#include <quoin/read/warc_scanner.h>

namespace quoin {
namespace {

// Headers of HTTP and chunks come on top of a document.
constexpr std::size_t kWrapping = std::size_t{1} << 20;

class InputSource final : public ByteSource {
 public:
  explicit InputSource(Input input) : input_(std::move(input)) {}
  Result<std::size_t> read(char* into, std::size_t most) override {
    return input_.read(into, most);
  }
  std::uint64_t position() const override { return 0; }

 private:
  Input input_;
};

// Finds a record after another; what is in it is read by whoever runs the job.
class WarcReader final : public DocumentReader {
 public:
  WarcReader(std::unique_ptr<ByteSource> source, std::string name,
             const ReadOptions& options)
      : source_(std::move(source)),
        name_(std::move(name)),
        options_(options),
        scanner_(*source_, name_, options.max_size + kWrapping) {}

  std::optional<DocumentJob> next_job() override {
    std::optional<Result<WarcRecord>> record = scanner_.next();
    if (!record) return std::nullopt;
    if (!*record) return DocumentJob::done(std::move(*record).error());
    return DocumentJob([record = *std::move(*record), name = name_,
                        options = options_](const DocumentSink& sink) mutable {
      auto read = read_record(std::move(record), name, options);
      if (read) sink(*std::move(read));
    });
  }

 private:
  std::unique_ptr<ByteSource> source_;
  std::string name_;
  ReadOptions options_;
  WarcScanner scanner_;
};

}  // namespace

std::unique_ptr<DocumentReader> read_warc(Input input,
                                          const ReadOptions& options) {
  std::string name = input.name();
  return std::make_unique<WarcReader>(
      std::make_unique<InputSource>(std::move(input)), std::move(name),
      options);
}

}  // namespace quoin
