"""The day of a post, as Jekyll reads its `date`: in the time zone of the site, UTC without one."""

import re
import subprocess
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from core.diagnostics import Diagnostics
from jekyll.front_matter import Value
from jekyll.front_matter.schema import BadValue
from jekyll.reading.site_reader import load_site
from jekyll.site.post_dates import calendar_day, post_moment, time_zone
from site_build.next_change import next_change
from support import build_site, page, read_page, require, write_site

ZONES = ("UTC", "Europe/Paris", "America/New_York")
# What is written, and the days of February 2026 (or 31, of January) in each of these zones.
DAYS = [
    ("2026-02-01", 1, 1, 1),
    ("2026-02-01 23:30", 1, 1, 1),
    ("2026-02-01 23:30:00", 1, 2, 1),
    ("2026-02-01T02:30:00", 1, 1, 31),
    ("2026-02-01T23:30", 1, 1, 1),
    ('"2026-02-01 23:30:00"', 1, 1, 1),
    ("2026-02-01 23:30:00Z", 1, 2, 1),
    ("2026-02-01 23:30Z", 1, 2, 1),
    ("2026-02-01 23:30:00 Z", 1, 2, 1),
    ("2026-02-01 23:30:00 UTC", 1, 2, 1),
    ("2026-02-01 23:30:00 -05:00", 2, 2, 1),
    ("2026-02-01 23:30 -0500", 2, 2, 1),
    ("2026-02-01t23:30:00-05:00", 2, 2, 1),
    ("2026-02-01T00:30:00+02:00", 31, 31, 31),
    ("2026-02-01 00:30 +0200", 31, 31, 31),
    ("2026-02-01 00:30:00 +02", 31, 31, 31),
    ("2026-02-01 00:30:00 +2", 31, 31, 31),
    ("2026-02-01 23:30:00.123 -05:00", 2, 2, 1),
    ("2026-2-1 23:30:00", 1, 2, 1),
    ("2026/02/01 23:30:00", 1, 1, 1),
    ("01/02/2026", 1, 1, 1),
    ("1.2.2026", 1, 1, 1),
    ("1-2-2026 23h30", 1, 1, 1),
    ("20260201", 1, 1, 1),
    ("1er feb 2026", 1, 1, 1),
    ("Feb 1, 2026 11:30 pm", 1, 1, 1),
    ("Sun, 1 Feb 2026 23:30:00 -0500", 2, 2, 1),
    ("lundi 1 feb 2026", 1, 1, 1),
]


def _value(written: str) -> Value:
    return Value(written.strip('"'), 1, is_plain=not written.startswith('"'))


@pytest.mark.parametrize(("written", "days"), [(first, rest) for first, *rest in DAYS])
def test_the_day_in_a_zone(written: str, days: list[int]):
    read = post_moment(_value(written))
    assert [calendar_day(read.in_zone(ZoneInfo(zone))).day for zone in ZONES] == days


_RUBY = """require "jekyll"
STDIN.each_line(chomp: true) { |line|
  puts ARGV.map { |zone|
    ENV["TZ"] = zone
    Jekyll::Utils.instance_variable_set(:@parse_date_cache, nil)
    read = Jekyll::Utils.safe_load_yaml("d: #{line}")["d"].to_s
    Jekyll::Utils.parse_date(read).day }.join(" ") }"""


@pytest.mark.server
def test_the_days_of_the_table_are_those_of_jekyll():
    require("jekyll", package="jekyll")
    lines = "\n".join(written for written, *_ in DAYS)
    done = subprocess.run(
        ["ruby", "-e", _RUBY, *ZONES], input=lines, capture_output=True, text=True, check=True
    )
    told = [[int(day) for day in line.split()] for line in done.stdout.splitlines()]
    assert told == [days for _, *days in DAYS]


@pytest.mark.parametrize("name", ["Paris", "Europe", "../etc", "", "Europe/Pari\u0301s"])
def test_a_zone_that_is_none(name: str):
    with pytest.raises(BadValue, match="Écrivez un nom"):
        time_zone(Value(name, 1))


def test_the_first_and_the_last_day_of_all():
    for written in ("0001-01-01 00:00 +0500", "9999-12-31 23:00 -0500"):
        assert post_moment(_value(written)).in_zone(ZoneInfo("Europe/Paris")).minute == 0


def _post(tmp_path: Path, written: str, config: str = "") -> tuple[Path, Diagnostics]:
    files = {
        "index.md": page("title: Accueil"),
        "_posts/2020-01-01-a.md": page(f"title: A\ndate: {written}"),
        "_config.yml": config,
    }
    return write_site(tmp_path / "content", files), Diagnostics()


@pytest.mark.parametrize(
    ("config", "address", "day", "instant"),
    [
        ("", "2026/02/02", "2 février 2026", "2026-02-02T04:30:00+00:00"),
        (
            "timezone: America/New_York",
            "2026/02/01",
            "1er février 2026",
            "2026-02-01T23:30:00-05:00",
        ),
    ],
)
def test_the_address_the_day_shown_and_the_data_agree(tmp_path, config, address, day, instant):
    content, _ = _post(tmp_path, "2026-02-01 23:30:00 -05:00", config)
    assert build_site(content, tmp_path / "out", "https://exemple.fr").is_ok
    post = read_page(tmp_path / "out", f"{address}/a.html")
    assert post.css_first("main time").text() == day
    assert f'"datePublished":"{instant}"' in post.html
    sitemap = (tmp_path / "out" / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<lastmod>{address.replace('/', '-')}</lastmod>" in sitemap
    feed = (tmp_path / "out" / "feed.xml").read_text(encoding="utf-8")
    updated = datetime.fromisoformat(re.findall("<updated>(.*?)<", feed)[-1])
    assert updated == datetime.fromisoformat(instant)


@pytest.mark.parametrize(
    ("zone", "moment", "until"),
    [
        ("America/New_York", "2026-02-02 04:59", "2026-02-02 05:00"),  # the first, 23 h 59 there
        ("Pacific/Auckland", "2026-02-01 10:59", "2026-02-01 11:00"),
        ("", "2026-02-01 22:59", "2026-02-01 23:00"),  # the project's: Paris
    ],
)
def test_a_post_appears_when_its_day_begins_in_the_zone(tmp_path, monkeypatch, zone, moment, until):
    content, _ = _post(tmp_path, "2026-02-02", f"timezone: {zone}" if zone else "")
    before, after = (datetime.fromisoformat(f"{it}+00:00").timestamp() for it in (moment, until))
    for seconds, posts in ((before, []), (after, ["a.html"])):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(seconds)))
        result = build_site(content, tmp_path / "out")
        assert [path.name for path in (tmp_path / "out").rglob("a.html")] == posts
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert next_change(result.context, before) == after


def test_a_time_that_changes_its_day_for_want_of_an_offset_is_told(tmp_path):
    content, diagnostics = _post(tmp_path, "2026-02-01 23:30:00", "timezone: Europe/Paris")
    site = load_site(content, "content", diagnostics, date(2026, 3, 1))
    assert [post.path for post in site.posts] == ["/2026/02/02/a.html"]
    assert [str(diagnostic) for diagnostic in diagnostics.warnings] == [
        "content/_posts/2020-01-01-a.md:3 : cette date est lue en heure UTC : ici, l'article est "
        "du 2026-02-02. Écrivez le décalage, par exemple +0100, ou retirez les secondes."
    ]
