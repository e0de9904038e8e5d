"""Pelican plugin: the front page cut into sections, whose grounds the theme changes.

What is written before the first `##` is the opening, then each `##` begins a section. A front page
in raw HTML is left alone, as is every other page.
"""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jekyll.plugin.extension_points import SiteContext, site_loaded
from jekyll.site.model import Document


def register() -> None:
    """Connect to the site's signal."""
    site_loaded.connect(cut_front_page)


def cut_front_page(context: SiteContext) -> None:
    """Add the pass."""
    context.add_body_pass(_cut, lambda html, document: None if document.is_home else html)


def _cut(tree: LexborHTMLParser, document: Document) -> None:
    if document.is_home and document.is_markdown:
        cut_in_sections(tree)


def cut_in_sections(tree: LexborHTMLParser) -> None:
    """Put what is before the first top-level `<h2>`, then each with what follows, in a section."""
    groups: list[list[LexborNode]] = [[]]
    for node in _top_level(tree):
        if node.tag == "h2":
            groups.append([])
        groups[-1].append(node)
    for group in groups:
        if any(node.tag != "-text" or (node.text_content or "").strip() for node in group):
            _wrap(tree, group)


def _top_level(tree: LexborHTMLParser) -> list[LexborNode]:
    first = tree.root
    while first is not None and first.prev is not None:
        first = first.prev
    nodes = []
    while first is not None:
        nodes.append(first)
        first = first.next
    return nodes


def _wrap(tree: LexborHTMLParser, nodes: list[LexborNode]) -> None:
    section = tree.create_node("section")
    for node in nodes:
        section.insert_child(node)  # a copy: the first of them gives its place, the rest leave
    for node in nodes[1:]:
        node.decompose()
    nodes[0].replace_with(section)
