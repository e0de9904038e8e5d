"""JSON-LD: schema.org's vocabulary, as search engines read it in a page.

Each function gives a whole document; `to_script` writes it. The properties are those that Google's
pages « Article », « Organization » and « Breadcrumb » require and advise, as far as they are known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from core.clock import Moment, iso

CONTEXT = "https://schema.org"
LANGUAGE = "fr"
Node = dict[str, object]
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
_UNSAFE = re.compile("[<>&\u2028\u2029]")


def organization_node(name: str, url: str | None) -> Node:
    """Return an organisation as a part of something else (schema.org/Organization)."""
    return without_blanks({"@type": "Organization", "name": name, "url": url})


def article_json(
    *,
    title: str,
    address: str,
    published: Moment,
    publisher: str,
    publisher_url: str,
    modified: Moment | None = None,
    authors: Sequence[str] = (),
    image: str | None = None,
    description: str = "",
    language: str = LANGUAGE,
) -> Node:
    """Return an article (schema.org/Article; Google, « Article »).

    Without authors, the publisher is the author; one without a name is none. Addresses have
    their scheme and host.
    """
    organisation = organization_node(publisher, publisher_url) if publisher else None
    people = [{"@type": "Person", "name": name} for name in authors]
    return without_blanks(
        {
            "@context": CONTEXT,
            "@type": "Article",
            "headline": title,
            "description": description,
            "url": address,
            "mainEntityOfPage": address,
            "inLanguage": language,
            "image": [image] if image else None,
            "datePublished": iso(published),
            "dateModified": iso(modified or published),
            "author": people or (organisation and [organisation]),
            "publisher": organisation,
        }
    )


def organization_json(
    *,
    name: str,
    address: str,
    description: str = "",
    logo: str | None = None,
    email: str = "",
    same_as: Sequence[str] = (),
) -> Node:
    """Return who publishes the site (schema.org/Organization; Google, « Organization »)."""
    return without_blanks(
        {
            "@context": CONTEXT,
            "@type": "Organization",
            "@id": f"{address}#organisation",
            "name": name,
            "url": address,
            "description": description,
            "logo": logo,
            "email": email,
            "sameAs": list(same_as),
        }
    )


def breadcrumb_json(steps: Sequence[tuple[str, str]]) -> Node:
    """Return the way to a page, as names and addresses (Google, « Breadcrumb »)."""
    items = [
        {"@type": "ListItem", "position": n, "name": name, "item": address}
        for n, (name, address) in enumerate(steps, 1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def with_image(node: Node, image: str) -> Node:
    """Return a document whose things have an image: their own, or else the one of their page."""
    if not image:
        return node
    graph = node.get("@graph")
    if isinstance(graph, list):
        return {**node, "@graph": [{"image": [image], **part} for part in graph]}
    return {"image": [image], **node}


def to_script(data: Node | Sequence[Node]) -> str:
    """Return one document, or several, for `<script type="application/ld+json">`.

    A script's content ends at `</script` and changes its rules at `<!--` (HTML, « Restrictions for
    contents of script elements »): no `<` is left. The same data always gives the same text.
    """
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", _encode(data))


def without_blanks(node: Node) -> Node:
    """Return a node without the properties that are not known."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
