"""The lists of news: what each of their pages links to."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from news.listing import SHOWN, Item, news_pages
from support import build_site, page, write_site


def items(tags: int) -> list[Item]:
    """Return articles, the first with every tag, the second with the last ones again."""
    names = tuple(f"mot{number}" for number in range(tags))
    articles = [SimpleNamespace(title=title) for title in ("Un", "Deux")]
    return [Item(articles[0], 2025, tags=names), Item(articles[1], 2024, tags=names[-3:])]


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
    content = write_site(tmp_path / "content", files)
    assert build_site(content, tmp_path / "output").is_ok
    lists = tmp_path / "output" / "actualites"
    assert f"mot{SHOWN + more - 1}</a> (1)" in (lists / "index.html").read_text(encoding="utf-8")
    tag = (lists / "mots-cles" / "mot0" / "index.html").read_text(encoding="utf-8")
    assert tag.count("</a> (1)") == SHOWN + 1  # and the year
    assert ('<a href="/actualites/">Tous les thèmes' in tag) == bool(more)
