"""The private parts of Pelican's that texts made late rest on are still what they were."""

import copy
import inspect

import pytest
from pelican import contents
from pelican.contents import Article, Content

from engine.compat.lazy_text import answer_with, install, make_text_when_read, own_answer


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
    make_text_when_read(article, lambda _: made.append("fait") or f"fait {len(made)} fois")
    assert [article._content, article._content] == ["fait 1 fois", "fait 2 fois"]
    article._content += " puis changé"
    assert [article._content, article._content] == ["fait 3 fois puis changé"] * 2


def test_a_method_bears_what_pelican_s_does_and_answers_for_the_content_that_is_asked(
    article: Article,
):
    own = {name: vars(getattr(article, name)) for name in ("get_content", "get_static_links")}
    assert "cache" in own["get_content"], "Content.get_content is no longer memoized"
    answer_with(article, {name: lambda it, *_: it._content for name in own})
    assert {name: vars(getattr(article, name)) for name in own} == own
    copied = copy.copy(article)
    copied._content = "un autre"
    assert [article.content, copied.content] == ["le texte", "un autre"]
    assert own_answer(article, "get_content", "") == "le texte"
    article.get_content = lambda siteurl: "d'un plugin"
    assert article.content == "d'un plugin"
