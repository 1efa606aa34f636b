#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Looks for quotations that run away: over all of ../shared/data, events included.

    run_away.py BINARY [FILE.jsonl ...] [--verbose]

A quotation may pass the end of a paragraph only where the next paragraph opens it again. So, without asking the program how
it sees paragraphs:
  - no segment holds a blank line; none holds a line break either, unless the lines of the document are hard-wrapped
    (none, but for two, has more than 100 bytes);
  - what stands between two segments ends with the opening mark and begins on the line after, but for paragraphs that the
    article does not consist of (advertisements and captions, which may stand between);
  - a quotation without marks of its own (a block quotation, a transcript) goes on in whole paragraphs.
Prints the counts and the longest segment of each file. Exit status 0, 1 when one runs away, 2 when it cannot run.
"""
import argparse
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

DATA = os.path.join(os.path.dirname(__file__), '..', '..', '..', 'shared', 'data')
MARKS = '"\'\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u00ab\u00bb\u2039\u203a`\uff02\u300c\u300e'


def documents_of(path):
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            record = json.loads(line)
            for document in record.get('docs', [record]):
                if 'text' in document and 'id' in document:
                    yield {'id': str(document['id']), 'text': document['text'], 'lang': document.get('lang', record.get('lang'))}


def extract(binary, documents):
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as file:
        for number, document in enumerate(documents):
            record = {key: value for key, value in document.items() if value is not None}
            file.write(json.dumps(dict(record, id=str(number))) + '\n')
        file.flush()
        done = subprocess.run([binary, 'extract', '--format', 'jsonl', file.name], stdout=subprocess.PIPE, timeout=600)
    return [json.loads(line)['quotations'] for line in done.stdout.decode().splitlines()]


def is_hard_wrapped(text):
    return sum(len(line.encode()) > 100 for line in text.split('\n')) <= 2


def fault_of(text, wrapped, quotation):
    """What is wrong with the quotation, or None."""
    segments = quotation['segments']
    for begin, end in segments:
        words = text[begin:end]
        if re.search(r'\n[ \t\r\u00a0]*\n', words):
            return 'a segment holds a blank line'
        if '\n' in words and not wrapped:
            return 'a segment holds a line break'
    for (_, before), (after, _) in zip(segments, segments[1:]):
        gap = text[before:after]
        if '\n' not in gap:
            return 'two segments in one paragraph'
        if 'unmarked' in quotation['flags']:
            if gap.strip():
                return 'words between two segments without marks'
            continue
        line = gap[gap.rindex('\n') + 1:].strip(' \t\u00a0')
        if not line or line[-1] not in MARKS or any(c.isalnum() for c in line):
            return 'a paragraph does not re-open'
    return None


def check(binary, path, verbose):
    documents = list(documents_of(path))
    if not documents:
        return None
    quotations = several = longest = faults = 0
    for document, found in zip(documents, extract(binary, documents)):
        text = document['text']
        wrapped = is_hard_wrapped(text)
        for quotation in found:
            quotations += 1
            several += len(quotation['segments']) > 1
            longest = max([longest] + [end - begin for begin, end in quotation['segments']])
            fault = fault_of(text, wrapped, quotation)
            if fault:
                faults += 1
                if verbose:
                    print('%s: %s: %r' % (document['id'], fault, text[quotation['start']:quotation['end']][:300]))
    print('%-24s %6d documents %7d quotations %5d of several segments, longest segment %6d, %d run away' %
          (os.path.basename(path), len(documents), quotations, several, longest, faults))
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('binary')
    parser.add_argument('files', nargs='*')
    parser.add_argument('--verbose', action='store_true')
    options = parser.parse_args()
    files = options.files or sorted(glob.glob(os.path.join(DATA, '*.jsonl')))
    if not files:
        print('run_away.py: no corpora in ' + DATA, file=sys.stderr)
        return 2
    faults = [check(options.binary, path, options.verbose) for path in files]
    return 1 if any(faults) else 0


if __name__ == '__main__':
    sys.exit(main())
