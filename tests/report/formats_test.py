# SPDX-License-Identifier: Apache-2.0
"""Every machine format against its schema, or read by somebody else's reader.

  formats_test.py BINARY SOURCE_DIR

A reader that is not installed skips its test; ./dev test installs them all.
With QUOIN_SARIF_SCHEMA the schema of OASIS is used as well as our own.
"""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import xml.etree.ElementTree as ElementTree
from pathlib import Path

try:
    import jsonschema
except ImportError:
    jsonschema = None
try:
    import rdflib
except ImportError:
    rdflib = None

BINARY = sys.argv[1]
SOURCE = Path(sys.argv[2])
HERE = SOURCE / "tests/report"
STORY = SOURCE / "golden/en/foghorn/story.toml"
TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

# What strangers may put into a text to be more than text somewhere.
HOSTILE = (
    "“=HYPERLINK(\"http://evil.example\"),” Ann Bell said.\n\n"
    "“'tis said,” Ann Bell said. “@mayor | #12 <b>bold</b> www.evil.example"
    " `code` ![i](http://evil.example) &amp; \\| $x$ ##[error]x,” she said.\n\n"
    "“We must ]]> not, 100% ::error::go, \U0001F6A2 \u202E stop \x08,” "
    "Ann Bell said. “I saw ‘The <Salt> Year’ twice,” said Tom Orr.\n\n"
    "“First part of it goes on\n\n“and ends here,” Ann Bell said.\n")
SOURCE_TEXT = "We must not go. Tis said. First part of it goes on.\n"


def run(*arguments, cwd=None):
    ran = subprocess.run([BINARY, *map(str, arguments)], cwd=cwd,
                         capture_output=True, check=False)
    assert ran.returncode in (0, 1), ran.stderr.decode()
    return ran.stdout.decode("utf-8")


def needs(command):
    return unittest.skipUnless(shutil.which(command), f"no {command} here")


class Case(unittest.TestCase):
    """A folder with a hostile draft, its source, and a story of both kinds."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.write("a draft, 1.txt", HOSTILE)
        self.write("source.txt", SOURCE_TEXT)
        self.write("other.txt", HOSTILE.replace("must", "may"))
        self.write("story.toml", """[story]
