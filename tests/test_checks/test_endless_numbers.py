"""Numbers of hundreds of digits: told where programs read them, and in words never."""

from pathlib import Path

import pytest

from checks_support import reported, reported_once
from support import page, write_site

NINES = "9" * 400
HOME = {"index.md": page("title: A", "Le bal.\n")}
RAW = "<!doctype html>\n<title>A</title>\n{}"
TOLD = {
    "a.css": f"b {{}}\na {{z-index: {NINES}}}\n",
    "a.csv": f"un,deux\n1,{NINES}\n",
    "a.svg": f'<svg xmlns="http://www.w3.org/2000/svg"\nwidth="{NINES}" height="1"/>',
    "_data/a.yml": f"a: 1\nb: {NINES}\n",
    "_data/a.csv": f"un,deux\n1,{NINES}\n",
    "a.xml": f"<gpx>\n<a>{NINES}</a></gpx>",
}
PAGES = {
    "refresh": f'<meta http-equiv="refresh" content="{NINES}; url=/">',
    "a reference": f"<p>a&#{NINES};</p>",
    "an attribute": f'<p data-n="{NINES}">a</p>',
}


SHORTER = {name: text.replace(NINES, "9" * 300) for name, text in TOLD.items()}


@pytest.mark.parametrize("name", TOLD)
def test_a_file_that_programs_read(name: str):
    begins = f"?{name}:2 : un nombre a 400 chiffres"
    assert [line for line in reported_once(HOME | TOLD) if line.startswith(begins)]
    of_it = [line for line in reported_once(HOME | SHORTER) if line[1:].startswith(name)]
    assert not [line for line in of_it if "chiffres" in line]


@pytest.mark.parametrize("case", PAGES)
def test_a_tag_of_a_page_published_as_it_is(case: str):
    files = {f"{name}.html": RAW.format(tag) for name, tag in PAGES.items()}
    begins = f"?{case}.html:3 : un nombre a 400 chiffres"
    assert [line for line in reported_once(HOME | files) if line.startswith(begins)]


def test_what_is_told_for_another_reason_or_is_read_is_not(tmp_path: Path):
    text = f'π = 3,{NINES}\n\n`{NINES}`\n\n<td colspan="{NINES}">a</td>\n'
    files = {"index.md": page("title: A", text), "a.json": f"[{NINES}]", "b.txt": NINES}
    found = reported(write_site(tmp_path / "c", files))
    assert not [line for line in found if "un nombre a" in line]
    assert [line for line in found if line.startswith("!a.json:1 : ce fichier JSON a un nombre")]


def test_an_exponent_without_end(tmp_path: Path):
    found = reported(write_site(tmp_path / "c", {**HOME, "_data/a.json": f"[1e2,\n1e{NINES}]"}))
    assert [line for line in found if line.startswith("!_data/a.json:2 : ce fichier JSON a un n")]
