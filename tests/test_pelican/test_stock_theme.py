"""Our content under Pelican's own themes, with its own feeds, archives and lists on, or off."""

from pathlib import Path

import feedparser
import pytest

from pelican_support import built
from support import page, read_page

pytestmark = pytest.mark.server

SETTINGS = """
THEME = "simple"
SITEURL = "https://exemple.fr"
FEED_ALL_ATOM = "flux/tout.atom.xml"
CATEGORY_FEED_ATOM = "flux/{slug}.atom.xml"
TAG_FEED_RSS = "flux/mot-{slug}.rss.xml"
YEAR_ARCHIVE_SAVE_AS = "archives/{date:%Y}/index.html"
MONTH_ARCHIVE_SAVE_AS = "archives/{date:%Y}/{date:%m}/index.html"
TAG_SAVE_AS = "mots/{slug}.html"
CATEGORY_SAVE_AS = "categories/{slug}.html"
AUTHOR_SAVE_AS = "auteurs/{slug}.html"
AUTHOR_URL = "auteurs/{slug}.html"
DIRECT_TEMPLATES = ["index", "archives", "tags", "categories", "authors"]
INDEX_SAVE_AS = "tout.html"
DEFAULT_PAGINATION = 3
SUMMARY_MAX_PARAGRAPHS = 1
MENUITEMS = [("Ailleurs", "https://exemple.org")]
AUTHOR = "Le collectif"
CATEGORY_URL = CATEGORY_SAVE_AS
"""
# What a header may say to Pelican; two that lists do not show.
FILES = {
    "_posts/2026-02-11-trois.md": page(
        "title: Trois\nauteurs: Camille Martin; Noé\nmodified: 2026-02-20",
        "Autre chose, en quelques mots. [Écrire]({filename}/contact.md)\n\n"
        "Et un second paragraphe. ![Un point]({static}/p.svg)\n",
    ),
    "_posts/2026-02-12-cache.md": page(
        "title: Caché\nstatus: hidden\nlang: oc\nauthor: {name: Zoé}"
    ),
    "_posts/2026-02-13-brouillon.md": page("title: Brouillon\nstatus: draft"),
    "_evenements/2026-03-12-fete.md": page(
        'title: La fête\ndebut: 2026-03-12 18:30\nlieu: "Le Café"\nadresse: 2 place Basse\n'
        "resume: Venez & chantez.\ntarif: 5 €\ninscription: https://exemple.org/fete\n"
        "image: p.svg\ntags: [fête, pain]",
        "Toute la *soirée*.\n",
    ),
    "liens.md": page(
        "title: Liens",
        "[a]({filename}_posts/2026-02-11-trois.md) [b]({author}Camille Martin) [c]({tag}pain)"
        " [d]({index}) [e]({static}/un.txt) [f](/archives.html) [g](/archives/2026/02/)"
        " [h]({static}/flux/mot-pain.rss.xml)\n\n"
        '<img src="{static}/p.svg" data-src="{static}/p.svg" alt="Un point">\n',
    ),
    "a-part.md": page("title: À part\nin_menu: false\norder: 1"),
    "couverture.md": page("title: Couverture\ntemplate: archives\norder: 2"),
    "p.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
    "un.txt": "un",
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("simple"), SETTINGS, FILES)


def test_authors_and_changes_are_shown_and_have_their_pages(output: Path):
    shown = words(output, "2026/02/11/trois.html")
    assert "By Camille Martin Noé" in shown and "Last updated: 20/02/2026" in shown
    assert "Trois" in words(output, "auteurs/camille-martin.html")
    assert "Noé (1)" in words(output, "authors.html")
    own = feedparser.parse((output / "feed.xml").read_bytes()).entries[0]
    assert [author.name for author in own.authors] == ["Camille Martin", "Noé"]
    assert (own.published[:10], own.updated[:10]) == ("2026-02-11", "2026-02-20")


def test_what_is_hidden_has_its_page_alone_and_a_draft_none(output: Path):
    hidden = read_page(output, "2026/02/12/cache.html")
    assert hidden.css_first("html").attributes["lang"] == "oc"
    assert "By Zoé" in words(output, "2026/02/12/cache.html")
    assert not list(output.rglob("*brouillon*"))
    for path in output.rglob("*"):
        if path.suffix in (".html", ".xml") and path.name != "cache.html":
            assert "Caché" not in path.read_text(encoding="utf-8"), path
            assert "cache.html" not in path.read_text(encoding="utf-8"), path


