"""Sites made to exhaust a machine: built or refused, in 10 seconds and 300 MB, measured outside."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from support import PROJECT, page, write_site

SECONDS, BYTES = 10, 300_000_000
HEADER = "---\ntitle: A\n---\n"

pytestmark = pytest.mark.server


@dataclass(frozen=True)
class Measured:
    """What came of a build in a process of its own."""

    report: dict
    seconds: float  # of the processor
    peak: int  # bytes


# A process is charged with the memory of the one it was forked from, here that of all the tests:
# a small one stands between.
_BETWEEN = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
seconds = used.ru_utime + used.ru_stime
print(json.dumps([done.returncode, done.stdout.decode(), seconds, used.ru_maxrss * 1024]))
"""


def measure(content: Path, output: Path) -> Measured:
    """Build in a process of its own, which the system ends when it is out of bounds."""
    limited = ["sh", "-c", f'ulimit -t {SECONDS} -v {5 * BYTES // 1000}; exec "$@"', "sh"]
    build = [*limited, sys.executable, "-m", "site_build", "--json"]
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            _BETWEEN,
            *build,
            "--content",
            str(content),
            "--output",
            str(output),
        ],
        env={**os.environ, "PYTHONPATH": str(PROJECT / "plugins")},
        capture_output=True,
        encoding="utf-8",
    )
    status, written, seconds, peak = json.loads(done.stdout)
    assert written, f"the build died: {status}"
    return Measured(json.loads(written), seconds, peak)


def bomb() -> str:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    return page("\n".join(lines))


def deep_list() -> str:
    return "\n".join("  " * depth + "- a" for depth in range(500))


ATTACKS = {
    "aliases that explode": bomb(),
    "YAML nested deep": page("title: " + "[" * 50_000),
    "YAML nested deep in braces": page("title: " + "{a: " * 20_000),
    "a title of 10 MB": page("title: " + "a" * 10_000_000),
    "a line of 10 MB": HEADER + "a" * 10_000_000,
    "a line of nearly 1 MB": HEADER + "mot " * 240_000,
    "null bytes": "\0" * 5_000_000,
    "brackets": HEADER + "[" * 100_000,
    "images": HEADER + "![" * 100_000,
    "links left open": HEADER + "[a](" * 50_000,
    "stars": HEADER + "*a **a " * 50_000,
    "backquotes": HEADER + "`a ``a " * 50_000,
    "angle brackets": HEADER + "<a " * 50_000,
    "data sections": HEADER + "<![CDATA[" * 20_000,
    "quotations": HEADER + "> " * 50_000,
    "lists in lists": HEADER + deep_list(),
    "headings underlined": HEADER + "a\n===\n" * 20_000,
    "Liquid left open": HEADER + "{{ {% " * 100_000,
    "Liquid outputs": HEADER + "{{ page.title }}" * 50_000,
    "raw left open": HEADER + "{% raw %}" * 50_000,
    "quotes in Liquid": HEADER + "{{ '" + "\"'" * 100_000 + " }}",
    "elements in elements": HEADER + "<div>" * 150_000,
    "formatting left open": HEADER + "".join(f"<b id={n}>" for n in range(5_000)) + "<p>" * 5_000,
    "links without end": HEADER + "".join(f"<a href=/{n}>x " for n in range(20_000)),
    "one broken link, over and over": HEADER + "[le bal](perdue.html)\n\n" * 9_000,
    "broken links, all different": HEADER
    + "".join(f"[le bal](perdue-{n}.html)\n\n" for n in range(9_000)),
    "headings of one name": HEADER + "## a\n\n" * 20_000,
    "a tag without end": HEADER + "<p " + " ".join(f"a{n}=1" for n in range(60_000)) + ">",
    "Liquid that adds": page(
        f"title: {'a' * 4_000}", "{{ 'a'" + "|append: page.title" * 5_000 + " }}"
    ),
    "Liquid that writes": HEADER + ("{{ 'a'" + "|append: page.url" * 90 + " }}") * 500,
    "a table without end": HEADER + "|" * 3_000 + "\n" + "|-" * 3_000 + "|\n" + "|a\n" * 2_000,
    "a heading of too many cells": HEADER
    + "|" * 100_000
    + "\n"
    + "|---" * 1_000
    + ("\n" + "| a " * 1_000) * 40,
    "backquotes, more and more": HEADER + " ".join("`" * count for count in range(1, 900)),
    "words struck and left open": HEADER + "~~a ==b " * 40_000,
    "formulas": HEADER + " ".join("$" * (number % 3 + 1) + "a" for number in range(60_000)),
}


# What was seen to kill or to stall a build once; the others are tried by `test --long`.
WORST = {
    "one broken link, over and over",
    "aliases that explode",
    "YAML nested deep",
    "brackets",
    "elements in elements",
}
CASES = [
    pytest.param(attack, marks=[] if attack in WORST else pytest.mark.long) for attack in ATTACKS
]


@pytest.mark.parametrize("attack", CASES)
def test_a_hostile_page_among_ten_is_built_or_told_in_bounds(tmp_path, attack):
    content = write_site(tmp_path / "content", {f"p{n}.md": page("title: P") for n in range(8)})
    write_site(content, {"index.md": page("title: Accueil"), "attaque.md": ATTACKS[attack]})
    done = measure(content, tmp_path / "output")
    assert done.seconds < SECONDS
    assert done.peak < BYTES
    errors = [
        diagnostic["text"]
        for diagnostic in done.report["diagnostics"]
        if diagnostic["severity"] == "error"
    ]
    assert done.report["ok"] == (not errors) == (tmp_path / "output" / "index.html").is_file()
    assert all(text.startswith(f"{content}/attaque.md") for text in errors), errors
    assert all(len(text) < 1_000 for text in errors)


@pytest.mark.long
def test_ten_hostile_pages_are_told_in_bounds(tmp_path):
    pages = {f"p{n}.md": HEADER + "[" * (90_000 + n) for n in range(9)}
    content = write_site(tmp_path / "content", {"index.md": page("title: Accueil"), **pages})
    done = measure(content, tmp_path / "output")
    assert (done.report["ok"], done.seconds < SECONDS, done.peak < BYTES) == (False, True, True)


@pytest.mark.parametrize("text", ["url(" * 200_000, "url(" + " " * 900_000], ids=["open", "spaces"])
def test_a_hostile_style_sheet_is_read_in_bounds(tmp_path, text):
    content = write_site(tmp_path / "content", {"index.md": page("title: A"), "a.css": text})
    done = measure(content, tmp_path / "output")
    assert (done.report["ok"], done.seconds < SECONDS, done.peak < BYTES) == (True, True, True)
