"""Which pages the sitemap lists."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from core.clock import as_moment, iso
from jekyll.addresses.urls import quote_path
from jekyll.plugin.extension_points import Generated
from jekyll.site.model import Kind, Site

NOT_FOUND = "/404.html"


@dataclass(frozen=True)
class SitemapEntry:
    """A page."""

    address: str  # absolute
    # When it was last changed (`2026-03-12`), or published; "" when that is not known.
    day: str = ""


def site_entries(
    site: Site,
    generated: Iterable[Generated],
    siteurl: str,
    addresses: Mapping[str, str],
    more: Mapping[str, date | None],
) -> list[SitemapEntry]:
    """Return the pages of a site, sorted by address.

    Args:
        generated: what plugins write beside them; of these, pages end in `/` or `.html`.
        siteurl: the site's address, with its host and without last slash.
        addresses: those of the documents that are written and listed, absolute, by their files.
        more: when other pages, by their addresses, were last changed.
    """
    documents = site.of_kind(Kind.PAGE, Kind.ITEM, Kind.POST)
    listed = [it for it in documents if it.is_listed and it.name in addresses]
    days: dict[str, date | None] = {
        addresses[it.name]: it.metadata["modified"] or it.day for it in listed
    }
    days |= more
    days |= {
        siteurl + quote_path(it.path): None for it in generated if it.is_listed and is_page(it.path)
    }
    return [
        SitemapEntry(address, iso(as_moment(day))[:10] if day else "")
        for address, day in sorted(days.items(), key=lambda one: unquote(one[0]))
        if address != siteurl + NOT_FOUND
    ]


def is_page(path: str) -> bool:
    """Return whether what is at a path is a page."""
    return path.endswith("/") or posixpath.splitext(path)[1] == ".html"
