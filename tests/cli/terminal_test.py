# SPDX-License-Identifier: Apache-2.0
"""What only a terminal, a shell or man sees.

  terminal_test.py BINARY SOURCE_DIR
"""

import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

BINARY = str(Path(sys.argv[1]).resolve())
SOURCE = Path(sys.argv[2])
STORY = str(SOURCE / "golden/en/foghorn/story.toml")


def run(*arguments, env=None):
    return subprocess.run([BINARY, *arguments], capture_output=True,
                          text=True, check=False,
                          env={**os.environ, **(env or {})})


def needs(command):
    return unittest.skipUnless(shutil.which(command), f"no {command} here")


def commands(*path):
    """Every command of the tree, by what --help says."""
    text = run(*path, "--help").stdout
    yield path, text
    part = text.split("\nSubcommands:\n")
    if len(part) == 2:
        for name in re.findall(r"^  (\S+)", part[1], re.M):
            yield from commands(*path, name)


class Generated(unittest.TestCase):
    TREE = list(commands())

    def options(self):
        for path, text in self.TREE:
            # In the column of names only: descriptions mention options too.
            for line in text.splitlines():
                if line.startswith("  -"):
                    names = re.split(r"\s{2,}| [A-Z]", line.strip())[0]
                    for name in re.findall(r"--?[a-zA-Z][\w-]*", names):
                        yield path, name

    def test_the_tree_is_read(self):
        paths = [path for path, _ in self.TREE]
        self.assertIn(("golden", "check"), paths)
        self.assertIn((("extract",), "--format"), list(self.options()))
        self.assertGreater(len(list(self.options())), 60)

    def test_every_option_of_every_command_is_everywhere(self):
        man = run("gen", "man").stdout.replace("\\-", "-")
        bash = run("gen", "bash").stdout
        zsh = run("gen", "zsh").stdout
        fish = run("gen", "fish").stdout
        for path, name in self.options():
            place = " ".join(("quoin",) + path)
            section = man.split(f"\n.SS {place}\n")[1].split("\n.SS")[0] \
                if path else man
            self.assertIn(f"\\fB{name}\\fR", section, place)
            words = re.search(rf"^    '{place}'\) .*compgen -W '(.*?)'", bash,
                              re.M).group(1).split()
            self.assertIn(name, words, place)
            function = "_" + place.replace(" ", "_") + "() {"
            body = zsh.split("\n" + function)[1].split("\n}\n")[0]
            self.assertIn(f"'*{name}[", body, place)
            short = f" -l {name[2:]}" if name.startswith("--") \
                else f" -s {name[1:]}"
            lines = [line for line in fish.splitlines()
                     if f"'__quoin_at {place}'" in line]
            self.assertTrue(any(short in line for line in lines), (place, name))

    @needs("man")
    def test_man_reads_the_page_without_a_warning(self):
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "quoin.1"
            page.write_text(run("gen", "man").stdout, encoding="utf-8")
            ran = subprocess.run(["man", "--warnings", "-l", str(page)],
                                 capture_output=True, text=True, check=False,
                                 env={**os.environ, "MANWIDTH": "80",
                                      "LC_ALL": "C.UTF-8"})
        self.assertEqual(ran.stderr, "")
        self.assertIn("--against", ran.stdout)
        self.assertIn("EXIT STATUS", ran.stdout)

    def test_shells_read_their_files(self):
        for shell in ("bash", "zsh", "fish"):
            if not shutil.which(shell):
                continue
            ran = subprocess.run([shell, "-n"], input=run("gen", shell).stdout,
                                 capture_output=True, text=True, check=False)
            self.assertEqual((ran.returncode, ran.stderr), (0, ""), shell)

    @needs("fish")
    def test_fish_completes(self):
        def complete(line):
            with tempfile.TemporaryDirectory() as home:
                file = Path(home) / "quoin.fish"
                file.write_text(run("gen", "fish").stdout, encoding="utf-8")
                ran = subprocess.run(
                    ["fish", "-c", f"source {file}; complete -C '{line}'"],
                    capture_output=True, text=True, check=True,
                    env={**os.environ, "HOME": home})
            self.assertEqual(ran.stderr, "")
            return [one.split("\t")[0] for one in ran.stdout.splitlines()]
        self.assertIn("verify", complete("quoin ver"))
        self.assertIn("search", complete("quoin ledger "))
        self.assertIn("--format", complete("quoin extract --f"))
        self.assertIn("tei", complete("quoin extract --format "))
        self.assertNotIn("--against", complete("quoin extract --a"))

    @needs("bash")
    def test_bash_completes(self):
        def complete(*words):
            line = " ".join(f"'{word}'" for word in words)
            script = (run("gen", "bash").stdout +
                      f"COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}\n"
                      "_quoin; printf '%s\\n' \"${COMPREPLY[@]}\"\n")
            return subprocess.run(["bash"], input=script, capture_output=True,
                                  text=True, check=True).stdout.split()
        self.assertIn("verify", complete("quoin", "ver"))
        self.assertIn("--against", complete("quoin", "verify", "--ag"))
        self.assertEqual(complete("quoin", "compare", "--format", "sa"),
                         ["sarif"])
        self.assertIn("bless", complete("quoin", "golden", "b"))