name = "A story <i>|"
[[document]]
file = "a draft, 1.txt"
outlet = "=Outlet | <b>"
url = "https://example.org/a?b=c d"
published = 2031-03-04
[[document]]
file = "other.txt"
url = "javascript:alert(1)"
""")

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8", newline="")

    def extract(self, form, path=None):
        return run("extract", "--format", form, path or "a draft, 1.txt",
                   cwd=self.folder)

    def reports(self, form):
        """That format of compare and verify, of good and of hostile texts."""
        return [
            run("compare", "--format", form, STORY),
            run("compare", "--format", form, "story.toml", cwd=self.folder),
            run("verify", "--format", form, STORY.parent / "tide.txt",
                "--against", STORY.parent / "statement.txt"),
            run("verify", "--format", form, "a draft, 1.txt", "--against",
                "source.txt", "--complete", cwd=self.folder),
        ]

    def quotations(self):
        lines = self.extract("jsonl").splitlines()
        self.assertEqual(len(lines), 1)
        found = json.loads(lines[0])["quotations"]
        self.assertGreater(len(found), 6)
        return found


class Csv(Case):
    DANGEROUS = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20"

    def rows(self, text):
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))

    def printed(self, cell):
        return cell[1:] if cell.startswith("'") else cell

    def test_extract_comes_back_as_it_was_printed(self):
        quotations = self.quotations()
        safe = self.rows(self.extract("csv"))
        raw = self.rows(self.extract("csv-raw"))
        self.assertEqual([row["text"] for row in raw],
                         [one["text"] for one in quotations])
        self.assertEqual([self.printed(row["text"]) for row in safe],
                         [one["text"] for one in quotations])
        self.assertEqual([int(row["start"]) for row in safe],
                         [one["start"] for one in quotations])
        self.assertTrue(any(row["text"].startswith("'=") for row in safe))
        self.assertTrue(any(row["text"].startswith("''") for row in safe))

    def test_no_cell_is_a_formula(self):
        for text in [self.extract("csv"), *self.reports("csv")]:
            self.assertTrue(text.endswith("\r\n"))
            for row in self.rows(text):
                for cell in row.values():
                    self.assertNotIn(cell[:1] or "x", self.DANGEROUS[:-5]
                                     .replace("'", "") + self.DANGEROUS[-4:])

    def test_excel_is_told_that_it_is_utf8(self):
        self.assertEqual(self.extract("csv-excel"),
                         "\uFEFF" + self.extract("csv"))

    def test_reports_have_a_row_a_printing(self):
        rows = self.rows(self.reports("csv")[0])
        outcomes = [row["outcome"] for row in rows]
        self.assertIn("finding", outcomes)
        self.assertIn("not_printed", outcomes)
        finding = next(r for r in rows if r["grade"] == "punctuation")
        self.assertIn("comma inserted after 'radar'", finding["differences"])


class Markdown(Case):
    def render(self, text):
        ran = subprocess.run(
            ["cmark-gfm", "-e", "table", "-e", "autolink", "-e",
             "strikethrough", "--to", "xml"],
            input=text.encode(), capture_output=True, check=True)
        return ElementTree.fromstring(ran.stdout)

    @needs("cmark-gfm")
    def test_no_text_becomes_more_than_text(self):
        name = "{http://commonmark.org/xml/1.0}"
        for text in [self.extract("markdown"), *self.reports("markdown")]:
            allowed = {"document", "heading", "text", "table", "table_header",
                       "table_row", "table_cell", "paragraph", "strong",
                       "html_inline"}
            for node in self.render(text).iter():
                kind = node.tag.replace(name, "")
                self.assertIn(kind, allowed)
                if kind == "html_inline":
                    self.assertIn(node.text, ("<!-- -->", "<br>"))

    @needs("cmark-gfm")
    def test_cells_read_as_printed(self):
        name = "{http://commonmark.org/xml/1.0}"
        rows = self.render(self.extract("markdown")).iter(name + "table_row")
        cells = [["".join(text.text or "" for text in cell.iter(name + "text"))
                  for cell in row.iter(name + "table_cell")] for row in rows]
        expected = [" ".join(re.sub(r"[\x08\u202E]", "", one["text"]).split())
                    for one in self.quotations()]
        self.assertEqual(len(cells), len(expected))
        for cell, text in zip(cells, expected):
            self.assertIn(text[:12], cell[1])
            self.assertEqual(len(cell), 4)

    def test_begins_with_a_summary_and_fits_a_comment(self):
        text = self.reports("markdown")[2]
        self.assertTrue(text.startswith("**2 quotations: "), text[:80])
        many = "".join(f"“We must have {i} of them now,” Ann Bell said.\n\n"
                       for i in range(2000))
        self.write("many.txt", many)
        text = run("verify", "--format", "markdown", "many.txt", "--against",
                   "source.txt", cwd=self.folder)
        self.assertLess(len(text), 65536)
        self.assertRegex(text, r"and \d+ more, which do not fit here")


class WebAnnotation(Case):
    def targets(self, text):
        page = json.loads(text)
        self.assertEqual(page["type"], "AnnotationPage")
        ids = [item["id"] for item in page["items"]]
        self.assertEqual(len(ids), len(set(ids)))
        for item in page["items"]:
            for part in item["target"] + item["body"]:
                if part["type"] == "SpecificResource":
                    yield part

    def check_found_again(self, text, read):
        count = 0
        for target in self.targets(text):
            source = read(target["source"]["id"])
            quote, position = target["selector"]
            self.assertEqual(quote["type"], "TextQuoteSelector")
            self.assertEqual(position["type"], "TextPositionSelector")
            start, end = position["start"], position["end"]
            self.assertEqual(source[start:end], quote["exact"])
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            at = start - len(quote["prefix"])
            places = [m.start() for m in
                      re.finditer("(?=" + re.escape(around) + ")", source)]
            self.assertIn(at, places)
            count += 1
        return count

    def test_selectors_find_their_spans_again(self):
        # U+0008 is printed as it stands; the file is as it was read.
        found = self.check_found_again(self.extract("annotations"),
                                       lambda _: HOSTILE)
        self.assertGreater(found, len(self.quotations()))  # two segments
        read = lambda uri: (STORY.parent / Path(urllib.parse.unquote(uri)).name
                            ).read_text(encoding="utf-8")
        self.assertGreater(self.check_found_again(
            run("extract", "--format", "annotations", STORY), read), 9)
        for index in (0, 2):
            self.assertGreater(self.check_found_again(
                self.reports("annotations")[index], read), 2)

    @unittest.skipUnless(rdflib, "no rdflib here")
    def test_is_rdf_to_others(self):
        page = json.loads(self.extract("annotations"))
        page["@context"] = json.loads(
            (HERE / "schemas/anno-context.json").read_text())["@context"]
        graph = rdflib.Graph().parse(data=json.dumps(page), format="json-ld")
        oa = rdflib.Namespace("http://www.w3.org/ns/oa#")
        exact = {str(value) for value in graph.objects(None, oa.exact)}
        for one in self.quotations():
            self.assertTrue(any(one["text"].startswith(text) or
                                text in one["text"] for text in exact))
        self.assertEqual(len(set(graph.subjects(oa.hasTarget, None))),
                         len(self.quotations()))


class SchemaOrg(Case):
    KNOWN = set("""@id @type text creator name inLanguage isPartOf headline url
        datePublished publisher isBasedOn firstAppearance appearance
        workExample""".split())

    def nodes(self, text):
        data = json.loads(text)
        self.assertEqual(data["@context"], "https://schema.org")
        return data["@graph"]

    def check_known(self, node):
        if isinstance(node, dict):
            self.assertLessEqual(set(node), self.KNOWN)
            for value in node.values():
                self.check_known(value)
        elif isinstance(node, list):
            for value in node:
                self.check_known(value)

    def test_extract_names_text_and_creator(self):
        nodes = self.nodes(run("extract", "--format", "schema-org", STORY))
        self.check_known(nodes)
        works = {n["@id"] for n in nodes if n["@type"] == "NewsArticle"}
        quotations = [n for n in nodes if n["@type"] == "Quotation"]
        self.assertEqual(len(works), 4)
        self.assertGreater(len(quotations), 8)
        for one in quotations:
            self.assertIn(one["isPartOf"]["@id"], works)
        self.assertIn("Harbour Board",
                      [q.get("creator", {}).get("name") for q in quotations])

    def test_compare_says_who_printed_it(self):
        nodes = self.nodes(run("compare", "--format", "schema-org", STORY))
        self.check_known(nodes)
        claims = [n for n in nodes if n["@type"] == ["Quotation", "Claim"]]
        self.assertEqual(len(claims), 4)
        for claim in claims:
            self.assertGreaterEqual(len(claim["appearance"]), 2)
            self.assertGreaterEqual(len(claim["workExample"]), 2)
        based = [claim["isBasedOn"]["@id"] for claim in claims
                 if "isBasedOn" in claim]
        self.assertEqual(len(based), 3)
        self.assertTrue(based[0].endswith("statement.txt"))
        for node in self.nodes(self.extract("schema-org", "story.toml")):
            self.assertNotIn("javascript", json.dumps(node))

    @unittest.skipUnless(rdflib, "no rdflib here")
    def test_is_rdf_to_others(self):
        data = json.loads(run("compare", "--format", "schema-org", STORY))
        data["@context"] = {"@vocab": "https://schema.org/"}
        graph = rdflib.Graph().parse(data=json.dumps(data), format="json-ld")
        schema = rdflib.Namespace("https://schema.org/")
        self.assertEqual(
            len(set(graph.subjects(rdflib.RDF.type, schema.Claim))), 4)


class Tei(Case):
    def validate(self, text, schema, kind):
        path = self.folder / "out.xml"
        path.write_text(text, encoding="utf-8")
        ran = subprocess.run(["xmllint", "--noout", kind,
                              str(HERE / "schemas" / schema), str(path)],
                             capture_output=True, check=False)
        self.assertEqual(ran.returncode, 0, ran.stderr.decode()[:2000])

    @needs("xmllint")
    def test_is_valid(self):
        for text in [self.extract("tei"), self.extract("tei", "story.toml"),
                     run("extract", "--format", "tei", STORY),
                     run("compare", "--format", "tei", STORY),
                     run("compare", "--format", "tei", "story.toml",
                         cwd=self.folder)]:
            self.validate(text, "tei.rng", "--relaxng")

    def test_a_body_is_the_text_as_printed(self):
        root = ElementTree.fromstring(self.extract("tei"))
        body = "".join(root.find(f".//{TEI}body").itertext())
        self.assertEqual(body, HOSTILE.replace("\x08", "\uFFFD"))

    def test_elements_hold_what_was_found(self):
        root = ElementTree.fromstring(self.extract("tei"))
        pieces = {}
        for node in root.find(f".//{TEI}body").iter():
            if XML_ID in node.attrib:
                key = node.attrib[XML_ID].split("-q")[1].split(".")[0]
                pieces.setdefault(key, []).append("".join(node.itertext()))
        for one in self.quotations():
            joined = "".join(pieces[one["id"][1:]])
            words = one["text"].replace("\x08", "\uFFFD")
            self.assertEqual(
                joined, "".join(part.lstrip("“") for part in words.split("\n")))

    def test_every_pointer_leads_somewhere(self):
        for text in [self.extract("tei"),
                     run("compare", "--format", "tei", STORY)]:
            root = ElementTree.fromstring(text)
            ids = [n.attrib[XML_ID] for n in root.iter() if XML_ID in n.attrib]
            self.assertEqual(len(ids), len(set(ids)))
            for node in root.iter():
                for name in ("who", "prev", "next", "wit"):
                    if name in node.attrib:
                        self.assertIn(node.attrib[name][1:], ids)


class Junit(Tei):
    test_is_valid = test_a_body_is_the_text_as_printed = None
    test_elements_hold_what_was_found = None
    test_every_pointer_leads_somewhere = None

    @needs("xmllint")
    def test_junit_is_valid(self):
        for text in self.reports("junit"):
            self.validate(text, "junit.xsd", "--schema")

    def test_counts_add_up(self):
        for text in self.reports("junit"):
            root = ElementTree.fromstring(text)
            for suite in [root, *root.iter("testsuite")]:
                for name, tag in (("tests", "testcase"),
                                  ("failures", "failure"),
                                  ("skipped", "skipped")):
                    self.assertEqual(int(suite.attrib[name]),
                                     len(list(suite.iter(tag))))
        failure = ElementTree.fromstring(self.reports("junit")[2]).find(
            ".//failure")
        self.assertEqual(failure.attrib["type"], "substitution")
        self.assertIn("'ruined' replaced by 'spoiled'", failure.text)


class Sarif(Case):
    def schemas(self):
        paths = [HERE / "schemas/sarif-2.1.0.json"]
        if os.environ.get("QUOIN_SARIF_SCHEMA"):
            paths.append(Path(os.environ["QUOIN_SARIF_SCHEMA"]))
        return [json.loads(path.read_text()) for path in paths]

    @unittest.skipUnless(jsonschema, "no jsonschema here")
    def test_is_valid(self):
        for schema in self.schemas():
            check = jsonschema.validators.validator_for(schema)(schema)
            for text in self.reports("sarif"):
                errors = list(check.iter_errors(json.loads(text)))
                self.assertEqual([e.message for e in errors], [])

    def test_regions_hold_the_snippet(self):
        run_ = json.loads(self.reports("sarif")[3])["runs"][0]
        self.assertEqual(run_["columnKind"], "unicodeCodePoints")
        self.assertGreater(len(run_["results"]), 3)
        rules = run_["tool"]["driver"]["rules"]
        for result in run_["results"]:
            self.assertEqual(rules[result["ruleIndex"]]["id"],
                             result["ruleId"])
            place = result["locations"][0]["physicalLocation"]
            uri = urllib.parse.unquote(place["artifactLocation"]["uri"])
            self.assertTrue((self.folder / uri).is_file(), uri)
            region = place["region"]
            start = region["charOffset"]
            text = HOSTILE[start:start + region["charLength"]]
            self.assertEqual(text, region["snippet"]["text"])
            lines = HOSTILE.split("\n")
            before = sum(len(l) + 1 for l in lines[:region["startLine"] - 1])
            self.assertEqual(before + region["startColumn"] - 1, start)

    def test_fingerprints_outlive_an_edit_elsewhere(self):
        def prints(text):
            return {r["partialFingerprints"]["quoinFinding/v1"]
                    for r in json.loads(text)["runs"][0]["results"]}
        before = prints(self.reports("sarif")[3])
        self.write("a draft, 1.txt", "A line more.\n\n" + HOSTILE)
        self.assertEqual(prints(self.reports("sarif")[3]), before)

    def test_nobody_is_called_wrong_without_a_reference(self):
        results = json.loads(self.reports("sarif")[1])["runs"][0]["results"]
        self.assertTrue(results)
        for result in results:
            self.assertIn(result["kind"], ("review", "open"))
            self.assertEqual(result["level"], "none")


class Github(Case):
    COMMAND = re.compile(r"^::(error|warning|notice) [^\n]*?::", re.M)

    def test_ten_of_a_level_and_the_rest_is_counted(self):
        draft = "".join(f"“We must have {i} of them,” Ann Bell said.\n\n"
                        for i in range(30))
        self.write("many.txt", draft)
        out = run("verify", "--format", "github", "--complete", "many.txt",
                  "--against", "source.txt", cwd=self.folder)
        commands = self.COMMAND.findall(out)
        self.assertEqual(commands, ["error"] * 10)
        self.assertIn("::error title=and 21 more::", out)
        self.assertEqual(out.count("serious finding many.txt:"), 21)

    def test_no_text_is_a_command(self):
        for out in self.reports("github"):
            for line in out.splitlines():
                if not line.startswith("::"):
                    self.assertNotIn("##[", line)
                    continue
                self.assertRegex(line, r"^::(error|warning|notice) "
                                 r"[a-zA-Z]+=[^:,]*(,[a-zA-Z]+=[^:,]*)*::")
        out = self.reports("github")[3]
        self.assertIn("file=a draft%2C 1.txt,line=", out)
        self.assertIn("100%25 ::error::go", out)


class Docs(Case):
    """docs/formats.md names what is written, and nothing else."""

    def documented(self, heading):
        page = (SOURCE / "docs/formats.md").read_text(encoding="utf-8")
        section = page.split("\n## " + heading + "\n")[1].split("\n## ")[0]
        cells = re.findall(r"^\| (`.*?) \|", section, re.M)
        return {name for cell in cells for name in re.findall("`(.*?)`", cell)}

    def check(self, heading, printed):
        self.assertEqual(self.documented(heading), set(printed))

    def keys(self, texts, opaque=()):
        found = set()

        def walk(value):
            if isinstance(value, list):
                for item in value:
                    walk(item)
            elif isinstance(value, dict):
                found.update(value)
                for key, item in value.items():
                    if key not in opaque:
                        walk(item)
        for text in texts:
            walk(json.loads(text))
        return found

    def names(self, texts):
        for text in texts:
            for node in ElementTree.fromstring(text).iter():
                yield node.tag.replace(TEI, "")
                for name in node.attrib:
                    yield "@" + name.replace(XML_ID, "xml:id").replace(
                        XML_ID.replace("id", "lang"), "xml:lang")

    def test_columns_of_csv(self):
        self.check("csv of extract",
                   self.extract("csv").splitlines()[0].split(","))
        self.check("csv of compare and verify",
                   self.reports("csv")[0].splitlines()[0].split(","))

    def test_keys_of_json_formats(self):
        self.check("annotations", self.keys([
            self.extract("annotations"), *self.reports("annotations")]))
        self.check("schema-org", self.keys([
            run("extract", "--format", "schema-org", STORY),
            self.extract("schema-org", "story.toml"),
            run("compare", "--format", "schema-org", STORY),
            run("compare", "--format", "schema-org",
                SOURCE / "golden/en/one-comma/story.toml")]))
        self.check("sarif", self.keys(self.reports("sarif")))

    def test_names_of_xml_formats(self):
        self.check("junit", self.names(self.reports("junit")))
        self.write("kinds.txt", "“Stay,” said Joe “Shorty” Brandt. A sign read "
                   "“No Entry”. The film “The Salt Year” is so-called “art”.\n")
        self.check("tei", self.names([
            self.extract("tei", "story.toml"), self.extract("tei", "kinds.txt"),
            run("extract", "--format", "tei", STORY),
            run("compare", "--format", "tei", STORY)]))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
