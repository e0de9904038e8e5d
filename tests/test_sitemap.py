"""The map of the site, read back from built sites."""

from xml.etree import ElementTree

import pytest

from support import built_site, page

FILES = {
    "index.md": page("title: Accueil"),
    "404.md": page("title: Perdu"),
    "où.md": page("title: Où\nredirect_from: /ancienne/"),
    "style.css": "a {}",
    "_posts/2026-01-02-a.md": "a\n",
    "_evenements/2026-03-12-bal.md": page("title: Bal\ndebut: 2026-03-12"),
}
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def built(tmp_path):
    """Return a function that builds a site with more files and returns its output."""

    def build(siteurl: str, **more: str):
        output = built_site(tmp_path, FILES | more, siteurl)
        return output

    return build


def test_every_page_is_listed_and_nothing_else(built):
    root = ElementTree.fromstring((built("https://exemple.fr/projet") / "sitemap.xml").read_bytes())
    days = {e.findtext(f"{NAMESPACE}loc"): e.findtext(f"{NAMESPACE}lastmod") for e in root}
    assert days == {
        f"https://exemple.fr/projet/{path}": day
        for path, day in {
            "": None,
            "2026/01/02/a.html": "2026-01-02",
            "actualites/": None,
            "actualites/annees/2026/": None,
            "agenda/": None,
            "agenda/2026-03-12-bal/": None,
            "o%C3%B9.html": None,
        }.items()
    }


def test_robots_are_told_where_it_is(built):
    text = (built("https://exemple.fr") / "robots.txt").read_text(encoding="utf-8")
    assert text.splitlines()[-1] == "Sitemap: https://exemple.fr/sitemap.xml"


def test_a_folder_of_a_host_has_no_robots_of_its_own(built):
    assert not (built("https://exemple.fr/projet") / "robots.txt").exists()


def test_the_content_s_own_files_are_kept(built):
    own = {"sitemap.xml": "<à/>", "robots.txt": "User-agent: *\n"}
    output = built("https://exemple.fr", **own)
    assert {name: (output / name).read_text(encoding="utf-8") for name in own} == own


def test_without_a_host_there_is_none(built):
    output = built("")
    assert not (output / "sitemap.xml").exists() and not (output / "robots.txt").exists()
