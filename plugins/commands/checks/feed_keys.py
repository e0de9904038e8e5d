"""The settings of jekyll-feed, `feed:` in `_config.yml`: what nothing reads in them."""

from __future__ import annotations

from collections.abc import Mapping

from core.diagnostics import WARNING, Diagnostic, Diagnostics
from core.diagnostics.catalog.front_matter import IMPOSSIBLE_VALUE
from jekyll.front_matter import Field, Schema, Value
from jekyll.front_matter.schema import BadValue
from jekyll.front_matter.types import boolean, number, text
from jekyll.front_matter.yaml_values import written
from jekyll.plugin.site_view import FEED

_EXAMPLE = f"Écrivez dessous, avec deux espaces devant : path: {FEED}."


def _path(value: Value) -> str:
    """Read where the feed is: here it is where the plugin puts it when nothing says so."""
    path = text(value)
    if path.strip().lstrip("/") != FEED:
        raise BadValue(f"Le flux de ce site est toujours /{FEED} : retirez cette clé.")
    return path


def _several(value: Value) -> bool:
    """Read a list or keys, or whether there is one for each."""
    return not isinstance(value.content, str) or boolean(value)


_READERS = {
    "path": _path,
    "posts_limit": number,
    **dict.fromkeys(("excerpt_only", "disable_in_development"), boolean),
    **dict.fromkeys(("icon", "logo"), text),
    **dict.fromkeys(("categories", "collections", "tags"), _several),
}
_KEYS = Schema({key: Field(read, severity=WARNING) for key, read in _READERS.items()})


def feed_diagnostics(feed: Value, label: str) -> list[Diagnostic]:
    """Return what is wrong with the value of `feed`."""
    found = Diagnostics()
    if isinstance(feed.content, Mapping):
        _KEYS.read(feed.content, label, found)
        _KEYS.report_misspelt(feed.content, label, found)
    elif not feed.is_null:
        told = IMPOSSIBLE_VALUE(key="feed", value=written(feed), hint=_EXAMPLE)
        found.add(told.with_severity(WARNING).at(label, feed.line))
    return found.found
