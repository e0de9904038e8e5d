"""Numbers that Python refuses to read, wherever a content folder may hold one."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from checks_support import reported
from jekyll.front_matter.numbers import (
    EndlessNumber,
    read_json,
    read_number,
    without_endless_references,
)
from page_parts.images.svg_size import svg_size
from support import build_site, messages, page, write_site

NINES = "9" * 5000
ZEROS = "0" * 5000
HOME = {"index.md": page("title: Accueil")}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}/>'


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("3", 3),
        (" -3 ", -3),
        ("+03.50", 3.5),
        (".5", 0.5),
        ("2.", 2.0),
        (f"{ZEROS}7", 7),
        (f"1.{ZEROS}", 1.0),
        ("9" * 300, int("9" * 300)),
        ("9" * 301, None),
        ("9" * 300 + ".5", float("9" * 300)),
        (NINES, None),
        ("", None),
        (".", None),
        ("-", None),
        ("deux", None),
        ("٣", None),
        ("1_000", None),
        ("1e5", None),
    ],
)
def test_a_number_within_bounds(written: str, number: float | int | None):
    assert read_number(written) == number


def test_json():
    assert read_json('{"a": 12, "b": 1.5}') == {"a": 12, "b": 1.5}
    with pytest.raises(EndlessNumber):
        read_json(f"[{NINES}]")
    with pytest.raises(json.JSONDecodeError):
        read_json("[")


def test_references():
    assert without_endless_references(f"a &#{NINES}; &#233; &#x{NINES};") == (
        f"a &#xFFFD; &#233; &#x{NINES};"
    )


@pytest.mark.parametrize("written", [NINES, "9" * 400, "99999999"])
def test_the_size_of_a_drawing(written: str):
    assert svg_size(SVG.format(f'width="{written}" height="{written}"').encode()) is None
    assert svg_size(SVG.format(f'viewBox="0 0 {written} 1"').encode()) is None
    assert svg_size(SVG.format(f'width="{ZEROS}4" height="5"').encode()) == (4, 5)


BODIES = {
    "a reference": f"a &#{NINES}; b\n\n`&#{NINES};`",
    "in an attribute": f'<p title="&#{NINES};">a</p>\n\n[a](/b&#{NINES}; "&#{NINES};")',
    "in a heading": f"# &#{NINES};\n",
    "a width": f'<img src="a.svg" alt="Le bal" width="{NINES}" height="{NINES}">',
    "other attributes": f'<table><tr><td colspan="{NINES}">a</td></tr></table>\n\n'
    f'<ol start="{NINES}"><li value="{NINES}">a</li></ol>\n\n<p tabindex="{NINES}">a</p>\n\n'
    f'<textarea rows="{NINES}" title="a"></textarea><progress value="{NINES}"></progress>',
    "a frame": f'<iframe src="https://www.youtube.com/embed/a" title="a" width="{NINES}"></iframe>',
    "Markdown's attributes": f'![Le bal](a.svg){{: width="{NINES}"}}',
    "a list": f"{NINES}. a\n",
    "a note": f"a[^{NINES}]\n\n[^{NINES}]: b",
    "Liquid": f"{{% for post in site.posts limit:{NINES} %}}{{% endfor %}}{{{{ {NINES} }}}}",
    "a filter": f"{{{{ page.title | date: '%{NINES}Y' }}}}",
    "a port": f"[a](https://a.fr:{NINES}/) <https://a.fr:{NINES}/>",
    "styles": f'<p style="width: {NINES}px">a</p>',
    "JSON-LD": f'<script type="application/ld+json">{{"a": {NINES}}}</script>',
    "a date": f'<time datetime="{NINES}">a</time>',
    "refresh": f'<meta http-equiv="refresh" content="{NINES}; url=/">',
    "srcset": f'<img src="a.svg" alt="a" srcset="a.svg {NINES}w, a.svg {NINES}x">',
}
KEYS = ("order", "date", "debut", "fin", "title", "tarif", "depuis", "published", "permalink")
DAY = "debut: 2026-01-02 18:30\n"
EVENT = "title: A\ndebut: 2026-01-02 18:30\ntarif: {} €\n"
FILES = {
    "x.json": f'{{"a": {NINES}}}',
    "_data/x.json": f"[1,\n{NINES}]",
    "_data/x.yml": f"a: {NINES}",
    "a.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:a\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    f"DTSTAMP:20240101T000000Z\r\nDTSTART:20240101T000000Z\r\nSEQUENCE:{NINES}\r\n"
    f"DURATION:P{NINES}D\r\nRRULE:FREQ=DAILY;COUNT={NINES}\r\nSUMMARY:a\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n",
    "b.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:a\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTAMP:20240101T000000Z\r\nDTSTART:20240101T000000Z\r\nDURATION:P99999999D\r\n"
    "SUMMARY:a\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "a.svg": SVG.format(f'width="{NINES}" viewBox="0 0 {NINES} {NINES}"'),
    "a.css": f"a {{width: {NINES}px; content: '\\{NINES}'}}",
    "flux.xml": f'<rss version="2.0"><channel><title>&#{NINES};</title></channel></rss>',
    "brut.html": f'<!DOCTYPE html><html lang="fr"><title>a</title><p title="&#{NINES};">a&#{NINES};'
    f'<img src="a.svg" alt="a" width="{NINES}"></p>',
    "avec-image.html": f'<p title="&#{NINES};">a&amp;</p><img src="a.png" alt="a">',
    "_evenements/2026-01-02-a.md": page(EVENT.format(NINES)),
    "_posts/2026-01-02-a.md": page(f"title: A\nslug: a{'9' * 100}\ntags: ['{NINES[:99]}']"),
    "_config.yml": f"title: A\nport: {NINES}\npermalink: /:year/:title.html\n",
}


def built_without_faults(content: Path, names: Iterable[str]) -> set[str]:
    """Build a site until it holds no fault, without the texts that had some; return the others.

    Raises:
        AssertionError: a message names none of these texts, or says that our program failed.
    """
    left = set(names)
    while found := messages(build_site(content, content.parent / "out"), content):
        assert not [one for one in found if "imprévue" in one]
        wrong = {one.removeprefix("content/").partition(".md")[0] + ".md" for one in found}
        assert wrong <= left
        for name in wrong:
            (content / name).unlink()
        left -= wrong
    return left


def test_pages_are_built_and_checked(tmp_path):
    pages = {f"z{number}.md": page("title: Z", body) for number, body in enumerate(BODIES.values())}
    files = {**HOME, "a.svg": SVG.format('width="4" height="3"'), **pages}
    content = write_site(tmp_path / "content", files)
    reported(content)
    assert len(built_without_faults(content, pages)) == len(pages) - 1  # Liquid's
    reported(content)


def test_files_are_built_and_checked(tmp_path):
    content = write_site(tmp_path / "content", {**HOME, "a.png": b"", **FILES})
    found = reported(content)
    for name in ("x.json", "_data/x.json"):
        line = FILES[name].count("\n") + 1
        assert [one for one in found if one.startswith(f"!{name}:{line} : ce fichier JSON a un n")]
    assert built_without_faults(content, FILES) == set(FILES)
    reported(content)


def test_keys_are_read_or_told(tmp_path):
    """Each value of each key has a page and two events of its own."""
    files = {
        f"{start}{key}-{number}.md": page(f"{more}{key}: {value}")
        for start, more in {"": "", "_evenements/": "", "_evenements/2026-01-02-": DAY}.items()
        for key in KEYS
        for number, value in enumerate([NINES, f"{ZEROS}1", "1" + "0" * 310 + ".5"])
    }
    content = write_site(tmp_path / "content", {**HOME, **files})
    built_without_faults(content, files)


def test_a_reference_without_end_is_told_at_its_line(tmp_path):
    content = write_site(tmp_path / "content", {"index.md": page("title: A", f"a\n\n&#{NINES};\n")})
    result = build_site(content, tmp_path / "out")
    (warning,) = result.diagnostics.warnings
    assert (warning.line, warning.message[:24]) == (6, "« &#… » n'est le numéro ")
