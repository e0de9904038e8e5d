"""A body cut into sections at its `<h2>`s."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode


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
