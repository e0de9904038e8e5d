"""Feeds, read back from built sites by feedparser: another hand than the one that wrote them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest
from PIL import Image

from photos import saved
from support import build_site, page, write_site

BODY = "Bonjour.\n\n![Une rue](images/a b.png) [Contact](contact.md) <a href='#là'>là</a>\n"
FILES = {
    "_config.yml": "title: Le site\n",
    "index.md": page("title: Accueil"),
    "contact.md": page("title: Contact"),
    "images/a b.png": saved(Image.new("1", (8, 12)), "PNG"),
    "_posts/2026-01-02-a.md": page("title: A & <b>", BODY.replace("](", "](/")),
    "_posts/2026-01-02-b.md": page("title: B"),
    "_evenements/2026-03-12-bal.md": page("title: Bal\ndebut: 2026-03-12 20:00\nstatut: annulé"),
    "_evenements/2026-04-12-soupe.md": page(
        "title: Soupe\ndebut: 2026-04-12\npublication: 2026-01-15\nlieu: La halle\n"
        "inscription: https://exemple.org/soupe\ninscription_jusqu_au: 2026-04-01\n"
        "image: images/a b.png\nresume: Une soupe.",
        "Venez !\n",
    ),
}


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Return a function that builds the site and reads one of its feeds."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772362800")

    def build(name: str, siteurl: str = "https://exemple.fr/projet") -> feedparser.FeedParserDict:
        content = write_site(tmp_path / "content", FILES)
        result = build_site(content, tmp_path / "output", siteurl)
        assert result.is_ok, [str(fault) for fault in result.faults.errors]
        feed = feedparser.parse(Path(tmp_path / "output" / name).read_bytes())
        assert not feed.bozo
        return feed

    return build


def test_articles_come_whole_and_newest_first(read):
    feed = read("feed.xml")
    assert [entry.title for entry in feed.entries] == ["B", "A & <b>"]
    entry = feed.entries[1]
    assert entry.published == "2026-01-02T00:00:00+01:00"
    assert entry.link == "https://exemple.fr/projet/2026/01/02/a.html"
    for address in ("https://exemple.fr/projet/images/", "https://exemple.fr/projet/contact.html"):
        assert address in entry.content[0].value


def test_events_have_a_feed_of_their_own(read):
    feed = read("agenda/feed.xml")
    assert [entry.title for entry in feed.entries] == ["Annulé : Bal", "Soupe"]
    assert feed.feed.link == "https://exemple.fr/projet/agenda/"
    text = feed.entries[1].content[0].value.replace("\u00a0", " ")
    for words in ("dimanche 12 avril 2026", "La halle", "Une soupe.", "Venez", "1er avril 2026"):
        assert words in text
    # A feed is read long after: where to register is for the page, which knows what time it is.
    assert "https://exemple.org/soupe" not in text
    assert 'href="https://exemple.fr/projet/agenda/2026-04-12-soupe/"' in text


def test_an_event_is_dated_from_its_announcement_or_else_from_a_month_before(read):
    moments = {
        e.title: datetime.fromisoformat(e.published) for e in read("agenda/feed.xml").entries
    }
    assert moments == {
        "Soupe": datetime(2026, 1, 14, 23, tzinfo=UTC),
        "Annulé : Bal": datetime(2026, 2, 10, 19, tzinfo=UTC),
    }


@pytest.mark.parametrize("siteurl", ["", "/projet", "https://exemple.fr"])
@pytest.mark.parametrize("name", ["feed.xml", "agenda/feed.xml"])
def test_identifiers_are_absolute_whatever_is_known_of_the_host(read, name, siteurl):
    feed = read(name, siteurl)
    identifiers = [feed.feed.id, *(entry.id for entry in feed.entries)]
    assert all(urlsplit(identifier).scheme for identifier in identifiers)
    assert len(set(identifiers)) == 3


def test_pages_name_both_feeds(read, tmp_path):
    read("feed.xml")
    html = (tmp_path / "output" / "contact.html").read_text(encoding="utf-8")
    for path in ("/projet/feed.xml", "/projet/agenda/feed.xml"):
        assert 'type="application/atom+xml" title="Le site' in html and f'href="{path}"' in html
