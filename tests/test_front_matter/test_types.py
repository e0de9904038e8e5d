"""The types of front matter, and what each refuses."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from front_matter import Value, types
from front_matter.schema import BadValue


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
    ("written", "read"), [("0", 0), ("-2", -2), ("1.5", 1.5), ("007", 7), ("+3", 3)]
)
def test_numbers(written: str, read: float):
    assert types.number(plain(written)) == read


@pytest.mark.parametrize("written", ["un", "1,5", "1e400", "0x10", "٣x", "nan", ""])
def test_what_is_no_number(written: str):
    with pytest.raises(BadValue):
        types.number(plain(written))


TWO_HOURS = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-03-12", date(2026, 3, 12)),
        ("2026-3-2", date(2026, 3, 2)),
        ("2026-03-12 18:30", datetime(2026, 3, 12, 18, 30)),
        ("2026-03-12T18:30:05", datetime(2026, 3, 12, 18, 30, 5)),
        ("2026-03-12 18:30:00 +0200", datetime(2026, 3, 12, 18, 30, tzinfo=TWO_HOURS)),
        ("2026-03-12 18:30:00Z", datetime(2026, 3, 12, 18, 30, tzinfo=UTC)),
    ],
)
def test_moments(written: str, read: date):
    assert types.moment(plain(written)) == read


@pytest.mark.parametrize(
    "written", ["06/09/2025", "2025", "18h30", "2026-02-30", "2026-03-12 25:00", "mars 2026"]
)
def test_what_is_no_moment(written: str):
    with pytest.raises(BadValue):
        types.moment(plain(written))


def test_a_list_may_be_written_with_commas():
    assert types.text_list(plain("coop, énergie")) == ["coop", "énergie"]
    assert types.text_list(Value([plain("a"), plain(" b ")], 1)) == ["a", "b"]


def test_one_of_names_the_nearest():
    with pytest.raises(BadValue, match="Vouliez-vous dire « annulé »"):
        types.one_of(["prévu", "annulé"])(plain("annule"))
