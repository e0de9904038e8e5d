"""The private part of Pelican's that texts made late rest on is still what it was."""

import inspect

import pytest
from pelican import contents
from pelican.contents import Article, Content

from engine.compat.lazy_text import install, make_text_when_read


@pytest.fixture
def article() -> Article:
    install()
    return Article("le texte", {"title": "A", "slug": "a"})


def test_pelican_keeps_the_text_where_we_say():
    source = inspect.getsource(contents.Content)
    assert "self._content = content" in source, "Content._content has moved"
    assert "self.get_content(self.get_siteurl())" in source, "Content.content has changed"
    assert "self.get_summary(self.get_siteurl())" in source, "Content.summary has changed"


def test_a_text_is_what_it_was(article: Article):
    assert article._content == article.content == "le texte"
    assert type(article) is Article
    article._content = "un autre"
    assert article._content == "un autre"
    assert not hasattr(Content.__new__(Article), "_content")


def test_a_text_is_made_each_time_it_is_read_until_it_is_written(article: Article):
    made = []
    make_text_when_read(article, lambda: made.append("fait") or f"fait {len(made)} fois")
    assert [article._content, article._content] == ["fait 1 fois", "fait 2 fois"]
    article._content += " puis changé"
    assert [article._content, article._content] == ["fait 3 fois puis changé"] * 2
