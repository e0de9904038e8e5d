"""The words of HTML as a reader has them: what a browser's `innerText` gives, on one line.

HTML Standard, section 3.2.7: breaks, blocks and cells part words; what is not shown has none. The
calls of notes are left out too: away from its page, « vote1 » is no word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Shown as blocks or as cells (HTML Standard, section 15.3, « display »).
_PARTED = frozenset(
    """address article aside blockquote body br caption center col dd details dialog dir div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main
    menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul
    xmp""".split()
)
# What shows no words of its own, or those of who cannot show the rest.
_WORDLESS = frozenset(
    """annotation annotation-xml audio canvas datalist defs desc embed head iframe link meta
    metadata noframes noscript object rp script select style symbol template textarea title
    video""".split()
)
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_NOTES = {
    "role": frozenset({"doc-noteref", "doc-backlink", "doc-endnotes"}),
    "class": frozenset("footnote-ref footnote-backref reversefootnote footnote footnotes".split()),
}
_CALL_SIGNS = re.compile(r"[\s\[\](),;*]+")
_UNSEEN = re.compile("[\u00ad\u200b]")  # where a word may be cut
_WHITESPACE = re.compile(r"[ \t\n\r\f]+")  # HTML's: the spaces of French stay


def text_of_html(html: str) -> str:
    """Return the words of a piece of HTML, on one line.

    >>> text_of_html("Le vote<sup><a href='#fn:1'>1</a></sup> a lieu<br>ici ; H<sub>2</sub>O.")
    'Le vote a lieu ici ; H2O.'
    """
    return text_of(LexborHTMLParser(f"<body>{html}").body)


def text_of(node: LexborNode | None) -> str:
    """Return the words of an element, on one line."""
    return on_one_line("".join(_pieces(node)))


def on_one_line(text: str) -> str:
    """Return a text as it is shown, without ends of lines."""
    return _WHITESPACE.sub(" ", _UNSEEN.sub("", text)).strip(" ")


def is_blank(node: LexborNode) -> bool:
    """Return whether a node is a comment, or a text of spaces alone."""
    return node.is_comment_node or (node.is_text_node and not (node.text_content or "").strip())


def is_read(node: LexborNode | None) -> bool:
    """Return whether an element and all that hold it are shown, and are no note."""
    while node is not None and node.tag not in ("-document", "html"):
        if _is_left_out(node):
            return False
        node = node.parent
    return True


def _pieces(root: LexborNode | None) -> Iterator[str]:
    """Yield the texts in order, and a space where words part; without recursion, for deep trees."""
    left: list[LexborNode | str | None] = [root]
    while left:
        one = left.pop()
        if isinstance(one, str):
            yield one
        elif one is not None and one.tag == "-text":
            yield one.text_content or ""
        elif one is not None and one.is_element_node and not _is_left_out(one):
            around = " " if one.tag in _PARTED else ""
            yield around
            left += [around, *reversed(list(one.iter(include_text=True)))]


def _is_left_out(node: LexborNode) -> bool:
    attributes = node.attributes
    if node.tag in _WORDLESS or "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if node.tag == "dialog" and "open" not in attributes:
        return True
    for name, values in _NOTES.items():
        if not values.isdisjoint((attributes.get(name) or "").lower().split()):
            return True
    return bool(_HIDING.search(attributes.get("style") or "")) or _is_call(node)


def _is_call(node: LexborNode) -> bool:
    """Return whether an element only calls notes: a raised link to a place of the page."""
    if node.tag == "sup":
        links = node.css('a[href^="#"]')
    elif node.tag == "a" and (node.attributes.get("href") or "").startswith("#"):
        links = node.css("sup")
    else:
        return False
    called = "".join(link.text() for link in links)
    return bool(links) and _CALL_SIGNS.sub("", node.text()) == _CALL_SIGNS.sub("", called)


# Beyond this, search engines cut the text themselves, and in the middle of a word.
LIMIT = 160
# A paragraph that most texts begin with, all of whose words are read.
_FIRST = re.compile(
    r'<p>((?:[^<]++|</?(?:code|em|strong)>|</a>|<a(?: (?:href|title)="[^"<>]*")*+>)++)</p>'
)
_TAG = re.compile("<[^>]*>")


def first_words(html: str) -> str:
    """Return the words of the first paragraph of the text itself that has some, shortened.

    >>> first_words("<h1>Titre</h1><p><img src=a></p><p>Venez <b>nombreux</b>.</p>")
    'Venez nombreux.'
    """
    if (first := _FIRST.match(html)) and (words := on_one_line(unescape(_TAG.sub("", first[1])))):
        return shorten(words)
    tree = LexborHTMLParser(html, is_fragment=True)
    for beside in tree.css("figure, small, aside, table"):
        beside.decompose()
    texts = (text_of(paragraph) for paragraph in tree.css("p") if is_read(paragraph))
    return shorten(next(filter(None, texts), ""))


def shorten(text: str, limit: int = LIMIT) -> str:
    """Return a text of `limit` characters at most, cut between two words.

    >>> shorten("Une soupe, un bal", 12)
    'Une soupe…'
    """
    if len(text) <= limit:
        return text
    return text[:limit].rpartition(" ")[0].rstrip(" ,;:") + "…"
