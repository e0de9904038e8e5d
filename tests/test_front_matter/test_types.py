"""The types of front matter, and what each refuses."""

import pytest

from jekyll.front_matter import Value, data_types, types
from jekyll.front_matter.schema import BadValue


def plain(text: str) -> Value:
    return Value(text, 1, is_plain=True)


@pytest.mark.parametrize(
    ("written", "read"),
    [("true", True), ("True", True), ("on", True), ("no", False), ("FALSE", False)],
)
def test_booleans(written: str, read: bool):
    assert types.boolean(plain(written)) is read


@pytest.mark.parametrize("value", [plain("oui"), plain("1"), Value("true", 1), Value([], 1)])
def test_what_is_no_boolean(value: Value):
    with pytest.raises(BadValue):
        types.boolean(value)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Venez&nbsp;! R&eacute;sum&#233;", "Venez\u00a0! Résumé"),
        ("a &lt; b&#10; c &#x20AC;", "a < b c €"),
        ("R&D; AT&T &copy &bal; &#1;", "R&D; AT&T &copy &bal;"),
    ],
)
def test_the_signs_that_a_line_names_are_read(written: str, read: str):
    assert data_types.line(plain(written)) == read


@pytest.mark.parametrize(
    ("written", "read"), [("0", 0), ("-2", -2), ("1.5", 1.5), ("007", 7), ("+3", 3)]
)
def test_numbers(written: str, read: float):
    assert types.number(plain(written)) == read


@pytest.mark.parametrize("written", ["un", "1,5", "1e400", "0x10", "٣x", "nan", ""])
def test_what_is_no_number(written: str):
    with pytest.raises(BadValue):
        types.number(plain(written))


def test_a_list_may_be_written_with_commas():
    assert types.text_list(plain("coop, énergie")) == ["coop", "énergie"]
    assert types.text_list(Value([plain("a"), plain(" b ")], 1)) == ["a", "b"]
    with pytest.raises(BadValue, match="Écrivez une liste"):
        types.text_list(Value({"a": plain("b")}, 1))


def test_one_of_names_the_nearest():
    with pytest.raises(BadValue, match="Vouliez-vous dire « annulé »"):
        types.one_of(["prévu", "annulé"])(plain("annule"))
