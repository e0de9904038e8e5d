"""A body made ready to be read away from its site, in who knows which program.

Addresses are absolute (RFC 4287, section 2; RFC 3986, section 5.1). What runs, asks to be filled in
or changes how the rest looks is left out: readers drop it, and the W3C's feed validator warns of it
(« SecurityRisk », « DangerousStyleAttr »).
"""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jekyll.addresses.hosts import scheme_of
from jekyll.addresses.html_addresses import IMAGE, absolute, held_addresses, replace_addresses

# What a reader shows whole, were it left there: `hidden` is an attribute that many drop.
_LEFT_OUT = """script, style, template, link, meta, base, title, noscript, [hidden], button, select,
    textarea, datalist, output, input:not([type=checkbox i]), animate, set"""
_FRAMES = "iframe, frame, object, embed"
_ATTRIBUTES = frozenset("style ping formaction background srcdoc nonce".split())
_FORM = "Remplir le formulaire sur le site"


def portable(html: str, address: str) -> str:
    """Return a body that reads the same away from its page.

    Args:
        address: its page's, absolute where the site's host is known.
    """
    tree = LexborHTMLParser(html, is_fragment=True)
    for picture in tree.css("picture:has(> img)"):
        if (image := picture.css_first("img")) is not None:
            picture.replace_with(image)
    for form in reversed(tree.css("form")):
        _put_link(tree, form, address, _FORM)
    for node in reversed(tree.css(f":is({_LEFT_OUT})")):
        node.decompose()
    _write_boxes(tree)
    _drop_attributes(tree)
    replace_addresses(tree, lambda url: absolute(url, address))
    _lead_to_the_page(tree, address)
    for frame in reversed(tree.css(_FRAMES)):
        _open_elsewhere(tree, frame)
    return tree.html or ""


def _write_boxes(tree: LexborHTMLParser) -> None:
    for box in tree.css("input"):
        sign = "☑" if "checked" in box.attributes else "☐"
        after = box.next.text_content if box.next is not None else ""
        box.replace_with(sign if not after or after[0].isspace() else f"{sign} ")


def _drop_attributes(tree: LexborHTMLParser) -> None:
    for node in tree.css("*"):
        for name in list(node.attributes):
            if name in _ATTRIBUTES or name.startswith(("on", "data-")):
                del node.attrs[name]
    for held in list(held_addresses(tree)):
        written_in = scheme_of(held.url) in ("javascript", "vbscript", "data")
        if written_in and not (held.kind == IMAGE and scheme_of(held.url) == "data"):
            del held.node.attrs[held.attribute]


def _lead_to_the_page(tree: LexborHTMLParser, address: str) -> None:
    """Lead the links to a place of the page there: other entries may have the same names."""
    for held in list(held_addresses(tree)):
        if held.node.tag in ("a", "area") and held.url.startswith("#"):
            held.node.attrs[held.attribute] = urljoin(address, held.url)


def _open_elsewhere(tree: LexborHTMLParser, frame: LexborNode) -> None:
    url = frame.attributes.get("data" if frame.tag == "object" else "src") or ""
    if not url:
        frame.decompose()
        return
    name = posixpath.basename(unquote(urlsplit(url).path)) or urlsplit(url).netloc
    words = frame.attributes.get("title") or frame.attributes.get("aria-label") or name
    _put_link(tree, frame, url, words)


def _put_link(tree: LexborHTMLParser, node: LexborNode, url: str, words: str) -> None:
    link = tree.create_node("a")
    link.attrs["href"] = url
    link.insert_child(words)
    node.replace_with(link)
