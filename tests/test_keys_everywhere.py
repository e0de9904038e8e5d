"""Summary, author, image and key words: what the same keys do in an article, a page, an event."""

import json
from pathlib import Path

import feedparser
import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from photos import saved
from support import built_site, page, read_page

KEYS = (
    "resume: Un beau bal.\nauteur: Ada, Bo, Cy\nimage: /images/bal.png\nimage_alt: Des danseurs\n"
    "mots-clés: [bal, été]"
)
PNG = saved(Image.new("1", (8, 12)), "PNG")
SITEURL = "https://exemple.fr"
FILES = {
    "index.md": page("title: Accueil"),
    "images/bal.png": PNG,
    "images/deux.png": PNG,
    "page.md": page(f"title: Page\n{KEYS}"),
    "_posts/2026-01-02-a.md": page(f"title: A\n{KEYS}"),
    "_posts/2026-01-03-b.md": page("title: B\nimage: images/deux.png", "![Deux](/images/deux.png)"),
    "_evenements/2026-03-12-bal.md": page(f"title: Bal\ndate: 12 mars 2026\n{KEYS}"),
}
PLACES = {
    "page": "page.html",
    "article": "2026/01/02/a.html",
    "event": "agenda/2026-03-12-bal/index.html",
}


def data(tree: LexborHTMLParser) -> dict:
    """Return what search engines read of what a page shows."""
    read = json.loads(tree.css_first('script[type="application/ld+json"]').text())
    return read[0] if isinstance(read, list) else read


@pytest.mark.parametrize("name", PLACES.values(), ids=PLACES)
def test_a_page_says_who_wrote_it_and_shows_its_image(output: Path, name: str):
    tree = read_page(output, name)
    assert tree.css_first('meta[name="author"]').attributes["content"] == "Ada, Bo, Cy"
    assert tree.css_first('meta[name="description"]').attributes["content"] == "Un beau bal."
    (image,) = tree.css("main img")
    assert (image.attributes["src"], image.attributes["alt"]) == ("/images/bal.png", "Des danseurs")


def test_an_article_tells_machines_what_it_shows(output: Path):
    tree = read_page(output, PLACES["article"])
    assert tree.css_first(".date").text() == "2 janvier 2026, par Ada, Bo et Cy"
    article = data(tree)
    assert [author["name"] for author in article["author"]] == ["Ada", "Bo", "Cy"]
    assert article["image"] == ["https://exemple.fr/images/bal.png"]
    assert [link.text() for link in tree.css(".themes a")] == ["bal", "été"]
    entry = feedparser.parse((output / "feed.xml").read_bytes()).entries[1]
    assert [author.name for author in entry.authors] == ["Ada", "Bo", "Cy"]
    assert 'src="https://exemple.fr/images/bal.png"' in entry.content[0].value


def test_an_event_tells_machines_its_key_words(output: Path):
    event = data(read_page(output, PLACES["event"]))
    assert (event["keywords"], event["startDate"]) == (["bal", "été"], "2026-03-12")
    assert "CATEGORIES:bal,été" in (output / "agenda.ics").read_text(encoding="utf-8")


def test_an_image_that_the_text_shows_is_shown_once(output: Path):
    assert len(read_page(output, "2026/01/03/b.html").css("main img")) == 1


def test_a_site_of_jekyll_s_stays_as_it_was(tmp_path: Path):
    output = built_site(tmp_path, {**FILES, "_config.yml": "theme: mimoza\n"}, SITEURL)
    tree = read_page(output, PLACES["article"])
    assert tree.css("main img") == []
    assert data(tree)["image"] == ["https://exemple.fr/images/bal.png"]
