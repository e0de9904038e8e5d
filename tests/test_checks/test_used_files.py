"""Calendars, feeds, tables, captions and films that pages lead to, each told on its own line."""

from pathlib import Path

import pytest

from checks_support import reported, reported_with_codes
from commands.checks.files.calendars import calendar_diagnostics, cut_card
from commands.checks.files.data_files import broken_row, separator_of
from commands.checks.files.feeds import feed_diagnostics
from commands.checks.files.films_and_sounds import caption_diagnostics
from commands.checks.files.mojibake import find_turned
from commands.checks.html.attributes import quotes_diagnostics
from jekyll.limits import limited
from support import page, write_site

_BEGIN = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bal//FR")
_ZONE = ("BEGIN:VTIMEZONE", "TZID:Chez nous", "END:VTIMEZONE")


def calendar(*events: str, zone: tuple[str, ...] = ()) -> bytes:
    """Return a calendar of which each event begins on a line of its own, the fourth first."""
    lines = [*_BEGIN, *zone]
    for event in events:
        lines += ["BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", *event.split("|")]
        lines.append("END:VEVENT")
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


_DAY, _HOUR = "DTSTART;VALUE=DATE:20260105", "DTSTART:20260105T100000Z"
CALENDARS = {
    "SUMMARY:Bal": ["4 calendrier-incomplet"],
    "DTSTART;TZID=Europe/Pariss:20260105T100000": ["7 calendrier-fuseau-inconnu"],
    f"{_HOUR}|RRULE:COUNT=3": ["8 calendrier-incomplet"],
    f"{_HOUR}|RRULE:FREQ=DAYLY": ["8 calendrier-valeur-illisible"],
    f"{_HOUR}|RRULE:FREQ=DAILY;UNTIL=20260110": ["8 calendrier-fin-d-une-autre-forme"],
    f"{_DAY}|RRULE:FREQ=DAILY;UNTIL=20260110T100000Z": ["8 calendrier-fin-d-une-autre-forme"],
    f"{_HOUR}|RRULE:FREQ=DAILY;COUNT=3;UNTIL=20260110T100000Z": ["8 calendrier-valeurs-contraires"],
    f"{_HOUR}|DTEND;VALUE=DATE:20260106": ["8 calendrier-fin-d-une-autre-forme"],
    f"{_HOUR}|{_HOUR}": ["8 calendrier-valeur-en-double"],
    f"{_HOUR}|DTEND:20260105T110000Z|DURATION:PT1H": ["9 calendrier-valeurs-contraires"],
    f"{_HOUR}|DTEND:20260104T100000Z": ["8 calendrier-fin-avant-debut"],
    "DTSTART:20261305T100000Z": ["7 calendrier-valeur-illisible"],
    f"{_HOUR}|SUMMARY Bal": ["8 calendrier-illisible"],
}
SOUND_CALENDARS = [
    calendar(f"{_HOUR}|DTEND:20260105T110000Z|SUMMARY:Bal|RRULE:FREQ=WEEKLY;BYDAY=MO,-1TU"),
    calendar(f"{_DAY}|DTEND;VALUE=DATE:20260106|RRULE:FREQ=DAILY;UNTIL=20260110"),
    calendar("DTSTART;TZID=Chez nous:20260105T100000", zone=_ZONE),
    calendar("DTSTART;TZID=Romance Standard Time:20260105T100000|DTEND:20260105T080000Z"),
    calendar(_HOUR, f"{_HOUR}|RECURRENCE-ID:20260105T100000Z"),
    calendar(f"{_HOUR}|DESCRIPTION:Un\r\n  bal:\r\n\tici|BEGIN:VALARM|TRIGGER:-PT15M|END:VALARM"),
    calendar(f'{_HOUR}|ATTENDEE;CN="A: b";MEMBER="mailto:a@b.fr","mailto:c@d.fr":mailto:e@f.fr'),
    b"\xef\xbb\xbf" + calendar(_HOUR).replace(b"\r\n", b"\n").replace(b"DTSTART", b"dtstart"),
]


