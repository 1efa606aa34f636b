#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Grades real pairs of renderings and prints how often the grade is the one given by hand.

    quote_pairs.py BINARY [PAIRS.jsonl] [--verbose] [--min-share 0.95]

A pair is right when `BINARY grade --format jsonl -` answers its grade, or one of its acceptable ones. Pairs without a grade
and debatable ones are left out of the figure; the debatable are counted apart. Exit status 0, 1 below the share, 2 when it
cannot run (or 0 with a message where the data is absent).
"""
import argparse
import collections
import json
import os
import subprocess
import sys

DATA = os.path.join(os.path.dirname(__file__), '..', '..', '..', 'shared', 'data', 'quote_pairs.dev.jsonl')


def ask(binary, pairs):
    lines = []
    for number, pair in enumerate(pairs):
        reference = pair['direction']
        printed = 'b' if reference == 'a' else 'a'
        lines.append(json.dumps({'id': str(number), 'reference': pair[reference]['text'],
                                 'printed': pair[printed]['text']}, ensure_ascii=False))
    done = subprocess.run([binary, 'grade', '--format', 'jsonl', '-'], input='\n'.join(lines).encode(),
                          stdout=subprocess.PIPE, timeout=120)
    answers = {}
    for line in done.stdout.decode().splitlines():
        answer = json.loads(line)
        answers[int(answer['id'])] = answer
    return answers


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('binary')
    parser.add_argument('pairs', nargs='?', default=DATA)
    parser.add_argument('--verbose', action='store_true')
    parser.add_argument('--min-share', type=float, default=0.95)
    options = parser.parse_args()
    if not os.path.exists(options.pairs):
        print('quote_pairs: skipped, no ' + options.pairs)
        return 0
    with open(options.pairs, encoding='utf-8') as lines:
        pairs = [json.loads(line) for line in lines if line.strip()]
    pairs = [pair for pair in pairs if pair.get('grade')]
    answers = ask(options.binary, pairs)
    right, total, confusion = collections.Counter(), collections.Counter(), collections.Counter()
    for number, pair in enumerate(pairs):
        kind = 'debatable' if pair.get('debatable') else 'plain'
        got = answers.get(number, {}).get('grade')
        total[kind] += 1
        if got == pair['grade'] or got in pair.get('acceptable', []):
            right[kind] += 1
            continue
        confusion[kind, pair['grade'], got] += 1
        if options.verbose:
            reference = pair['direction']
            print('%s: expected %s %s, got %s %s' % (kind, pair['grade'], pair.get('flags'), got,
                                                    answers.get(number, {}).get('flags')))
            print('    reference  ' + pair[reference]['text'])
            print('    printed    ' + pair['b' if reference == 'a' else 'a']['text'])
    for (kind, want, got), count in sorted(confusion.items(), key=lambda item: (item[0][0], -item[1], str(item[0]))):
        print('%4d  %-9s %s -> %s' % (count, kind, want, got))
    if total['debatable']:
        print('debatable pairs: %d of %d acceptable' % (right['debatable'], total['debatable']))
    share = right['plain'] / max(1, total['plain'])
    print('quote pairs: %.1f %% (%d/%d) of those not debatable' % (100 * share, right['plain'], total['plain']))
    return 0 if share >= options.min_share else 1


if __name__ == '__main__':
    sys.exit(main())
