"""Calendars that ask for too much, or hold what is not for all: bounded, made plain, told."""

import json
import re
from dataclasses import replace

import pytest

from calendar_support import FIRST, LAST, calendar, read
from commands.calendar_fetch.calendar_reader import read_calendar
from commands.calendar_fetch.ics_events import (
    BAD_RULE,
    TOO_LONG_RULE,
    UNREADABLE_MOMENT,
    WRONG_END,
)
from commands.calendar_fetch.plain_text import https_address, plain_text
from commands.calendar_fetch.reconciliation import named
from content_types.calendars.announcement import as_data

PARIS = "DTSTART;TZID=Europe/Paris:"
RULES = {
    "FREQ=DAILY": 400,
    "FREQ=DAILY;COUNT=999999999": 400,
    "FREQ=SECONDLY": 1,
    "FREQ=MINUTELY;INTERVAL=5": 1,
    "FREQ=HOURLY": 1,
    "FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=0,10,20,30,40": 1,
    "FREQ=DAILY;INTERVAL=0": 1,
    "FREQ=DAILY;COUNT=999999999999999999999": 1,
    "FREQ=SOMETIMES": 1,
    "FREQ=WEEKLY;BYDAY=ZZ": 1,
    "UNTIL=20270101": 1,
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30": 1,
}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_bounded_and_told(rule: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("commands.calendar_fetch.expansion._SECONDS", 0.1)
    series = f"SUMMARY:Série\n{PARIS}20260101T183000\nRRULE:{rule}"
    found, notes = read(series, f"SUMMARY:Fête\n{PARIS}20260701T183000")
    assert [one.title for one in found if one.title == "Fête"] == ["Fête"]
    assert len(found) - 1 == RULES[rule]
    assert len(notes) == 1


def test_many_rules_of_no_date_leave_the_others_whole(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("commands.calendar_fetch.expansion._ALL_SECONDS", 0.1)
    monkeypatch.setattr("commands.calendar_fetch.expansion._SECONDS", 0.1)
    endless = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;INTERVAL="
    series = [f"SUMMARY:Sans fin\n{PARIS}20260101T183000\n{endless}{n}" for n in range(1, 80)]
    good = f"SUMMARY:Bal\n{PARIS}20260101T183000\nRRULE:FREQ=MONTHLY;BYDAY=1TH"
    found, notes = read(*series, good)
    assert sum(one.title == "Bal" for one in found) == 14
    assert (len(found), notes) == (14 + 79, {TOO_LONG_RULE: (79, "Sans fin")})


def test_a_rule_that_gives_no_date_leaves_the_first():
    rule = "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
    assert len(read(f"{PARIS}20260101T183000\n{rule}")[0]) == 1


@pytest.mark.parametrize(
    ("end", "notes"),
    [
        ("DURATION:-PT2H", [WRONG_END]),
        ("DTEND;TZID=Europe/Paris:20260701T173000", [WRONG_END]),
        ("DTEND:demain", [UNREADABLE_MOMENT]),
        ("DURATION:2 heures", [UNREADABLE_MOMENT]),
        ("RRULE:FREQ=DAILY;COUNT=1\nEXDATE:20260702T173000Z,jamais", [UNREADABLE_MOMENT]),
        ("RRULE:FREQ=DAILY;COUNT=1\nEXRULE:FREQ=SECONDLY", [BAD_RULE]),
        ("RRULE:FREQ=DAILY;COUNT=1\nEXRULE:FREQ=WEEKLY;BYDAY=FR", []),
        ("RRULE:FREQ=DAILY;COUNT=1\nEXDATE:\nRDATE:20260701T163000Z", []),
    ],
)
def test_what_is_wrong_with_a_moment_is_told(end: str, notes: list[str]):
    found, told = read(f"{PARIS}20260701T183000\n{end}")
    assert ([one.end for one in found], list(told)) == ([None], notes)


def test_of_too_many_events_the_first_are_kept(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("commands.calendar_fetch.ics_text.MOST_EVENTS", 500)
    events = [f"UID:{n}\nDTSTART;VALUE=DATE:2026{n % 12 + 1:02}11" for n in range(600)]
    found, notes = read_calendar(calendar(*events), FIRST, LAST)
    assert len(found) == 500
    assert sum(one.start.month == 1 for one in found) == 42
    assert [count for count, _ in notes.values()] == [100]


ADDRESSES = [
    "jean5 @ exemple.fr",
    '"Jean Onze"@exemple.fr',
    "jean6﹫exemple.fr",
    "jean＠exemple.fr",
    "jean AT exemple DOT fr",
    "jean arobase exemple point fr",
    "jean [at] exemple.fr",
    "jean (à) exemple.fr",
    "jean(at)exemple(dot)fr",
    "jean  ( at )  sous.exemple [point] fr",
]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<b>Fête</b> &amp; co", "Fête & co"),
        ("<p onclick=x()>Bonjour <script>x()</script><a href='javascript:x()'>ici</a></p>",
         "Bonjour ici"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Fête", "Fête"),
        ("Fête <3 & 2 < 4", "Fête <3 & 2 < 4"),
        ("Écrire à personne@coop.example.", "Écrire à ."),
        ("Anne <mailto:anne@coop.example>, salle 2", "Anne, salle 2"),
        ("anne [at] coop [dot] example ou anne(arobase)coop.example", "ou"),
        ("anne@\u200bcoop.example", ""),
        ("<a href='mailto:a@b.example'>a&#64;b.example</a>", ""),
        *[(f"avant {it} après", "avant après") for it in ADDRESSES],
        *[(it, it) for it in ("Bal @ la Halle. Venez", "At home, un point c'est tout")],
        ("Bal (à) Lunel.", "Bal (à) Lunel."),
        ("a\u202egnp.exe\x1b[2J\n\tb", "agnp.exe[2J b"),
        ("mot " * 200, f"{('mot ' * 149).strip()}…"),
        (f"Bal{'<div>' * 100_000}sans fin", "Bal"),
    ],
)  # fmt: skip
def test_texts_are_made_plain(text: str, plain: str):
    assert plain_text(text, 600) == plain


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://coop.example/fete", True),
        ("http://coop.example/fete", False),
        ("javascript:x()", False),
        ("https://moi@coop.example/", False),
        ("https://coop.example/?mail=anne%40coop.example", False),
        ("https://coop.example/a b", False),
        ("data:text/html,x", False),
    ],
)
def test_addresses_are_of_the_web_and_over_https(address: str, kept: bool):
    assert https_address(address) == (address if kept else "")


