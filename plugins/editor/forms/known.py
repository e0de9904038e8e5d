"""What a site knows already, for forms to suggest: themes, key words, places, people."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from typing import TypedDict

from content_types.commons.files import ACTOR
from content_types.events.event_file import EVENT
from core.diagnostics import Diagnostics
from core.names import each_once, name_key
from jekyll.front_matter import Schema
from jekyll.front_matter.schema import KeysRead
from jekyll.site.content_files import COMMONS_FOLDER, EVENTS_FOLDER
from jekyll.site.model import Document, Site


class _Actor(TypedDict):
    nom: str | None


class _Event(TypedDict):
    lieu: str
    tags: Sequence[str]


_ACTOR: Schema[_Actor] = Schema({key: ACTOR.fields[key] for key in ("nom",)})
_EVENT: Schema[_Event] = Schema({key: EVENT.fields[key] for key in ("lieu", "tags")})


def known(site: Site) -> dict[str, list[str] | dict[str, str]]:
    """Return what forms suggest, in the order of names: each list under its name in `suggest`.

    `dossiers` gives the title of each universe by its folder.
    """
    commons = [one for one in site.rendered if one.name.startswith(f"{COMMONS_FOLDER}/")]
    universes = [one for one in commons if posixpath.basename(one.name).startswith("index.")]
    folders = {posixpath.basename(posixpath.dirname(one.name)): one.title for one in universes}
    actors = [_read(one, _ACTOR) for one in commons if one not in universes]
    in_agenda = [one for one in site.rendered if one.name.startswith(f"{EVENTS_FOLDER}/")]
    events = [_read(one, _EVENT) for one in in_agenda]
    posts = [post.metadata for post in site.posts]
    authors = (name for one in site.rendered for name in one.metadata.get("auteur") or ())
    return {
        "themes": _in_order(name for post in posts for name in post["categories"]),
        "tags": _in_order(name for one in (*posts, *events) for name in one["tags"]),
        "univers": _in_order(folders.values()),
        "acteurs": _in_order(actor["nom"] or "" for actor in actors),
        "pages": _in_order(page.title for page in site.pages if _may_be_a_parent(page)),
        "lieux": _in_order(event["lieu"] for event in events),
        "auteurs": _in_order(authors),
        "dossiers": dict(sorted(folders.items())),
    }


def _read(document: Document, schema: Schema[KeysRead]) -> KeysRead:
    """Return some values of a file; what is wrong with them is reported where it is read whole."""
    unread, label = Diagnostics(), document.source.label
    return schema.read(schema.named(document.values, label, unread), label, unread)


def _may_be_a_parent(page: Document) -> bool:
    keys = page.metadata
    return bool(keys["in_menu"] and not keys["parent"] and page.is_listed and not page.is_home)


def _in_order(names: Iterable[str]) -> list[str]:
    return sorted(each_once(names, name_key), key=name_key)
