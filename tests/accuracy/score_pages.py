#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads saved pages with quoin and scores the article body, outlet and date.

    score_pages.py READ_PAGES [SHARED] [--predictions FILE] [--worst N] [--misses]

READ_PAGES is the program of tests/accuracy/read_pages.cc; SHARED holds data/pages and tools/score_pages.py, which scores the
bodies (F1 of 4-word shingles, share of quotations kept). The bodies are also scored on two halves of the pages, by the parity
of their place in the order of their ids: what one half was tuned on, the other measures.

Outlet and date are compared with what html.parser and json find in the same page: the names that og:site_name and the
JSON-LD publisher of the article state, and the days that JSON-LD, <meta> and <time itemprop> state; pages that state none
are left out. Where sources disagree each of them counts as right (a day that only differs by time zone too).
"""
import argparse
import datetime
import gzip
import html.parser
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile

DATES = ('article:published_time', 'article:published', 'datepublished', 'article.published', 'og:pubdate', 'pubdate',
         'pub_date', 'publish-date', 'publishdate', 'dc.date', 'dc.date.issued', 'dcterms.date', 'dcterms.created',
         'parsely-pub-date', 'sailthru.date', 'date', 'published')
MONTHS = {name: i + 1 for i, name in enumerate('jan feb mar apr may jun jul aug sep oct nov dec'.split())}


class Facts(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.names, self.dates, self.scripts, self.script = [], [], [], None

    def handle_starttag(self, tag, attrs):
        attr = {k: v or '' for k, v in reversed(attrs)}
        key = (attr.get('property') or attr.get('name') or attr.get('itemprop') or '').lower()
        if tag == 'meta' and key == 'og:site_name':
            self.names.append(attr.get('content', ''))
        if tag == 'meta' and key in DATES or tag == 'time' and attr.get('itemprop', '').lower() == 'datepublished':
            self.dates.append(attr.get('content') or attr.get('datetime') or '')
        if tag == 'script' and 'ld+json' in attr.get('type', '').lower():
            self.script = []

    def handle_endtag(self, tag):
        if tag == 'script' and self.script is not None:
            self.scripts.append(''.join(self.script))
            self.script = None

    def handle_data(self, data):
        if self.script is not None:
            self.script.append(data)

    def read_scripts(self):
        objects, by_id = [], {}
        for script in self.scripts:
            try:
                pending = [json.loads(script, strict=False)]
            except ValueError:
                continue
            while pending:
                value = pending.pop()
                if isinstance(value, dict):
                    objects.append(value)
                    if isinstance(value.get('name'), str):
                        by_id.setdefault(str(value.get('@id')), value['name'])
                    pending.extend(value.values())
                elif isinstance(value, list):
                    pending.extend(value)
        for value in objects:
            if not any(str(t).endswith(('Article', 'Posting', 'Report', 'Page')) for t in as_list(value.get('@type'))):
                continue
            self.dates.append(str(value.get('datePublished') or ''))
            for publisher in as_list(value.get('publisher')):
                name = publisher.get('name') or by_id.get(str(publisher.get('@id'))) if isinstance(publisher, dict) else publisher
                if isinstance(name, str):
                    self.names.append(name)


def as_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def day_of(text):
    """The day in a date of any of the usual forms, or None."""
    text = text.strip().lower()[:80]
    found = re.search(r'(\d{4})-(\d\d?)-(\d\d?)', text) or re.match(r'(\d{4})(\d\d)(\d\d)$', text)
    if found:
        parts = [int(x) for x in found.groups()]
    else:
        found = (re.search(r'(?P<d>\d\d?) (?P<m>[a-z]{3})[a-z]*\.?,? (?P<y>\d{4})', text) or
                 re.search(r'(?P<m>[a-z]{3})[a-z]*\.? (?P<d>\d\d?),? (?P<y>\d{4})', text))
        if not found or found['m'] not in MONTHS:
            return None
        parts = [int(found['y']), MONTHS[found['m']], int(found['d'])]
    try:
        return datetime.date(*parts) if parts[0] > 1600 else None
    except ValueError:
        return None


def key_of(name):
    return re.sub(r'\W', '', name).lower()


def predict(program, shared, truth, folder):
    lines = []
    for page, known in truth.items():
        path = os.path.join(folder, page + '.html')
        with gzip.open(os.path.join(shared, 'data', 'pages', page + '.html.gz')) as packed, open(path, 'wb') as plain:
            plain.write(packed.read())
        lines.append(path + '\t' + known.get('url', '') + '\n')
    done = subprocess.run([program], input=''.join(lines).encode(), stdout=subprocess.PIPE, check=True, timeout=600)
    read = (json.loads(line) for line in done.stdout.decode().splitlines())
    return {os.path.basename(page['path'])[:-len('.html')]: page for page in read}


def score_facts(truth, read, folder, show):
    stated = {'outlet': 0, 'published': 0}
    right = {'outlet': 0, 'published': 0}
    for page in sorted(truth):
        facts = Facts()
        with open(os.path.join(folder, page + '.html'), encoding='utf-8', errors='replace') as file:
            facts.feed(file.read())
        facts.read_scripts()
        names = {key_of(n) for n in facts.names if key_of(n) and '://' not in n}
        days = {day for day in map(day_of, facts.dates) if day}
        mine = read.get(page, {})
        day = day_of(mine.get('published') or '')
        verdicts = {'outlet': names and key_of(mine.get('outlet') or '') in names,
                    'published': days and day is not None and min(abs((day - d).days) for d in days) <= 1}
        for what, known in (('outlet', names), ('published', days)):
            if not known:
                continue
            stated[what] += 1
            right[what] += bool(verdicts[what])
            if show and not verdicts[what]:
                print(f'{page[:8]} {what}: {mine.get(what)!r}, stated {sorted(map(str, known))}')
    for what in stated:
        print(f'{what}: {right[what]} of {stated[what]} pages that state one = {right[what] / max(1, stated[what]):.4f}')


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument('read_pages')
    args.add_argument('shared', nargs='?', default=os.path.join(os.path.dirname(__file__), '..', '..', '..', 'shared'))
    args.add_argument('--predictions', help='keep the bodies here, as tools/score_pages.py reads them')
    args.add_argument('--worst', type=int, default=0)
    args.add_argument('--misses', action='store_true')
    a = args.parse_args()
    tool = os.path.join(a.shared, 'tools', 'score_pages.py')
    ground = os.path.join(a.shared, 'data', 'pages', 'ground-truth.json')
    if not os.path.exists(tool) or not os.path.exists(ground):
        print('skipped: the pages are not here')
        return 0
    with open(ground) as file:
        truth = json.load(file)
    with tempfile.TemporaryDirectory() as folder:
        read = predict(a.read_pages, a.shared, truth, folder)
        bodies = {page: {'articleBody': found['body']} for page, found in read.items()}
        predictions = a.predictions or os.path.join(folder, 'predictions.json')
        with open(predictions, 'w') as file:
            json.dump(bodies, file)
        subprocess.run([sys.executable, tool, ground, predictions, '--worst', str(a.worst)], check=True)
        for half in (0, 1):
            part = os.path.join(folder, 'half.json')
            with open(part, 'w') as file:
                json.dump({page: truth[page] for page in sorted(truth)[half::2]}, file)
            print(f'half {half + 1}:', end=' ', flush=True)
            subprocess.run([sys.executable, tool, part, predictions], check=True)
        score_facts(truth, read, folder, a.misses)
    return 0


if __name__ == '__main__':
    sys.exit(main())