def _said(diagnostics: object) -> list[str]:
    return [f"{one.line} {one.code}" for one in diagnostics]  # type: ignore[attr-defined]


@pytest.mark.parametrize("event", CALENDARS)
def test_each_slip_of_a_calendar_is_told_on_its_line(event: str):
    assert _said(calendar_diagnostics(calendar(event))) == CALENDARS[event]


def test_a_calendar_as_a_whole():
    assert _said(calendar_diagnostics(b"Bonjour")) == ["1 calendrier-illisible"]
    assert _said(calendar_diagnostics(b"<!doctype html>\n")) == ["1 calendrier-illisible"]
    assert _said(calendar_diagnostics(b"BEGIN:VEVENT\nEND:VEVENT")) == ["1 calendrier-illisible"]
    assert _said(calendar_diagnostics(calendar(_HOUR, _HOUR))) == [
        "10 calendrier-identifiant-en-double"
    ]


@pytest.mark.parametrize("data", SOUND_CALENDARS)
def test_calendars_of_other_programs_are_silent(data: bytes):
    assert _said(calendar_diagnostics(data)) == []


CARDS = [
    ("BEGIN:VCARD\r\nFN:A\r\nEND:VCARD\r\n", None),
    ("begin:vcard\nEND:VCARD\nBEGIN:VCARD\nNOTE:=\nun\nEND:VCARD", None),
    ("FN:A\n", (1, "BEGIN:VCARD")),
    ("BEGIN:VCARD\nFN:A\n", (1, "END:VCARD")),
    ("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nEND:VCARD", (1, "END:VCARD")),
    ("END:VCARD\n", (1, "BEGIN:VCARD")),
]


@pytest.mark.parametrize(("text", "fault"), CARDS)
def test_cards_that_are_cut(text: str, fault: tuple[int, str] | None):
    assert cut_card(text) == fault


_RSS = (
    '<rss version="2.0"><channel>\n<title>A</title><link>/</link><description/>\n{}</channel></rss>'
)
FEEDS = {
    "<item><author>A</author></item>": ["3 flux-incomplet"],
    "<item><title>A</title>\n<pubDate>12/03/2026</pubDate></item>": ["4 flux-date-impossible"],
    "<item><description>A</description></item>": [],
    "<item><title>A</title><pubDate>Thu, 12 Mar 2026 18:30:00 +0100</pubDate></item>": [],
    "<item>\n&eacute;</item>": ["4 xml-illisible"],
}


@pytest.mark.parametrize("item", FEEDS)
def test_each_slip_of_a_feed_is_told_on_its_line(item: str):
    assert _said(feed_diagnostics(_RSS.format(item).encode())) == FEEDS[item]


# As Jekyll 4.3 reads them: each that it stops at is told.
TABLES = [
    *[('a,b\n"c,d\ne,f\n', 2), ('a,b "c",d\n', 1), ('a\n"b"c\n', 2), ('a\n "b",c', 2)],
    *[("a,b\n1,2,3\n", 0), ('a\n"b ""c"""\n', 0), ('"a\nb",c\r\n', 0), ("\n", 0), ("", 0)],
]


@pytest.mark.parametrize(("table", "line"), TABLES)
def test_a_table_is_told_on_the_line_where_it_is_cut(table: str, line: int):
    assert broken_row(table, ",") == line


def test_what_parts_the_cells_is_found():
    assert [separator_of(*given) for given in (("a.csv", "a;b"), ("a.csv",), ("a.tsv", "a;b"))] == [
        *(";", ",", "\t")
    ]


