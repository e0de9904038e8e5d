"""Settings of Jekyll and its plugins: what nothing reads, and what is not followed here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from core.diagnostics import WARNING, Diagnostics, suggestion
from core.diagnostics.catalog.front_matter import IMPOSSIBLE_VALUE
from core.diagnostics.catalog.keys import KEY_NOT_FOLLOWED
from jekyll.addresses.urls import FEED_NAME
from jekyll.front_matter import Field, Schema, Value
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.types import boolean, number, text
from jekyll.front_matter.yaml_values import written
from jekyll.site.entry_filter import EntryFilter

_Readers = Mapping[str, Callable[[Value], object]]
_IN_EACH = "Écrivez-la en haut de chaque fichier : {key}: {value}."
# Keys that a file may be given by `defaults`, and that change where it is, or whether it is.
_FOLLOWED = frozenset("published draft permalink in_menu categories category tags".split())
_OUR_FORM = re.compile(r"/?(?::collection|{name})/:(?:path|name|title|slug)(?:\.html|:output_ext)?")
_MOST_PATHS = 50_000  # looked through
_OPTIONS = frozenset("output permalink sort_by order relative_directory title name".split())


def _path(value: Value) -> str:
    """Read where the feed is: here it is where the plugin puts it when nothing says so."""
    path = text(value)
    if path.strip().lstrip("/") != FEED_NAME:
        raise BadValue(f"Le flux de ce site est toujours /{FEED_NAME} : retirez cette clé.")
    return path


def _several(value: Value) -> bool:
    """Read a list or keys, or whether there is one for each."""
    return not isinstance(value.content, str) or boolean(value)


def _defaults(value: Value) -> bool:
    for one in value.content if isinstance(value.content, list) else [value]:
        if not isinstance(one.content, Mapping) or not isinstance(_inside(one, "values"), Mapping):
            lines = one.content.values() if isinstance(one.content, Mapping) else []
            line = max((inside.line for inside in lines), default=0)
            raise BadValue(
                "Écrivez une liste : - {scope: {path: …}, values: {layout: page}}.", line=line
            )
    return True


def _source(value: Value) -> str:
    folder = text(value)
    if folder.strip("./ "):
        raise BadValue("Cette clé n'est pas suivie : donnez ce dossier par --content.")
    return folder


def _encoding(value: Value) -> str:
    name = text(value)
    if name.lower() not in ("utf-8", "utf8"):
        raise BadValue("Les fichiers sont lus en UTF-8 : retirez cette clé.")
    return name


def _schema(readers: _Readers) -> Schema[dict[str, object]]:
    return Schema({key: Field(read, severity=WARNING) for key, read in readers.items()})


_SETTINGS = _schema(
    {
        "defaults": _defaults,
        "source": _source,
        "encoding": _encoding,
        **dict.fromkeys(("paginate", "limit_posts"), number),
        **dict.fromkeys(("theme", "remote_theme", "repository", "paginate_path"), text),
        **dict.fromkeys(("future", "unpublished", "show_drafts", "lsi", "safe"), boolean),
    }
)
_FEED = _schema(
    {
        "path": _path,
        "posts_limit": number,
        **dict.fromkeys(("excerpt_only", "disable_in_development"), boolean),
        **dict.fromkeys(("icon", "logo"), text),
        **dict.fromkeys(("categories", "collections", "tags"), _several),
    }
)


def report_settings(settings: Mapping[str, Value], label: str, found: Diagnostics) -> None:
    """Warn of the settings of Jekyll's that say nothing, or that are not followed here."""
    _SETTINGS.read(settings, label, found)
    feed = settings.get("feed")
    if feed and isinstance(feed.content, Mapping):
        _FEED.read(feed.content, label, found)
        _FEED.report_misspelt(feed.content, label, found)
    elif feed and not feed.is_null:
        diagnostic = IMPOSSIBLE_VALUE(
            key="feed", value=written(feed), hint=_example(f"path: {FEED_NAME}")
        )
        found.add(diagnostic.with_severity(WARNING).at(label, feed.line))
    _report_collections(settings.get("collections"), label, found)
    for key, value in _given_by_default(settings.get("defaults")):
        hint = _IN_EACH.format(key=key, value=written(value))
        found.add(KEY_NOT_FOLLOWED(key=f"defaults: {key}", hint=hint).at(label, value.line))


def _example(words: str) -> str:
    return f"Écrivez dessous, avec deux espaces devant : {words}."


def _inside(value: Value, key: str) -> object:
    held = value.content.get(key) if isinstance(value.content, Mapping) else None
    return held.content if held else None


def _given_by_default(defaults: Value | None) -> Iterator[tuple[str, Value]]:
    for one in defaults.content if defaults and isinstance(defaults.content, list) else ():
        values = _inside(one, "values")
        for key, value in values.items() if isinstance(values, Mapping) else ():
            says_nothing = value.is_null or value.content in ("", [], "true", "yes")
            if key in _FOLLOWED and (key == "draft" or not says_nothing):
                yield key, value


def _report_collections(collections: Value | None, label: str, found: Diagnostics) -> None:
    if collections is None or not isinstance(collections.content, Mapping):
        return
    for name, options in collections.content.items():
        if not isinstance(options.content, Mapping):
            if not options.is_null:
                hint = _example("output: true")
                diagnostic = IMPOSSIBLE_VALUE(key=name, value=written(options), hint=hint)
                found.add(diagnostic.with_severity(WARNING).at(label, options.line))
            continue
        _schema(dict.fromkeys(_OPTIONS, text)).report_misspelt(options.content, label, found)
        form = options.content.get("permalink")
        if form and not _is_our_form(form, name):
            hint = f"Les adresses de ces fiches commencent par /{name}/ ; {_IN_EACH}"
            hint = hint.format(key="permalink", value="/…").replace("; É", "; é")
            found.add(KEY_NOT_FOLLOWED(key="permalink", hint=hint).at(label, form.line))


def _is_our_form(form: Value, name: str) -> bool:
    written_form = form.content if isinstance(form.content, str) else ""
    pattern = _OUR_FORM.pattern.replace("{name}", re.escape(name))
    return bool(re.fullmatch(pattern, written_form))


def report_included(included: Value | None, root: Path, label: str, found: Diagnostics) -> None:
    """Warn of what `include` names and the content has not; what begins with a dot may come."""
    given = included.content if included else ()
    values = given if isinstance(given, list) else [included] if included and given else []
    wanted = [
        one for one in values if isinstance(one.content, str) and re.match(r"[^.\s]", one.content)
    ]
    if not wanted:
        return
    paths = [path.relative_to(root).as_posix() for path in islice(root.rglob("*"), _MOST_PATHS)]
    names = {path.rpartition("/")[2] for path in paths}
    for one in wanted if len(paths) < _MOST_PATHS else ():
        entries = EntryFilter(include=(str(one.content),))
        if str(one.content).strip("/") not in paths and not any(map(entries.includes, names)):
            hint = suggestion(str(one.content), names) or "Rien ne s'appelle ainsi : retirez-le."
            diagnostic = IMPOSSIBLE_VALUE(key="include", value=one.content, hint=hint)
            found.add(diagnostic.with_severity(WARNING).at(label, one.line))
