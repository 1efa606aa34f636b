# SPDX-License-Identifier: Apache-2.0
"""No verdicts: what is printed says what differs, never who is at fault.

  no_verdicts_test.py BINARY SOURCE_DIR

Three ways to the same end. The strings of the program, of the page and of the
grammars hold none of the words; nor does what is printed, in any format, of
any golden story; and where nothing was held against a reference no outlet has
a grade, a place or a finding. Documents may say "wrong": in copies of them it
is spelt otherwise, so that what is left is ours.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

BINARY = sys.argv[1]
SOURCE = Path(sys.argv[2])
VERDICT = re.compile(r"misquot|fabricat|\bwrong", re.IGNORECASE)
STORIES = sorted(path.parent for path in SOURCE.glob("golden/*/*/story.toml"))

# A comment, or a string with or without escapes, raw ones first.
CODE = re.compile(
    r'R"(?P<d>[^()\s]*)\((?P<raw>.*?)\)(?P=d)"'
    r"|(?P<comment>//[^\n]*|/\*.*?\*/)"
    r'|"(?P<string>(?:[^"\\\n]|\\.)*)"'
    r"|(?P<char>'(?:[^'\\\n]|\\.)+')", re.DOTALL)


def strings_of(code):
    for match in CODE.finditer(code):
        text = match.group("raw") or match.group("string")
        if text:
            yield text


def run(*arguments, expect=(0, 1), given=None):
    ran = subprocess.run([BINARY, *map(str, arguments)], capture_output=True,
                         check=False, input=given)
    assert ran.returncode in expect, (arguments, ran.stderr.decode())
    return (ran.stdout + ran.stderr).decode("utf-8")


def formats_of(command, *more):
    """All that --format takes, as the command itself says."""
    told = run(command, "x", "--format", "?", *more, expect=(2,))
    return re.findall(r"'([a-z-]+)'", told[told.index("expected one of"):
                                           told.index("hint:")])


class Strings(unittest.TestCase):
    def test_finds_strings_and_passes_over_comments(self):
        code = 'a("wrong \\" one"); // "wrong two"\n/* "three" */ R"x(fo"ur)x"'
        self.assertEqual(list(strings_of(code)), ['wrong \\" one', 'fo"ur'])

    def test_of_the_program(self):
        seen = 0
        for path in sorted((SOURCE / "src").rglob("*")):
            if path.suffix not in (".cc", ".h"):
                continue
            for text in strings_of(path.read_text("utf-8")):
                seen += 1
                self.assertIsNone(VERDICT.search(text), f"{path}: {text}")
        self.assertGreater(seen, 3000)

    def test_of_the_page(self):
        pages = [path for path in (SOURCE / "src/quoin/report").rglob("*")
                 if path.suffix in (".js", ".css", ".html", ".svg")]
        self.assertTrue(pages)
        for path in pages:
            text = re.sub(r"/\*.*?\*/|^\s*//[^\n]*", "",
                          path.read_text("utf-8"), flags=re.S | re.M)
            self.assertIsNone(VERDICT.search(text), path)

    def test_of_the_grammars(self):
        """Names and notes are printed; entries are only looked for."""
        seen = 0
        for path in sorted((SOURCE / "grammars").rglob("*.grammar")):
            for line in path.read_text("utf-8").splitlines():
                shown = re.match(r"(words|pairs|shape|rule)\b|\s+note\b", line)
                if line.startswith("pairs protected-"):
                    shown = True
                if shown:
                    seen += 1
                    self.assertIsNone(VERDICT.search(line), f"{path}: {line}")
        self.assertGreater(seen, 1000)


class Printed(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())

    def tearDown(self):
        shutil.rmtree(self.folder)

    def copy(self, story):
        """The story without these words in its documents."""
        to = self.folder / story.parent.name / story.name
        to.mkdir(parents=True)
        for path in story.iterdir():
            if path.suffix in (".txt", ".toml", ".html", ".md"):
                text = re.sub("wrong", "amiss", path.read_text("utf-8"),
                              flags=re.I)
                (to / path.name).write_text(text, "utf-8")
        return to

    def clean(self, text, what):
        found = VERDICT.search(text)
        self.assertIsNone(found, f"{what}: "
                          f"{text[max(0, found.start() - 80):][:200]}"
                          if found else what)

    def test_of_compare(self):
        formats = formats_of("compare")
        self.assertGreaterEqual(set(formats), {"text", "json", "csv", "tei"})
        page = self.folder / "page.html"
        for number, story in enumerate(STORIES):
            manifest = self.copy(story) / "story.toml"
            for name in formats if number % 4 == 0 else ("text", "json"):
                self.clean(run("compare", "--format", name, manifest),
                           (story, name))
            run("compare", "--report", page, manifest)
            self.clean(page.read_text("utf-8"), (story, "page"))

    def test_of_verify(self):
        formats = formats_of("verify", "--against", "y")
        self.assertGreaterEqual(set(formats), {"text", "json", "sarif"})
        page = self.folder / "page.html"
        for number, story in enumerate(STORIES):
            texts = sorted(path for path in self.copy(story).iterdir()
                           if path.suffix == ".txt")
            draft, sources = texts[0], texts[1:]
            if not sources:
                continue
            for name in formats if number % 4 == 0 else ("text", "json"):
                self.clean(run("verify", draft, "--against", *sources,
                               "--format", name, "--complete"), (story, name))
            self.clean(run("verify", draft, "--against", *sources, "--profile",
                           "legal", "--report", page), story)
            self.clean(page.read_text("utf-8"), (story, "page"))

    def test_of_extract(self):
        formats = formats_of("extract")
        for number, story in enumerate(STORIES):
            texts = [p for p in self.copy(story).iterdir() if p.suffix == ".txt"]
            for name in formats if number % 4 == 0 else ("table", "jsonl"):
                self.clean(run("extract", "--format", name, *texts),
                           (story, name))
            self.clean(run("extract", "--explain", *texts), (story, "explain"))

    def test_of_grade(self):
        """Every grade, by the pairs that the grades are tested with."""
        pairs = []
        for line in (SOURCE / "tests/grade/pairs.txt").read_text(
                "utf-8").splitlines():
            if " | " in line and not line.startswith("#"):
                line = re.sub("wrong", "amiss", line, flags=re.I)
                reference, printed = line.strip().split(" | ")
                pairs.append({"id": str(len(pairs)), "reference": reference,
                              "printed": printed})
        lines = "".join(json.dumps(pair) + "\n" for pair in pairs).encode()
        printed = run("grade", "--format", "jsonl", given=lines)
        grades = {json.loads(line)["grade"] for line in printed.splitlines()}
        self.assertGreaterEqual(len(grades), 13, grades)
        self.clean(printed, "grade as JSON Lines")
        for pair in pairs[::9]:
            for mode in ("reference", "symmetric"):
                self.clean(run("grade", "--mode", mode, "--", pair["reference"],
                               pair["printed"]), pair)

    def test_of_help(self):
        for command in ("", "extract", "compare", "grade", "verify", "read",
                        "ledger", "golden", "grammar"):
            self.clean(run(*command.split(), "--help"), command)


class Ranks(unittest.TestCase):
    """The documents of every story, held against each other alone."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())

    def tearDown(self):
        shutil.rmtree(self.folder)

    def stories(self):
        for story in STORIES:
            texts = sorted(p for p in story.iterdir() if p.suffix == ".txt")
            if len(texts) > 1:
                yield texts

    def test_no_outlet_has_a_grade(self):
        differing = 0
        for texts in self.stories():
            told = json.loads(run("compare", "--format", "json", *texts))
            for row in told["scoreboard"] + told["outlets"]:
                self.assertEqual(row["by_grade"], {}, texts)
            names = [row["outlet"] for row in told["outlets"]]
            self.assertEqual(names, sorted(names))
            for cluster in told["clusters"]:
                self.assertIsNone(cluster["reference"])
                for member in cluster["members"]:
                    self.assertIsNone(member["finding"])
                for pair in cluster["pairs"]:
                    self.assertEqual(pair["mode"], "symmetric")
                    differing += pair["grade"] not in ("identical",
                                                       "typographic",
                                                       "convention")
        self.assertGreater(differing, 10)

    def test_no_outlet_is_ranked_on_the_page_or_in_text(self):
        page = self.folder / "page.html"
        for texts in self.stories():
            text = run("compare", "--report", page, *texts)
            board = text[text.index("\nby outlet"):].strip().splitlines()[1:]
            for line in board:
                self.assertRegex(line, r"( +\d+){3}$")  # and no grade behind
            html = page.read_text("utf-8")
            self.assertIn("none is ranked", html)
            self.assertNotIn("Words changed</th>", html)

    def test_no_difference_is_a_finding(self):
        for texts in self.stories():
            for profile in ("ap", "golden"):
                given = ("--profile", profile, *texts)
                sarif = json.loads(run("compare", "--format", "sarif", *given))
                for result in sarif["runs"][0]["results"]:
                    self.assertIn(result["level"], ("note", "none"))
                junit = ElementTree.fromstring(
                    run("compare", "--format", "junit", *given))
                self.assertEqual(len(list(junit.iter("failure"))), 0)
                told = run("compare", "--format", "github", *given)
                self.assertNotRegex(told, r"(?m)^::(warning|error)")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
