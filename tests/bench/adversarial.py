#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures what hostile documents cost a whole process: twice the input may take 2.2 times the time, and memory in proportion.

    adversarial.py BINARY [--megabytes N]

Each document is extracted to JSON Lines at N/2 and at N megabytes (default 16; the single line at 64), as one file, and the
user time and the peak memory of the process are compared. The least of three runs counts, because other processes only ever
add. Exit status 0, 1 when something grows faster, 2 when it cannot run.
"""
import argparse
import os
import sys
import tempfile

RUNS = 3
MOST_TIME = 2.2
MOST_MEMORY = 2.2


def repeat(unit, size):
    unit = unit.encode()
    return unit * (size // len(unit))


def nested(size):
    opening, closing = '\u201ca '.encode(), ' b\u201d'.encode()
    levels = size // (len(opening) + len(closing))
    return opening * levels + b'No.' + closing * levels


INPUTS = (
    ('unclosed marks', lambda size: repeat('\u201cThey left the pier. ', size)),
    ('unclosed marks, a paragraph each', lambda size: repeat('\u201cThey left the pier.\n', size)),
    ('alternating \' and "', lambda size: repeat('\' " ', size)),
    ('balanced, no paragraphs', lambda size: repeat('"No," he said. ', size)),
    ('deep nesting', nested),
    ('pull quotes of each other', lambda size: repeat('\u201cThey left the pier at nine on Monday.\u201d\n\n', size)),
    ('parts of one another', lambda size: repeat('\u201cno no no no no no no no no no no so\u201d\n\n', size)),
    ('questions and answers', lambda size: repeat('Q: Who left the pier?\nA: They left.\n', size)),
    ('one line of words', lambda size: repeat('They left the pier and went home. ', size)),
)


def run(binary, path):
    """Seconds of user time and megabytes at the peak."""
    child = os.fork()
    if child == 0:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.execv(binary, [binary, 'extract', '--threads', '1', '--max-size', '1024', '--format', 'jsonl', path])
    _, status, usage = os.wait4(child, 0)
    if os.WEXITSTATUS(status) > 1:
        sys.exit('adversarial.py: %s failed on %s' % (binary, path))
    return usage.ru_utime, usage.ru_maxrss / 1024


def cost(binary, make, megabytes):
    with tempfile.NamedTemporaryFile(suffix='.txt') as file:
        file.write(make(int(megabytes * (1 << 20))))
        file.flush()
        runs = [run(binary, file.name) for _ in range(RUNS)]
    return min(time for time, _ in runs), min(memory for _, memory in runs)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('binary')
    parser.add_argument('--megabytes', type=float, default=16)
    options = parser.parse_args()
    bad = False
    print('| input | MB | time | times the half | peak memory | times the half |')
    print('| --- | --- | --- | --- | --- | --- |')
    for name, make in INPUTS:
        size = 4 * options.megabytes if name.startswith('one line') else options.megabytes
        half_time, half_memory = cost(options.binary, make, size / 2)
        time, memory = cost(options.binary, make, size)
        bad = bad or time > MOST_TIME * half_time or memory > MOST_MEMORY * half_memory
        print('| %s | %g | %.2f s | %.2f | %.0f MB | %.2f |' %
              (name, size, time, time / half_time, memory, memory / half_memory), flush=True)
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
