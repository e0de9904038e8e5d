"""What the texts of one site may ask of Liquid: its variables, its tags and its filters."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection
from datetime import date, datetime
from urllib.parse import urlsplit

from core.clock import Moment
from jekyll.addresses.urls import quote_path
from jekyll.liquid.link_tags import Linker
from jekyll.liquid.renderer import Scope
from jekyll.site.model import Document, Site

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DIRECTIVE = re.compile(r"%(-?)([YymdeBbAajHIMSp%])")


class SiteScope:
    """Makes the `Scope` of each document of a site."""

    def __init__(self, site: Site, siteurl: str, base_path: str, made: Collection[str] = ()):
        self.base_path = base_path
        self.origin = siteurl.removesuffix(base_path)
        linker = Linker(site, base_path, made)
        self._tags = {"link": linker.link, "post_url": linker.post_url}
        self._filters: dict[str, Callable[..., object]] = {
            "relative_url": self.relative_url,
            "absolute_url": self.absolute_url,
            "date": format_date,
            "escape": lambda value: html.escape(str(value or "")),
            "append": lambda value, after: f"{value or ''}{after}",
            "prepend": lambda value, before: f"{before}{value or ''}",
        }
        self._posts = [document_variables(post) for post in site.listed_posts]
        self._site = {
            "title": site.config.title,
            "description": site.config.description,
            "baseurl": base_path,
            "url": self.origin,
            "posts": self._posts,
        }

    def of(self, document: Document) -> Scope:
        """Return what the text of this document may ask for."""
        variables = {"site": self._site, "page": document_variables(document)}
        return Scope(variables, self._tags, self._filters)

    def reword(self, post: Document) -> None:
        """Know the title and the summary that an article has now."""
        address = quote_path(post.path)
        for known in self._posts:
            if known["url"] == address:
                known.update(document_variables(post))

    def relative_url(self, value: object) -> str:
        """Return an address under the site's base path, as Jekyll's filter does."""
        text = str(value or "")
        if urlsplit(text).scheme:
            return text
        return self.base_path + "/" + text.lstrip("/")

    def absolute_url(self, value: object) -> str:
        """Return an address with the site's host, where the site tells it."""
        relative = self.relative_url(value)
        return relative if urlsplit(relative).scheme else self.origin + relative


def document_variables(document: Document) -> dict[str, object]:
    """Return what `page.` and `post.` know."""
    return {
        "title": document.title,
        "url": quote_path(document.path),
        "date": document.day,
        "description": document.metadata["resume"],
    }


def format_date(value: Moment | None, form: str = "%Y-%m-%d") -> str:
    """Return a date in strftime's form, with English names as Jekyll gives, on any machine."""
    if not isinstance(value, date):
        return "" if value is None else str(value)
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    return _DIRECTIVE.sub(lambda found: _directive(moment, found[1], found[2]), form)


def _directive(moment: datetime, unpadded: str, letter: str) -> str:
    names = {
        "B": _MONTHS[moment.month - 1],
        "b": _MONTHS[moment.month - 1][:3],
        "A": _DAYS[moment.weekday()],
        "a": _DAYS[moment.weekday()][:3],
        "Y": f"{moment.year:04}",  # Ruby's, as `%F`, has four digits
        "F": f"{moment.year:04}-{moment.month:02}-{moment.day:02}",
        "e": f"{moment.day:2d}",
        "p": "AM" if moment.hour < 12 else "PM",
        "%": "%",
    }
    text = names.get(letter) or moment.strftime(f"%{letter}")
    return text.strip().lstrip("0") or "0" if unpadded else text
