"""Sites with events, built for real at a moment, then seen at others in a real browser."""

import contextlib
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser_support import PagePool, served
from support import PROJECT, build_site, page, write_site

# Moments of visits: the galaxy is on 6 September, from 14h to 18h in Paris (UTC+2).
BEFORE = "2025-08-20T10:00:00Z"
CLOSED = "2025-09-05T12:00:00Z"
DURING = "2025-09-06T12:00:00Z"
AFTER = "2025-09-07T00:00:00Z"
WINTER = "2026-01-01T10:00:00Z"

_TEXT = "Des coopératives se rassemblent pour créer un espace commun. " * 9 + "\n"
_POSTER = next((PROJECT / "content" / "images").glob("affiche*"))


def event(**keys: str) -> str:
    """Return the text of an event's file; each value is written as in YAML."""
    return page("\n".join(f"{key}: {value}" for key, value in keys.items()), _TEXT)


def galaxy(**more: str) -> str:
    """Return the file of an afternoon with all that an event can say."""
    keys = {
        "title": "Galaxie coopérative",
        "debut": "2025-09-06 14h",
        "fin": "18h",
        "lieu": "La Cagette",
        "adresse": '"19 avenue Georges Clemenceau, Montpellier"',
        "inscription": "https://exemple.org/inscription",
        "inscription_jusqu_au": "2025-09-04",
        "tarif": "Prix libre",
        "organisateurs": "Enercoop Languedoc-Roussillon, Les Ami-e-s de la Cagette, Scopyleft",
        "image": "images/affiche.jpg",
        "resume": "Un après-midi pour rencontrer les coopératives d'ici, et leur prêter la main.",
    }
    return event(**(keys | more))


def news(day: int, title: str) -> dict[str, str]:
    """Return the file of a piece of news, in August 2025."""
    front = f"title: {title}\ndescription: Ce que nous préparons ensemble, et comment en être."
    return {f"_posts/2025-08-{day:02}-{title.rsplit(maxsplit=1)[-1]}.md": page(front, _TEXT)}


BASE: dict[str, str | bytes] = {
    "_config.yml": "title: La méridionale\n",
    "index.md": page("title: Accueil", f"# Accueil\n\n{_TEXT}"),
    "images/affiche.jpg": _POSTER.read_bytes(),
}
GALAXY = "_evenements/2025-09-06-galaxie.md"
WALK = {
    "_evenements/2024-05-04-balade.md": event(title="Balade", debut="2024-05-04", lieu="Le Lez")
}
SUPPER = {
    "_evenements/2025-09-11-soupe.md": event(
        title="Soupe commune", dates="[2025-09-11, 2025-10-09]", lieu="La Cagette"
    )
}
CINEMA = {
    "_evenements/2025-11-01-cine.md": event(
        title="Ciné-débat", debut="2025-11-01 20h30", statut="complet", lieu="Utopia"
    )
}
_STATES = {
    "free": {"inscription": "", "inscription_jusqu_au": ""},
    "open": {},
    "closed": {"inscription_jusqu_au": "2025-08-01"},
    "full": {"statut": "complet"},
    "postponed": {"statut": "reporté"},
    "cancelled": {"statut": "annulé"},
    "over": {
        "debut": "2025-06-07 14h",
        "inscription_jusqu_au": "2025-06-01",
        "verification": "{ignorer: [evenement-autre-jour], raison: il est nommé comme les autres}",
    },
}
STATES = {state: galaxy(title=f"Galaxie {state}", **keys) for state, keys in _STATES.items()}
SERIES = {
    "_evenements/2025-09-10-serie.md": event(
        title="Atelier",
        dates="[{debut: 2025-09-10 18h, statut: annulé}, {debut: 2025-09-17 18h, lieu: Le mas}, "
        "{debut: 2025-10-08 18h, reporte_du: 2025-09-24 18h}, "
        "{debut: 2025-10-15, statut: complet}]",
        lieu="La Cagette",
    )
}
NEWS = news(20, "La galaxie") | news(19, "Une coopérative") | news(18, "Le levain")
# Each site built once, on 20 August 2025 at noon in Paris.
SITES_IN_TIME: dict[str, dict[str, str | bytes]] = {
    "full": {GALAXY: galaxy(), **SUPPER, **CINEMA, **WALK, **NEWS},
    "one": {GALAXY: galaxy()},
    "quiet": WALK,
    "states": {f"_evenements/2025-09-06-{state}.md": text for state, text in STATES.items()}
    | SERIES,
}


def build_at(moment: str, content: Path, output: Path) -> Path:
    """Build a content folder as of a moment and return the output."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.fromisoformat(moment).timestamp()))
    try:
        result = build_site(content, output)
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH")
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before
    assert (result.diagnostics.errors, result.diagnostics.warnings) == ([], [])
    return output


@contextlib.contextmanager
def served_site(folder: Path, name: str, moment: str = BEFORE) -> Iterator[str]:
    """Build one of the sites at a moment, serve it and give its address."""
    content = write_site(folder / "content", {**BASE, **SITES_IN_TIME[name]})
    with served(build_at(moment, content, folder / "output")) as address:
        yield address


def visit(pages: PagePool, url: str, moment: str, width: int = 360, **more) -> Page:
    """Open an address in a browser whose clock stands at a moment."""
    opened = pages.take(width, 740, **more)
    opened.clock.set_fixed_time(moment)
    opened.goto(url)
    return opened


def groups(page_seen: Page, part: str) -> dict[str, list[str]]:
    """Return the titles of the agenda's lines that one sees, by group, both in order."""
    return {
        group.locator("h2").inner_text().lower(): group.locator("h3").all_inner_texts()
        for group in page_seen.locator(f"{part} .group:visible").all()
    }


Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def address_of(tmp_path_factory) -> Iterator[Callable[..., str]]:
    """Return a function that gives the address of a site, built once a module and moment."""
    addresses: dict[tuple[str, str], str] = {}
    with contextlib.ExitStack() as stack:

        def address(name: str, moment: str = BEFORE) -> str:
            if (name, moment) not in addresses:
                site = served_site(tmp_path_factory.mktemp(name), name, moment)
                addresses[name, moment] = stack.enter_context(site)
            return addresses[name, moment]

        yield address


@pytest.fixture
def see(pages, address_of) -> Visit:
    """Return a function that opens « site/path » at a moment, until the end of the test."""

    def open_page(place: str, moment: str, width: int = 360, built: str = BEFORE, **more) -> Page:
        name, _, path = place.partition("/")
        return visit(pages, f"{address_of(name, built)}/{path}", moment, width, **more)

    return open_page
