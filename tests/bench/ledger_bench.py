#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How fast a ledger takes a million quotations, and finds a phrase in them.

    ledger_bench.py BINARY [--quotations 1000000] [--keep FOLDER]

Makes up news of forty outlets (the same on every machine: words by Zipf's law
over a vocabulary of 40,000, ten quotations a page), adds it with `quoin ledger
add`, and searches for phrases that are rare, common and absent. Searches are
whole runs of the command. Prints a table ready for docs/benchmarks.md.
"""
import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

VOCABULARY = 40_000
PER_PAGE = 10
SYLLABLES = ("ba be bi bo bu da de di do du fa fe fi fo ga ge go ka ke ki ko "
             "la le li lo lu ma me mi mo mu na ne ni no pa pe pi po ra re ri "
             "ro ru sa se si so ta te ti to tu va ve vi vo").split()


def make_words(chance):
    """Invented words, the frequent ones short, as in language."""
    words = []
    seen = set()
    while len(words) < VOCABULARY:
        size = 1 + (len(words) > 60) + (len(words) > 3000) \
            + (chance.random() < 0.5)
        word = "".join(chance.choice(SYLLABLES) for _ in range(size))
        if word not in seen:
            seen.add(word)
            words.append(word)
    return words


def write_news(path, quotations):
    chance = random.Random(7)
    words = make_words(chance)
    outlets = [f"The {words[200 + i].capitalize()} Gazette" for i in range(40)]
    speakers = [f"{words[300 + i].capitalize()} {words[4000 + i].capitalize()}"
                for i in range(2000)]

    def phrase(size):
        return " ".join(words[int(VOCABULARY ** chance.random()) - 1]
                        for _ in range(size))

    size = 0
    with open(path, "w", encoding="utf-8") as out:
        for page in range(quotations // PER_PAGE):
            paragraphs = []
            for _ in range(PER_PAGE):
                said = phrase(chance.randint(8, 32)).capitalize()
                paragraphs.append(f"\u201c{said},\u201d said "
                                  f"{chance.choice(speakers)}. "
                                  f"{phrase(12).capitalize()}.")
            line = json.dumps({
                "id": f"page-{page}",
                "outlet": outlets[page % len(outlets)],
                "published": f"2031-{page % 12 + 1:02}-{page % 28 + 1:02}",
                "lang": "en",
                "text": "\n\n".join(paragraphs) + "\n"}, ensure_ascii=False)
            out.write(line + "\n")
            size += len(line.encode()) + 1
    return size, words


def run(command, out=subprocess.DEVNULL):
    """Seconds on the clock, seconds of processor time, peak megabytes."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=out)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))}: exit {process.returncode}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure_search(binary, ledger, phrase):
    command = [binary, "ledger", "search", "--ledger", ledger, phrase]
    run(command)
    return [run(command) for _ in range(21)]


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("binary")
    options.add_argument("--quotations", type=int, default=1_000_000)
    options.add_argument("--keep", help="leave the ledger in this folder")
    arguments = options.parse_args()

    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(arguments.keep or scratch)
        news = Path(scratch) / "news.jsonl"
        ledger = folder / "ledger.sqlite"
        size, words = write_news(news, arguments.quotations)
        base = [arguments.binary, "ledger"]
        seconds, processor, memory = run(
            base + ["add", "--ledger", ledger, news])
        rows.append((f"add {arguments.quotations:,} quotations",
                     f"{seconds:.1f} s",
                     f"{processor:.1f} s of processor time, peak {memory:.0f} "
                     f"MB; {ledger.stat().st_size / 1e6:.0f} MB of ledger "
                     f"from {size / 1e6:.0f} MB of JSONL"))
        seconds, processor, memory = run(
            base + ["add", "--ledger", ledger, news])
        rows.append(("the same again, all of it known", f"{seconds:.1f} s",
                     f"{processor:.1f} s of processor time, peak {memory:.0f} "
                     "MB"))
        for name, phrase in (
                ("two of the commonest words", f"{words[0]} {words[1]}"),
                ("two common words", f"{words[40]} {words[60]}"),
                ("three words", f"{words[3]} {words[400]} {words[5]}"),
                ("a rare word", words[VOCABULARY - 7]),
                ("what is not there", "nowhere to be found")):
            runs = measure_search(arguments.binary, ledger, phrase)
            times = [run[0] * 1000 for run in runs]
            processor = statistics.median(run[1] * 1000 for run in runs)
            rows.append((f"search: {name}",
                         f"{statistics.median(times):.1f} ms",
                         f"median of 21 runs of the command, least "
                         f"{min(times):.1f} ms, {processor:.1f} ms of "
                         "processor time"))
        seconds, processor, memory = run(base + ["check", "--ledger", ledger])
        rows.append(("check all of it", f"{seconds:.1f} s",
                     f"{processor:.1f} s of processor time, peak {memory:.0f} "
                     "MB"))

    print("| what | figure | more |\n| --- | --- | --- |")
    for row in rows:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
