"""Texts are made when they are asked for, and lists that nobody sees are not gone through."""

from pathlib import Path

import pytest
from pelican.generators import ArticlesGenerator

from core.diagnostics import Diagnostics
from dev_server.live_site.incremental_site import IncrementalSite
from engine.deferred_writer.unwritten_lists import skip_unwritten_lists
from jekyll.rendering.renderer import Renderer
from pelican_support import CONTENT
from site_build import BuildRequest
from site_build.pelican_run import run_pelican
from support import write_site


def test_no_text_is_made_until_a_page_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made: list[str] = []
    real = Renderer._body

    def noted(self: Renderer, document, text: str):
        made.append(document.name)
        return real(self, document, text)

    monkeypatch.setattr(Renderer, "_body", noted)
    site = IncrementalSite(BuildRequest.without_output(write_site(tmp_path / "content", CONTENT)))
    site.load()
    assert made == []
    assert b"<strong>pain</strong>" in site.answer("/cuisine/2026/01/10/un.html").data
    assert made == ["_posts/2026-01-10-un.md"]


def test_a_site_takes_nothing_once_it_is_loaded(tmp_path: Path):
    content = write_site(tmp_path / "content", CONTENT)
    context = run_pelican(BuildRequest(content), tmp_path / "output", Diagnostics())
    assert context and isinstance(context.gathered, tuple)
    document = context.site.rendered[0]
    for add in (
        lambda: context.gather(Diagnostics()),
        lambda: context.announce("/a.txt", "un texte"),
        lambda: context.add_body_pass(lambda *_: None),
        lambda: context.add_changes([]),
        lambda: context.make_article(document),
        lambda: context.put(object()),
    ):
        with pytest.raises(RuntimeError, match="the site is loaded"):
            add()


def test_lists_without_a_page_nor_a_feed_are_emptied():
    generator = ArticlesGenerator.__new__(ArticlesGenerator)
    generator.tags, generator.categories, generator.authors = {"a": [1]}, [("b", [1])], [("c", [1])]
    skip_unwritten_lists([generator], {"TAG_SAVE_AS": "", "CATEGORY_FEED_ATOM": "{slug}.xml"})
    assert (generator.tags, generator.categories, generator.authors) == ({}, [("b", [1])], [])
