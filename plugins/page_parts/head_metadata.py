"""Pelican plugin: what machines read in the head of a page: description, Open Graph and JSON-LD.

The last two need absolute addresses, so a site that tells no host has none of them. Templates ask
for it by `head_of`; another plugin says more by giving what a page shows `structured_data` or
`share_picture`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pelican import signals
from pelican.contents import Article, Content

from core.html_text import first_words
from core.json_ld import (
    Node,
    article_json,
    breadcrumb_json,
    organization_json,
    to_script,
    with_image,
)
from core.language import FRENCH, is_french, open_graph_locale
from jekyll.plugin.extension_points import site_context

AFTER = ("page_parts.share_pictures",)  # in PLUGINS


@dataclass(frozen=True)
class Head:
    """What a page's head says to machines."""

    description: str  # one or two sentences, or ""
    kind: str = "website"  # Open Graph's type, `website` or `article`
    lang: str = FRENCH  # the language of what is shown (BCP 47)
    authors: Sequence[str] = ()  # names
    image: str = ""  # the absolute address of the picture to share, or ""
    # A JSON-LD document, ready for its `<script>`; "" where the host is not known.
    json_ld: str = ""

    @property
    def is_french(self) -> bool:
        """Return whether the page is in the language of what the theme says around it."""
        return is_french(self.lang)

    @property
    def locale(self) -> str:
        """Return its language as Open Graph has it."""
        return open_graph_locale(self.lang)


def add_head_maker(generator: Any) -> None:
    """Give a generator's templates the function `head_of`."""
    generator.env.globals["head_of"] = HeadMaker(generator).head_of


class HeadMaker:
    """Makes the heads of one site.

    What is shown is a content of Pelican's, or any object with a `title`, a `href`, and perhaps a
    `description`, a `share_picture` (an address), `structured_data` (JSON-LD documents, or what
    makes them once the body is known) and a `way` (the titles and addresses of the pages between
    the home page and it).
    """

    def __init__(self, generator: Any):
        self._site = generator.env.globals["site"]
        context = site_context(generator.settings)
        self._with_host, self._has_host = context.absolute, context.has_host
        self._share_picture = generator.env.globals.get("share_picture", "")
        self._fallback = generator.env.globals.get("fallback", str)
        self._logo = generator.env.globals.get("logo_href", "")

    def head_of(self, shown: Any) -> Head:
        """Return the head of what a page shows."""
        description = description_of(shown)
        kind, authors = "article" if _is_news(shown) else "website", authors_of(shown)
        lang = getattr(shown, "lang", None) or FRENCH
        if not self._has_host:
            return Head(description, kind, lang, authors)
        picture = getattr(shown, "share_picture", self._share_picture)
        image = self._with_host(picture) if picture else ""
        given = getattr(shown, "structured_data", ())
        nodes = [node() if callable(node) else node for node in given]
        reported = [with_image(node, image) for node in nodes]
        data = [*reported, *self._own_data(shown, description, image)]
        script = to_script(data if len(data) > 1 else data[0]) if data else ""
        return Head(description, kind, lang, authors, image, script)

    def _own_data(self, shown: Any, description: str, image: str) -> list[Node]:
        home = self._with_host(self._site.home.href)
        if getattr(shown, "is_home", False):
            name = self._site.name
            return [self._organization(name, home, description)] if name else []
        address = self._with_host(shown.href)
        steps = [(title, self._with_host(href)) for title, href in getattr(shown, "way", ())]
        way = breadcrumb_json([(self._site.name, home), *steps, (shown.title, address)])
        if not _is_news(shown):
            return [way]
        article = article_json(
            title=shown.title,
            address=address,
            published=shown.date,
            modified=getattr(shown, "modified", None),
            publisher=self._site.name,
            publisher_url=home,
            authors=authors_of(shown),
            image=self._image_of(shown) or image or None,
            description=description,
            language=shown.lang,
        )
        return [article, way]

    def _image_of(self, shown: Any) -> str:
        """Return the address of the image that goes with an article, or ""."""
        lead = getattr(shown, "lead_image", None)
        return self._with_host(self._fallback(lead.href)) if lead else ""

    def _organization(self, name: str, home: str, description: str) -> Node:
        settings = self._site.settings
        return organization_json(
            name=name,
            address=home,
            description=description,
            logo=self._with_host(self._logo) if self._logo else None,
            email=settings.contact.mail,
            same_as=[network.address for network in settings.networks],
        )


def _is_news(shown: Any) -> bool:
    """Return whether an article is shown as one: an event says itself what it is."""
    return isinstance(shown, Article) and not hasattr(shown, "structured_data")


def authors_of(shown: Any) -> list[str]:
    """Return the names of who wrote what is shown, as its file tells them."""
    return [author.name for author in getattr(shown, "authors", ())]


def description_of(shown: Any) -> str:
    """Return the description of a page: as written, or its first words."""
    written = getattr(shown, "description", "")
    return written or (first_words(shown.content) if isinstance(shown, Content) else "")


def register() -> None:
    """Connect to Pelican's signals."""
    signals.generator_init.connect(add_head_maker)
