"""The one pass over a rendered body: an HTML5 tree in, repaired HTML out.

Parsing as a browser does closes what the member left open, so that no text can end the template's
own elements.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from core.html_text import text_of
from jekyll.addresses.html_addresses import kind_of, replace_addresses
from jekyll.linking.resolver import pelican_link
from jekyll.reading.first_heading import title_heading

Resolve = Callable[[str], str]
TreePass = Callable[[LexborHTMLParser], None]


@dataclass(frozen=True)
class Body:
    """A body ready for its template."""

    html: str  # well-formed HTML
    has_title: bool  # it holds the page's `<h1>` itself
    # What links call the title that the template prints in the place of a heading.
    title_id: str = ""


# What no feed can hold (XML 1.0, `Char`) nor page show: written as it is, or as `&#7;`.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def finish_body(
    html: str,
    may_bring_title: bool,
    resolve: Resolve | None = None,
    passes: Iterable[TreePass] = (),
    title: str = "",
    title_is_heading: bool = False,
) -> Body:
    """Return the body with one `<h1>` at most, none where the template prints the title.

    Args:
        html: what the Markdown gave, or the member's HTML.
        may_bring_title: the first `<h1>` of the body is the page's title (front page, and pages
            whose layout adds none).
        resolve: makes an address as written the one to publish.
        passes: what other plugins change, in order, once the rest is done.
        title: what the template prints, of which no heading needs to be the double.
        title_is_heading: it comes from a heading of the body, which may be anywhere.
    """
    tree = LexborHTMLParser(html, is_fragment=True)
    titles = tree.css("h1")
    kept = titles[:1] if may_bring_title else []
    _identify_headings(tree)
    _wrap_tables(tree)
    if resolve:
        replace_addresses(tree, resolve)
        if "{" in html or "|" in html:
            _lead_other_links(tree, resolve)
    title_id = _take_title(tree, title, title_is_heading) if title and not kept else ""
    for heading in tree.css("h1")[len(kept) :]:
        _demote(tree, heading)
    for change in passes:
        change(tree)
    return Body(_NOT_IN_XML.sub("", tree.html or ""), bool(kept), title_id)


def _lead_other_links(tree: LexborHTMLParser, resolve: Resolve) -> None:
    """Lead the links of Pelican's that no browser reads, and a script may: `data-src`."""
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            if value and pelican_link(value) and not kind_of(node, name):
                node.attrs[name] = resolve(value)


def _take_title(tree: LexborHTMLParser, title: str, title_is_heading: bool) -> str:
    """Take the heading out that is the title, and return its id."""
    heading = title_heading(tree, title, title_is_heading)
    if heading is None:
        return ""
    name = heading.attributes.get("id") or ""
    heading.decompose()
    return name


def heading_id(text: str) -> str:
    """Return kramdown's identifier of a heading: accents kept, signs dropped (section 9).

    >>> heading_id("Où sommes-nous ?"), heading_id("L'été")
    ('où-sommes-nous-', 'lété')
    """
    kept = (c for c in text.lower() if c in "-_ " or unicodedata.category(c)[0] in "LMN")
    return "".join(kept).replace(" ", "-")


def _identify_headings(tree: LexborHTMLParser) -> None:
    """Give an id to each heading that has none; equal ones get `-1`, `-2` as kramdown's do."""
    taken = {node.attributes["id"] for node in tree.css("[id]")}
    seen: dict[str, int] = {}
    for heading in tree.css("h1, h2, h3, h4, h5, h6"):
        if heading.attributes.get("id"):
            continue
        base = heading_id(heading.text().strip()) or "section"
        count = seen.get(base, 0)
        while (name := f"{base}-{count}" if count else base) in taken:
            count += 1
        seen[base] = count + 1
        taken.add(name)
        heading.attrs["id"] = name


def _wrap_tables(tree: LexborHTMLParser) -> None:
    """Let each table scroll by itself, by keyboard too, so that no page is wider than a phone."""
    for number, table in enumerate(tree.css("table"), 1):
        wrapper = tree.create_node("div")
        region = {"class": "table", "role": "region", "tabindex": "0"}
        caption = table.css_first("caption")
        words = f" : {text_of(caption)}" if caption and text_of(caption) else ""
        for name, value in {**region, "aria-label": f"Tableau {number}{words}"}.items():
            wrapper.attrs[name] = value
        wrapper.insert_child(table)  # a copy: the table itself gives its place
        table.replace_with(wrapper)


def _demote(tree: LexborHTMLParser, title: LexborNode) -> None:
    """Make an `<h1>` an `<h2>`."""
    heading = tree.create_node("h2")
    for name, value in title.attributes.items():
        heading.attrs[name] = value or ""
    heading.inner_html = title.inner_html or ""
    title.replace_with(heading)
