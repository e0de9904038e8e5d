"""The texts of the comparison: the same for everyone, and the same at each run.

A post depends on its number alone, and links to earlier ones only: a small corpus is the beginning
of a large one, byte for byte.
"""

from __future__ import annotations

import datetime
import functools
import io
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from bench.french_text import SUBJECTS, TOWNS, emphasised, sentence, sentences

CATEGORIES = ("Logement", "Culture", "Alimentation", "Transports", "Partage")
TAGS = tuple(
    """abeilles arbres ateliers bois chantiers compost comptes cuisine danse eau entraide films
    formation graines jardins lecture livres marche musique outils pain photo potager radio
    rencontres soin soleil terre toits voisinage""".split()
)
PAGES = 10
IMAGES = 20
PHOTOS = 45
PHOTO_PAGES = 3
BODY_BYTES = 4000
# How many clouds lie across a photo, and how much each set of them counts over those before.
_CLOUDS = ((4, 1.0), (16, 0.4), (63, 0.25), (252, 0.15), (1008, 0.12))
_GRAIN = 0.03
_FIRST_DAY = datetime.date(2010, 1, 1)


@dataclass(frozen=True)
class Post:
    """A post; its body is made when asked for."""

    number: int

    @property
    def day(self) -> datetime.date:
        """Return its day: one post a day."""
        return _FIRST_DAY + datetime.timedelta(days=self.number)

    @property
    def title(self) -> str:
        """Return its title, unique."""
        subject = SUBJECTS[self.number % len(SUBJECTS)]
        return f"{subject.capitalize()} de {TOWNS[self.number % len(TOWNS)]}, épisode {self.number}"

    @property
    def slug(self) -> str:
        """Return its name in addresses, in ASCII."""
        subject = unicodedata.normalize("NFD", SUBJECTS[self.number % len(SUBJECTS)])
        plain = subject.encode("ascii", "ignore").decode()
        return f"{plain}-episode-{self.number}"

    @property
    def category(self) -> str:
        """Return its only category."""
        return CATEGORIES[self.number % len(CATEGORIES)]

    @property
    def tags(self) -> list[str]:
        """Return its three tags."""
        return Random(f"tags {self.number}").sample(TAGS, 3)

    @property
    def address(self) -> str:
        """Return its address, Jekyll's: `/culture/2010/01/02/atelier-episode-1.html`."""
        return f"/{self.category.lower()}/{self.day:%Y/%m/%d}/{self.slug}.html"


@dataclass(frozen=True)
class Forms:
    """How a dialect writes the addresses in a text.

    Attributes:
        post: of a post.
        image: of an image, from its name.
    """

    post: Callable[[Post], str]
    image: Callable[[str], str]


def posts(count: int) -> Iterator[Post]:
    """Yield the first `count` posts, oldest first."""
    return (Post(number) for number in range(count))


def image_name(number: int) -> str:
    """Return the name of an image."""
    return f"dessin-{number:02}.png"


def body(post: Post, forms: Forms) -> str:
    """Return the Markdown of a post, of about 4 kB: what every dialect here reads alike."""
    chance = Random(f"post {post.number}")
    parts = [f"{emphasised(chance)} {sentences(chance, 2)}"]
    if post.number % 3 == 0:
        name = image_name(chance.randrange(IMAGES))
        parts.append(f"![Un dessin de couleurs]({forms.image(name)})")
    makers = (_list, _quote, _numbered)
    turn = 0
    while sum(len(part.encode()) for part in parts) < BODY_BYTES:
        parts += [f"## {sentence(chance)[:-1]}", _linked(chance, post, forms)]
        parts += [makers[turn % len(makers)](chance), sentences(chance, 3)]
        turn += 1
    return "\n\n".join(parts) + "\n"


def page_body(number: int) -> str:
    """Return the Markdown of a page."""
    chance = Random(f"page {number}")
    parts = [sentences(chance, 4), f"## {sentence(chance)[:-1]}", _list(chance)]
    return "\n\n".join([*parts, sentences(chance, 6)]) + "\n"


@functools.cache
def image(number: int) -> bytes:
    """Return a PNG of 480 × 320 pixels: discs of plain colours."""
    from PIL import Image, ImageDraw  # here: what measures the others stays small in memory

    chance = Random(f"image {number}")
    drawing = Image.new("RGB", (480, 320), _colour(chance))
    pen = ImageDraw.Draw(drawing)
    for _ in range(12):
        x, y, radius = chance.randrange(480), chance.randrange(320), chance.randrange(20, 90)
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=_colour(chance))
    kept = io.BytesIO()
    drawing.save(kept, "PNG")
    return kept.getvalue()


def photo_name(number: int) -> str:
    """Return the name of a photo."""
    return f"photo-{number:02}.jpg"


def photo_page(number: int, forms: Forms) -> str:
    """Return the Markdown of a page of photos, from 1 on: each photo is in one of the pages."""
    shown = map(photo_name, range(number - 1, PHOTOS, PHOTO_PAGES))
    chance = Random(f"photo page {number}")
    return "\n\n".join(f"{sentence(chance)}\n\n![Une photo]({forms.image(it)})" for it in shown)


def photo(number: int, width: int = 4032) -> bytes:
    """Return a JPEG of 12 megapixels that weighs what a phone's does: clouds, edges, grain."""
    from PIL import Image, ImageDraw  # here: what measures the others stays small in memory

    chance, seen = Random(f"photo {number}"), Image.new("RGB", (1, 1))
    for across, share in _CLOUDS:
        size = (across, across * 3 // 4)
        bands = [Image.frombytes("L", size, chance.randbytes(size[0] * size[1])) for _ in "rgb"]
        seen = seen.resize(size, Image.Resampling.BICUBIC)
        seen = Image.blend(seen, Image.merge("RGB", bands), share)
    pen = ImageDraw.Draw(seen)
    for _ in range(60):
        x, y = chance.randrange(seen.width), chance.randrange(seen.height)
        corners = [(x + chance.randrange(-90, 90), y + chance.randrange(-90, 90)) for _ in range(3)]
        pen.polygon(corners, fill=_colour(chance))
    size = (width, width * 3 // 4)
    grain = Image.frombytes("L", size, chance.randbytes(size[0] * size[1])).convert("RGB")
    taken = Image.blend(seen.resize(size, Image.Resampling.BICUBIC), grain, _GRAIN)
    kept = io.BytesIO()
    taken.save(kept, "JPEG", quality=84)
    return kept.getvalue()


def _colour(chance: Random) -> tuple[int, int, int]:
    return chance.randrange(256), chance.randrange(256), chance.randrange(256)


def _linked(chance: Random, post: Post, forms: Forms) -> str:
    """Return a paragraph that leads to an earlier post, and to another site."""
    text = f"{emphasised(chance)} {sentence(chance)}"
    if post.number:
        earlier = Post(chance.randrange(post.number))
        text += f" À lire aussi : [{earlier.title}]({forms.post(earlier)})."
    return f"{text} Voir [les communs](https://exemple.fr/communs/{chance.randrange(1000)})."


def _list(chance: Random) -> str:
    return "\n".join(f"- {sentence(chance)}" for _ in range(4))


def _numbered(chance: Random) -> str:
    return "\n".join(f"{number}. {sentence(chance)}" for number in range(1, 4))


def _quote(chance: Random) -> str:
    return f"> {sentence(chance)}\n> {sentence(chance)}"
