"""The links that members choose in `_config.yml`, led to what the site publishes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from core.diagnostics import WARNING, Diagnostics, suggestion
from core.diagnostics.catalog.links import BROKEN_LINK
from jekyll.addresses.urls import quote_path, save_as
from jekyll.linking.resolver import Addresses
from jekyll.site.config import FILE_NAME
from jekyll.site.menu import MenuItem
from jekyll.site.model import Site
from jekyll.site.settings import Link

# What is rather a host than a file: « www.exemple.fr ».
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/|$)", re.IGNORECASE)
_FILE = re.compile(r"^[^/]+\.(?:md|markdown|html?|pdf|txt|ics|xml|jpe?g|png|svg)$", re.IGNORECASE)
JOIN = "rejoindre.md"
JOIN_LABEL = "Rejoindre la Méridionale"


@dataclass(frozen=True)
class ChosenLinks:
    """The links of one site."""

    # Those of its menu beside its pages and its parts, each with its place.
    menu: tuple[tuple[MenuItem, float | int | None], ...] = ()
    join: MenuItem | None = None


class LinkFinder:
    """Leads the links of one site; one that leads nowhere is reported and left out."""

    def __init__(self, site: Site, addresses: Addresses, diagnostics: Diagnostics):
        self._site, self._addresses, self._diagnostics = site, addresses, diagnostics

    def chosen(self) -> ChosenLinks:
        """Return the links."""
        settings = self._site.config.settings
        found = ((self._item(link, link.label), link.order) for link in settings.menu)
        menu = tuple((item, order) for item, order in found if item)
        return ChosenLinks(menu, self._join(settings.join))

    def _join(self, link: Link | None) -> MenuItem | None:
        if link is None:
            return None
        label = link.label or JOIN_LABEL
        if link.address:
            return self._item(link, label)
        page = self._site.documents.get(JOIN)
        if page is None:
            return None
        href = self._addresses.base_path + quote_path(page.path)
        return MenuItem(label, href, save_as(page.path))

    def _item(self, link: Link, label: str) -> MenuItem | None:
        found = self._addresses.from_root(link.address)
        if found is None:
            hint = self._hint(link.address)
            if label != link.label and not re.search(r"[./#]", link.address):
                hint = f"Écrivez rejoindre: {{libelle: {link.address}, adresse: {JOIN}}}."
            broken = BROKEN_LINK(url=link.address, hint=hint)
            broken = broken.with_severity(WARNING)  # an error of the check, as other links
            self._diagnostics.add(broken.at(f"{self._site.label}/{FILE_NAME}", link.line))
            return None
        return MenuItem(label, *found)

    def _hint(self, address: str) -> str | None:
        if _HOST.match(address) and not _FILE.search(address):
            return f"Pour un autre site, écrivez https://{address}"
        known = [document.name for document in self._site.pages]
        return suggestion(unquote(address).strip("/"), known) or None
