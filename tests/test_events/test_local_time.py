"""Dates and hours as members write them, and what is refused."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_types.events.local_time import as_utc, exists, moment, moment_or_hour
from core.clock import ZONE
from jekyll.front_matter import Value
from jekyll.front_matter.schema import BadValue
from support import paris


def plain(text: str) -> Value:
    return Value(text, 1, is_plain=True)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("2026-03-12", date(2026, 3, 12), id="a day"),
        pytest.param("12/03/2026", date(2026, 3, 12), id="a French day"),
        pytest.param("1/3/2026", date(2026, 3, 1), id="no zero before"),
        pytest.param("  2026-03-12  ", date(2026, 3, 12), id="spaces around"),
        pytest.param("2028-02-29", date(2028, 2, 29), id="a leap day"),
        pytest.param("2026-03-12 18:30", paris(2026, 3, 12, 18, 30), id="a day and an hour"),
        pytest.param("2026-03-12T18:30", paris(2026, 3, 12, 18, 30), id="the T of ISO 8601"),
        pytest.param("2026-03-12 18:30:00", paris(2026, 3, 12, 18, 30), id="seconds"),
        pytest.param("2026/3/12 18:30", paris(2026, 3, 12, 18, 30), id="slashes"),
        pytest.param("12/03/2026 18h30", paris(2026, 3, 12, 18, 30), id="a French hour"),
        pytest.param("12/03/2026 18H30", paris(2026, 3, 12, 18, 30), id="a capital H"),
        pytest.param("12/03/2026 18 h", paris(2026, 3, 12, 18), id="no minutes"),
        pytest.param("12/03/2026 18\u00a0h\u00a030", paris(2026, 3, 12, 18, 30), id="no-break"),
        pytest.param("12/03/2026 à 9h", paris(2026, 3, 12, 9), id="with a preposition"),
        pytest.param("12/03/2026, a\u0300 9h", paris(2026, 3, 12, 9), id="accent apart (macOS)"),
        pytest.param("2026-03-12 0:00", paris(2026, 3, 12), id="midnight"),
        pytest.param("2026-03-12 18:30 +00:00", paris(2026, 3, 12, 19, 30), id="an offset"),
        pytest.param("2026-03-12 18:30 -0130", paris(2026, 3, 12, 21), id="one without colon"),
        pytest.param("2026-03-12 18:30 +2", paris(2026, 3, 12, 17, 30), id="one of one digit"),
        pytest.param("2026-03-12 18:30:00.25 UTC", paris(2026, 3, 12, 19, 30), id="named UTC"),
        pytest.param("2026-07-12T23:30Z", paris(2026, 7, 13, 1, 30), id="UTC, the next day"),
        pytest.param("2026-03-29 03:00", paris(2026, 3, 29, 3), id="just after the gap"),
        pytest.param("12 mars 2026", date(2026, 3, 12), id="words"),
        pytest.param("12/03/26", date(2026, 3, 12), id="two digits of year"),
        pytest.param("12.3.26 18.30", paris(2026, 3, 12, 18, 30), id="points"),
        pytest.param("12-03-2026", date(2026, 3, 12), id="dashes"),
        pytest.param("20260312", date(2026, 3, 12), id="no sign between"),
        pytest.param("1er août 2026, à midi", paris(2026, 8, 1, 12), id="the first, at noon"),
        pytest.param("Jeu. 12 Mars 2026 - 18 h", paris(2026, 3, 12, 18), id="a short weekday"),
        pytest.param(
            "le jeudi 12 MARS 2026 à 18\u202fh\u00a030", paris(2026, 3, 12, 18, 30), id="a sentence"
        ),
        pytest.param("mar. 10 mars 2026 dès 9 heures", paris(2026, 3, 10, 9), id="Tuesday"),
        pytest.param("12 déc. 2026 18h30", paris(2026, 12, 12, 18, 30), id="a short month"),
        pytest.param("12 fe\u0301vrier 2026", date(2026, 2, 12), id="accent of the month apart"),
        pytest.param(
            "Thursday, March 12th, 2026 at 6:30 p.m.", paris(2026, 3, 12, 18, 30), id="English"
        ),
        pytest.param("Mar 12, 2026 12am", paris(2026, 3, 12), id="midnight in English"),
        pytest.param("Thu, 12 Mar 2026 17:30:00 +0000", paris(2026, 3, 12, 18, 30), id="RFC 5322"),
    ],
)
def test_moments(written: str, read: date):
    assert moment(plain(written)) == read


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("2026-02-30", "Ce jour n'existe pas", id="the 30th of February"),
        pytest.param("29/02/2026", "Ce jour n'existe pas", id="no leap year"),
        pytest.param("03/13/2026", "le mois, 13/03/2026", id="the American order"),
        pytest.param("2026-13-03", "le jour, 2026-03-13", id="the day before the month"),
        pytest.param("31 avril 2026", "Ce jour n'existe pas", id="the 31st in words"),
        pytest.param("2026-03-12 24:00", "Cette heure n'existe pas", id="hour 24"),
        pytest.param("2026-03-12 18:60", "Cette heure n'existe pas", id="minute 60"),
        pytest.param("2026-03-29 02:30", "n'existe pas ce jour-là", id="the clocks go forward"),
        pytest.param("0206-03-12 18:30", "Vérifiez l'année", id="year 206"),
        pytest.param("9999-12-31", "Vérifiez l'année", id="the last year of all"),
        pytest.param("2026-03-12 18:30 +99:00", "décalage", id="an impossible offset"),
        pytest.param("2026-03-12 18:30 +200", "Écrivez par exemple", id="an offset of 3 digits"),
        pytest.param("2026-03/12", "Écrivez par exemple", id="two signs between"),
        pytest.param("vendredi 12 mars 2026", "est un jeudi", id="another weekday"),
        pytest.param("12-03-26", "12/03/2026, ou 26/03/2012", id="which is the year"),
        pytest.param("32.13.26", "Ce jour n'existe pas", id="no year to find"),
        pytest.param("12 mars", "manque l'année", id="no year"),
        pytest.param(
            "12 mars 26", r"\(2026\), ou l.heure avec un h \(26h\)", id="a year or an hour"
        ),
        pytest.param("mars 2026", "manque le jour", id="no day"),
        pytest.param("2026-03", "manque le jour", id="no day in digits"),
        pytest.param("12 mras 2026", "« mars »", id="a typo"),
        pytest.param("12 decembr 2026", "« décembre »", id="a typo of an accented name"),
        pytest.param("12 mars 2026 à minuit", "minuit est 0:00", id="which midnight"),
        pytest.param("samedi prochain", "la date elle-même", id="what time makes false"),
        pytest.param("du 12 au 14 mars 2026", "un seul moment", id="two days"),
        pytest.param("12-14 mars 2026", "un seul moment", id="two days, a dash"),
        pytest.param("12/03/2026 18h30-20h", "un seul moment", id="two hours"),
        pytest.param("12/03/2026 de 18h à 20h", "un seul moment", id="from an hour to another"),
        pytest.param("12 mars 2026 13pm", "Cette heure n'existe pas", id="13 in the afternoon"),
        pytest.param("2026-03-12 18", "avec un h : 18h", id="an hour without h"),
        pytest.param("12 mars 2026 " * 99, "Écrivez par exemple", id="too long"),
        pytest.param("18h30", "Écrivez par exemple", id="an hour alone"),
        pytest.param("٢٠٢٦-03-12", "Écrivez par exemple", id="other digits"),
        pytest.param("", "Écrivez par exemple", id="nothing"),
    ],
)
def test_what_is_no_moment(written: str, expected: str):
    with pytest.raises(BadValue, match=expected):
        moment(plain(written))


NEAR = date(2026, 12, 12)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("samedi 12 décembre", NEAR),
        ("12/12 18h30", paris(2026, 12, 12, 18, 30)),
        ("9 janvier", date(2027, 1, 9)),
        ("1.11", date(2026, 11, 1)),
        ("26-12-12", NEAR),
        ("26/12/2026", date(2026, 12, 26)),
        ("vendredi 12 décembre", "est un samedi"),
        ("29 février", "n'existe pas"),
        ("27/03/25", "27/03/2025, ou 25/03/2027"),
    ],
)
def test_the_name_of_the_file_tells_the_year(written: str, read: date | str):
    if isinstance(read, date):
        assert moment(plain(written), near=NEAR) == read
        return
    with pytest.raises(BadValue, match=read):
        moment(plain(written), near=NEAR)


def test_a_day_and_a_month_that_the_file_s_name_has_the_other_way_round():
    with pytest.raises(BadValue, match="le 3 avril 2026, et le nom du fichier dit le 4 mars 2026"):
        moment(plain("03/04/2026"), near=date(2026, 3, 4))
    assert moment(plain("3 avril 2026"), near=date(2026, 3, 4)) == date(2026, 4, 3)


@pytest.mark.parametrize("content", [[], {}, [plain("2026-03-12")]], ids=["list", "map", "item"])
def test_a_list_is_no_moment(content: list | dict):
    with pytest.raises(BadValue, match="Écrivez par exemple"):
        moment(Value(content, 1))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("21h", time(21), id="an hour"),
        pytest.param("9 h 05", time(9, 5), id="with minutes"),
        pytest.param("21:30", time(21, 30), id="with a colon"),
        pytest.param("2026-03-12", date(2026, 3, 12), id="a day"),
    ],
)
def test_an_hour_alone(written: str, read: time | date):
    assert moment_or_hour(plain(written)) == read


def test_an_impossible_hour_alone():
    with pytest.raises(BadValue, match="Cette heure n'existe pas"):
        moment_or_hour(plain("25h"))


def test_the_hour_that_comes_twice_is_the_first():
    assert as_utc(moment(plain("2026-10-25 02:30"))) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_day_begins_at_its_midnight():
    assert as_utc(date(2026, 7, 14)) == datetime(2026, 7, 13, 22, tzinfo=UTC)


digits_and_signs = st.text("0123456789-/.:hT àZ+ ,\u00a0", max_size=25)
words = st.lists(
    st.sampled_from("le samedi 12 1er mars déc. 2026 26 à 18 h 30 pm midi , - / .".split()),
    max_size=9,
)


@given(st.one_of(st.text(), digits_and_signs, words.map(" ".join), words.map("".join)))
def test_any_text_is_a_moment_or_refused(text: str):
    for read in (moment, moment_or_hour):
        try:
            assert isinstance(read(plain(text)), date | time)
        except BadValue as bad:
            assert bad.expected


@given(
    st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32), st.integers(0, 25),
    st.integers(0, 61), st.sampled_from(["", "Z", "+14:00", "-12:00", " +0100"]),
)  # fmt: skip
def test_any_numbers_are_a_moment_or_refused(year, month, day, hour, minute, offset):
    try:
        read = moment(plain(f"{year:04}-{month:02}-{day:02} {hour}:{minute:02}{offset}"))
    except BadValue:
        return
    assert exists(read)


DAY_FORMS = [
    "{0:%Y-%m-%d}", "{0.year}-{0.month}-{0.day}", "{0:%d/%m/%Y}", "{0.day}/{0.month}/{0.year}",
    "{0:%d.%m.%Y}", "{0:%B %d, %Y}", "{0:%a %d %b %Y}", "{0:%A, %B %d %Y}",
]  # fmt: skip
HOUR_FORMS = [
    " {0:%H:%M}", "T{0:%H:%M}", " {0.hour}h{0:%M}", " {0.hour} h {0:%M}", " à {0.hour}h{0:%M}",
    ", {0:%H:%M}", " {0:%H:%M:%S}",
]  # fmt: skip
days = st.dates(date(1980, 1, 1), date(2199, 12, 31))


@given(days, st.sampled_from(DAY_FORMS))
def test_a_day_reads_back(day: date, form: str):
    read = moment(plain(form.format(day)))
    assert not isinstance(read, datetime)
    assert read == day


@given(
    days, st.integers(0, 23), st.integers(0, 59), st.sampled_from(DAY_FORMS),
    st.sampled_from(HOUR_FORMS),
)  # fmt: skip
def test_an_hour_reads_back(day: date, hour: int, minute: int, form: str, hour_form: str):
    local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)
    text = (form + hour_form).format(local)
    if exists(local):
        assert moment(plain(text)) == local
    else:
        with pytest.raises(BadValue, match="on passe à l'heure d'été"):
            moment(plain(text))
