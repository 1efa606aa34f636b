# SPDX-License-Identifier: Apache-2.0
"""What is read of a page against what html5lib reads of it.

  differential_test.py BINARY SOURCE_DIR

Both get the same pages, invented ones and, where ../shared lies beside the
sources, saved ones, and must come to the same text in the same boxes. Which
elements are boxes and which are not seen is taken from tags.cc; what attributes
hide is left out of the pages, since that is ours to say (docs/read-html.md).
"""

import gzip
import json
import random
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

try:
    import html5lib
except ImportError:
    html5lib = None

BINARY = str(Path(sys.argv[1]).resolve())
SOURCE = Path(sys.argv[2])
PAGES = SOURCE.resolve().parent / "shared/data/pages"

TAGS = (SOURCE / "src/quoin/read/html/tags.cc").read_text()
ROWS = re.findall(r'\{"(\w+)", Tag::\w+, ([^}]*)\}', TAGS)
UNSEEN = {name for name, traits in ROWS if "kUnseen" in traits}
BOXES = {name for name, traits in ROWS if re.search("kBlock|kBox", traits)}
# Spaces of all kinds, and what has no width: where they go is ours to say.
SPACE = re.compile("[\\s\u200b-\u200f\u2060\ufeff\u00ad]+")


def boxes_of(page):
    """The text of every box that html5lib finds, without doubled spaces."""
    tree = html5lib.parse(page, treebuilder="etree",
                          namespaceHTMLElements=False)
    out = [""]

    def add(text, keeps_lines):
        lines = text.split("\n") if keeps_lines else [text]
        for number, line in enumerate(lines):
            if number > 0:
                out.append("")
            out[-1] += line

    # No recursion: pages are deep.
    steps = [("open", tree, False)]
    while steps:
        step, node, in_pre = steps.pop()
        if step == "text":
            add(node, in_pre)
            continue
        if step == "break":
            out.append("")
            continue
        name = node.tag if isinstance(node.tag, str) else None
        if name is None or name.startswith("{"):
            continue
        if name == "br" or name in UNSEEN and name in BOXES:
            out.append("")
            continue
        if name in UNSEEN:
            continue
        is_box = name in BOXES
        inside = in_pre or name in ("pre", "xmp", "plaintext")
        if is_box:
            out.append("")
            steps.append(("break", None, in_pre))
        for child in reversed(list(node)):
            if child.tail:
                steps.append(("text", child.tail, inside))
            steps.append(("open", child, inside))
        if node.text:
            steps.append(("text", node.text, inside))
    return without_empty(out)


def without_empty(boxes):
    clean = (SPACE.sub(" ", box).strip(" ") for box in boxes)
    return [box for box in clean if box]


def without_attributes(page):
    """Ours to decide, and so no matter of parsing."""
    page = re.sub(r"(?i)(\s)(hidden|style|class|id|role|aria-[a-z]+|itemprop)"
                  r"(?=[\s=>/])", r"\1x-\2", page)
    return re.sub(r"(?i)<(/?)(q|noscript)\b", r"<\1x\2", page)


def read(folder, pages):
    """The boxes of all pages, by name."""
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8", newline="")
    done = subprocess.run([BINARY, "read", "-j1", "--max-depth", "5000",
                           str(folder)],
                          capture_output=True, check=False)
    lines = map(json.loads, done.stdout.decode().splitlines())
    return {line["id"]: without_empty(line["text"].split("\n"))
            for line in lines}


WORDS = ("The harbour is closed , said Ann Bell & nobody knows why ; "
         "&ldquo;We stay,&rdquo; &amp &notit; &#8212; &#x92; &copy2031 "
         "a < b 5 &lt; 6 AT&T caf\u00e9 \u6e2f").split(" ")
INLINE = ["a href=/x", "b", "i", "em", "strong", "span", "u", "small", "font",
          "sup", "time", "label", "x-card", "abbr"]
# Not <main>, <figcaption> and <template>, which html5lib 1.1 does not know; nor
# <form>, whose end tag leaves what is in it open.
BLOCK = ["p", "div", "section", "article", "blockquote", "h2", "ul", "li",
         "dl", "dd", "dt", "pre", "figure", "center", "aside",
         "header", "footer", "address"]
ODD = ["<br>", "<br/>", "<!-- not <p> seen -->", "<hr>", "<img src=x alt=y>",
       "<script>if (a < b) '</p>';</script>", "<style>p {}</style>",
       "<svg><text>drawn</text><path/></svg>", "</p>", "</div>", "</b>",
       "</x-none>", "<?php 1 ?>", "<![CDATA[x]]>", "<!doctype html>",
       "<textarea><p>typed</textarea>",
       "<table><tr><td>one<td>two<tr><th>three</table>",
       "<table><tbody><tr><td><p>cell</td></tr></tbody></table>",
       "<select><option>a<option>b</select>", "<iframe><p>x</iframe>",
       "<button>press</button>", "<p", "<a <b>", "\n\n", "\t"]


def invent(seed):
    """A page that an author in a hurry could have made, and worse."""
    chance = random.Random(seed)
    out = ["<!doctype html><html><head><meta charset=utf-8><title>T</title>"
           "</head><body>"]
    opened = []
    for _ in range(chance.randint(5, 60)):
        kind = chance.random()
        if kind < 0.45:
            out.append(" ".join(chance.choices(WORDS, k=chance.randint(1, 6))))
        elif kind < 0.60:
            out.append("<%s>" % chance.choice(INLINE))
            opened.append(out[-1][1:-1].split(" ")[0])
        elif kind < 0.75:
            out.append("<%s>" % chance.choice(BLOCK))
            opened.append(out[-1][1:-1])
        elif kind < 0.9 and opened:
            # Now and then the wrong one.
            at = -1 if chance.random() < 0.8 else chance.randrange(len(opened))
            out.append("</%s>" % opened.pop(at))
        else:
            out.append(chance.choice(ODD))
    return "".join(out)


@unittest.skipUnless(html5lib, "no python3-html5lib here")
class Differential(unittest.TestCase):
    def compare(self, pages, most_differing):
        differing = []
        with tempfile.TemporaryDirectory() as folder:
            ours = read(Path(folder), pages)
        for name, page in pages.items():
            theirs = boxes_of(page)
            if ours.get(name, []) != theirs:
                differing.append((name, ours.get(name, []), theirs))
        shown = "\n".join("%s\n  ours   %s\n  theirs %s" % one
                          for one in differing[:3])
        self.assertLessEqual(len(differing), most_differing,
                             "%d of %d pages differ\n%s" %
                             (len(differing), len(pages), shown[:6000]))

    def test_invented_pages(self):
        self.compare({"%d.html" % seed: invent(seed) for seed in range(400)}, 0)

    @unittest.skipUnless(PAGES.is_dir(), "no ../shared/data/pages here")
    def test_saved_pages(self):
        pages = {}
        for path in sorted(PAGES.glob("*.html.gz")):
            page = gzip.decompress(path.read_bytes())
            text = page.decode("utf-8", "replace").replace("\0", "")
            pages[path.name[:12] + ".html"] = without_attributes(text)
        self.compare(pages, 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
