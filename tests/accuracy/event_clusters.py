#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares the articles of each event and prints how well the same quotations were brought together.

    event_clusters.py BINARY [CLUSTERS.jsonl EVENTS.jsonl] [--verbose]

The articles go to `BINARY compare --format json` as plain JSON Lines. A pair is two renderings in one cluster which share a
word. Recall counts the pairs of the hand-made clusters, precision those of the output, negatives the pairs that must stay
apart. A rendering of the output is one of the hand-made ones when their spans overlap by half of the shorter. Pairs in the
list to ignore count neither way. Exit status 0, 1 below the targets (97 %, 98 %, no negative joined), 2 when it cannot run.
"""
import argparse
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile

DATA = os.path.join(os.path.dirname(__file__), '..', '..', '..', 'shared', 'data')


def overlaps(a, b):
    if a['doc'] != b['doc']:
        return 0.0
    common = min(a['end'], b['end']) - max(a['start'], b['start'])
    shorter = min(a['end'] - a['start'], b['end'] - b['start'])
    return common / shorter if common > 0 and shorter > 0 and common * 2 >= shorter else 0.0


def words(text):
    return set(re.findall(r"[^\W_]+(?:['\u2019][^\W_]+)?", text.lower().replace('\u2019', "'")))


def compare(binary, docs):
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as file:
        for doc in docs:
            line = {'id': doc['id'], 'outlet': doc['outlet'], 'text': doc['text']}
            if doc.get('date'):
                line['published'] = doc['date']
            file.write(json.dumps(line, ensure_ascii=False) + '\n')
        file.flush()
        done = subprocess.run([binary, 'compare', '--format', 'json', file.name], stdout=subprocess.PIPE, timeout=300)
    answer = json.loads(done.stdout.decode())
    return [[{'doc': member['document'], 'start': member['start'], 'end': member['end'],
              'marks': 'unquoted' if member.get('unquoted') else 'quoted'} for member in cluster['members']]
            for cluster in answer['clusters']]


class Event:
    def __init__(self, gold, docs):
        self.gold, self.text = gold, {doc['id']: doc['text'] for doc in docs}
        self.members = [(number, member) for number, cluster in enumerate(gold['clusters']) for member in cluster['members']]

    def words(self, member):
        return words(self.text[member['doc']][member['start']:member['end']])

    def gold_of(self, member):
        best = max(self.members, key=lambda item: self.closeness(member, item[1]), default=None)
        return best if best and overlaps(member, best[1]) else None

    @staticmethod
    def closeness(a, b):
        if not overlaps(a, b):
            return -1.0
        union = max(a['end'], b['end']) - min(a['start'], b['start'])
        return (min(a['end'], b['end']) - max(a['start'], b['start'])) / union

    def is_listed(self, pairs, a, b):
        return any((overlaps(a, x) and overlaps(b, y)) or (overlaps(a, y) and overlaps(b, x)) for x, y in pairs)

    def show(self, member):
        return '%s %d: %s' % (member['doc'][-6:], member['start'], self.text[member['doc']][member['start']:member['end']][:100])


def score(event, clusters, verbose):
    found = [(number, member) for number, cluster in enumerate(clusters) for member in cluster]
    recall = [0, 0]
    for cluster in event.gold['clusters']:
        for a, b in itertools.combinations(cluster['members'], 2):
            if not event.words(a) & event.words(b):
                continue
            recall[1] += 1
            of_a = {number for number, member in found if overlaps(a, member)}
            of_b = {number for number, member in found if overlaps(b, member)}
            if of_a & of_b:
                recall[0] += 1
            elif verbose:
                print('  missed %s %s\n         %s %s' % (event.show(a), of_a, event.show(b), of_b))
    precision = [0, 0]
    for number, cluster in enumerate(clusters):
        for a, b in itertools.combinations(cluster, 2):
            if not event.words(a) & event.words(b) or event.is_listed(event.gold['ignore'], a, b):
                continue
            of_a, of_b = event.gold_of(a), event.gold_of(b)
            if a['doc'] == b['doc'] and (of_a is None or of_b is None):
                continue  # hand-made clusters need two outlets
            precision[1] += 1
            if of_a and of_b and of_a[0] == of_b[0]:
                precision[0] += 1
            elif verbose:
                print('  extra  c%d %s %s\n         %s %s' % (number + 1, event.show(a), of_a and of_a[0], event.show(b), of_b and of_b[0]))
    joined = 0
    for a, b in event.gold['negatives']:
        of_a = {number for number, member in found if overlaps(a, member)}
        of_b = {number for number, member in found if overlaps(b, member)}
        if of_a & of_b:
            joined += 1
            if verbose:
                print('  joined %s\n         %s' % (event.show(a), event.show(b)))
    return recall, precision, [joined, len(event.gold['negatives'])]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('binary')
    parser.add_argument('clusters', nargs='?', default=os.path.join(DATA, 'event_clusters.dev.jsonl'))
    parser.add_argument('events', nargs='?', default=os.path.join(DATA, 'events.dev.jsonl'))
    parser.add_argument('--verbose', action='store_true')
    options = parser.parse_args()
    if not os.path.exists(options.clusters):
        print('event_clusters: skipped, no ' + options.clusters)
        return 0
    with open(options.events, encoding='utf-8') as lines:
        events = {event['event']: event['docs'] for event in map(json.loads, lines)}
    totals = [[0, 0], [0, 0], [0, 0]]
    with open(options.clusters, encoding='utf-8') as lines:
        for gold in map(json.loads, lines):
            docs = events[gold['event']]
            figures = score(Event(gold, docs), compare(options.binary, docs), options.verbose)
            print('%-10s recall %d/%d, precision %d/%d, negatives joined %d/%d' % ((gold['event'],) + tuple(sum(figures, []))))
            for total, figure in zip(totals, figures):
                total[0] += figure[0]
                total[1] += figure[1]
    recall, precision, joined = totals
    shares = [100 * part / max(1, whole) for part, whole in (recall, precision)]
    print('event clusters: pair recall %.1f %% (%d/%d), precision %.1f %% (%d/%d), negatives joined %d of %d'
          % (shares[0], *recall, shares[1], *precision, *joined))
    return 0 if shares[0] >= 97 and shares[1] >= 98 and joined[0] == 0 else 1


if __name__ == '__main__':
    sys.exit(main())
