"""Feeds, read back from built sites by feedparser: another hand than the one that wrote them."""

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

import feedparser
import pytest
from feedparser.sanitizer import _HTMLSanitizer
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from jekyll.addresses.html_addresses import held_addresses
from output_files.feeds.content import portable
from photos import saved
from support import built_site, page

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
        feed = feedparser.parse((built_site(tmp_path, FILES, siteurl) / name).read_bytes())
        assert not feed.bozo
        return feed

    return build


def test_articles_come_whole_and_newest_first(read):
    feed = read("feed.xml")
    assert [entry.title for entry in feed.entries] == ["B", "A & <b>"]
    entry = feed.entries[1]
    assert entry.published == "2026-01-02T00:00:00+00:00"
    assert entry.link == "https://exemple.fr/projet/2026/01/02/a.html"
    for address in ("https://exemple.fr/projet/images/", "https://exemple.fr/projet/contact.html"):
        assert address in entry.content[0].value


@pytest.mark.parametrize(("zone", "offset"), [("", "+00:00"), ("Europe/Paris", "+01:00")])
def test_the_dates_of_an_article_are_in_one_zone_however_they_are_written(tmp_path, zone, offset):
    posts = {
        "a": "title: A\nmodified: 2026-01-03",
        "b": "title: B\ndate: 2026-01-02\nmodified: 2026-01-03 00:00",
        "c": "title: C\ndate: 2026-01-02 00:00\nmodified: 2026-01-03",
    }
    files = {f"_posts/2026-01-02-{name}.md": page(head) for name, head in posts.items()}
    config = "title: Le site\n" + (zone and f"timezone: {zone}\n")
    site = {"_config.yml": config, "index.md": page("title: Accueil"), **files}
    output = built_site(tmp_path, site, "https://exemple.fr")
    entries = feedparser.parse((output / "feed.xml").read_bytes()).entries
    assert [(it.published, it.updated) for it in entries] == [
        (f"2026-01-02T00:00:00{offset}", f"2026-01-03T00:00:00{offset}")
    ] * 3


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


