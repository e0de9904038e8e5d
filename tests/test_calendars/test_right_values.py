"""When the events of calendars are: each case with the dates that a person would write."""

import pytest

from calendar_support import FIRST, LAST, calendar, read, shown, told
from commands.calendar_fetch.calendar_reader import read_calendar
from commands.calendar_fetch.ics_text import NotACalendar

PARIS = "DTSTART;TZID=Europe/Paris:"
WEEKLY = f"{PARIS}20261203T183000\nRRULE:FREQ=WEEKLY;COUNT=3"
ZONE_OF_ITS_OWN = (
    "BEGIN:VTIMEZONE TZID:Chez_nous BEGIN:STANDARD DTSTART:16010101T000000 TZOFFSETFROM:-0500"
    " TZOFFSETTO:-0500 END:STANDARD END:VTIMEZONE"
)
# fmt: off
CASES = {
    "1. a zone of Windows": (
        "DTSTART;TZID=Romance Standard Time:20260701T183000",
        ["2026-07-01 18:30+02:00"]),
    "1. a zone that the calendar brings": (
        "DTSTART;TZID=Chez_nous:20260701T120000", ["2026-07-01 19:00+02:00"], ZONE_OF_ITS_OWN),
    "2. a name of Outlook's alone": (
        'DTSTART;TZID="(UTC+01:00) Brussels, Copenhagen, Madrid, Paris":20260701T183000',
        ["2026-07-01 18:30+02:00"]),
    "2. the same without its quotes": (
        "DTSTART;TZID=(UTC+01:00) Brussels, Copenhagen, Madrid, Paris:20261201T183000",
        ["2026-12-01 18:30+01:00"]),
    "2. an offset for a name, without quotes": (
        "DTSTART;TZID=GMT+01:00:20260701T183000", ["2026-07-01 18:30+02:00"]),
    "2. the name of a folder of zones": (
        "DTSTART;TZID=Europe:20260701T183000", ["2026-07-01 18:30+02:00"]),
    "2. a zone without a name": (
        "DTSTART;TZID=Customized Time Zone:20260701T183000", ["2026-07-01 18:30+02:00"]),
    "3. no zone": ("DTSTART:20260701T183000", ["2026-07-01 18:30+02:00"]),
    "4. UTC, and the zone of the calendar": (
        "DTSTART:20261022T163000Z\nRRULE:FREQ=WEEKLY;COUNT=2",
        ["2026-10-22 18:30+02:00", "2026-10-29 18:30+01:00"], "X-WR-TIMEZONE:Europe/Paris"),
    "4. UTC alone moves with the sun": (
        "DTSTART:20261022T163000Z\nRRULE:FREQ=WEEKLY;COUNT=2",
        ["2026-10-22 18:30+02:00", "2026-10-29 17:30+01:00"]),
    "5. UNTIL local, as the start is": (
        f"{PARIS}20261203T183000\nRRULE:FREQ=WEEKLY;UNTIL=20261217T183000",
        ["2026-12-03 18:30+01:00", "2026-12-10 18:30+01:00", "2026-12-17 18:30+01:00"]),
    "5. UNTIL a day, for hours": (
        f"{PARIS}20261203T233000\nRRULE:FREQ=WEEKLY;UNTIL=20261210",
        ["2026-12-03 23:30+01:00", "2026-12-10 23:30+01:00"]),
    "5. UNTIL an hour, for days": (
        "DTSTART;VALUE=DATE:20261203\nRRULE:FREQ=WEEKLY;UNTIL=20261209T230000Z",
        ["2026-12-03", "2026-12-10"]),
    "5. UNTIL across a change of hour": (
        f"{PARIS}20261015T183000\nRRULE:FREQ=WEEKLY;UNTIL=20261029T173000Z",
        ["2026-10-15 18:30+02:00", "2026-10-22 18:30+02:00", "2026-10-29 18:30+01:00"]),
    "6. EXDATE in UTC": (
        f"{WEEKLY}\nEXDATE:20261210T173000Z",
        ["2026-12-03 18:30+01:00", "2026-12-17 18:30+01:00"]),
    "6. EXDATE a day": (
        f"{WEEKLY}\nEXDATE;VALUE=DATE:20261210",
        ["2026-12-03 18:30+01:00", "2026-12-17 18:30+01:00"]),
    "6. EXDATE without its zone": (
        f"{WEEKLY}\nEXDATE:20261210T183000,20261217T183000", ["2026-12-03 18:30+01:00"]),
    "9. the end of days is not part of them": (
        "DTSTART;VALUE=DATE:20260710\nDTEND;VALUE=DATE:20260713", ["2026-07-10 > 2026-07-12"]),
    "9. a day that ends on the same": (
        "DTSTART;VALUE=DATE:20260710\nDTEND;VALUE=DATE:20260710", ["2026-07-10"]),
    "9. a day without an end": ("DTSTART;VALUE=DATE:20260710", ["2026-07-10"]),
    "9. days by their number": (
        "DTSTART;VALUE=DATE:20260710\nDURATION:P3D", ["2026-07-10 > 2026-07-12"]),
    "10. an hour that clocks skip": (f"{PARIS}20260329T023000", ["2026-03-29 03:30+02:00"]),
    "10. the same in a series": (
        f"{PARIS}20260328T023000\nRRULE:FREQ=DAILY;COUNT=3",
        ["2026-03-28 02:30+01:00", "2026-03-29 03:30+02:00", "2026-03-30 02:30+02:00"]),
    "10. an hour that comes twice is the first": (
        f"{PARIS}20261025T023000", ["2026-10-25 02:30+02:00"]),
    "an end before its start is none": (
        f"{PARIS}20260701T183000\nDTEND;TZID=Europe/Paris:20260701T173000",
        ["2026-07-01 18:30+02:00"]),
    "an end of another kind is none": (
        f"{PARIS}20260701T183000\nDTEND;VALUE=DATE:20260701", ["2026-07-01 18:30+02:00"]),
    "an end that is the start": (
        "DTSTART:20260701T163000Z\nDTEND:20260701T163000Z", ["2026-07-01 18:30+02:00"]),
    "hours last as clocks count them not": (
        f"{PARIS}20261024T220000\nDURATION:PT8H",
        ["2026-10-24 22:00+02:00 > 2026-10-25 05:00+01:00"]),
    "days last as calendars count them": (
        f"{PARIS}20261024T180000\nDURATION:P1DT2H",
        ["2026-10-24 18:00+02:00 > 2026-10-25 20:00+01:00"]),
    "an exhibition that began long ago": (
        "DTSTART;VALUE=DATE:20251101\nDTEND;VALUE=DATE:20260302",
        ["2025-11-01 > 2026-03-01"]),
    "added dates": (
        f"{PARIS}20261203T183000\nRDATE;TZID=Europe/Paris:20261208T200000",
        ["2026-12-03 18:30+01:00", "2026-12-08 20:00+01:00"]),
    "added dates that tell their ends": (
        f"{PARIS}20261203T180000\nDURATION:PT1H\nRDATE;VALUE=PERIOD:20261208T190000Z/PT2H,"
        "20261209T190000Z/20261209T220000Z",
        ["2026-12-03 18:00+01:00 > 2026-12-03 19:00+01:00",
         "2026-12-08 20:00+01:00 > 2026-12-08 22:00+01:00",
         "2026-12-09 20:00+01:00 > 2026-12-09 23:00+01:00"]),
    # What users of other programs have met.
    "UNTIL before the first": (
        f"{PARIS}20260712T140000\nRRULE:FREQ=MONTHLY;UNTIL=20260501T215959Z;BYDAY=4SA", []),
    "UNTIL on the morning of the next": (
        f"{PARIS}20261203T183000\nRRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20261210T075959Z;BYDAY=TH",
        ["2026-12-03 18:30+01:00"]),
    "UNTIL at the end of the last": (
        f"{PARIS}20261203T183000\nDTEND;TZID=Europe/Paris:20261203T200000\n"
        "RRULE:FREQ=WEEKLY;UNTIL=20261210T190000Z;BYDAY=TH;WKST=MO",
        ["2026-12-03 18:30+01:00 > 2026-12-03 20:00+01:00",
         "2026-12-10 18:30+01:00 > 2026-12-10 20:00+01:00"]),
    "midnight of elsewhere is left out of days": (
        "DTSTART;VALUE=DATE:20261203\nRRULE:FREQ=WEEKLY;COUNT=3\n"
        "EXDATE;TZID=Tokyo Standard Time:20261210T000000", ["2026-12-03", "2026-12-17"]),
    "EXDATE of no date": (
        f"{WEEKLY}\nEXDATE;TZID=Europe/Paris:20261211T183000\nEXDATE:n'importe quoi",
        ["2026-12-03 18:30+01:00", "2026-12-10 18:30+01:00", "2026-12-17 18:30+01:00"]),
    "EXDATE of which one alone can be read": (
        f"{WEEKLY}\nEXDATE;TZID=Europe/Paris:jamais,20261210T183000,",
        ["2026-12-03 18:30+01:00", "2026-12-17 18:30+01:00"]),
    "EXDATE at midnight of here is left out of days by that day alone": (
        "DTSTART;VALUE=DATE:20261209\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE:20261209T230000Z\n"
        "EXDATE;TZID=Europe/Paris:20261211T000000", ["2026-12-09", "2026-12-12"]),
    "a rule leaves out": (
        f"{PARIS}20261203T183000\nRRULE:FREQ=WEEKLY;COUNT=4\nEXRULE:FREQ=MONTHLY;BYDAY=2TH",
        ["2026-12-03 18:30+01:00", "2026-12-17 18:30+01:00", "2026-12-24 18:30+01:00"]),
    "a rule leaves out days, until one": (
        "DTSTART;VALUE=DATE:20261203\nRRULE:FREQ=DAILY;COUNT=5\n"
        "EXRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20261205", ["2026-12-04", "2026-12-06", "2026-12-07"]),
    "a rule written with spaces": (
        f"{PARIS}20261204T183000\nRRULE: FREQ=WEEKLY; COUNT=2; BYDAY=FR",
        ["2026-12-04 18:30+01:00", "2026-12-11 18:30+01:00"]),
    "an end in the hour that clocks skip": (
        f"{PARIS}20260328T023000\nDTEND;TZID=Europe/Paris:20260328T033000\n"
        "RRULE:FREQ=DAILY;COUNT=2",
        ["2026-03-28 02:30+01:00 > 2026-03-28 03:30+01:00", "2026-03-29 03:30+02:00"]),
    "RDATE after UNTIL": (
        f"{PARIS}20261203T183000\nRRULE:FREQ=WEEKLY;UNTIL=20261203T173000Z\n"
        "RDATE;TZID=Europe/Paris:20261231T183000",
        ["2026-12-03 18:30+01:00", "2026-12-31 18:30+01:00"]),
    "lines that are none": (
        "REFRESH-INTERVAL:VALUE=DURATION:PT1H\nX-Link;=:é\nJOURS FÉRIÉS\n"
        "DTSTART;VALUE=DATE-TIME:20260701T183000", ["2026-07-01 18:30+02:00"]),
    "spaces after a value": ("DTSTART:20260701T163000Z \t", ["2026-07-01 18:30+02:00"]),
    "a zone with the name of a vendor": (
        "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Paris:20260701T183000",
        ["2026-07-01 18:30+02:00"]),
    "days a year": (
        "DTSTART;VALUE=DATE:20190101\nRRULE:FREQ=YEARLY", ["2026-01-01", "2027-01-01"]),
    "the last Friday": (
        f"{PARIS}20261030T183000\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3",
        ["2026-10-30 18:30+01:00", "2026-11-27 18:30+01:00", "2026-12-25 18:30+01:00"]),
}
MOVED = "RECURRENCE-ID;TZID=Europe/Paris:20261210T183000\n"
SERIES = {
    "7. one moved to another day": (
        f"{MOVED}{PARIS}20261211T200000",
        ["2026-12-03 18:30+01:00", "2026-12-11 20:00+01:00", "2026-12-17 18:30+01:00"]),
    "7. by a name in UTC": (
        f"RECURRENCE-ID:20261210T173000Z\n{PARIS}20261211T200000",
        ["2026-12-03 18:30+01:00", "2026-12-11 20:00+01:00", "2026-12-17 18:30+01:00"]),
    "7. by a day": (
        f"RECURRENCE-ID;VALUE=DATE:20261210\n{PARIS}20261211T200000",
        ["2026-12-03 18:30+01:00", "2026-12-11 20:00+01:00", "2026-12-17 18:30+01:00"]),
    "7. moved out of the year": (
        f"{MOVED}{PARIS}20300101T200000",
        ["2026-12-03 18:30+01:00", "2026-12-17 18:30+01:00"]),
    "7. moved from one date on": (
        f"RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Paris:20261210T183000\n"
        f"{PARIS}20261210T200000",
        ["2026-12-03 18:30+01:00", "2026-12-10 20:00+01:00", "2026-12-17 20:00+01:00"]),
    "7. moved from one date on, and one of these left out": (
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261210T173000Z\n"
        f"{PARIS}20261211T200000\nEND:VEVENT\nBEGIN:VEVENT\nUID:s\nSEQUENCE:1\n{WEEKLY}\n"
        "EXDATE:20261217T173000Z",
        ["2026-12-03 18:30+01:00", "2026-12-11 20:00+01:00"]),
    "8. one called off": (
        f"{MOVED}{PARIS}20261210T183000\nSTATUS:CANCELLED",
        ["2026-12-03 18:30+01:00", "2026-12-10 18:30+01:00 annulé", "2026-12-17 18:30+01:00"]),
    "8. one called off, of which no more is told": (
        f"{MOVED}STATUS:CANCELLED",
        ["2026-12-03 18:30+01:00", "2026-12-10 18:30+01:00 annulé", "2026-12-17 18:30+01:00"]),
    "15. one that is private": (
        f"{MOVED}{PARIS}20261211T200000\nCLASS:PRIVATE",
        ["2026-12-03 18:30+01:00", "2026-12-17 18:30+01:00"]),
    "21. one that is not certain": (
        f"{MOVED}{PARIS}20261211T200000\nSTATUS:TENTATIVE",
        ["2026-12-03 18:30+01:00", "2026-12-17 18:30+01:00"]),
    "20. one told twice": (
        f"{MOVED}{PARIS}20261211T200000\nSEQUENCE:2\nEND:VEVENT\nBEGIN:VEVENT\nUID:s\n"
        f"{MOVED}{PARIS}20261212T200000\nSEQUENCE:1",
        ["2026-12-03 18:30+01:00", "2026-12-11 20:00+01:00", "2026-12-17 18:30+01:00"]),
}
# fmt: on


