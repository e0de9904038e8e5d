"""The forms that a member fills in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from core.names import file_stem
from jekyll.site.content_files import COMMONS_FOLDER, EVENTS_FOLDER

_POST = """---
title: {title}
# Une ou deux phrases pour les listes, les partages et les moteurs de recherche :
resume:
# Qui l'a écrite :
auteur:
# L'image qui va avec, dans le dossier images : images/photo.jpg
image:
# Les thèmes et les mots-clés, par exemple : [Vie du collectif]
categories:
tags:
---
Écrivez ici votre actualité.

"""

_PAGE = """---
title: {title}
# Sa place dans le menu : 1, 2, 3…
order: {order}
{parent}# Pour qu'elle ne soit pas dans le menu, ajoutez une ligne : in_menu: false
# Une phrase pour les partages et les moteurs de recherche :
description:
---
Écrivez ici votre page.

"""

_EVENT = """---
title: {title}
# Un jour, ou un jour et une heure : 2026-03-12 ou 2026-03-12 18:30
debut: {start}
# La fin, si elle est connue : 21:00, ou 2026-03-13 12:00
# (ce qui revient a une liste « dates » à la place : voir docs/evenements.md)
fin:
# Le lieu, puis son adresse postale (pour le plan) :
lieu: {place}
adresse:
# L'adresse Internet où le suivre à distance :
en_ligne:
# L'adresse Internet où l'on s'inscrit, et jusqu'à quand :
inscription:
inscription_jusqu_au:
# Par exemple : Prix libre
tarif:
# prévu, complet, reporté ou annulé
statut: prévu
organisateurs:
# L'affiche, dans le dossier images : images/affiche.jpg
image:
# Une ou deux phrases pour la page et les partages :
resume:
# L'annonce paraît ce jour-là :
publication: {today}
---
Écrivez ici ce qu'il faut savoir de l'événement.

"""

_ACTOR = """---
nom: {name}
# coopérative, partenaire ou soutien
role: {role}
# Ses autres univers, par exemple : [Alimentation, Numérique]
univers:
# L'adresse entière de son site : https://…
site:
# Son logo, dans le dossier images : images/logo.svg
logo:
ville:
adresse:
# Une année, ou un jour : 2005, ou 2005-09-06
depuis:
# association ou commerce, pour les moteurs de recherche
type:
---
Présentez ici cet acteur.

"""

_UNIVERSE = """---
title: {title}
# Sa place parmi les univers : 1, 2, 3…
order:
# {colours}
couleur:
---
Présentez ici cet univers.

"""

# What each form asks for, after its front matter: to be replaced before it is published.
PROMPTS = frozenset(
    form.rpartition("---\n")[2].strip() for form in (_POST, _PAGE, _EVENT, _ACTOR, _UNIVERSE)
)


class AlreadyThere(Exception):
    """The file exists: it is never overwritten."""


def quoted(text: str) -> str:
    """Return a text as a YAML string between double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{" ".join(escaped.split())}"'


def new_post(content: Path, title: str, day: date) -> Path:
    """Write the file of a news item and return its path.

    Raises:
        AlreadyThere: a file has this name.
    """
    path = content / "_posts" / f"{day.isoformat()}-{file_stem(title)}.md"
    return _write(path, _POST.format(title=quoted(title)))


def new_page(content: Path, title: str, order: int, folder: str = "", parent: str = "") -> Path:
    """Write the file of a page and return its path.

    Args:
        content: the content folder.
        title: plain text.
        order: its place in the menu.
        folder: the folder of the section that it stands in, or "".
        parent: the title of the page that it stands under, when no folder says so.

    Raises:
        AlreadyThere: a file has this name.
    """
    under = f"# La page sous laquelle elle est dans le menu :\nparent: {quoted(parent)}\n"
    text = _PAGE.format(title=quoted(title), order=order, parent=under if parent else "")
    return _write(content / folder / f"{file_stem(title)}.md", text)


def new_event(
    content: Path, title: str, day: date, start: str, place: str = "", *, today: date
) -> Path:
    """Write the file of an event and return its path.

    Args:
        content: the content folder.
        title: plain text.
        day: the first day, for the file's name.
        start: `debut`, as the member wrote it.
        place: `lieu`, or "".
        today: when the announcement appears.

    Raises:
        AlreadyThere: a file has this name.
    """
    path = content / EVENTS_FOLDER / f"{day.isoformat()}-{file_stem(title)}.md"
    written = quoted(place) if place else ""
    text = _EVENT.format(title=quoted(title), start=start, place=written, today=today)
    return _write(path, text.replace("lieu: \n", "lieu:\n"))


def universe_folders(content: Path) -> list[str]:
    """Return the folders of the universes that a content folder has, in order."""
    return sorted(index.parent.name for index in (content / COMMONS_FOLDER).glob("*/index.*"))


def new_universe(content: Path, title: str, colours: str) -> Path:
    """Write the file of a universe of commons and return its path.

    Args:
        content: the content folder.
        title: plain text.
        colours: the colours to choose from, for the form.

    Raises:
        AlreadyThere: it has a file.
    """
    path = content / COMMONS_FOLDER / file_stem(title) / "index.md"
    return _write(path, _UNIVERSE.format(title=quoted(title), colours=colours))


def new_actor(content: Path, name: str, folder: str, role: str) -> Path:
    """Write the file of an actor of the commons and return its path.

    Args:
        content: the content folder.
        name: plain text.
        folder: its universe's.
        role: as the member wrote it.

    Raises:
        AlreadyThere: a file has this name, in this universe.
    """
    path = content / COMMONS_FOLDER / folder / f"{file_stem(name)}.md"
    return _write(path, _ACTOR.format(name=quoted(name), role=role))


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise AlreadyThere(str(path)) from error
    return path
