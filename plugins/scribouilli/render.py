"""A document's text made a body: Liquid, then Markdown, then the pass over the HTML."""

from __future__ import annotations

from faults import Faults
from scribouilli.body import Body, finish_body
from scribouilli.liquid import render_liquid
from scribouilli.liquid_scope import SiteScope
from scribouilli.markdown_text import make_converter
from scribouilli.site import Document, Site

# Layouts that add no title of their own: the body's first `<h1>` is the page's.
_UNTITLED_LAYOUTS = frozenset({"default", "home"})


class Renderer:
    """Renders the bodies of one site, each document once."""

    def __init__(self, site: Site, siteurl: str, base_path: str, faults: Faults):
        self._scope = SiteScope(site, siteurl, base_path)
        self._faults = faults
        self._markdown = make_converter()
        self._sources: dict[str, str] = {}

    def resolve_all(self, documents: list[Document]) -> None:
        """Carry out the Liquid of every document, so that all its faults are told together."""
        for document in documents:
            source = document.source
            self._sources[document.name] = render_liquid(
                source.body,
                self._scope.of(document),
                source.label,
                source.body_line,
                self._faults,
            )

    def body(self, document: Document) -> Body:
        """Return the body of a document that `resolve_all` has seen."""
        text = self._sources[document.name]
        if document.is_markdown:
            text = self._markdown.reset().convert(text)
        may_bring_title = document.is_home or document.metadata["layout"] in _UNTITLED_LAYOUTS
        return finish_body(text, may_bring_title)
