"""Where a card can stand in a tree: HTML forbids a `<figure>` within words."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Elements that hold words alone (HTML Standard, section 3.2.5.2.5: phrasing content), or whose
# end a figure would bring about when a browser reads it.
_WORDS = frozenset(
    "a abbr b bdi bdo big button center cite code del dfn dt em font h1 h2 h3 h4 h5 h6 i ins kbd "
    "label mark p picture pre q s samp small span strike strong sub summary sup tt u var".split()
)


def words_around(node: LexborNode) -> LexborNode | None:
    """Return the outermost element of words that holds a node, or None."""
    found, parent = None, node.parent
    while parent is not None and parent.tag in _WORDS:
        found, parent = parent, parent.parent
    return found


def put_card(tree: LexborHTMLParser, node: LexborNode, attributes: dict[str, str]) -> None:
    """Put a figure in a node's place, or after the words that hold it.

    Several nodes of one paragraph keep their order when they are taken from the last to the first.

    Args:
        attributes: the figure's, and under "" the HTML that it holds.
    """
    figure = tree.create_node("figure")
    for name, value in attributes.items():
        if name:
            figure.attrs[name] = value
    figure.inner_html = attributes[""]
    words = words_around(node)
    if words is None:
        node.replace_with(figure)
        return
    words.insert_after(figure)
    node.decompose()
    if is_wordless(words) and not words.css("img, svg, video, audio, iframe, input, [id]"):
        words.decompose()


def is_wordless(node: LexborNode) -> bool:
    """Return whether an element holds no words."""
    return not node.text().strip()