class Colour(unittest.TestCase):
    def coloured(self, *options, env=None):
        clean = {"NO_COLOR": "", "CLICOLOR_FORCE": "", **(env or {})}
        return "\x1B[" in run("compare", *options, STORY, env=clean).stdout

    def test_by_convention(self):
        self.assertFalse(self.coloured())
        self.assertTrue(self.coloured(env={"CLICOLOR_FORCE": "1"}))
        self.assertFalse(self.coloured(env={"CLICOLOR_FORCE": "1",
                                            "NO_COLOR": "1"}))

    def test_the_option_comes_first(self):
        self.assertTrue(self.coloured("--color", "always",
                                      env={"NO_COLOR": "1"}))
        self.assertFalse(self.coloured("--color", "never",
                                       env={"CLICOLOR_FORCE": "1"}))


class Talking(unittest.TestCase):
    def test_quiet_leaves_errors_and_results(self):
        with tempfile.TemporaryDirectory() as folder:
            bad = Path(folder) / "bad.txt"
            bad.write_bytes(b"\xE2\x80\x9CWe stay,\xE2\x80\x9D Ann Bell said."
                            b" \xFF\n")
            loud = run("extract", str(bad))
            quiet = run("extract", "--quiet", str(bad))
        self.assertIn("warning", loud.stderr)
        self.assertEqual(quiet.stderr, "")
        self.assertEqual(quiet.stdout, loud.stdout)
        self.assertIn("error", run("extract", "-q", "/none").stderr)

    def test_verbose_says_what_was_read(self):
        ran = run("compare", "--verbose", STORY)
        self.assertRegex(ran.stderr,
                         r"quoin: \d+ documents?, [\d.]+ MB, [\d.]+ MB/s in ")

    def feed(self, *options):
        """Standard error on a terminal, documents coming in slowly."""
        ours, theirs = pty.openpty()
        child = subprocess.Popen(
            [BINARY, "extract", "--format", "jsonl", "-j1", *options, "-"],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=theirs)
        os.close(theirs)
        for number in range(12):
            line = '{"id": "d%d", "text": "“No,” Ann Bell said."}\n' % number
            child.stdin.write(line.encode())
            child.stdin.flush()
            time.sleep(0.12)
        child.stdin.close()
        seen = b""
        try:
            while True:
                piece = os.read(ours, 65536)
                if not piece:
                    break
                seen += piece
        except OSError:  # how a terminal says that nobody is there any more
            pass
        self.assertEqual(child.wait(), 0)
        os.close(ours)
        return seen.decode()

    def test_progress_is_for_terminals(self):
        seen = self.feed()
        self.assertRegex(seen, r"\r\x1B\[Kquoin: \d+ documents?, .* MB/s")
        self.assertTrue(seen.endswith("\r\x1B[K"), seen[-40:])
        self.assertEqual(self.feed("--quiet"), "")

    def test_time_left_is_told_from_the_share_of_files(self):
        self.assertNotIn("left", self.feed())
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "page.html"
            page.write_text("<p>“No,” Ann Bell said.</p>", encoding="utf-8")
            self.assertRegex(self.feed(str(page)), r"MB/s, \d+ s left")


class Doctor(unittest.TestCase):
    def test_examines_everything(self):
        ran = run("doctor")
        for word in ("quoin", "Unicode", "PCRE2", "JIT", "grammars", "limits",
                     "terminal"):
            self.assertIn(word, ran.stdout)
        self.assertEqual(ran.returncode == 0,
                         "all is in order" in ran.stdout)

    def test_says_what_to_do(self):
        script = f"ulimit -n 32; exec '{BINARY}' doctor"
        ran = subprocess.run(["bash", "-c", script], capture_output=True,
                             text=True, check=False)
        self.assertEqual(ran.returncode, 1, ran.stderr)
        self.assertIn("-> few files may be open at once: ulimit -n 1024",
                      ran.stdout)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