@pytest.mark.parametrize("name", CASES)
def test_when_an_event_is(name: str):
    event, dates, *head = CASES[name]
    assert told(event, head=head[0] if head else "") == dates


@pytest.mark.parametrize("name", SERIES)
@pytest.mark.parametrize("is_first", [True, False])
def test_when_one_of_a_series_is(name: str, is_first: bool):
    one, dates = SERIES[name]
    events = [f"UID:s\n{WEEKLY}", f"UID:s\n{one}"]
    assert told(*(events if is_first else events[::-1])) == dates


def test_dates_moved_from_one_on_each_have_a_name():
    on = f"UID:s\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261210T173000Z\n{PARIS}20261210T200000"
    found, _ = read(f"UID:s\n{WEEKLY}", on)
    slots = [f"{one.recurrence_id:%m-%d %H:%M}" for one in found]
    assert slots == ["12-03 18:30", "12-10 18:30", "12-17 18:30"]


def test_what_a_zone_that_is_not_known_is_taken_for_is_told():
    _, notes = read(CASES["2. a zone without a name"][0])
    told_of = {"fuseau horaire inconnu : l'heure est prise pour celle d'ici"}
    assert (notes.keys(), [*notes.values()]) == (told_of, [(1, "Customized Time Zone")])


@pytest.mark.parametrize("privacy", ["PRIVATE", "confidential", "X-PERSONNEL"])
def test_15_what_is_private_is_not_kept(privacy: str):
    assert told(f"CLASS:{privacy}\n{WEEKLY}", f"CLASS:PUBLIC\n{PARIS}20260701T183000") == [
        "2026-07-01 18:30+02:00"
    ]
    # Nor are the dates that are told apart of a series that is.
    moved = f"UID:s\n{MOVED}{PARIS}20261211T200000"
    assert told(f"UID:s\nCLASS:{privacy}\n{WEEKLY}", moved) == []


