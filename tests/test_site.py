"""Whole sites built for real: what a visitor gets of the pages in `sites/`."""

from functools import cache
from urllib.parse import unquote

import feedparser
import pytest

from support import SITES, build_site, built_site, menu_titles, page, read_page, write_site


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Return a function that builds one of `sites/`, once, and returns its output folder."""

    @cache
    def build(name: str, siteurl: str = ""):
        output = tmp_path_factory.mktemp(name) / "output"
        result = build_site(SITES / name, output, siteurl)
        assert result.is_ok, [str(diagnostic) for diagnostic in result.diagnostics.errors]
        assert not result.diagnostics.warnings
        return output

    return build


def test_the_collective_s_page_comes_out_as_written(built):
    tree = read_page(built("accueil"))

    assert tree.css_first("title").text() == "Accueil"
    assert [h.text() for h in tree.css("h1")] == ["La méridionale des coopératives"]
    assert len(tree.css("main li")) == 13
    assert "À l’occasion de l’Année Internationale" in tree.css_first("main").text()
    button = tree.css_first("main a.bouton")
    assert button.text() == "S’inscrire"
    assert button.attributes["href"].startswith("https://www.helloasso.com/associations/")


def test_its_two_images_are_the_files_that_are_published(built):
    output = built("accueil")
    sources = [image.attributes["src"] for image in read_page(output).css("main img")]
    assert sources == [
        "/images/Logo%20allong%C3%A9_12.png",
        "/images/affiche_pages-to-jpg-0001.jpg",
    ]
    assert all((output / unquote(source).lstrip("/")).is_file() for source in sources)


MENU = ["Aide", "Articles", "Vide", "Zèbre", "Entre deux"]
MENU += ["Projet", "Adhérer", "Agenda", "Contact", "Dix"]


def test_menu_ties_missing_order_and_hidden_pages(built):
    output = built("menu_of_twelve")
    pages = [path.relative_to(output).as_posix() for path in output.rglob("*.html")]
    assert len(pages) == 15
    for name in pages:
        assert menu_titles(read_page(output, name)) == MENU, name


def test_the_current_page_is_marked_once_in_each_menu(built):
    output = built("menu_of_twelve")
    for name, title in {"dix.html": "Dix", "articles/index.html": "Articles"}.items():
        marked = read_page(output, name).css('header [aria-current="page"]')
        assert [link.text() for link in marked] == [title]
    marked = read_page(output).css('header [aria-current="page"]')
    assert [(node.tag, node.text(strip=True)) for node in marked] == [("span", "Accueil")]


def test_a_site_in_a_sub_folder(built):
    output = built("menu_of_twelve", "https://exemple.fr/sous-dossier/")
    tree = read_page(output, "articles/index.html")
    addresses = [link.attributes["href"] for link in tree.css("header a, link[rel=stylesheet]")]
    assert all(address.startswith(("/sous-dossier/", "#")) for address in addresses)
    assert tree.css_first("link[rel=canonical]").attributes["href"] == (
        "https://exemple.fr/sous-dossier/articles/"
    )
    assert (output / "articles" / "index.html").is_file()


@pytest.mark.parametrize(("site", "images"), [("image_names", 4), ("names_in_two_forms", 3)])
def test_names_with_accents_spaces_and_signs(built, site, images):
    output = built(site)
    tree = read_page(output)
    for node in tree.css("main [src], main [href]"):
        address = node.attributes.get("src") or node.attributes["href"]
        assert (output / unquote(address).lstrip("/")).is_file(), address
    assert len(tree.css("main img")) == images


def test_liquid_shown_in_code_stays_as_written(built):
    tree = read_page(built("image_names"))
    assert tree.css_first("main code").text() == "{% link images/x.png %}"


def test_what_is_copied_and_what_is_not(built):
    output = built("image_names")
    assert (output / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\n"
    names = {path.name for path in output.rglob("*")}
    assert not names & {"Gemfile", ".gitlab-ci.yml", ".gitkeep", "_posts", "index.md"}


def test_a_body_without_title_gets_its_page_s(tmp_path):
    output = built_site(
        tmp_path,
        {
            "index.md": page("title: Accueil", "Sans titre.\n"),
            "a.md": page('title: "Le <b> & l\'été"', "# Un autre\n\nTexte.\n"),
        },
    )
    home, other = read_page(output), read_page(output, "a.html")
    assert [h.text() for h in home.css("h1")] == ["Accueil"]
    assert [h.text() for h in other.css("h1")] == ["Le <b> & l’été"]
    assert [h.text() for h in other.css("main h2")] == ["Un autre"]


def test_an_article_shows_its_date_in_french(tmp_path):
    site = write_site(
        tmp_path / "content",
        {
            "index.md": page("title: Accueil"),
            "_posts/2024-02-01-c'est ou -.md": page("title: C'est où ?"),
            "_posts/2024-02-02-sans.md": "Sans en-tête.\n",
            "_posts/2999-01-01-demain.md": page("title: Demain"),
            "_posts/2024-02-03-tu.md": page("title: Tu\npublished: false"),
        },
    )
    result = build_site(site, tmp_path / "output")
    assert (result.is_ok, result.articles) == (True, 2)
    tree = read_page(tmp_path / "output", "2024/02/01/c'est-ou.html")
    assert tree.css_first("main time").text() == "1er février 2024"
    assert tree.css_first("main time").attributes["datetime"] == "2024-02-01"
    assert tree.css_first("h1").text() == "C’est où\u202f?"


def test_the_site_s_own_style_sheet_comes_last_and_in_no_layer(tmp_path):
    css = ":root { --couleur-primaire : #2a6442; }\n"
    output = built_site(tmp_path, {"index.md": page("title: A"), "assets/css/custom.css": css})
    sheets = read_page(output).css("link[rel=stylesheet]")
    assert sheets[-1].attributes["href"] == "/assets/css/custom.css"
    assert (output / "assets/css/custom.css").read_text(encoding="utf-8") == css


def test_html_left_open_does_not_close_the_page_s_own_elements(tmp_path):
    body = "Texte </main></body></html> <div><b>ouvert\n\n<script>alert(1)\n"
    output = built_site(tmp_path, {"index.md": page("title: A", body)})
    html = (output / "index.html").read_text(encoding="utf-8")
    assert html.count("</main>") == html.count("</html>") == 1
    assert read_page(output).css_first("footer nav") is not None


def test_a_feed_of_the_content_s_own_is_kept(tmp_path):
    output = built_site(
        tmp_path, {"index.md": page("title: A"), "feed.xml": "<feed>le mien</feed>"}
    )
    assert (output / "feed.xml").read_text(encoding="utf-8") == "<feed>le mien</feed>"


def test_the_feed_has_whole_articles_with_absolute_addresses(tmp_path):
    body = "Voir [ici](/contact.html) & ![là](/images/a b.png).\n"
    site = write_site(
        tmp_path / "content",
        {
            "_config.yml": "title: Le <site>\n",
            "index.md": page("title: Accueil"),
            "contact.md": page("title: Contact"),
            "images/a b.png": b"",
            "_posts/2024-02-01-un.md": page("title: Un & <deux>", body),
            "_posts/2024-03-01-trois.md": page("title: Trois"),
        },
    )
    outputs = [tmp_path / "one", tmp_path / "two"]
    for output in outputs:
        assert build_site(site, output, "https://exemple.fr/projet").is_ok
    feed = feedparser.parse((outputs[0] / "feed.xml").read_bytes())
    assert not feed.bozo
    assert feed.feed.title == "Le <site>"
    assert [entry.title for entry in feed.entries] == ["Trois", "Un & <deux>"]
    assert feed.entries[1].link == "https://exemple.fr/projet/2024/02/01/un.html"
    assert feed.entries[1].published == "2024-02-01T00:00:00+00:00"
    content = feed.entries[1].content[0].value
    assert 'href="https://exemple.fr/projet/contact.html"' in content
    assert 'src="https://exemple.fr/projet/images/a%20b.png"' in content
    assert (outputs[0] / "feed.xml").read_bytes() == (outputs[1] / "feed.xml").read_bytes()
