"""The lists of news: what each of their pages links to."""

from types import SimpleNamespace

import pytest

from content_types.news.listing import SHOWN, NewsItem, Subjects, news_pages
from support import build_site, built_site, page, write_site


def items(tags: int) -> list[NewsItem]:
    """Return articles, the first with every tag, the second with the last ones again."""
    names = tuple(f"mot{number}" for number in range(tags))
    articles = [SimpleNamespace(title=title) for title in ("Un", "Deux")]
    return [NewsItem(articles[0], 2025, tags=names), NewsItem(articles[1], 2024, tags=names[-3:])]


def test_few_links_are_on_every_page():
    for shown in news_pages(items(SHOWN), "/projet"):
        assert (len(shown.tags), shown.all_href) == (SHOWN, "")


def test_many_links_are_on_the_first_page_and_the_most_used_on_the_others():
    first, *others = news_pages(items(SHOWN + 5), "/projet")
    assert (len(first.tags), first.all_href) == (SHOWN + 5, "")
    for shown in others:
        assert (len(shown.tags), shown.all_href) == (SHOWN, "/projet/actualites/")
        assert [shelf.count for shelf in shown.tags[-3:]] == [2, 2, 2]
        assert [shelf.name for shelf in shown.years] == ["2025", "2024"]


@pytest.mark.parametrize("more", [0, 1])
def test_the_page_of_a_tag_leads_to_all_of_them(tmp_path, more):
    tags = ", ".join(f"mot{number}" for number in range(SHOWN + more))
    post = page(f"title: Un\ntags: [{tags}]")
    files = {"index.md": page("title: Accueil"), "_posts/2025-01-02-un.md": post}
    output = built_site(tmp_path, files)
    lists = output / "actualites"
    assert f"mot{SHOWN + more - 1}</a> (1)" in (lists / "index.html").read_text(encoding="utf-8")
    tag = (lists / "mots-cles" / "mot0" / "index.html").read_text(encoding="utf-8")
    assert tag.count("</a> (1)") == SHOWN + 1  # and the year
    assert ('<a href="/actualites/">Tous les thèmes' in tag) == bool(more)


def _articles(*subjects: tuple[str, ...]) -> list[NewsItem]:
    """Return articles, newest first, with these tags."""
    return [
        NewsItem(SimpleNamespace(title=str(n)), 2025, (), tags) for n, tags in enumerate(subjects)
    ]


def _lists(items: list[NewsItem]) -> dict[str, tuple[str, list[str]]]:
    pages = news_pages(items, "")
    tags = [one for one in pages if "/mots-cles/" in one.path]
    return {one.path: (one.title, [item.title for item in one.articles]) for one in tags}


@pytest.mark.parametrize(
    "tags",
    [
        pytest.param(("Énergie", "énergie"), id="capitals"),
        pytest.param(("énergie", "e\u0301nergie"), id="forms of accents"),
        pytest.param(("vie asso", "vie-asso"), id="a hyphen"),
        pytest.param(("vie  asso", "Vie_Asso"), id="spaces and a line"),
        pytest.param(("l'été", "L’été"), id="apostrophes"),
    ],
)
def test_two_ways_of_writing_one_subject_are_one(tags):
    items = _articles(tags, (tags[1],))
    ((title, articles),) = _lists(items).values()
    assert articles == ["0", "1"]
    assert title == f"Mot-clé : {tags[1]}"  # as the oldest article has it
    assert [one.name for one in Subjects(items).shelves_of(items[0], "")] == [tags[1]]


def test_subjects_that_differ_have_addresses_of_their_own_and_keep_them():
    older = [("C",), ("..", ".NET")]
    first = _lists(_articles(*older))
    lists = _lists(_articles(("c#", "C 2", "NET", "…"), ("c%", "Autres"), *older))
    assert lists == {
        "/actualites/mots-cles/autres/": ("Mot-clé : ..", ["3"]),
        "/actualites/mots-cles/net/": ("Mot-clé : .NET", ["3"]),
        "/actualites/mots-cles/c/": ("Mot-clé : C", ["2"]),
        "/actualites/mots-cles/c-2/": ("Mot-clé : c%", ["1"]),
        "/actualites/mots-cles/autres-2/": ("Mot-clé : Autres", ["1"]),
        "/actualites/mots-cles/c-3/": ("Mot-clé : c#", ["0"]),
        "/actualites/mots-cles/c-2-2/": ("Mot-clé : C 2", ["0"]),
        "/actualites/mots-cles/net-2/": ("Mot-clé : NET", ["0"]),
        "/actualites/mots-cles/autres-3/": ("Mot-clé : …", ["0"]),
    }
    assert first.keys() <= lists.keys()


def test_a_name_that_climbs_replaces_no_page(tmp_path):
    post = page("title: Un\ntags: ['..', '.', '../..', '%2e%2e', Énergie, énergie]")
    files = {"index.md": page("title: Accueil"), "_posts/2025-01-02-un.md": post}
    output = built_site(tmp_path, files, "https://exemple.fr")
    lists = output / "actualites"
    assert "Actualités</h1>" in (lists / "index.html").read_text(encoding="utf-8")
    energy = (lists / "mots-cles" / "énergie" / "index.html").read_text(encoding="utf-8")
    assert energy.count("/2025/01/02/un.html") == 1
    assert "/.." not in (output / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["..", "☀", "#", "?!"])
def test_a_subject_without_a_letter_is_told_by_nobody(tmp_path, name: str):
    categories = [] if name == ".." else [name]  # it would climb in the article's address
    front = f'title: A\ntags: ["{name}"]\ncategories: {categories}'
    files = {"index.md": page("title: A"), "_posts/2026-01-02-a.md": page(front)}
    result = build_site(write_site(tmp_path / "content", files), tmp_path / "output")
    assert [str(diagnostic) for diagnostic in result.diagnostics.found] == []
