"""Universes and actors put together: which universes an actor is in, who is written twice. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from content_types.commons.actor import Actor, Commons, Universe
from core.diagnostics import Diagnostics, Rule, suggestion, typo
from core.diagnostics.catalog import commons as rules
from core.names import name_key
from jekyll.front_matter import Value
from jekyll.front_matter.data_types import given

Made = TypeVar("Made")


@dataclass(frozen=True)
class CommonsEntry(Generic[Made]):
    """One file that was read."""

    name: str  # the file, in the content
    label: str  # the file, as messages name it
    values: Mapping[str, Value]  # its front matter
    made: Made  # what it tells

    def line(self, key: str, item: str = "") -> int:
        """Return the line of a key, or of one item of its list."""
        value = given(self.values).get(key)
        if value is None:
            return 1
        items = value.content if isinstance(value.content, list) else []
        return next((one.line for one in items if one.content == item), value.line)


def put_together(
    universes: Iterable[CommonsEntry[Universe]],
    actors: Iterable[CommonsEntry[Actor]],
    drafts: Collection[str],
    diagnostics: Diagnostics,
) -> Commons:
    """Return the commons; what does not go together is reported.

    Args:
        universes, actors: what was read, in order of file names.
        drafts: the keys of universes that are not published: an actor may name them.
    """
    ordered = sorted(universes, key=_place)
    _report_twice(ordered, lambda one: one.title, "title", rules.UNIVERSE_TWICE, diagnostics)
    known: dict[str, str] = {}
    for entry in ordered:
        known |= {
            name_key(entry.made.title): entry.made.key,
            name_key(entry.made.key): entry.made.key,
        }
    known |= {name_key(key): key for key in drafts}
    found = {entry.name: _in_universes(entry, known, ordered, diagnostics) for entry in actors}
    _report_twice(actors, lambda actor: actor.name, "nom", rules.ACTOR_TWICE, diagnostics)
    _report_one_site(actors, diagnostics)
    return Commons({entry.name: entry.made for entry in ordered}, found)


def _place(entry: CommonsEntry[Universe]) -> tuple[bool, float, str, str]:
    order = entry.made.order
    return (order is None, order or 0, name_key(entry.made.title), entry.name)


def _in_universes(
    entry: CommonsEntry[Actor],
    known: Mapping[str, str],
    universes: Iterable[CommonsEntry[Universe]],
    diagnostics: Diagnostics,
) -> Actor:
    """Return the actor with the keys of its universes, each once."""
    folder, *others = entry.made.universes
    keys = [folder]
    for written in others:
        key = known.get(name_key(written))
        if key is None:
            titles = [universe.made.title for universe in universes]
            hint = f"{suggestion(written, titles)} Univers connus : {', '.join(titles)}.".strip()
            unknown = rules.UNKNOWN_UNIVERSE(name=written, hint=hint)
            diagnostics.add(unknown.at(entry.label, entry.line("univers", written)))
        elif key not in keys:
            keys.append(key)
    return replace(entry.made, universes=tuple(keys))


def _report_twice(
    entries: Iterable[CommonsEntry[Made]],
    name_of: Callable[[Made], str],
    written_in: str,
    rule: Rule,
    diagnostics: Diagnostics,
) -> None:
    """Report each file whose name is that of an earlier one."""
    first: dict[str, CommonsEntry[Made]] = {}
    for entry in sorted(entries, key=lambda entry: entry.name):
        name = name_of(entry.made)
        earlier = first.setdefault(name_key(name), entry)
        if earlier is not entry:
            twice = rule(name=name, file=earlier.label)
            diagnostics.add(twice.at(entry.label, entry.line(written_in)))


def _report_one_site(actors: Iterable[CommonsEntry[Actor]], diagnostics: Diagnostics) -> None:
    """Warn of two actors with one site: it may be the same, under two names."""
    first: dict[str, CommonsEntry[Actor]] = {}
    for entry in actors:
        if not entry.made.site:
            continue
        earlier = first.setdefault(entry.made.site.rstrip("/"), entry)
        if earlier is not entry:
            one_site = rules.ACTORS_WITH_ONE_SITE(name=entry.made.name, other=earlier.made.name)
            diagnostics.add(one_site.at(entry.label, entry.line("site")))


_LONG_NAME = 10  # characters: shorter ones may be alike, and be others


def read_mentions(
    keys: Mapping[str, Iterable[str]],
    line: Callable[[str, str], int],
    label: str,
    commons: Commons,
    diagnostics: Diagnostics,
) -> list[Actor]:
    """Return the actors that an article names in « acteurs » or « organisateurs », each once.

    An unknown name in « acteurs » is a warning; in « organisateurs » anybody may stand, and only
    what is nearly an actor's name is reported.
    """
    found: dict[str, Actor] = {}
    for key, names in keys.items():
        for name in names:
            actor = commons.named(name)
            if actor:
                found[actor.href] = actor
                continue
            known = [actor.name for actor in commons.actors.values()]
            near = typo(name, known) if len(name) >= _LONG_NAME else None
            if key == "acteurs" or near:
                hint = suggestion(name, known) or "Son fichier manque dans _communs/."
                unknown = rules.UNKNOWN_ACTOR(name=name, hint=hint)
                diagnostics.add(unknown.at(label, line(key, name)))
    return list(found.values())
