"""The forms that a member fills in."""

from __future__ import annotations

from pathlib import Path

from content_types.events.event import PLANNED
from core.clock import Day
from core.names import file_stem
from editor.forms import KINDS
from jekyll.front_matter import Field
from jekyll.front_matter.form import input_of
from jekyll.site.content_files import COMMONS_FOLDER, EVENTS_FOLDER

# The keys that each form asks for, in order; the others are in members' pages.
_ASKED = {
    "actualite": "title resume auteur image image_alt categories tags",
    "page": "title order parent in_menu resume",
    "evenement": """title debut fin chaque jusqu_au sauf dates lieu adresse en_ligne inscription
        inscription_jusqu_au tarif age langue accessibilite covoiturage statut
        organisateurs image image_alt resume publication""",
    "acteur": "nom role univers site logo ville adresse depuis type",
    "univers": "title order couleur",
}


class AlreadyThere(Exception):
    """The file exists: it is never overwritten."""


def quoted(text: str) -> str:
    """Return a text as a YAML string between double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{" ".join(escaped.split())}"'


def new_post(content: Path, title: str, day: Day) -> Path:
    """Write the file of a news item and return its path; raise AlreadyThere if there is one."""
    path = content / "_posts" / f"{day.isoformat()}-{file_stem(title)}.md"
    return _write(path, _filled("actualite", title=quoted(title)))


def new_page(content: Path, title: str, order: int, folder: str = "", parent: str = "") -> Path:
    """Write the file of a page and return its path; raise AlreadyThere if there is one.

    Args:
        folder: the folder of the section that it stands in, or "".
        parent: the title of the page that it stands under, when no folder says so.
    """
    values = {"title": quoted(title), "order": order, "parent": quoted(parent) if parent else ""}
    text = _filled("page", **values, in_menu="true")
    return _write(content / folder / f"{file_stem(title)}.md", text)


def new_event(
    content: Path, title: str, day: Day, start: str, place: str = "", *, today: Day
) -> Path:
    """Write the file of an event and return its path; raise AlreadyThere if there is one.

    Args:
        day: the first day, for the file's name.
        start: `debut`, as the member wrote it.
        today: when the announcement appears.
    """
    path = content / EVENTS_FOLDER / f"{day.isoformat()}-{file_stem(title)}.md"
    text = _filled(
        "evenement",
        title=quoted(title),
        debut=start,
        lieu=quoted(place) if place else "",
        statut=PLANNED,
        publication=today,
    )
    return _write(path, text)


def universe_folders(content: Path) -> list[str]:
    """Return the folders of the universes that a content folder has, in order."""
    return sorted(index.parent.name for index in (content / COMMONS_FOLDER).glob("*/index.*"))


def new_universe(content: Path, title: str) -> Path:
    """Write the file of a universe and return its path; raise AlreadyThere if there is one."""
    path = content / COMMONS_FOLDER / file_stem(title) / "index.md"
    return _write(path, _filled("univers", title=quoted(title)))


def new_actor(content: Path, name: str, folder: str, role: str) -> Path:
    """Write the file of an actor and return its path; raise AlreadyThere if there is one."""
    path = content / COMMONS_FOLDER / folder / f"{file_stem(name)}.md"
    return _write(path, _filled("acteur", nom=quoted(name), role=role))


def _filled(kind: str, **values: object) -> str:
    """Return the text of a new file: its keys, each under what it is for, and what to write."""
    known, lines = KINDS[kind], ["---"]
    for key in _ASKED[kind].split():
        if key != known.title_key:
            lines.append(f"# {_asked(known.fields[key])}")
        lines.append(f"{key}: {values.get(key, '')}".rstrip())
    return "\n".join([*lines, "---", known.prompt, "", ""])


def _asked(field: Field) -> str:
    """Return what a key is for, with the words to choose from, or an example."""
    form, reader = field.form, input_of(field.read)
    choices = ("true", "false") if reader.kind == "switch" else reader.choices
    if choices:
        return f"{field.meaning} Au choix : {', '.join(choices)}"
    if form.input == "text":
        return field.meaning
    return f"{field.meaning} Par exemple : {form.example or reader.example}"


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise AlreadyThere(str(path)) from error
    return path