def test_15_what_is_private_is_not_named_in_messages():
    secret = "CLASS:CONFIDENTIAL\nUID:a\nSUMMARY:Licenciement\nDTSTART:"
    end = "DTEND:20260701T100000Z"
    found, notes = read(
        f"{secret}n'importe quand", f"{secret}20260701T163000Z\n{end}", f"{secret}20260702T163000Z"
    )
    assert found == []
    assert notes == {"illisible": (1, "")}


def test_20_the_highest_sequence_then_the_latest_change():
    first = f"UID:a\nSEQUENCE:2\n{PARIS}20260701T183000"
    second = f"UID:a\nSEQUENCE:1\nLAST-MODIFIED:20260601T000000Z\n{PARIS}20260702T183000"
    third = f"UID:a\nSEQUENCE:2\nLAST-MODIFIED:20260501T000000Z\n{PARIS}20260703T183000"
    for order in ((first, second, third), (third, second, first)):
        assert told(*order) == ["2026-07-03 18:30+02:00"]
    # What is told twice alike is told once, without a word; two of one name are told.
    assert read(first, first)[1] == {}
    assert len(read(first, f"UID:a\nSEQUENCE:2\n{PARIS}20260702T183000")[1]) == 1
    # One that goes on to another year takes the old one along.
    assert told(first, f"UID:a\nSEQUENCE:3\n{PARIS}20310701T183000") == []


