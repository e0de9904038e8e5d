"""Which pages the sitemap lists; pure."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass

from core.clock import iso
from jekyll.addresses.urls import quote_path
from jekyll.plugin.extension_points import Generated
from jekyll.site.model import Kind, Site

NOT_FOUND = "/404.html"


@dataclass(frozen=True)
class SitemapEntry:
    """A page.

    Attributes:
        address: absolute.
        day: when it was last changed (`2026-03-12`), or published; "" when that is not known.
    """

    address: str
    day: str = ""


def site_entries(site: Site, generated: Iterable[Generated], siteurl: str) -> list[SitemapEntry]:
    """Return the pages of a site, sorted by address.

    Args:
        site: its documents.
        generated: what plugins write beside them; of these, pages end in `/` or `.html`.
        siteurl: the site's address, with its host and without last slash.
    """
    listed = (it for it in site.of_kind(Kind.PAGE, Kind.ITEM, Kind.POST) if it.is_listed)
    days = {page.path: page.metadata["modified"] or page.day for page in listed}
    paths = days | {file.path: None for file in generated if _is_page(file.path)}
    return [
        SitemapEntry(siteurl + quote_path(path), iso(day)[:10] if day else "")
        for path, day in sorted(paths.items())
        if path != NOT_FOUND
    ]


def _is_page(path: str) -> bool:
    return path.endswith("/") or posixpath.splitext(path)[1] == ".html"
