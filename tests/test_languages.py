"""Pages in another language: what is said of it, and what stays French around it."""

from pathlib import Path

import feedparser
import pytest

from checks_support import reported_with_codes
from support import built_site, page, read_page, write_site

TEXT = 'We said: "come"! [Ici](/page.html) <i lang="fr">Où ?</i>\n'
SITEURL = "https://exemple.fr"
FILES = {
    "_config.yml": "title: Le site\n",
    "index.md": page("title: Accueil"),
    "page.md": page("title: 'About: us'\nlang: en-GB", TEXT),
    "_posts/2026-01-02-a.md": page(
        "title: 'Our: news'\nlang: en\nauteur: Ada\nresume: 'So: it is'"
    ),
    "_posts/2026-01-03-b.md": page("title: 'Une : nouvelle'"),
    "_evenements/2026-03-12-bal.md": page(
        "title: 'A: dance'\ndebut: 2026-03-12 20:00\nlang: en\nresume: 'Dance: here'\nlieu: Ici",
        "It is à venir.\n",
    ),
}
PLACES = {
    "page": ("page.html", "en-GB", "en_GB"),
    "article": ("2026/01/02/a.html", "en", "en_US"),
    "event": ("agenda/2026-03-12-bal/index.html", "en", "en_US"),
    "other": ("2026/01/03/b.html", "fr", "fr_FR"),
    "list": ("actualites/index.html", "fr", "fr_FR"),
}


@pytest.mark.parametrize(("name", "lang", "locale"), PLACES.values(), ids=PLACES)
def test_a_page_says_its_language(output: Path, name: str, lang: str, locale: str):
    tree = read_page(output, name)
    assert tree.css_first("html").attributes["lang"] == lang
    assert tree.css_first('meta[property="og:locale"]').attributes["content"] == locale
    around = {tree.css_first(part).attributes.get("lang") for part in ("header", "footer")}
    assert around == {None if lang == "fr" else "fr"}


def test_its_typography_is_its_own(output: Path):
    tree = read_page(output, "page.html")
    assert tree.css_first("h1").text() == "About: us"
    words = tree.css_first("main p").text()
    assert words == "We said: “come”! Ici Où\u202f?"
    article = read_page(output, "2026/01/02/a.html")
    assert article.css_first(".date").text() == "January 2, 2026, Ada"
    assert '"inLanguage":"en"' in article.html


@pytest.mark.parametrize("name", ["actualites/index.html", "index.html"])
def test_lists_say_the_language_of_what_they_list(output: Path, name: str):
    headings = read_page(output, name).css(".news-item h3")
    assert [(it.text(), it.attributes.get("lang")) for it in headings] == [
        ("Une\u00a0: nouvelle", None),
        ("Our: news", "en"),
    ]


def test_the_words_of_an_event_are_french_but_its_own(output: Path):
    tree = read_page(output, "agenda/2026-03-12-bal/index.html")
    assert tree.css_first(".poster").attributes["lang"] == "fr"
    heading, summary = tree.css_first("h1"), tree.css_first(".lead")
    assert (heading.attributes["lang"], heading.text()) == ("en", "A: dance")
    assert summary.text() == "Dance: here"


def test_feeds_say_the_language_of_an_entry(output: Path):
    for name, languages in [("feed.xml", ["fr", "en"]), ("agenda/feed.xml", ["en"])]:
        entries = feedparser.parse((output / name).read_bytes()).entries
        assert [entry.content[0]["language"] for entry in entries] == languages


def test_a_check_leaves_the_words_of_other_languages(tmp_path: Path):
    reported = reported_with_codes(write_site(tmp_path / "content", FILES))
    assert [line for line in reported if "lien-vague" in line or "annonce-perimee" in line] == []
    french = {name: text.replace("lang: en", "lang: fr") for name, text in FILES.items()}
    reported = reported_with_codes(write_site(tmp_path / "content", french))
    assert [line.split(" ")[0] for line in reported if "lien-vague" in line] == ["?page.md:5"]


SAID = """\
> [!WARNING] Be *quick*
> Now.

| a |
|---|
| b |

- [ ] It[^1]

[^1]: Note.

![A](a.svg)
![B](a.svg)

<iframe src="https://www.youtube.com/embed/abc" title="It"></iframe>
"""


@pytest.mark.parametrize(
    ("lang", "reported", "title", "names"),
    [
        ("en-GB", None, ["Warning: Be quick", None], "Warning Table To Gallery, Back".split()),
        (
            "es",
            "fr",
            ["Attention\u00a0: Be quick", "fr"],
            "Attention Tableau À Galerie, Retour".split(),
        ),
    ],
)
def test_what_the_program_says_is_in_english_or_told_as_french(
    tmp_path: Path, lang: str, reported: str | None, title: list[str | None], names: list[str]
):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    files = {
        "a.svg": svg,
        "index.md": page("title: A"),
        "b.md": page(f"title: B\nlang: {lang}", SAID),
    }
    tree = read_page(built_site(tmp_path, files), "b.html")
    parts = (".encart", ".table", "input", ".galerie", ".footnote-backref")
    said = [tree.css_first(f"main {part}") for part in parts]
    spoken = [it.attributes.get("aria-label") or it.attributes["title"] for it in said]
    assert [words.split()[0] for words in spoken] == names
    assert {it.attributes.get("lang") for it in said} == {reported}
    heading = tree.css_first(".encart-titre strong")
    french = heading.css_first("span[lang]")
    assert [heading.text(), french and french.attributes["lang"]] == title
    assert tree.css_first(".encart p").attributes.get("lang") == (reported and lang)
    assert tree.css_first(".carte-exterieure").attributes["lang"] == "fr"


def test_marks_of_a_title_are_turned_as_those_of_its_text(tmp_path: Path):
    files = {"index.md": page("title: A"), "b.md": page("""title: '"It''s" us'\nlang: en""", "B")}
    tree = read_page(built_site(tmp_path, files), "b.html")
    assert tree.css_first("h1").text() == "“It’s” us"
    for entry in tree.css("nav li a[href='/b.html']"):
        assert (entry.text(), entry.attributes["lang"]) == ("“It’s” us", "en")