def test_21_what_is_not_certain_is_asked_for():
    event = f"{PARIS}20260701T183000\nSTATUS:TENTATIVE"
    assert told(event) == []
    assert told(event, has_tentative=True) == ["2026-07-01 18:30+02:00"]


EVENT = f"SUMMARY:Fête de l’été à la Cagette\n{PARIS}20260701T183000"
TEXT = calendar(EVENT)
CUT_AT = TEXT.index("é".encode()) + 1
QUOTED = TEXT.replace(
    EVENT.split("\n", 1)[0].encode(),
    b"SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:F=C3=AAte de l=E2=80=\n=99=C3=A9t=C3=A9 =\n"
    b"=C3=A0 la Cagette",
)
LATIN = TEXT.decode().replace("’", "'")


@pytest.mark.parametrize(
    ("data", "title"),
    [
        pytest.param(TEXT[:CUT_AT] + b"\r\n " + TEXT[CUT_AT:], "Fête", id="11. a fold in a letter"),
        pytest.param(TEXT[:CUT_AT] + b"\n\t" + TEXT[CUT_AT:], "Fête", id="11. a fold by a tab"),
        pytest.param(b"\xef\xbb\xbf" + TEXT, "Fête", id="12. a mark of order"),
        pytest.param(calendar(EVENT, end="\n"), "Fête", id="12. line feeds alone"),
        pytest.param(calendar(EVENT, end="\r"), "Fête", id="12. returns alone"),
        pytest.param(LATIN.encode("latin-1"), "Fête", id="12. latin-1"),
        pytest.param(TEXT.decode().encode("utf-16"), "Fête", id="12. UTF-16"),
        pytest.param(TEXT.replace(b"SUMMARY", b"summary;language=fr"), "Fête", id="small letters"),
        pytest.param(QUOTED, "Fête", id="quoted as mail was"),
        pytest.param(TEXT.replace(b"SUMMARY", b"X: \x00 \r\nSUMMARY"), "Fête", id="a null byte"),
    ],
)
def test_bytes_are_read(data: bytes, title: str):
    found, notes = read_calendar(data, FIRST, LAST)
    assert [one.title.replace("'", "’") for one in found] == ["Fête de l’été à la Cagette"]
    assert not notes


