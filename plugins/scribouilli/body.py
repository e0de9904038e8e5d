"""The one pass over a rendered body: an HTML5 tree in, repaired HTML out.

Parsing as a browser does closes what the member left open, so that no text can end the template's
own elements.
"""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode


@dataclass(frozen=True)
class Body:
    """A body ready for its template.

    Attributes:
        html: well-formed HTML.
        has_title: it holds the page's `<h1>` itself.
        demoted: the texts of the `<h1>`s that became `<h2>`s.
    """

    html: str
    has_title: bool
    demoted: tuple[str, ...] = ()


def finish_body(html: str, may_bring_title: bool) -> Body:
    """Return the body with one `<h1>` at most, none where the template prints the title.

    Args:
        html: what the Markdown gave, or the member's HTML.
        may_bring_title: the first `<h1>` of the body is the page's title (front page, and pages
            whose layout adds none).
    """
    tree = LexborHTMLParser(html, is_fragment=True)
    titles = tree.css("h1")
    kept = titles[:1] if may_bring_title else []
    demoted = tuple(_demote(tree, title) for title in titles[len(kept) :])
    return Body(tree.html or "", bool(kept), demoted)


def _demote(tree: LexborHTMLParser, title: LexborNode) -> str:
    """Make an `<h1>` an `<h2>` and return its words."""
    heading = tree.create_node("h2")
    for name, value in title.attributes.items():
        heading.attrs[name] = value or ""
    heading.inner_html = title.inner_html
    title.replace_with(heading)
    return heading.text().strip()
