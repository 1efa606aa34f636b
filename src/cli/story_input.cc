// SPDX-License-Identifier: Apache-2.0
#include "story_input.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include <quoin/base/ordered_pipeline.h>
#include <quoin/grade/tables.h>
#include <quoin/quoin.h>
#include <quoin/read/story.h>

#include "inputs.h"
#include "talk.h"

namespace quoin::cli {
namespace {

struct Extracted {
  std::optional<Article> article;
  const Grammar* grammar = nullptr;
  std::vector<Diagnostic> diagnostics;
};

void append(std::vector<Diagnostic>& all, std::vector<Diagnostic> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

// The references of a manifest among the files, and what the story is called.
// That a manifest is bad is said where its documents are read.
std::vector<Story::ReferenceEntry> read_references(
    const std::vector<std::string>& files, StoryInput& story) {
  std::vector<Story::ReferenceEntry> references;
  for (const std::string& file : files) {
    if (!file.ends_with(".toml")) continue;
    Result<Story> manifest = read_story(file);
    if (!manifest) continue;
    story.has_manifest = true;
    if (!story.name) story.name = manifest->name;
    std::move(manifest->references.begin(), manifest->references.end(),
              std::back_inserter(references));
  }
  return references;
}

Extracted extract_one(Result<Document> read, Grammars& grammars) {
  Extracted out;
  if (!read) {
    out.diagnostics = std::move(read).error();
    return out;
  }
  out.diagnostics = warnings_about(*read);
  out.grammar = &grammars.of_document(*read);
  out.article = extract(*std::move(read), *out.grammar);
  return out;
}

void add(Extracted extracted, StoryInput& story) {
  append(story.diagnostics, std::move(extracted.diagnostics));
  if (!extracted.article) {
    story.failed = true;
    return;
  }
  story.articles.push_back(*std::move(extracted.article));
  story.grammars.push_back(extracted.grammar);
}

// Records name documents by their ids, so two documents may not share one.
void check_ids(StoryInput& story) {
  std::set<std::string> seen;
  for (const Article& article : story.articles) {
    if (seen.insert(article.document.id).second) continue;
    Diagnostic fault;
    fault.file = "quoin";
    fault.message = "two documents are called '" + article.document.id + "'";
    fault.hint = "give each an \"id\" of its own";
    story.diagnostics.push_back(std::move(fault));
    story.failed = true;
  }
}

}  // namespace

StoryInput read_story_input(const std::vector<std::string>& files,
                            const InputOptions& options, Grammars& grammars) {
  StoryInput story;
  const std::vector<Story::ReferenceEntry> references =
      read_references(files, story);
  const ReadOptions reading = options.reading();
  Inputs inputs(files, reading, options.filter);
  Progress progress(files);
  run_ordered(
      thread_count(options.threads), [&] { return inputs.next_job(); },
      [&](DocumentJob job) {
        std::vector<Extracted> out;
        job.run([&](Result<Document> read) {
          out.push_back(extract_one(std::move(read), grammars));
        });
        return out;
      },
      [&](std::vector<Extracted> all) {
        for (Extracted& extracted : all) {
          const std::size_t bytes =
              extracted.article ? extracted.article->document.text.size() : 0;
          add(std::move(extracted), story);
          progress.add(bytes, 1, inputs.share_read());
        }
        return true;
      });
  for (const Story::ReferenceEntry& entry : references) {
    const std::size_t before = story.articles.size();
    add(extract_one(read_entry(entry, reading), grammars), story);
    if (story.articles.size() == before) continue;
    DeclaredReference declared;
    declared.article = before;
    declared.type = entry.type;
    declared.complete = entry.complete;
    declared.speaker = entry.speaker;
    story.references.push_back(declared);
  }
  check_ids(story);
  return story;
}

const Grammar& grammar_of_most(const StoryInput& story,
                               const Grammars& grammars) {
  // By first article, so that equal counts are always decided alike.
  std::vector<std::pair<const Grammar*, std::size_t>> counts;
  for (const Grammar* grammar : story.grammars) {
    const auto known = std::find_if(
        counts.begin(), counts.end(),
        [&](const auto& count) { return count.first == grammar; });
    if (known == counts.end()) {
      counts.emplace_back(grammar, 1);
    } else {
      ++known->second;
    }
  }
  const auto most = std::max_element(
      counts.begin(), counts.end(),
      [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? grammars.standard() : *most->first;
}

Comparison compare_story(const StoryInput& story, const Grammars& grammars,
                         std::size_t window_days) {
  const GradeTables tables =
      compile_grade_tables(grammar_of_most(story, grammars).lexicon());
  CompareOptions options;
  options.references = story.references;
  options.one_story =
      story.has_manifest || story.articles.size() <= kMostOfOneStory;
  if (!options.one_story) {
    options.match.window_days = static_cast<int>(window_days);
  }
  return compare_articles(story.articles, tables, options);
}

StoryReport StoryInput::report(const Comparison& comparison) const {
  StoryReport out;
  out.name = name;
  out.articles = articles;
  out.references = references;
  out.comparison = &comparison;
  return out;
}

}  // namespace quoin::cli
