"""A content folder read: at which addresses its files are, and what is told of them."""

from datetime import date
from pathlib import Path

import pytest

from core.diagnostics import Diagnostics
from jekyll.liquid.link_tags import Linker
from jekyll.reading.site_reader import load_site
from jekyll.site.model import Site
from support import page, write_site

JEKYLL_S = "theme: minima\n"
ITEMS = {"_config.yml": "collections: {lieux: {output: true}}"}
# The files of a site, and its addresses, each with the day of its text.
READ = {
    "a file of a collection with an address of its own": (
        {**ITEMS, "_lieux/a.md": page("title: A\npermalink: /ailleurs/")},
        {"/ailleurs/": None},
    ),
    "collections that are only named": (
        {"_config.yml": "collections: [lieux]", "_lieux/a.md": page("title: A")},
        {},
    ),
    "a status that Pelican gives by itself": (
        {"a.md": page("title: A\nstatus: published"), "b.md": page('title: B\nstatus: ""')},
        {"/a.html": None, "/b.html": None},
    ),
    "a short year": (
        {"_posts/2026-02-04-a.md": page("title: A\ndate: 03/02/26")},
        {"/2026/02/03/a.html": date(2026, 2, 3)},
    ),
    "a short year that can be first alone": (
        {"_posts/1999-02-04-a.md": page("title: A\ndate: 99/02/03")},
        {"/1999/02/03/a.html": date(1999, 2, 3)},
    ),
    "a short year, as Ruby reads it": (
        {"_config.yml": JEKYLL_S, "_posts/2004-02-26-a.md": page("title: A\ndate: 03/02/26")},
        {"/2003/02/26/a.html": date(2003, 2, 26)},
    ),
}


def read(folder: Path, files: dict[str, str | bytes]) -> tuple[Site, list[str]]:
    found = Diagnostics()
    site = load_site(write_site(folder, files), "content", found, date(2026, 11, 1))
    return site, [one.code for one in found.found]


@pytest.mark.parametrize(("files", "days"), READ.values(), ids=READ)
def test_addresses(tmp_path: Path, files: dict[str, str | bytes], days: dict[str, date | None]):
    site, _ = read(tmp_path, files)
    assert {document.path: document.day for document in site.rendered} == days


def test_a_link_to_a_file_at_fault_is_not_told_too(tmp_path: Path):
    broken = b"---\ntitle: [\n---\n\xff"
    site, told = read(tmp_path, {"a.md": broken, "_posts/2026-02-03-b.md": broken})
    linker = Linker(site, "")
    assert told
    assert site.broken == {"a.md", "_posts/2026-02-03-b.md"}
    assert linker.link("a.md") == linker.post_url("2026-02-03-b") == "#"