PAGE = "https://exemple.fr/projet/2026/a.html"
AWAY = {
    "from the root": ('<a href="/x">a</a>', '<a href="https://exemple.fr/x">a</a>'),
    "relative": ('<img src="../b.png">', '<img src="https://exemple.fr/projet/b.png">'),
    "a place of the page": ('<a href="#fn:1">1</a>', f'<a href="{PAGE}#fn:1">1</a>'),
    "of no scheme": ('<img src="//autre.org/a">', '<img src="https://autre.org/a">'),
    "of other schemes": ('<a href="mailto:a@b.fr">a</a><img src="data:,a">', None),
    "of another host": ('<a href="https://autre.org/#a">a</a>', None),
    "no address": ('<a href="http://[">a</a>', None),
    "several widths": (
        '<img src="/a" srcset="/a 1x, b,c 2x">',
        '<img src="https://exemple.fr/a" '
        'srcset="https://exemple.fr/a 1x, https://exemple.fr/projet/2026/b,c 2x">',
    ),
    "several formats": (
        '<picture><source srcset="/a.avif 1x"><img src="/a.png"></picture>',
        '<img src="https://exemple.fr/a.png">',
    ),
    "a video": (
        '<video src="/a" poster="/b"><track src="/c"></video>',
        '<video src="https://exemple.fr/a" poster="https://exemple.fr/b">'
        '<track src="https://exemple.fr/c"></video>',
    ),
    "a drawing": (
        '<svg><image xlink:href="/a"></image><use href="#b"></use><g fill="url(#c)"></g></svg>',
        '<svg><image xlink:href="https://exemple.fr/a"></image><use href="#b"></use>'
        '<g fill="url(#c)"></g></svg>',
    ),
    "a link in a drawing": (
        '<svg><a xlink:href="#a"><text>b</text></a></svg>',
        f'<svg><a xlink:href="{PAGE}#a"><text>b</text></a></svg>',
    ),
    "a quotation": (
        '<blockquote cite="/a">b</blockquote>',
        '<blockquote cite="https://exemple.fr/a">b</blockquote>',
    ),
    "a script": ("a<script>b</script><svg><script>c</script></svg>", "a<svg></svg>"),
    "handlers and styles": ('<p onclick="a()" style="color:red" data-a="b">c</p>', "<p>c</p>"),
    "a style": ("<style>a{}</style><p>b</p>", "<p>b</p>"),
    "an address that runs": ('<a href=" JavaScript:a()">b</a>', "<a>b</a>"),
    "an address that holds a page": ('<a href="data:text/html,a">b</a>', "<a>b</a>"),
    "a form": (
        '<form action="/a"><p>b <input name="c"></p></form>',
        f'<a href="{PAGE}">Remplir le formulaire sur le site</a>',
    ),
    "controls alone": ("<p>a<button>b</button><select><option>c</select></p>", "<p>a</p>"),
    "boxes": (
        '<ul><li><input type="checkbox" checked> a<li><input type="CHECKBOX"> b</ul>',
        "<ul><li>☑ a</li><li>☐ b</li></ul>",
    ),
    "boxes beside their words": ('<li><input type="checkbox">a', "<li>☐ a</li>"),
    "what moves in a drawing": (
        '<svg><a><set attributeName="href" to="javascript:a()"></set></a></svg>',
        "<svg><a></a></svg>",
    ),
    "hidden": ("a<p hidden>b</p><div hidden><p hidden>c</p></div>", "a"),
    "a file shown": (
        '<object data="/a.pdf"><p>b</p></object>',
        '<a href="https://exemple.fr/a.pdf">a.pdf</a>',
    ),
    "a frame": (
        '<iframe src="/carte/" title="La carte" srcdoc="a"></iframe><embed>',
        '<a href="https://exemple.fr/carte/">La carte</a>',
    ),
    "what is for machines": ('<link rel="x" href="/a"><meta name="a"><base href="/b">c', "c"),
}


@pytest.mark.parametrize(("html", "away"), AWAY.values(), ids=AWAY)
def test_a_body_reads_the_same_away_from_its_page(html: str, away: str | None):
    assert portable(html, PAGE) == (html if away is None else away)


def test_nothing_is_left_that_readers_drop_or_cannot_find(tmp_path):
    """Feedparser's own lists are the ancestors of the W3C validator's."""
    everything = "\n\n".join(html for html, _ in AWAY.values() if "[" not in html)
    files = {
        "_config.yml": "title: Le site\n",
        "index.md": page("title: Accueil"),
        "_posts/2026-01-02-a.md": page("title: A", everything + "\n\nVote[^1].\n\n[^1]: Oui.\n"),
        "_posts/2026-01-02-b.md": page(
            "title: B", "[La ville](https://exemple.fr) <a href='https://exemple.fr?x'>y</a>\n"
        ),
    }
    output = built_site(tmp_path, files, "https://exemple.fr/projet")
    feedparser_keeps_all = feedparser.parse((output / "feed.xml").read_bytes(), sanitize_html=False)
    city, entry = (entry.content[0].value for entry in feedparser_keeps_all.entries)
    assert 'href="https://exemple.fr"' in city and 'href="https://exemple.fr?x"' in city
    tree = LexborHTMLParser(entry, is_fragment=True)
    kept = _HTMLSanitizer.acceptable_elements | _HTMLSanitizer.svg_elements | {"track", "image"}
    assert {node.tag for node in tree.css("*")} <= kept
    urls = {held.url for held in held_addresses(tree) if held.node.tag != "use"}
    assert len(urls) > 10 and all(re.match("(?:https?|mailto|data):", url) for url in urls)
    assert "https://exemple.fr/projet/2026/01/02/a.html#fn:1" in urls
