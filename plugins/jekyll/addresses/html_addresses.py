"""The addresses that HTML holds: one table of the attributes that have some.

Sources: HTML Standard, « Attributes » (index) and section 16.2 (obsolete, yet obeyed); SVG 2,
section 16.1.5 (`href` and `xlink:href`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jekyll.addresses.css_addresses import replace_css_addresses

# What becomes of an address. All but the first two are asked for when the page is read.
LEADS, CITES = "leads", "cites"
IMAGE, MEDIA, FRAME, SCRIPT, RESOURCE = "image", "media", "frame", "script", "resource"
_SVG_LINKS = """a animate animatemotion animatetransform cursor filter lineargradient mpath pattern
    radialgradient set textpath tref"""
_ROWS = (
    ("href", "a area", LEADS),
    ("href xlink:href", _SVG_LINKS, LEADS),
    ("href xlink:href", "image feimage use", IMAGE),
    ("href xlink:href", "script", SCRIPT),
    ("href", "link", RESOURCE),
    ("src", "img input", IMAGE),
    ("src", "audio video source track", MEDIA),
    ("src", "iframe frame embed", FRAME),
    ("src", "script", SCRIPT),
    ("data", "object", FRAME),
    ("poster", "video", IMAGE),
    ("background", "body table thead tbody tfoot tr td th", IMAGE),
    ("action", "form", LEADS),
    ("formaction", "button input", LEADS),
    ("ping", "a area", LEADS),
    ("longdesc", "img iframe frame", CITES),
    ("cite", "blockquote del ins q", CITES),
    ("srcset", "img source", IMAGE),
    ("imagesrcset", "link", IMAGE),
)
_KINDS = {
    (attribute, tag): kind
    for attributes, tags, kind in _ROWS
    for attribute in attributes.split()
    for tag in tags.split()
}
_SPACES = " \t\n\f\r\v"  # around an address, that browsers leave out; others are signs of it
_ATTRIBUTES = tuple(dict.fromkeys(attribute for attribute, _ in _KINDS))
_HOLDERS = ",".join("[{}]".format(attribute.replace(":", r"\:")) for attribute in _ATTRIBUTES)
_MAY_HOLD = frozenset({*_ATTRIBUTES, "content"})
_ALL = f":is({_HOLDERS},meta[http-equiv])"  # each once
_LOADING = f":is({_HOLDERS}):not(a,area)"  # links are many, and load nothing
# Those of SVG that may name a file (SVG 2, « presentation attributes »).
_STYLED = tuple(
    "style fill stroke filter mask clip-path cursor marker-start marker-mid marker-end".split()
)
_STYLED_ELEMENTS = ":is(style,{})".format(",".join(f"[{name}]" for name in _STYLED))
# Words are often written there, against the Standard: an address begins so.
_CITED = re.compile(r"[./#?]|[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# HTML Standard, section 4.2.5.3, « shared declarative refresh steps ».
_REFRESH = re.compile(
    r"""\s*+[\d.]++(?:\s*+[;,]|\s)\s*+(?:url\s*+=\s*+)?+(?:"([^"]*+)|'([^']*+)|([^"'].*+))""",
    re.IGNORECASE | re.DOTALL,
)
# HTML Standard, section 4.8.4.3.10, « parse a srcset attribute »: the address, its descriptors.
_CANDIDATE = re.compile(r"[\s,]*+(\S++)")
_DESCRIPTORS = re.compile(r"(?:[^,(]|\([^)]*+\)?+)*+")

Change = Callable[[str], str]


class HeldAddress(NamedTuple):
    """An address that an element holds."""

    node: LexborNode  # the element
    attribute: str  # which of its attributes
    url: str  # the address, never empty
    kind: str  # what becomes of it

    @property
    def is_loaded(self) -> bool:
        """Return whether it is asked for when the page is read."""
        return self.kind not in (LEADS, CITES)


def held_addresses(tree: LexborHTMLParser) -> Iterator[HeldAddress]:
    """Yield the addresses of a tree in order; those of its styles are not among them."""
    for node, attribute, value, kind in _holders(tree):
        for url in filter(None, _addresses(attribute, value)):
            yield HeldAddress(node, attribute, url, kind)


def loaded_addresses(tree: LexborHTMLParser) -> Iterator[HeldAddress]:
    """Yield those of them that are asked for when the page is read."""
    for node, attribute, value, kind in _holders(tree, _LOADING):
        if kind not in (LEADS, CITES):
            for url in filter(None, _addresses(attribute, value)):
                yield HeldAddress(node, attribute, url, kind)


def _holders(
    tree: LexborHTMLParser, selector: str = _ALL
) -> Iterator[tuple[LexborNode, str, str, str]]:
    """Yield each element with an address: the attribute, its value, what becomes of it."""
    for node in tree.css(selector):
        for attribute, written in node.attributes.items():
            if attribute not in _MAY_HOLD:
                continue
            value = (written or "").strip(_SPACES)
            kind = kind_of(node, attribute) if value else ""
            if kind and (kind != CITES or _CITED.match(value)):
                yield node, attribute, value, kind


def kind_of(node: LexborNode, attribute: str) -> str:
    """Return what becomes of the address in an attribute, or "" where it holds none."""
    tag = (node.tag or "").lower()  # `feImage`
    if attribute == "content" and tag == "meta":
        is_refresh = (node.attributes.get("http-equiv") or "").strip().lower() == "refresh"
        return LEADS if is_refresh else ""
    return _KINDS.get((attribute, tag), "")


def _addresses(attribute: str, value: str) -> list[str]:
    if attribute in ("srcset", "imagesrcset"):
        return [url for url, _ in srcset_candidates(value)]
    if attribute == "ping":
        return value.split()
    return [refresh_url(value) if attribute == "content" else value.strip(_SPACES)]


def srcset_candidates(value: str) -> list[tuple[str, str]]:
    """Return the addresses of a `srcset`, each with its descriptors; commas may be in both.

    >>> srcset_candidates("a,b.png 1x, data:image/png;base64,AA 2x, c.png")
    [('a,b.png', '1x'), ('data:image/png;base64,AA', '2x'), ('c.png', '')]
    """
    candidates, place = [], 0
    while found := _CANDIDATE.match(value, place):
        place, url = found.end(), found[1].rstrip(",")
        size = ""
        if url == found[1] and (described := _DESCRIPTORS.match(value, place)):
            place, size = described.end(), described[0].strip()
        candidates.append((url, size))
    return candidates


def refresh_url(content: str) -> str:
    """Return where a `<meta http-equiv="refresh">` leads; "" for one that reads the page again.

    >>> refresh_url("0; url=/contact.html"), refresh_url("600")
    ('/contact.html', '')
    """
    found = _REFRESH.match(content)
    return next(filter(None, found.groups()), "").strip() if found else ""


def replace_addresses(tree: LexborHTMLParser, change: Change) -> None:
    """Change each address of a tree, those of its styles too; the rest stays as it is."""
    for node, attribute, value, _ in _holders(tree):
        if (changed := _changed(attribute, value, change)) != value:
            node.attrs[attribute] = changed
    for node, attribute, css in styles_of(tree):
        if (changed := replace_css_addresses(css, change)) != css:
            write_style(node, attribute, changed)


def with_absolute_addresses(html: str, address: str) -> str:
    """Return a text whose addresses are absolute, from its page's; the rest stays as it was."""
    tree = LexborHTMLParser(html, is_fragment=True)
    replace_addresses(tree, lambda url: absolute(url, address))
    return tree.html or ""


def absolute(url: str, address: str) -> str:
    """Return an address as it is read from that of a page; what names a part of a drawing stays.

    >>> absolute("../a.png", "https://exemple.fr/b/c/"), absolute("#a", "https://exemple.fr/")
    ('https://exemple.fr/b/a.png', '#a')
    """
    try:
        return url if url.startswith("#") else urljoin(address, url)
    except ValueError:
        return url  # reported by who reads the page


def styles_of(tree: LexborHTMLParser | LexborNode) -> Iterator[tuple[LexborNode, str, str]]:
    """Yield the texts in CSS: each with its element and attribute, "" for a `<style>`."""
    for node in tree.css(_STYLED_ELEMENTS):
        if node.tag == "style":
            yield node, "", node.text()
        attributes = node.attributes
        for name in _STYLED:
            if css := attributes.get(name):
                yield node, name, css


def write_style(node: LexborNode, attribute: str, css: str) -> None:
    """Put a text in CSS where `styles_of` found one."""
    if attribute:
        node.attrs[attribute] = css
    else:
        node.inner_html = css


def _changed(attribute: str, value: str, change: Change) -> str:
    if attribute in ("srcset", "imagesrcset"):
        candidates = srcset_candidates(value)
        changed = [(change(url).replace(" ", "%20"), size) for url, size in candidates]
        if changed == candidates:
            return value
        return ", ".join(f"{url} {size}".strip() for url, size in changed)
    if attribute == "ping":
        return " ".join(map(change, value.split()))
    url = refresh_url(value) if attribute == "content" else value
    return value.replace(url, change(url)) if url else value