CAPTIONS = {
    "WEBVTT\n\n00:01.000 --> 00:02.000 align:start\nUn\n": [],
    "\ufeffWEBVTT - Bal\r\n\r\nSTYLE\r\n\r\n1\r\n01:00:01.000 --> 01:00:02.500\r\nUn": [],
    "00:01.000 --> 00:02.000\nUn\n": ["1 sous-titres-illisibles"],
    "WEBVTT\n\n00:01,000 --> 00:02,000\nUn\n": ["3 sous-titres-temps-impossible"],
    "WEBVTT\n\n\n00:03.000 --> 00:02.000\nUn\n": ["4 sous-titres-temps-impossible"],
    "WEBVTT\n\n0:01.000 -> 00:02.000\n\n1:2.000 --> 2": ["5 sous-titres-temps-impossible"],
}


@pytest.mark.parametrize("text", CAPTIONS)
def test_captions(text: str):
    assert _said(caption_diagnostics(text)) == CAPTIONS[text]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        *[("un\u202etexte\u202c", 2), ("un \u2066texte\n\nici\u2069", 3), ("\u202aun\n", 0)],
        *[
            ("\u2067עברית\u2069 un", None),
            ("\u200fمرحبا\u200f", None),
            ("\u2068un\nbal\u2069", None),
        ],
    ],
)
def test_signs_that_turn_a_text(text: str, place: int | None):
    assert find_turned(text) == place


_ENDLESS = "BEGIN:VCALENDAR\nBEGIN:VEVENT\n{}\nEND:VEVENT\nEND:VCALENDAR\n"


@limited(0)  # 4 s of processor time: what is quadratic asks for more
def test_endless_files_are_read_to_their_end_and_told_for_a_while():
    for lines in ("SUMMARY:a\n" + " a\n" * 30_000, "X" + ";A=b" * 30_000 + ":x", "A;" * 30_000):
        assert 0 < len(calendar_diagnostics(_ENDLESS.format(lines).encode())) <= 100
    assert calendar_diagnostics(b"BEGIN:VEVENT\n" * 20_000)
    assert len(feed_diagnostics(_RSS.format("<item/>" * 20_000).encode())) == 100
    assert len(list(caption_diagnostics("WEBVTT\n" + "-->\n" * 30_000))) == 20
    assert find_turned("\u202a" * 200_000) is not None
    assert find_turned("\u2066\u2069\n\n" * 30_000) is None
    assert broken_row('"a",' * 30_000 + '"', ",") == 1
    for tag in ("é" * 300_000, "a =" * 30_000, "a=“" + " " * 300_000, '"é' * 30_000):
        assert len(list(quotes_diagnostics(f"<p {tag}>"))) <= 1


FILM = b"\0\0\0\x18ftypmp42" + bytes(50)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0"/></svg>'


def test_what_pages_play_and_name(tmp_path: Path):
    files = {
        "index.md": page(
            "title: A",
            '<video src="dessin.svg" controls></video>\n\n'
            '<audio src="notes.txt" controls></audio>\n\n'
            '<video controls><source src="plan.pdf"><track src="a.srt" kind="captions"></video>\n\n'
            '<video src="film.mp4" controls><track src="faux.vtt" kind="captions"></video>\n\n'
            '<video src="liste.m3u8" controls><track src="bien.vtt" kind="captions"></video>\n\n'
            "[Écrire](mailto:<a@exemple.fr>), [le jeu](jeu/), [le tableau](liste.csv)\n",
        ),
        "jeu/index.html": '<!doctype html><html lang="fr"><title>Le jeu</title>\n'
        '<base href="/ailleurs/"><h1>Le jeu</h1>\n\n<a href="suite.html">Jouer encore</a></html>',
        "jeu/suite.html": '<!doctype html><html lang="fr"><title>Le jeu</title>\n'
        '<meta charset=utf-8><base href="/jeu/"><h1>Suite</h1>\n\n<a href="./">Début</a></html>',
        "dessin.svg": SVG,
        "notes.txt": "Un bal.",
        "plan.pdf": b"%PDF-1.4\n",
        "film.mp4": FILM,
        "a.srt": "1\n",
        "faux.vtt": "Un bal",
        "bien.vtt": "WEBVTT\n",
        "liste.m3u8": "#EXTM3U\n",
        "liste.csv": 'a;b\n"c;d\n',
        "site.webmanifest": '{"start_url": "./",\n"icons": [{"src": "perdue.png"}]}',
        "_data/noms.csv": 'a,b\n1,"2\n',
    }
    found = reported_with_codes(write_site(tmp_path / "c", files))
    assert [(line.partition(" : ")[0], line.rpartition("[")[2][:-1]) for line in found] == [
        ("!_data/noms.csv:2", "csv-illisible"),
        ("!faux.vtt:1", "sous-titres-illisibles"),
        ("!index.md:4", "media-illisible"),
        ("!index.md:6", "media-illisible"),
        ("!index.md:8", "media-illisible"),
        ("!index.md:8", "media-illisible"),
        ("!index.md:14", "courriel-impossible"),
        ("!jeu/index.html:4", "lien-brise"),
        ("?liste.csv:2", "csv-illisible"),
        ("!site.webmanifest:2", "lien-brise"),
    ]


