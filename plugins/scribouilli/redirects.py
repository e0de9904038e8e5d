"""Old addresses that lead to a page: `redirect_from`, as jekyll-redirect-from reads it."""

from __future__ import annotations

from dataclasses import dataclass

from scribouilli.site import Site
from scribouilli.urls import page_path, quote_path, save_as


@dataclass(frozen=True)
class Redirect:
    """A page that only leads to another.

    Attributes:
        save_as: its output file.
        href: where it leads, with the site's base path.
        title: the title of the page there.
        source: the file that asks for it.
    """

    save_as: str
    href: str
    title: str
    source: str


def find_redirects(site: Site, base_path: str) -> list[Redirect]:
    """Return a redirect for each old address that a document names, once for each document."""
    found = (
        Redirect(
            save_as(page_path(document.name, old)),
            base_path + quote_path(document.path),
            document.title,
            document.source.label,
        )
        for document in site.rendered
        for old in document.metadata["redirect_from"]
    )
    return list(dict.fromkeys(found))