def test_its_links_lead_to_what_is_written(output: Path):
    links = [link.attributes["href"] or "" for link in read_page(output, "liens.html").css("p a")]
    files = [
        *("2026/02/11/trois.html", "auteurs/camille-martin.html", "mots/pain.html", "", "un.txt"),
        *("archives.html", "archives/2026/02/", "flux/mot-pain.rss.xml"),
    ]
    assert links == [f"/{name}" for name in files]
    image = read_page(output, "liens.html").css_first("p img").attributes
    assert (image["src"], image["data-src"]) == ("/p.svg", "/p.svg")


def test_what_it_sorts_alike_is_in_the_order_of_our_own_lists(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONHASHSEED", "1")  # Pelican would read files in an order of its own
    files = {f"_posts/2026-02-12-n{n}.md": page(f"title: N{n}") for n in range(1, 5)}
    files |= {f"dossier-{n}/index.md": page(f"title: P{n}") for n in range(1, 5)}
    shown = 'THEME = "simple"\nDISPLAY_PAGES_ON_MENU = True\nFEED_ALL_ATOM = "flux.xml"\n'
    output = built(tmp_path, shown, files)
    titles = [it.title for it in feedparser.parse((output / "flux.xml").read_bytes()).entries]
    assert titles == ["La fête", "N4", "N3", "N2", "N1", "Trois", "Deux", "Un & deux"]
    menu = [it.text() for it in read_page(output, "contact.html").css("nav a")]
    assert menu[:5] == ["Contact & plan", "P1", "P2", "P3", "P4"]


def test_its_feeds_are_where_the_site_s_own_settings_put_it(tmp_path: Path):
    config = "title: Un site\nurl: https://exemple.fr\nbaseurl: /projet\n"
    output = built(
        tmp_path, 'THEME = "simple"\nFEED_ALL_ATOM = "flux.xml"\n', {"_config.yml": config}
    )
    address = "https://exemple.fr/projet/flux.xml"
    links = feedparser.parse((output / "flux.xml").read_bytes()).feed.links
    assert [it.href for it in links if it.rel == "self"] == [address]
    assert read_page(output, "contact.html").css_first("head link").attributes["href"] == address


def test_its_menu_is_the_site_s(output: Path):
    links = read_page(output, "contact.html").css("nav a")
    assert [link.text() for link in links] == [
        *("Ailleurs", "Contact & plan", "Liens", "Couverture", "Actualités", "Agenda")
    ]
    assert [link.attributes["href"] for link in links[:2]] == [
        "https://exemple.org",
        "/contact.html",
    ]


def test_a_file_may_ask_for_another_template(output: Path):
    assert "Archives" in words(output, "couverture.html")


def words(output: Path, name: str) -> str:
    return " ".join(read_page(output, name).css_first("main").text().split())


def test_news_and_events_are_articles_and_the_rest_pages(output: Path):
    first, second = words(output, "tout.html"), words(output, "tout2.html")
    titles = ["La fête", "Trois", "Deux", "Un & deux"]  # by date, the newest first
    assert [title in first for title in titles] == [True, True, True, False]
    assert [title in second for title in titles] == [False, False, False, True]
    assert "Contact" not in first + second
    assert "Venez & chantez." in first
    assert "Le premier." in second
    assert "Autre chose, en quelques mots." in first  # no description: the first paragraph
    assert "second paragraphe" not in first


@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("cuisine/2026/01/10/un.html", '<p>Du <strong>pain</strong> pour <a href="/contact.html">'),
        ("agenda/2026-03-12-fete/index.html", "<p>Toute la <em>soirée</em>.</p>"),
        ("index.html", "<p>Des <em>mots</em>.</p>"),
        ("contact.html", "<p>Écrire.</p>"),
    ],
)
def test_content_is_html(output: Path, name: str, html: str):
    assert html in (output / name).read_text(encoding="utf-8")


def check_event(output: Path) -> None:
    """Assert that the theme's own page of an article says what an event's page must."""
    main = read_page(output, "agenda/2026-03-12-fete/index.html").css_first("article")
    shown = " ".join(main.text().split())
    words = ["La fête", "jeudi 12 mars 2026, à 18 h 30", "Le Café"]
    assert [shown.count(each) for each in words] == [1, 1, 1], shown
    assert main.css_first("header :is(h1, h2)").text().strip() == "La fête"


def test_an_event_is_an_article_that_its_facts_lead(output: Path):
    check_event(output)
    shown = words(output, "agenda/2026-03-12-fete/index.html")
    facts = "Le Café, 2 place Basse S’inscrire Tarif : 5 € Venez & chantez. Ajouter à mon agenda"
    assert f"{facts} Toute la soirée." in shown
    html = read_page(output, "agenda/2026-03-12-fete/index.html")
    assert html.css_first('a[href="https://exemple.org/fete"]') and html.css_first("[src='/p.svg']")
    every = feedparser.parse((output / "flux/agenda.atom.xml").read_bytes()).entries[0]
    assert (
        "jeudi 12 mars 2026" in every.content[0].value and every.summary == "Venez &amp; chantez."
    )
    assert 'src="https://exemple.fr/p.svg"' in every.content[0].value
    own = (output / "agenda" / "feed.xml").read_text(encoding="utf-8")
    assert own.count("2 place Basse") == own.count("soirée") == 1


