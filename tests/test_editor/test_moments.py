"""Dates as people type them in the page for writing: what the site reads in what it writes."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from jekyll.front_matter.date_parsing import hour_alone, written_moment
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.yaml_values import Value
from support import PROJECT, require

READ = {
    "12/12/2026 18h30": "2026-12-12 18:30",
    "2026-12-12 18:30": "2026-12-12 18:30",
    "2026-12-12T18:30": "2026-12-12 18:30",
    "samedi 12 décembre 2026 à 18 h 30": "2026-12-12 18:30",
    "le 12 décembre 2026": "2026-12-12",
    "12 déc. 2026": "2026-12-12",
    "12.12.2026": "2026-12-12",
    "12/12/26 18:30": "2026-12-12 18:30",
    "3.1.27": "2027-01-03",
    "12/12/26": "2026-12-12",
    "12/12/2026, 18.30": "2026-12-12 18:30",
    "12/12/2026 vers 18h": "2026-12-12 18:00",
    "12/12/2026 - 18h30": "2026-12-12 18:30",
    "1er janvier 2027 18h": "2027-01-01 18:00",
    "12/12/2026 midi": "2026-12-12 12:00",
    "21h": "21:00",
    "21:15": "21:15",
}
# Without a year: the next such day. The site alone would take the year of the file's name.
WITHOUT_A_YEAR = {"12 décembre 18h30": "2026-12-12 18:30", "3 mars": "2027-03-03"}
LEFT = [  # to be told by the site, in its words
    "demain",
    "31/02/2026",
    "12/12/2026 25h",
    "vendredi 12 décembre 2026",
    "11-12-26",
    "31/31/26",
    "2026-12-12 18:30 +02:00",
    "12 jui 2026",
    "12/12/2026 18",
    "20h-22h",
]


def _page(texts: list[str]) -> list[tuple[str, str]]:
    node = shutil.which("node") or "/usr/bin/node"
    require(node, package="nodejs")
    script = Path(__file__).parent / "moments.mjs"
    command = [node, script, PROJECT / "plugins" / "editor" / "page"]
    done = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return [(file, words) for file, words in json.loads(done.stdout)]


def _site(text: str) -> str:
    value = Value(text, 1)
    hour = hour_alone(value)
    if hour:
        return f"{hour:%H:%M}"
    read = written_moment(value, date(2026, 12, 1))
    return f"{read.day} {read.hour:%H:%M}" if read.hour else str(read.day)


def test_what_is_typed_is_what_the_site_reads():
    texts = {**READ, **WITHOUT_A_YEAR}
    assert [file for file, _ in _page([*texts])] == [*texts.values()]
    assert [_site(text) for text in READ] == [*READ.values()]


def test_it_is_told_back_in_words():
    told = _page(["12/12/2026 18h30", "1/1/2027", "21h", "demain"])
    assert [words for _, words in told] == [
        "samedi 12 décembre 2026 à 18 h 30",
        "vendredi 1er janvier 2027",
        "21 h",
        "",
    ]


def test_what_is_not_surely_read_stays_as_it_is_typed():
    assert _page(LEFT) == [(text, "") for text in LEFT]
    with pytest.raises(BadValue):
        _site("demain")
