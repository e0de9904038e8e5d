"""The plugin: pictures are planned when the site is read, drawn when it is written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import PIL
from pelican.generators import Generator

from content_types.events.plugin import Events
from core.colours import palette_of
from core.file_cache import FileCache
from core.french.dates import french_date
from core.french.event_dates import spoken_occurrence
from core.project_paths import CACHE
from engine.deferred_writer.file_generator import FileGenerator
from engine.deferred_writer.writer import DeferredWriter
from jekyll.plugin.contents import contents_by_file
from jekyll.plugin.extension_points import SiteContext, site_context
from jekyll.site.model import Site
from page_parts.share_pictures.drawing import IDENTITY, Artist, Card, CardColours
from page_parts.share_pictures.names import FOLDER, picture_name

FACE = "static/fonts/bricolage-grotesque-800.woff2"
BACKGROUND = "share/background.png"
_MAX_BYTES, _MAX_DAYS = 500_000_000, 120  # ten thousand pictures, a season without a build
_DRAWING = Path(__file__).with_name("drawing.py")


@dataclass(frozen=True)
class Plan:
    """A picture to publish.

    Attributes:
        card: what it says.
        name: its file's.
    """

    card: Card
    name: str

    @property
    def path(self) -> str:
        """Return where it is published."""
        return f"/{FOLDER}/{self.name}"


@dataclass(frozen=True)
class SharePlans:
    """The pictures to draw, by the documents' files; that of the site is under the name ""."""

    by_name: dict[str, Plan] = field(default_factory=dict)

    def hrefs(self, base_path: str) -> dict[str, str]:
        """Return their addresses, by the documents' files."""
        return {name: base_path + plan.path for name, plan in self.by_name.items()}


def plan_pictures(context: SiteContext) -> None:
    """Say which pictures will be drawn; those of documents are named after their files."""
    theme = Path(context.settings["THEME"])
    if not context.has_host or not (theme / BACKGROUND).is_file():  # a theme without artwork
        return
    plans: dict[str, Plan] = {}
    tools = [(theme / FACE).read_bytes(), (theme / BACKGROUND).read_bytes(), _DRAWING.read_bytes()]
    seed = hashlib.sha256(b"".join([PIL.__version__.encode(), *tools])).digest()
    inks = _inks(context.site)
    seed += repr(inks).encode() if inks.ground else b""
    for name, card in _cards(context.site, context.get(Events).by_name).items():
        digest = hashlib.sha256(seed + repr(card).encode()).hexdigest()
        plans[name] = Plan(card, picture_name(digest))
    context.put(SharePlans(plans))
    for path in sorted({plan.path for plan in plans.values()}):
        context.announce(path, "une image de partage")


def _inks(site: Site) -> CardColours:
    """Return the colours of a site's pictures."""
    colour = site.config.settings.look.colour
    if not colour:
        return IDENTITY
    roles = palette_of(colour).light
    words, ground = roles["header-text"], roles["header-ground"]
    return CardColours(words, words, ground, roles["poster-symbol"])


def _cards(site: Site, events: dict[str, Any]) -> dict[str, Card]:
    """Return what each picture says; that of the site is under the name ""."""
    name = site.config.title or (site.home.title if site.home else "")
    cards = {"": Card(name, "")}
    for post in site.posts:
        cards[post.name] = Card(post.title, name, french_date(post.day) if post.day else "")
    for file, event in events.items():
        shown, by_rule = event.announced_date, event.repetition
        spoken = by_rule.spoken if by_rule else spoken_occurrence(shown.start, shown.end)
        cards[file] = Card(event.title_with_status, name, spoken)
    return cards


def add_site_s_picture(generator: Generator) -> None:
    """Give a generator's templates `share_picture`, the site's: pages of no document have it."""
    context = site_context(generator.settings)
    hrefs = context.get(SharePlans).hrefs(context.base_path)
    generator.env.globals["share_picture"] = hrefs.get("", "")


class SharePictureGenerator(FileGenerator):
    """Draws the pictures of the plans."""

    def generate_context(self) -> None:
        """Tell each article and each event which is its own."""
        context = site_context(self.settings)
        hrefs = context.get(SharePlans).hrefs(context.base_path)
        for name, content in contents_by_file(self.context).items():
            content.share_picture = hrefs.get(name, hrefs.get("", ""))

    def generate_output(self, writer: DeferredWriter) -> None:
        """Draw them, or take them as they were drawn before."""
        plans = site_context(self.settings).get(SharePlans).by_name
        if not plans:
            return
        theme = Path(self.settings["THEME"])
        inks = _inks(site_context(self.settings).site)
        artist = Artist(theme / BACKGROUND, theme / FACE, inks)
        cache = FileCache(CACHE / "share_pictures")
        for plan in {plan.name: plan for plan in plans.values()}.values():
            draw = partial(artist.draw, plan.card)
            writer.promise(plan.path, partial(cache.get_or_make, plan.name, draw))
        writer.afterwards(partial(cache.prune, _MAX_BYTES, _MAX_DAYS))
