#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a user sees of quoin's speed: JSONL in to JSONL out, and start-up.

    whole_process.py BINARY [--megabytes 50] [--runs 3]

The input is the news text of ../shared/data repeated to that size, or, where
that is absent, the documents of golden/; the first line says which. Figures
are the best of the runs, since other work on the machine can only add to
them. Prints a table ready for docs/benchmarks.md.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
CORPORA = ("webnews", "gum_news", "polnear")


def news_documents():
    """The texts to measure on, and where they are from."""
    data = TOP.parent / "shared" / "data"
    files = [data / f"{name}.dev.jsonl" for name in CORPORA]
    texts = []
    if all(file.exists() for file in files):
        for file in files:
            with open(file, encoding="utf-8") as lines:
                texts += [json.loads(line)["text"] for line in lines]
        return texts, "../shared/data: " + ", ".join(CORPORA)
    for file in sorted(TOP.glob("golden/**/*.txt")):
        texts.append(file.read_text(encoding="utf-8"))
    return texts, "the documents of golden/"


def write_input(path, texts, size):
    """Repeats the texts under fresh ids until the file has `size` bytes."""
    written = 0
    count = 0
    with open(path, "w", encoding="utf-8") as out:
        while written < size:
            for text in texts:
                line = json.dumps(
                    {"id": f"d{count}", "lang": "en", "text": text},
                    ensure_ascii=False)
                out.write(line + "\n")
                written += len(line.encode()) + 1
                count += 1
                if written >= size:
                    break
    return written, count


def run(command):
    """Seconds on the clock, seconds of processor time, peak megabytes."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))}: exit {process.returncode}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("binary")
    options.add_argument("--megabytes", type=int, default=50)
    options.add_argument("--runs", type=int, default=3)
    arguments = options.parse_args()

    texts, origin = news_documents()
    if not texts:
        sys.exit("no documents to measure on")
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "input.jsonl"
        size, count = write_input(path, texts, arguments.megabytes * 1_000_000)
        for threads in (1, 2):
            command = [arguments.binary, "extract", "--format", "jsonl",
                       "--threads", str(threads), path]
            runs = [run(command) for _ in range(arguments.runs)]
            seconds = min(run[0] for run in runs)
            processor = min(run[1] for run in runs)
            memory = max(run[2] for run in runs)
            rows.append((f"extract, JSONL to JSONL, {threads} thread"
                         + ("s" if threads > 1 else ""),
                         f"{size / 1e6 / seconds:.1f} MB/s",
                         f"{size / 1e6 / processor:.1f} MB a second of "
                         f"processor time, {count / seconds:.0f} documents/s, "
                         f"peak {memory:.0f} MB"))

        one = Path(scratch) / "one.txt"
        one.write_text("\u201cWe leave at dawn,\u201d said Jane Doe.\n",
                       encoding="utf-8")
        for name, command in (
                ("start-up and one sentence",
                 [arguments.binary, "extract", "--format", "jsonl", one]),
                ("start-up alone (--version)",
                 [arguments.binary, "--version"])):
            runs = [run(command) for _ in range(21)]
            times = [seconds * 1000 for seconds, _, _ in runs]
            processor = statistics.median(run[1] * 1000 for run in runs)
            rows.append((name, f"{statistics.median(times):.1f} ms",
                         f"median of 21, least {min(times):.1f} ms, "
                         f"{processor:.1f} ms of processor time"))

    print(f"{size / 1e6:.1f} MB of JSONL in {count} lines: {origin}\n")
    print("| what | figure | more |\n| --- | --- | --- |")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print(flush=True)


if __name__ == "__main__":
    main()