def test_13_one_event_that_cannot_be_read_leaves_the_others():
    found, notes = read("SUMMARY:Mauvais\nDTSTART:20261332T990000Z", EVENT, "SUMMARY:Sans début")
    assert [one.title for one in found] == ["Fête de l’été à la Cagette"]
    assert notes == {"illisible": (2, "Mauvais")}


def test_13_one_that_is_not_closed_leaves_the_others():
    written = calendar(EVENT, f"SUMMARY:Bal\n{PARIS}20260702T183000")
    within = written.replace(b"END:VEVENT", b"BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VEVENT")
    assert [one.title for one in read_calendar(within, FIRST, LAST)[0]][1:] == ["Bal"]
    for missing in (1, 2):
        found, notes = read_calendar(written.replace(b"END:VEVENT\r\n", b"", missing), FIRST, LAST)
        assert ([one.title for one in found], notes) == (["Fête de l’été à la Cagette", "Bal"], {})


@pytest.mark.parametrize("when", ["99991231T235959Z", "00010101T000000", "9999123"])
@pytest.mark.parametrize("more", ["RRULE:FREQ=YEARLY", "DURATION:P1D", "RDATE:99991231T235959Z"])
def test_13_moments_out_of_all_calendars_leave_the_others(when: str, more: str):
    found, notes = read(f"DTSTART:{when}\n{more}", f"{EVENT}\n{more}")
    assert "2026-07-01 18:30+02:00" in [shown(one)[:22] for one in found]
    assert notes["illisible"][0] == 1


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<!DOCTYPE html><title>Connexion</title>", "c'est une page web, pas un agenda"),
        (b'{"error": 1}', "ce n'est pas un agenda (.ics)"),
        (b"", "ce n'est pas un agenda (.ics)"),
        (TEXT[: len(TEXT) // 2], "l'agenda est coupé avant sa fin"),
        (TEXT.removesuffix(b"END:VCALENDAR\r\n"), "l'agenda est coupé avant sa fin"),
    ],
)
def test_14_what_is_no_calendar_is_told(data: bytes, why: str):
    with pytest.raises(NotACalendar, match=f"^{why.replace('(', '[(]').replace(')', '[)]')}$"):
        read_calendar(data, FIRST, LAST)
