"""The plugin's glue: each page and each article gets its `head`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from events.structured_data import (
    article_json,
    breadcrumb_json,
    event_json,
    organization_json,
    to_script,
)


@dataclass(frozen=True)
class Head:
    """What a page's head says to machines.

    Attributes:
        kind: Open Graph's type, `website` or `article`.
        json_ld: a JSON-LD document, ready for its `<script>`.
        image: the absolute address of the picture to share, or "".
    """

    kind: str
    json_ld: str
    image: str = ""


def add_heads(generators: list[Any]) -> None:
    """Give every page and article its head, where the site's host is known.

    A page to which another plugin gave a head keeps it. `organiser_urls`, on an event's page, are
    its organisers' addresses by name, where another plugin knows them.
    """
    context = generators[0].context
    if "://" not in context["SITEURL"]:
        return
    filters = generators[0].env.filters
    site = generators[0].env.globals["site"]
    maker = _HeadMaker(site, filters["with_host"])
    for page in context["pages"]:
        page.head = getattr(page, "head", None) or maker.of_page(page)
    for article in context["articles"]:
        article.head = maker.of_article(article)


class _HeadMaker:
    def __init__(self, site: Any, with_host: Callable[[str], str]):
        self.site, self.with_host = site, with_host
        self.home = with_host(site.home.href)

    def of_page(self, page: Any) -> Head:
        view = getattr(page, "event_view", None)
        if view:
            return self._of_event(page, view)
        if page.is_home:
            data = organization_json(
                name=self.site.name, address=self.home, description=page.description
            )
            return Head("website", to_script(data))
        return Head("website", to_script(self._way_to(page)))

    def of_article(self, article: Any) -> Head:
        data = article_json(
            title=article.title,
            address=self.with_host(article.href),
            published=article.date,
            publisher=self.site.name,
            publisher_url=self.home,
            description=article.description,
        )
        return Head("article", to_script([data, self._way_to(article)]))

    def _of_event(self, page: Any, view: Any) -> Head:
        image = self.with_host(view.image_href) if view.image_href else ""
        data = event_json(
            view.event,
            address=self.with_host(page.href),
            image=image or None,
            organiser_urls=getattr(page, "organiser_urls", None),
        )
        return Head("article", to_script([data, self._way_to(page)]), image)

    def _way_to(self, content: Any) -> dict:
        steps = [(self.site.name, self.home), (content.title, self.with_host(content.href))]
        return breadcrumb_json(steps)
