"""The plugin: pictures are planned when the site is read, drawn when it is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import PIL
from pelican.contents import Content
from pelican.generators import Generator

from content_types.events.plugin import Events
from core.colours import palette_of
from core.diagnostics.catalog.theme import FLATTENED_BACKGROUND
from core.file_cache import FileCache
from core.french.dates import french_date
from core.french.event_dates import spoken_occurrence
from core.project_paths import CACHE
from engine.deferred_writer.file_generator import FileGenerator
from engine.deferred_writer.writer import DeferredWriter
from jekyll.plugin.contents import contents_by_file
from jekyll.plugin.extension_points import SiteContext, site_context
from jekyll.site.model import Document, Site
from page_parts.share_pictures.drawing import IDENTITY, Artist, Card, CardColours
from page_parts.share_pictures.names import FOLDER, picture_name

FACE = "static/fonts/bricolage-grotesque-800.woff2"
BACKGROUND = "share/background.png"
_MAX_BYTES, _MAX_DAYS = 500_000_000, 120  # ten thousand pictures, a season without a build
_DRAWING = tuple(Path(__file__).with_name(f"{name}.py") for name in ("drawing", "png"))


@dataclass(frozen=True)
class Plan:
    """A picture to publish."""

    card: Card
    name: str

    @property
    def path(self) -> str:
        """Return where it is published."""
        return f"/{FOLDER}/{self.name}"


@dataclass
class SharePlans:
    """The pictures to draw."""

    # By the documents' files; that of the site is under the name "".
    by_name: dict[str, Plan] = field(default_factory=dict)
    seed: bytes = b""  # what they depend on, beside what they say
    # Has one written that is planned once the others are.
    promise: Callable[[Plan], None] = lambda _: None

    def add(self, name: str, card: Card) -> Plan:
        """Plan the picture of a document."""
        digest = hashlib.sha256(self.seed + repr(card).encode()).hexdigest()
        plan = self.by_name[name] = Plan(card, picture_name(digest))
        return plan

    def hrefs(self, base_path: str) -> dict[str, str]:
        """Return their addresses, by the documents' files."""
        return {name: base_path + plan.path for name, plan in self.by_name.items()}


def plan_pictures(context: SiteContext) -> None:
    """Say which pictures will be drawn; those of documents are named after their files."""
    theme = Path(context.settings["THEME"])
    if not context.has_host or not (theme / BACKGROUND).is_file():  # a theme without artwork
        return
    tools = (file.read_bytes() for file in (theme / FACE, theme / BACKGROUND, *_DRAWING))
    seed = hashlib.sha256(b"".join([PIL.__version__.encode(), *tools])).digest()
    inks = _inks(context.site)
    seed += repr(inks).encode() if inks.ground else b""
    plans = SharePlans(seed=seed)
    for name, card in _cards(context.site, context.get(Events).by_name).items():
        plans.add(name, card)
    context.put(plans)
    for path in sorted({plan.path for plan in plans.by_name.values()}):
        context.announce(path, "une image de partage")


def follow_title(context: SiteContext, document: Document, content: Content) -> None:
    """Plan another picture for an article whose title is another."""
    plans = context.get(SharePlans)
    if document.name not in plans.by_name:  # of a site without an address, or another theme's
        return
    plan = plans.add(
        document.name, replace(plans.by_name[document.name].card, title=document.title)
    )
    content.share_picture = context.base_path + plan.path
    plans.promise(plan)


def _inks(site: Site) -> CardColours:
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
        """Report each article and each event which is its own."""
        context = site_context(self.settings)
        hrefs = context.get(SharePlans).hrefs(context.base_path)
        for name, content in contents_by_file(self.context).items():
            content.share_picture = hrefs.get(name, hrefs.get("", ""))

    def generate_output(self, writer: DeferredWriter) -> None:
        """Draw them, or take them as they were drawn before."""
        context = site_context(self.settings)
        plans = context.get(SharePlans)
        if not plans.by_name:
            return
        theme = Path(self.settings["THEME"])
        artist = cache(lambda: Artist(theme / BACKGROUND, theme / FACE, _inks(context.site)))
        files = FileCache(CACHE / "share_pictures")
        if files.get_or_make(f"flattened {plans.seed!r}", lambda: b"1" * artist().is_flattened):
            context.diagnostics.add(FLATTENED_BACKGROUND().at(f"theme/{BACKGROUND}"))

        def draw(card: Card) -> bytes:
            return artist().draw(card)

        def promise(plan: Plan) -> None:
            if plan.path[1:] not in writer.outputs:  # two that say the same are one
                made = partial(files.get_or_make, plan.name, partial(draw, plan.card))
                writer.promise(plan.path, made)

        for plan in plans.by_name.values():
            promise(plan)
        plans.promise = promise
        writer.afterwards(partial(files.prune, _MAX_BYTES, _MAX_DAYS))
