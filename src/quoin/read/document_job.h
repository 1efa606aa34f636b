// SPDX-License-Identifier: Apache-2.0
// Documents that have been found and not yet read.
//
// Finding where a document begins and ends must be done in order; unpacking,
// decoding and looking for the article in it need not. So a reader gives jobs:
// any thread may run them, and those of one reader in any order, but each
// begins no earlier than the ones before it.
//
//   while (std::optional<DocumentJob> job = reader.next_job()) {
//     job->run([](Result<Document> read) { ... });
//   }

#pragma once

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

#include <quoin/base/result.h>
#include <quoin/text/document.h>

namespace quoin {

using DocumentSink = std::function<void(Result<Document>)>;

class DocumentJob {
 public:
  // `work(sink)` gives the documents, none or several, one after another.
  template <class Work>
    requires std::is_invocable_v<Work&, const DocumentSink&>
  explicit DocumentJob(Work work)
      : step_(std::make_unique<StepOf<Work>>(std::move(work))) {}

  // One that is read already, or a reason why it cannot be.
  static DocumentJob done(Result<Document> read) {
    return DocumentJob([read = std::move(read)](
                           const DocumentSink& sink) mutable {
      sink(std::move(read));
    });
  }

  // Requires: not yet run.
  void run(const DocumentSink& sink) { step_->run(sink); }

 private:
  struct Step {
    virtual ~Step() = default;
    virtual void run(const DocumentSink& sink) = 0;
  };
  // std::function holds only what can be copied, and inputs cannot.
  template <class Work>
  struct StepOf final : Step {
    explicit StepOf(Work given) : work(std::move(given)) {}
    void run(const DocumentSink& sink) override { work(sink); }
    Work work;
  };

  std::unique_ptr<Step> step_;
};

}  // namespace quoin
