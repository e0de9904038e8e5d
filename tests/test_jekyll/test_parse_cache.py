"""Files read once: what did not change is not read again, what did is."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from core import plain_files
from core.diagnostics import Diagnostics
from jekyll.reading.parse_cache import ParseCache
from jekyll.reading.site_reader import load_site
from jekyll.site.model import Site
from support import page, write_site

DAY = date(2026, 1, 1)
FILES = {
    "index.md": page("title: Accueil"),
    "a.md": page("title: A\nordre: 2"),
    "b.md": page("title: [b]"),
    "photo.txt": "x",
    "_posts/2025-01-01-c.md": page("title: C"),
    "_posts/2027-01-01-d.md": page("title: D"),
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    content = write_site(tmp_path / "content", FILES)
    age(content)
    return content


def age(content: Path) -> None:
    """Make the files old enough for another writing to show."""
    for path in content.rglob("*.*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))


def read(
    content: Path, parse_cache: ParseCache | None, day: date = DAY
) -> tuple[Site, Diagnostics]:
    diagnostics = Diagnostics()
    return load_site(content, "content", diagnostics, day, parse_cache=parse_cache), diagnostics


def said(content: Path, parse_cache: ParseCache | None, day: date = DAY) -> tuple:
    """Return all that a reading says of a site."""
    site, diagnostics = read(content, parse_cache, day)
    documents = [{**vars(document), "source": document.source} for document in site.rendered]
    return documents, site.copied, site.broken, site.config, diagnostics.found


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are opened."""
    names: list[str] = []
    plain = plain_files._opened

    def noting(root: Path, name: str) -> int:
        names.append(name)
        return plain(root, name)

    monkeypatch.setattr(plain_files, "_opened", noting)
    return names


def test_a_file_that_did_not_change_is_not_read_again(content: Path, opened: list[str]):
    parse_cache = ParseCache()
    first = said(content, parse_cache)
    opened.clear()
    assert said(content, parse_cache) == first == said(content, None)
    opened.clear()
    read(content, parse_cache)
    assert set(opened) <= {"_config.yml"}


def _same_size(content: Path) -> None:
    text = (content / "a.md").read_text("utf-8")
    (content / "a.md").write_text(text.replace("title: A", "title: Z"), "utf-8")


def _other_date_kept(content: Path) -> None:
    """Put another file in the place of one, as `rsync --times` does, with its size and its date."""
    _same_size(content)
    os.utime(content / "a.md", (1_700_000_000, 1_700_000_000))


def _mended(content: Path) -> None:
    (content / "b.md").write_text(page("title: B"), "utf-8")


def _gone(content: Path) -> None:
    (content / "a.md").unlink()


def _added(content: Path) -> None:
    (content / "n.md").write_text(page("title: N"), "utf-8")


def _settings(content: Path) -> None:
    (content / "_config.yml").write_text("permalink: pretty\nexclude: [photo]\n", "utf-8")


CHANGES = [_same_size, _other_date_kept, _mended, _gone, _added, _settings]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.strip("_"))
def test_what_changed_is_read_again(content: Path, change):
    parse_cache = ParseCache()
    before = said(content, parse_cache)
    change(content)
    after = said(content, parse_cache)
    assert after == said(content, None) != before


def test_another_day_shows_other_articles(content: Path):
    parse_cache = ParseCache()
    before = said(content, parse_cache)
    assert said(content, parse_cache, date(2027, 6, 1)) == said(content, None, date(2027, 6, 1))
    assert said(content, parse_cache) == before


def test_a_file_just_written_is_read_again(content: Path, opened: list[str]):
    """It may have been written again within the same tick of the clock."""
    parse_cache = ParseCache()
    _same_size(content)
    read(content, parse_cache)
    opened.clear()
    read(content, parse_cache)
    assert set(opened) - {"_config.yml"} == {"a.md"}


def test_what_a_site_does_with_its_documents_stays_its_own(content: Path):
    parse_cache = ParseCache()
    first = said(content, parse_cache)
    site, _ = read(content, parse_cache)
    for document in site.rendered:
        document.source, document.title = None, ""
        document.findings["seen"] = True
    assert said(content, parse_cache) == first
