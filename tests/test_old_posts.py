"""Posts of long ago: their dates are written as machines read them."""

import re
from datetime import date, datetime, timedelta, timezone

import feedparser
import pytest

from checks_support import reported
from core.clock import iso
from support import built_site, page, write_site

# RFC 3339, section 5.6.
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
FILES = {
    "_config.yml": "title: Le site\n",
    "index.md": page("title: A", "{% for p in site.posts %}{{ p.date | date: '%Y' }} {% endfor %}"),
    "_posts/0999-03-01-a.md": page("title: A"),
    "_posts/1900-01-01-b.md": page("title: B"),
    "_posts/2020-03-01-c.md": page("title: C\ndate: 1905-06-01 10:30"),
    "_posts/2020-03-01-d.md": page("title: D\ndate: 0001-01-01"),
    "_posts/2020-03-01-e.md": page("title: E\ndate: 0001-01-01 00:00:00"),
    "_posts/1940-06-15-f.md": page("title: F"),
}
DAYS = {"1940-06-15", "1905-06-01", "1900-01-01", "0999-03-01", "0001-01-01"}


def test_every_machine_reads_their_dates(tmp_path):
    output = built_site(tmp_path, FILES, "https://exemple.fr")
    feed = feedparser.parse((output / "feed.xml").read_bytes())
    moments = [entry.published for entry in feed.entries] + [
        entry.updated for entry in feed.entries
    ]
    assert {moment[:10] for moment in moments} == DAYS
    pages = [path.read_text(encoding="utf-8") for path in output.rglob("*/*/*.html")]
    told_to_machines = "\n".join([*pages, (output / "sitemap.xml").read_text(encoding="utf-8")])
    moments += re.findall(r'"date\w+":"([^"]*)"', told_to_machines)
    assert all(map(MOMENT.fullmatch, moments)) and len(moments) == 24
    for written in (r'<time datetime="([^"]*)"', "<lastmod>([^<]*)"):
        assert set(re.findall(written, told_to_machines)) == DAYS
    home = (output / "index.html").read_text(encoding="utf-8")
    assert "1940 1905 1900 0999 0001 0001" in home


def test_a_check_finds_nothing_wrong_with_them(tmp_path):
    diagnostics = reported(write_site(tmp_path, FILES), "https://exemple.fr")
    assert [
        diagnostic for diagnostic in diagnostics if "flux" in diagnostic or "date" in diagnostic
    ] == []


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (date(33, 4, 3), "0033-04-03"),
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(seconds=561))), "0001-01-01T00:00:00+00:09"),
        (datetime(9, 1, 1, tzinfo=timezone(timedelta(seconds=-561))), "0009-01-01T00:00:00-00:09"),
        (datetime(2026, 3, 1, 12, 30), "2026-03-01T12:30:00"),
    ],
)
def test_moments(moment: date, written: str):
    assert iso(moment) == written
