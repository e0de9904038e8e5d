"""Old addresses that lead to a page: `redirect_from`, as jekyll-redirect-from reads it."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from jekyll.addresses.urls import page_path, quote_path, save_as
from jekyll.site.model import Site

_XML = frozenset({".xml", ".rss", ".atom", ".xhtml", ".svg"})


@dataclass(frozen=True)
class Redirect:
    """A page that only leads to another.

    At an address of another type (`/ancien.ics`) only a server that is told can send a visitor on
    (see `hosting`); the page is there all the same, as in Jekyll.
    """

    save_as: str  # its output file
    href: str  # where it leads, with the site's base path
    title: str  # the title of the page there
    source: str  # the file that asks for it

    @property
    def is_xml(self) -> bool:
        """Return whether browsers read its file as XML: as HTML it would be an error there."""
        return posixpath.splitext(self.save_as)[1].lower() in _XML


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
