"""The form of a message, and the nearest name."""

import difflib

import pytest
from hypothesis import given
from hypothesis.strategies import sets, text

from core.diagnostics import WARNING, Diagnostic, Diagnostics, Rule, nearest, typo


@pytest.mark.parametrize(
    ("diagnostic", "line"),
    [
        (Diagnostic("a.md", 3, "faute", "Remède."), "a.md:3 : faute. Remède."),
        (Diagnostic("a.md", 0, "faute"), "a.md : faute."),
        (Diagnostic("", 0, "faute", "Que faire ?"), "faute. Que faire ?"),
    ],
)
def test_one_line(diagnostic: Diagnostic, line: str):
    assert str(diagnostic) == line


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (999, "999"),
        (1280, "1\u202f280"),
        (100_000, "100\u202f000"),
        (12_345_678, "12\u202f345\u202f678"),
    ],
)
def test_numbers_are_in_groups_but_for_those_of_lines(number: int, written: str):
    rule = Rule("x", WARNING, "{count} cases, ligne {line}, octet 0x{byte:02X}", "{count} au plus")
    told = rule(count=number, line=number, byte=0xE9)
    assert told.message == f"{written} cases, ligne {number}, octet 0xE9"
    assert told.hint == f"{written} au plus"


def test_a_diagnostic_is_told_once_and_in_order_of_file_and_line():
    diagnostics = Diagnostics()
    for path, line in [("b", 1), ("a", 10), ("a", 2), ("b", 1)]:
        diagnostics.add(Diagnostic(path, line, "x"))
    assert [(diagnostic.path, diagnostic.line) for diagnostic in diagnostics.errors] == [
        ("a", 2),
        ("a", 10),
        ("b", 1),
    ]


@pytest.mark.parametrize(
    ("name", "known", "found"),
    [
        ("fête 2.jpg", ["fete 2.jpg", "fete.jpg"], "fete 2.jpg"),
        ("LOGO.png", ["logo.png"], "logo.png"),
        ("rien.pdf", ["affiche.jpg"], None),
        ("x", [], None),
    ],
)
def test_nearest(name: str, known: list[str], found: str | None):
    assert nearest(name, known) == found


@pytest.mark.parametrize(
    ("name", "known", "found"),
    [
        ("titel", "title", "title"),
        ("tilte", "title", "title"),
        ("permalien", "permalink", "permalink"),
        ("nbps", "nbsp", "nbsp"),
        ("blog", "logo", None),
        ("int", "input", None),
        ("time", "title", None),
        ("pdf_description", "description", None),
        ("redirect_to", "redirect_from", None),
    ],
)
def test_a_slip_is_of_a_letter_or_two(name: str, known: str, found: str | None):
    assert typo(name, [known]) == found


@given(name=text("aeéilnrst-", max_size=9), others=sets(text("aeilnrst-", max_size=9), max_size=12))
def test_the_nearest_name_is_the_one_that_a_whole_comparison_finds(name: str, others: set[str]):
    plain = name.replace("é", "e")
    found = difflib.get_close_matches(plain, sorted(others), n=1, cutoff=0.6)
    assert nearest(name, others) == (found[0] if found else None)
