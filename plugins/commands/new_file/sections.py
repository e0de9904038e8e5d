"""The pages that another can be put under, and the next place in the menu."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.diagnostics import ContentError, Diagnostics
from core.names import file_stem
from jekyll.front_matter import parse_mapping, read_source
from jekyll.site.config import read_config
from jekyll.site.menu import LEGAL, bare_name
from jekyll.site.model import MARKDOWN_ENDINGS


@dataclass(frozen=True)
class Section:
    """A page of the menu."""

    name: str  # its file, relative to the content folder
    title: str  # its title, or the name of its file
    order: int  # its place, 0 when it has none
    is_in_menu: bool = True  # neither its name nor its keys keep it out of the menu

    @property
    def folder(self) -> str:
        """Return the folder whose pages stand under it, "" for a page without one."""
        return posixpath.dirname(self.name)


def sections(content: Path) -> list[Section]:
    """Return the pages at the root of a content folder, and the first ones of its folders."""
    names = sorted([*content.glob("[!_.]*"), *content.glob("[!_.]*/index.*")])
    paths = [path for path in names if path.suffix.lower() in MARKDOWN_ENDINGS and path.is_file()]
    return list(_read(content, paths))


def part_titles(content: Path) -> list[str]:
    """Return the titles of what the menu holds beside pages: the news, the agenda, the commons."""
    settings = read_config(content, "", Diagnostics()).settings
    return [settings.label(key) for key, part in settings.parts.items() if part.is_on]


def find_section(known: list[Section], word: str) -> Section | None:
    """Return the page that someone names by its title, its file or its folder."""
    asked = file_stem(word.removesuffix("/").removesuffix(".md"))
    for one in known:
        stem = posixpath.splitext(one.name)[0]
        if asked in {file_stem(name) for name in (one.title, stem, one.folder) if name}:
            return one
    return None


def _read(content: Path, paths: list[Path]) -> Iterator[Section]:
    for path in paths:
        name, unread = path.relative_to(content).as_posix(), Diagnostics()
        try:
            source = read_source(content, name, name, unread)
            values = parse_mapping(source.front or "", name, unread)
        except ContentError:
            continue  # `check` tells what is wrong with it
        given = {key: str(value.content).strip() for key, value in values.items()}
        order = given.get("order", "")
        title = given.get("title") or file_stem(posixpath.dirname(name) or path.stem)
        place = int(order) if order.isdecimal() and len(order) < 5 else 0
        is_in_menu = given.get("in_menu") != "false" and (place or bare_name(name) not in LEGAL)
        yield Section(name, title, place, bool(is_in_menu))
