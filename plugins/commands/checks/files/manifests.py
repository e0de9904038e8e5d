"""The manifest of a site that phones install: the files that it names are there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from commands.checks.links.links import spellings
from commands.checks.pages import Page
from commands.checks.site import CheckedSite
from core.diagnostics.catalog.links import BROKEN_LINK
from jekyll.front_matter.numbers import EndlessNumber, read_json

_MOST = 100  # addresses of one file


def check_manifests(site: CheckedSite) -> None:
    """Report the addresses of manifests that lead nowhere (Web App Manifest, section 1)."""
    for name in site.with_ending(".webmanifest"):
        page = Page(site.output, name)
        try:
            manifest = read_json(page.text.removeprefix("\ufeff"))
        except (json.JSONDecodeError, EndlessNumber, RecursionError):
            continue  # reported
        for url in list(_addresses(manifest))[:_MOST]:
            path = site.inner_path(urljoin(page.address, url), page)
            if path and not site.target(path) and not site.may_lead_to_broken(path):
                written = [f'"{url}"', *spellings(url, site.siteurl)]
                site.report(page, BROKEN_LINK(url=url), written)


def _addresses(manifest: Any) -> Iterator[str]:
    if not isinstance(manifest, dict):
        return
    held = [manifest.get("start_url")]
    for key in ("icons", "screenshots", "shortcuts"):
        parts = manifest.get(key)
        for part in parts if isinstance(parts, list) else ():
            if isinstance(part, dict):
                held += [part.get("src"), part.get("url")]
    yield from (url for url in held if isinstance(url, str) and url)
