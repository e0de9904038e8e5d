"""Images of other hosts, made cards, or links where they stand among words."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from jekyll.addresses.hosts import host_name
from jekyll.addresses.html_addresses import srcset_candidates
from page_parts.embeds.card import is_wordless, words_around
from page_parts.embeds.frames import replace_with_card, title_of
from page_parts.embeds.page import PageBody
from page_parts.embeds.services import IMAGE

LINK_CLASS = "image-exterieure"
_LINKS = frozenset({"a", "button", "summary", "label"})
_CELLS = frozenset({"li", "td", "th", "dd"})


def replace_images(page: PageBody) -> None:
    """Make a card or a link of each image of another host; an invisible one is left out."""
    for node in page.tree.css("[srcset]"):
        candidates = srcset_candidates(node.attributes["srcset"] or "")
        if any(page.hosts.is_refused(address) for address, _ in candidates):
            del node.attrs["srcset"]
    for node in reversed(page.tree.css("img")):
        url = node.attributes.get("src") or ""
        if page.hosts.is_refused(url):
            _replace_image(page, node, url)


def _replace_image(page: PageBody, node: LexborNode, url: str) -> None:
    if _is_beacon(node) or not page.hosts.origin(url):
        page.refuse("l'image", url)
        node.decompose()
    elif _is_among_words(node):
        _write_link(page, node, url)
    else:
        replace_with_card(page, node, url, IMAGE)


def _is_beacon(node: LexborNode) -> bool:
    """Return whether an image is only there for its host to count visitors."""
    return {node.attributes.get("width"), node.attributes.get("height")} <= {"0", "1"}


def _is_among_words(node: LexborNode) -> bool:
    words = words_around(node)
    if words is not None:
        return _is_in_link(node) or not is_wordless(words)
    parent = node.parent
    return parent is not None and parent.tag in _CELLS and not is_wordless(parent)


def _is_in_link(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None and parent.tag not in _LINKS:
        parent = parent.parent
    return parent is not None


def _write_link(page: PageBody, node: LexborNode, url: str) -> None:
    """Write the image's words in its place: a link, or no more than them within a link."""
    words = page.tree.create_node("span" if _is_in_link(node) else "a")
    words.attrs["class"] = LINK_CLASS
    if words.tag == "a":
        words.attrs["href"] = url
        words.attrs["rel"] = "noreferrer"
    words.insert_child(title_of(node) or f"image de {host_name(url)}")
    node.replace_with(words)
