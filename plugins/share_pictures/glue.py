"""The plugin's glue: pictures are planned when the site is read, drawn when it is written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import PIL
from pelican.generators import Generator

from deferred_writer.writer import DeferredWriter
from faults import Faults
from file_cache import FileCache
from french.dates import french_date
from french.event_dates import spoken_occurrence
from scribouilli.extension_points import Generated
from scribouilli.site import Site
from scribouilli.urls import base_path
from share_pictures.drawing import Artist, Card
from share_pictures.names import FOLDER, picture_name

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


def plan_pictures(
    site: Site, settings: dict[str, Any], faults: Faults, generated: list[Generated]
) -> None:
    """Say which pictures will be drawn; those of documents are named after their files."""
    del faults  # any words can be drawn
    settings["SHARE_PLANS"] = plans = {}
    if "://" not in settings["SITEURL"]:
        return
    theme = Path(settings["THEME"])
    tools = [(theme / FACE).read_bytes(), (theme / BACKGROUND).read_bytes(), _DRAWING.read_bytes()]
    seed = hashlib.sha256(b"".join([PIL.__version__.encode(), *tools])).digest()
    for name, card in _cards(site, settings.get("EVENTS", {})).items():
        digest = hashlib.sha256(seed + repr(card).encode()).hexdigest()
        plans[name] = Plan(card, picture_name(digest))
    paths = sorted({plan.path for plan in plans.values()})
    generated += [Generated(path, "une image de partage") for path in paths]


def _cards(site: Site, events: dict[str, Any]) -> dict[str, Card]:
    """Return what each picture says; that of the site is under the name ""."""
    name = site.config.title or (site.home.title if site.home else "")
    cards = {"": Card(name, "")}
    for post in site.posts:
        cards[post.name] = Card(post.title, name, french_date(post.day))
    for file, event in events.items():
        spoken = spoken_occurrence(event.first.start, event.first.end)
        cards[file] = Card(event.title_with_status, name, spoken)
    return cards


class SharePictureGenerator(Generator):
    """Draws the pictures of `settings["SHARE_PLANS"]`."""

    def generate_context(self) -> None:
        """Tell each article and each event which is its own."""
        plans: dict[str, Plan] = self.settings["SHARE_PLANS"]
        base = base_path(self.settings["SITEURL"])
        hrefs = {name: base + plan.path for name, plan in plans.items()}
        for content in [*self.context["articles"], *self.context["pages"]]:
            name = content.relative_source_path
            content.share_picture = hrefs.get(name, hrefs.get("", ""))
        self.settings["SHARE_PICTURE"] = hrefs.get("", "")

    def generate_output(self, writer: DeferredWriter) -> None:
        """Draw them, or take them as they were drawn before."""
        theme = Path(self.settings["THEME"])
        artist = Artist(theme / BACKGROUND, theme / FACE)
        cache = FileCache(Path(self.settings["CACHE_PATH"]) / "share_pictures")
        plans = {plan.name: plan for plan in self.settings["SHARE_PLANS"].values()}
        for plan in plans.values():
            draw = partial(artist.draw, plan.card)
            writer.promise(plan.path, partial(cache.get_or_make, plan.name, draw))
        writer.afterwards(partial(cache.prune, _MAX_BYTES, _MAX_DAYS))