PEOPLE = """SUMMARY:Chorale avec Anne <anne@coop.example>
DTSTART;TZID=Europe/Paris:20260701T183000
ORGANIZER;CN=Anne Lhote:mailto:anne@coop.example
ATTENDEE;CN=Boris Petit;EMAIL=boris@coop.example:mailto:boris@coop.example
CONTACT:Chloé Roux\\, chloe@coop.example
COMMENT:Dit par Boris
DESCRIPTION:Écrire à anne@coop.example ou <a href="mailto:boris@coop.example">à Boris</a>
LOCATION:Chez Anne\\, anne@coop.example
URL:mailto:anne@coop.example
X-ORGANIZER:anne@coop.example
ATTACH:https://coop.example/liste-des-membres
BEGIN:VALARM
ATTENDEE:mailto:denis@coop.example
DESCRIPTION:Rappel à denis@coop.example
END:VALARM"""


@pytest.mark.parametrize(
    "more",
    ["", "UID:anne@coop.example", "RRULE:FREQ=DAILY;COUNT=2", "CATEGORIES:a@b.example"],
)
def test_nobody_is_kept(more: str):
    found, _ = read(f"{PEOPLE}\n{more}".strip())
    assert found
    told = json.dumps([as_data(replace(one, uid="")) for one in found], ensure_ascii=False)
    assert not re.search(r"@|Lhote|Boris Petit|Chloé|Roux|Dit par|membres|Rappel", told)
    assert not any("anne@" in one.uid for one in found)


@pytest.mark.parametrize(
    ("uid", "is_kept"),
    [
        ("marie.curie@gmail.com", False),
        ("marie.curie84@coop.example", False),
        ("20260701-marie.curie@orange.fr", False),
        ("mailto:marie@coop.example", False),
        ("marie%40coop.example", False),
        ("040000008200E00074C5B7101A82E008", True),
        ("5k3jq1m0c2@google.com", True),
        ("2026-07-01-bal@coop.example", True),
        ("14", True),
    ],
)
def test_an_identifier_that_is_of_somebody_is_not_kept(uid: str, is_kept: bool):
    found, _ = read(f"UID:{uid}\n{PARIS}20260701T183000")
    assert (found[0].uid == uid) is is_kept
    again = named(found, [replace(found[0], uid=uid, id="ici")], "https://coop.example/a.ics")
    assert [(one.id, one.uid) for one in again] == [("ici", found[0].uid)]


def test_only_known_facts_are_kept():
    found, _ = read(PEOPLE)
    assert as_data(found[0]).keys() <= set(
        "uid title start end place address online url status text categories sequence".split()
    )
