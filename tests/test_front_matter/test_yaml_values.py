"""YAML as members write it: what other loaders were seen to get wrong."""

from __future__ import annotations

import pytest

from faults import ContentError, Faults
from front_matter import Value, parse_mapping


def parse(text: str) -> dict[str, Value]:
    faults = Faults()
    values = parse_mapping(text, "x.md", faults, first_line=2)
    assert not faults.found
    return values


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param('"Accueil"', "Accueil", id="quotes are not part of it"),
        pytest.param("18:30", "18:30", id="an hour is not 1110"),
        pytest.param("2025", "2025", id="a year stays text"),
        pytest.param("1.10", "1.10", id="a number keeps its zero"),
        pytest.param("yes", "yes", id="yes stays a word"),
        pytest.param("L’été, c'est là", "L’été, c'est là", id="apostrophes"),
        pytest.param('"dit \\"oui\\""', 'dit "oui"', id="escaped quotes"),
        pytest.param("'l''été'", "l'été", id="doubled quote"),
        pytest.param("a # b", "a", id="comment"),
        pytest.param("a#b", "a#b", id="sign in a word"),
    ],
)
def test_a_scalar_is_the_text_that_was_typed(written: str, read: str):
    assert parse(f"title: {written}\n")["title"].content == read


def test_a_key_named_yes_is_a_key():
    assert list(parse("yes: 1\nno: 2\n")) == ["yes", "no"]


def test_a_bracket_left_open_is_told_on_its_line():
    faults = Faults()
    with pytest.raises(ContentError):
        parse_mapping("title: a\nin_menu: [oui\n", "x.md", faults, first_line=2)
    assert str(faults.errors[0]) == (
        "x.md:3 : l'en-tête ne se lit pas : « in_menu: [oui ». "
        'Mettez la valeur entre guillemets : in_menu: "[oui"'
    )


def test_values_know_their_line():
    values = parse("title: A\n\norder: 2\n")
    assert [(key, value.line) for key, value in values.items()] == [("title", 2), ("order", 4)]


@pytest.mark.parametrize("written", ["", "~", "null", "Null"])
def test_null_in_each_of_its_spellings(written: str):
    assert parse(f"order: {written}\n")["order"].is_null


def test_the_quoted_text_null_is_no_null():
    assert not parse('title: "null"\n')["title"].is_null


@pytest.mark.parametrize("text", ["", "# rien\n", "\n\n"])
def test_no_keys(text: str):
    assert parse(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: " + "[" * 5000, id="brackets without end"),
        pytest.param("a: &x [1]\nb: [*x, *x]\n", id="aliases"),
        pytest.param("a: " + "x" * 200_000, id="very long"),
        pytest.param("? [a]\n: b\n", id="a key that is a list"),
        pytest.param("a: !!python/object:os.system x\n", id="a tag"),
        pytest.param("a: \x07\n", id="a control character"),
    ],
)
def test_hostile_yaml_is_one_fault(text: str):
    faults = Faults()
    with pytest.raises(ContentError):
        parse_mapping(text, "x.md", faults, first_line=2)
    assert len(faults.errors) == 1
    assert faults.errors[0].line >= 2
