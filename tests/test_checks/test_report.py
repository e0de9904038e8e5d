"""The three formats for machines, read back as each machine reads them."""

import json
import re

import pytest

from commands.checks.report import FORMATS, MOST_SHOWN
from core.diagnostics import ERROR, WARNING, Diagnostics, Rule
from core.diagnostics.catalog.files import MORE_IN_THIS_FILE
from support import PROJECT

HERE = PROJECT
WRONG = Rule("faux", ERROR, "{what}")
DOUBTFUL = Rule("douteux", WARNING, "{what}")
COMMAND = re.compile(r"::(?P<kind>error|warning)(?: (?P<properties>[^:]*))?::(?P<message>.*)")


@pytest.fixture
def diagnostics() -> Diagnostics:
    found = Diagnostics()
    found.add(DOUBTFUL(what="un avertissement", hint="À voir.").at("content/b.md", 2))
    found.add(WRONG(what="100 % faux\n: là", hint="Corrigez.").at("content/a, b.md", 12))
    found.add(WRONG(what="faux").at("content/a, b.md", 3))
    found.add(WRONG(what="une page faite par le site").at("/agenda/"))
    return found


def _unescaped(text: str) -> str:
    for code, sign in {"%0A": "\n", "%0D": "\r", "%3A": ":", "%2C": ",", "%25": "%"}.items():
        text = text.replace(code, sign)
    return text


def test_words_are_in_order_of_files_then_counted(diagnostics):
    assert FORMATS["texte"](diagnostics, HERE).splitlines() == [
        "content/a, b.md:3 : faux. [faux]",
        "content/a, b.md:12 : 100 % faux : là. Corrigez. [faux]",
        "Avertissement : content/b.md:2 : un avertissement. À voir. [douteux]",
        "/agenda/ : une page faite par le site. [faux]",
        "À corriger avant de publier : 3 erreurs, 1 avertissement.",
    ]


def test_of_a_file_with_very_many_diagnostics_the_first_are_shown():
    found = Diagnostics()
    for line in range(1, MOST_SHOWN + 3):
        found.add(DOUBTFUL(what="faux").at("content/a.md", line))
    found.add(WRONG(what="faux").at("content/b.md", 1))
    *told, more, other, _ = FORMATS["texte"](found, HERE).splitlines()
    assert len(told) == MOST_SHOWN
    assert more == (
        "Avertissement : content/a.md : 2 autres défauts ne sont pas montrés. "
        "Corrigez d'abord ceux-ci, puis recommencez. [defauts-non-montres]"
    )
    assert other == "content/b.md:1 : faux. [faux]"


@pytest.mark.parametrize(
    ("count", "more", "counted"),
    [
        (MOST_SHOWN + 1200, "plus de 1\u202f200 autres", "plus de 1\u202f300 avertissements"),
        (3, "d'autres", "plus de 3 avertissements"),
    ],
)
def test_what_nobody_has_counted_is_told_as_such(count: int, more: str, counted: str):
    found = Diagnostics()
    found.add(MORE_IN_THIS_FILE(more="d'autres").at("content/a.md", 7))
    for line in range(count):
        found.add(DOUBTFUL(what="faux").at("content/a.md", line))
    *_, last, summary = FORMATS["texte"](found, HERE).splitlines()
    assert last.startswith(f"Avertissement : content/a.md : {more} défauts ne sont pas montrés.")
    assert summary == f"Le site peut être publié : 0 erreur, {counted}."


def test_github_reads_a_command_for_each_diagnostic(diagnostics):
    *commands, _ = FORMATS["github"](diagnostics, HERE).splitlines()
    read = [COMMAND.fullmatch(command) for command in commands]
    assert [found["kind"] for found in read] == ["error", "error", "warning", "error"]
    places = [dict(p.split("=") for p in (f["properties"] or "").split(",") if p) for f in read]
    assert [{key: _unescaped(value) for key, value in place.items()} for place in places] == [
        {"file": "content/a, b.md", "line": "3", "title": "faux"},
        {"file": "content/a, b.md", "line": "12", "title": "faux"},
        {"file": "content/b.md", "line": "2", "title": "douteux"},
        {"title": "faux"},
    ]
    assert _unescaped(read[1]["message"]) == "100 % faux : là. Corrigez."
    assert read[3]["message"] == "/agenda/ : une page faite par le site."


def test_gitlab_reads_a_list_whose_entries_differ(diagnostics):
    diagnostics.add(WRONG(what="faux").at("content/a, b.md", 9))
    entries = json.loads(FORMATS["gitlab"](diagnostics, HERE))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == 5
    assert entries[0] == {
        "description": "faux.",
        "check_name": "faux",
        "fingerprint": entries[0]["fingerprint"],
        "severity": "major",
        "location": {"path": "content/a, b.md", "lines": {"begin": 3}},
    }
    assert [entry["severity"] for entry in entries].count("minor") == 1


def test_json_says_whether_all_is_well(diagnostics):
    report = json.loads(FORMATS["json"](diagnostics, HERE))
    assert (report["ok"], len(report["diagnostics"])) == (False, 4)
    assert (report["diagnostics"][0]["line"], report["diagnostics"][0]["code"]) == (3, "faux")
    assert json.loads(FORMATS["json"](Diagnostics(), HERE)) == {
        "ok": True,
        "summary": "Le site peut être publié : 0 erreur, 0 avertissement.",
        "diagnostics": [],
    }