def test_titles_are_text(output: Path):
    assert "Contact &amp; plan</h2>" in (output / "contact.html").read_text(encoding="utf-8")


def test_its_feeds_hold_the_texts(output: Path):
    every = feedparser.parse((output / "flux/tout.atom.xml").read_bytes())
    assert not every.bozo
    assert [entry.title for entry in every.entries] == ["La fête", "Trois", "Deux", "Un & deux"]
    assert "<strong>pain</strong>" in every.entries[3].content[0].value
    assert every.entries[3].link == "https://exemple.fr/cuisine/2026/01/10/un.html"
    assert every.entries[0].published.startswith("2026-03-12T18:30:00+01:00")
    events = feedparser.parse((output / "flux/agenda.atom.xml").read_bytes())
    assert [entry.title for entry in events.entries] == ["La fête"]
    bread = feedparser.parse((output / "flux/mot-pain.rss.xml").read_bytes())
    assert [entry.title for entry in bread.entries] == ["La fête", "Deux", "Un & deux"]
    assert [tag.term for tag in every.entries[0].tags] == ["Agenda", "fête", "pain"]


def test_its_feeds_hold_addresses_with_the_host_and_pages_without(output: Path):
    links = ('<a href="{}/contact.html">', ' src="{}/p.svg"')
    entry = feedparser.parse((output / "flux/tout.atom.xml").read_bytes()).entries[1]
    shown = (output / "2026/02/11/trois.html").read_text(encoding="utf-8")
    for link in links:
        assert link.format("https://exemple.fr") in entry.content[0].value
        assert link.format("") in shown
    assert links[0].format("https://exemple.fr") in entry.summary
    assert links[0].format("") in (output / "tout.html").read_text(encoding="utf-8")


def test_its_archives_and_lists(output: Path):
    assert "Un & deux" in words(output, "archives/2026/01/index.html")
    assert "Deux" not in words(output, "archives/2026/03/index.html")
    assert "La fête" in words(output, "archives/2026/03/index.html")
    assert "La fête" in words(output, "archives/2026/index.html")
    assert "Deux" in words(output, "mots/pain.html")
    assert "La fête" in words(output, "mots/pain.html")
    assert "La fête" in words(output, "mots/fete.html")
    leads = read_page(output, "tags.html").css("main li a")  # TAG_URL is not told
    assert leads[0].attributes["href"] == "https://exemple.fr/mots/fete.html"
    assert "Un & deux" in words(output, "categories/cuisine.html")
    assert "La fête" in words(output, "categories/agenda.html")
    assert "fête (1)" in words(output, "tags.html") and "pain (3)" in words(output, "tags.html")


def test_its_lists_are_in_the_map_of_the_site(output: Path):
    told = (output / "sitemap.xml").read_text(encoding="utf-8")
    lists = "mots/pain categories/cuisine auteurs/camille-martin archives tags tout tout2".split()
    for name in [*(f"{it}.html" for it in lists), "archives/2026/", "archives/2026/01/"]:
        assert told.count(f"<loc>https://exemple.fr/{name}</loc>") == 1, name


def test_what_our_plugins_write_is_there_in_its_shell(output: Path):
    agenda = read_page(output, "agenda/index.html")
    assert agenda.css_first("header hgroup").text().strip() == "Un site"
    assert "La fête" in agenda.css_first("main").text()
    assert (output / "agenda.ics").is_file()
    assert (output / "feed.xml").is_file()
    assert not list(output.glob("theme/**/*.css"))  # ours are not its


def test_what_has_no_category_has_the_default_one_and_no_page_of_it(tmp_path: Path):
    two = {"_posts/2026-02-12-deux.md": page("title: Two\nlang: en")}
    output = built(tmp_path, 'THEME = "notmyidea"\nARTICLE_TRANSLATION_ID = "slug"\n', two)
    check_event(output)
    shown = (output / "2026/02/10/deux.html").read_text(encoding="utf-8")
    assert 'In <a href="/actualites/">Actualités</a>' in shown
    assert not (output / "category").exists()
    assert '<a href="/2026/02/12/deux.html" hreflang="en">en</a>' in shown  # its translation
    assert "Two" in (output / "actualites" / "index.html").read_text(encoding="utf-8")
