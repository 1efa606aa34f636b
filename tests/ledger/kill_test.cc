// SPDX-License-Identifier: Apache-2.0
// `kill -9` at any moment of `quoin ledger add`: what was acknowledged is
// there, and the file is whole. QUOIN_KILLS=1000 is for a night of it.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <quoin/ledger/check.h>
#include <quoin/ledger/ledger.h>

#include "../cli/run_quoin.h"
#include "pages.h"

namespace quoin {
namespace {

using testing::IsEmpty;
using testing_cli::read_file;
using testing_cli::Scratch;
using testing_ledger::open_for_writing;

constexpr int kDocuments = 120;  // a run; about as many commits by tens

std::string make_news(int run) {
  std::string lines;
  for (int i = 0; i < kDocuments; ++i) {
    lines += fmt::format(
        R"({{"id": "run {0} page {1}", "outlet": "Tide", "text": )"
        R"("“Berth {1} is sold for {0} crowns,” said Ines Calloway. )"
        R"(“Nobody asked me,” said Joe Dunn."}})"
        "\n",
        run, i);
  }
  return lines;
}

// Starts `quoin ledger add`, its standard output in a file.
pid_t start_adding(const std::string& ledger, const std::string& news,
                   const std::string& out) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  const int to = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (to < 0 || ::dup2(to, STDOUT_FILENO) < 0) ::_exit(127);
  ::execl(QUOIN_BINARY, "quoin", "ledger", "add", "--ledger", ledger.c_str(),
          "--format", "jsonl", "--batch", "10", news.c_str(), nullptr);
  ::_exit(127);
}

// The ids in the whole lines: a torn line acknowledges nothing.
std::vector<std::string> acknowledged_in(const std::string& out) {
  constexpr std::string_view kBefore = "\"id\": \"";
  std::vector<std::string> ids;
  for (std::size_t end = out.find('\n'), begin = 0; end != std::string::npos;
       begin = end + 1, end = out.find('\n', begin)) {
    const std::string line = out.substr(begin, end - begin);
    const std::size_t at = line.find(kBefore) + kBefore.size();
    ids.push_back(line.substr(at, line.find('"', at) - at));
  }
  return ids;
}

std::set<std::string> documents_in(const Ledger& ledger) {
  std::set<std::string> ids;
  // Whole ones: with both of their quotations, in the index too.
  Statement rows = ledger.database().prepare(
      "SELECT id FROM version WHERE 2 = (SELECT count(*) FROM quotation "
      "WHERE quotation.version = version.version)");
  while (rows.step()) ids.emplace(rows.text(0));
  return ids;
}

int kills() {
  const char* asked = std::getenv("QUOIN_KILLS");
  return asked == nullptr ? 12 : std::atoi(asked);
}

// How long a run takes that nobody kills, so that kills fall into it on slow
// machines and on fast ones.
std::chrono::microseconds whole_run(const Scratch& scratch) {
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = start_adding(scratch.path("whole.sqlite"),
                                   scratch.write("whole.jsonl", make_news(0)),
                                   scratch.path("out"));
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
  return std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
}

TEST(Kill, LosesNothingThatWasAcknowledged) {
  const Scratch scratch;
  std::mt19937 chance(11);
  const auto longest = static_cast<unsigned>(whole_run(scratch).count());
  std::vector<std::string> acknowledged;
  std::string path;
  int cut_short = 0;  // runs that were killed before they were done
  for (int run = 0; run < kills(); ++run) {
    // One file takes many kills, so that it is also left in all states of
    // recovery; a new one now and then, for kills while it is being made.
    if (run % 20 == 0) {
      path = scratch.path(fmt::format("l{}.sqlite", run));
      acknowledged.clear();
    }
    const std::string news = scratch.write("news.jsonl", make_news(run));
    const std::string out = scratch.path("out");
    const pid_t child = start_adding(path, news, out);
    std::this_thread::sleep_for(std::chrono::microseconds(chance() % longest));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) ++cut_short;
    for (std::string& id : acknowledged_in(read_file(out))) {
      acknowledged.push_back(std::move(id));
    }
    const Ledger ledger = open_for_writing(path);
    const std::set<std::string> there = documents_in(ledger);
    for (const std::string& id : acknowledged) {
      ASSERT_TRUE(there.contains(id))
          << "lost after kill " << run << ": " << id;
    }
    const Result<LedgerCheck> check = check_ledger(ledger);
    ASSERT_TRUE(check);
    ASSERT_THAT(check->problems, IsEmpty()) << "after kill " << run;
    ASSERT_EQ(check->versions, there.size()) << "a page is there in part";
  }
  RecordProperty("kills", cut_short);
  fmt::print("{} of {} runs were killed before they were done\n", cut_short,
             kills());
  EXPECT_GT(cut_short, 0);
}

}  // namespace
}  // namespace quoin