# What is written in `_config.yml`, below its first line, and the lines on which something is told.
SETTINGS = {
    "feed: 12": [2],
    "feed:\n  iconn: a\n  path: blog.xml\n  posts_limit: dix\n  tags: true": [3, 4, 5],
    "collections:\n  fiches: 3": [3],
    "collections:\n  fiches:\n    output: true\n    permalink: /:nom/\n    outputt: true": [5],
    "collections:\n  fiches:\n    outpout: true": [4],
    "defaults: a": [2],
    "defaults:\n- scope: {path: a}": [3],
    "defaults:\n- scope: {path: a}\n  values: {layout: page, published: false}": [4],
    "defaults:\n- values:\n    permalink: /a/:title/\n    tags: [a]": [4, 5],
    "future: bientôt\npaginate: dix\nsource: src\nencoding: latin1": [2, 3, 4, 5],
    "include: [_pagse, index.md]": [2],
    "include:\n- '*.md'\n- .htaccess\n- index": [],
    "feed: {path: /feed.xml, excerpt_only: true, collections: [a]}": [],
    "feed:\nfuture: true\npaginate: 5\ntheme: minima\nencoding: UTF-8\nsource: .": [],
    "defaults:\n- scope: {path: ''}\n  values: {layout: page, published: true, author: A}": [],
    "collections:\n  fiches:\n    output: true\n    permalink: /:collection/:name:output_ext": [],
    "collections:\n  fiches:\n    permalink: /fiches/:path.html\n    sort_by: order": [],
}


@pytest.mark.parametrize("settings", SETTINGS)
def test_settings_of_jekyll_that_say_nothing_here_are_told(settings: str, tmp_path: Path):
    files = {"index.md": page("title: A"), "_config.yml": f"title: Nous\n{settings}\n"}
    found = reported(write_site(tmp_path / "c", files))
    assert [line.partition(" : ")[0] for line in found] == [
        f"?_config.yml:{line}" for line in SETTINGS[settings]
    ]


def test_files_that_are_not_what_their_names_say(tmp_path: Path):
    files = {
        "index.md": page("title: A", "[Le plan](a.pdf), [b](b.zip), [c](c.pdf), [d](d.mp3)\n"),
        **{"a.pdf": "<html>", "b.zip": b"", "c.pdf": b"\n%PDF-1.4\n", "d.mp3": b"ID3"},
        **{
            "e.woff2": "Non",
            "f.woff2": b"wOF2\0",
            "g.docx": b"PK\x03\x04",
            "favicon.ico": b"\x89PNG\r\n\x1a\n",
            "h.odt": b"%PDF-1",
        },
    }
    reports = reported_with_codes(write_site(tmp_path / "c", files))
    found = [line for line in reports if "genre" in line]
    assert [line.partition(" : ")[0] for line in found] == [
        *("?a.pdf", "?b.zip", "?e.woff2", "?h.odt")
    ]
