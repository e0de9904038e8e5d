"""Pelican's articles and pages of one run, made anew for the next without reading their files.

Its own cache of contents is a file, and looks at each source: the methods by which a generator asks
it, and looks for its files, are replaced on each generator.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from pelican import signals
from pelican.contents import Content
from pelican.generators import CachingGenerator

from engine.compat.lazy_text import without_text

# Returns all that a content depends on, by the name of its file; None: it is not to be kept.
Terms = Callable[[str], tuple[Any, ...] | None]

_OF_THE_RUN = ("settings", "_context")


class KeptContents:
    """What contents were before generators and plugins changed them."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[tuple[Any, ...], type[Content], dict[str, Any]]] = {}

    def serve(self, generator: CachingGenerator, terms: Terms) -> None:
        """Have a generator take from here the contents whose terms are the same again."""
        generator.get_cached_data = partial(self._again, generator, terms)
        generator.cache_data = partial(self._keep, terms)
        generator.get_files = partial(_named, generator)

    def _keep(self, terms: Terms, name: str, content: Content) -> None:
        self._kept.pop(name, None)
        if found := terms(name):
            self._kept[name] = (found, type(content), _state(content))

    def _again(
        self, generator: CachingGenerator, terms: Terms, name: str, default: Content | None
    ) -> Content | None:
        kept = self._kept.get(name)
        if not kept or kept[0] != terms(name):
            return default
        _, kind, state = kept
        content: Content = object.__new__(kind)
        vars(content).update(_copied(state), translations=[])
        content.settings, content._context = generator.settings, generator.context
        signals.content_object_init.send(content)
        return content


def _named(
    generator: CachingGenerator, names: list[str], exclude: object = None, extensions: Any = None
) -> list[str]:
    """Return the files of a list that are all there: Pelican would look at each."""
    return [name for name in names if generator._include_path(name, extensions)]


def _state(content: Content) -> dict[str, Any]:
    """Return the attributes of a content just made, without what leads to it or to its run."""
    state = {name: it for name, it in without_text(content).items() if not callable(it)}
    return _copied({name: it for name, it in state.items() if name not in _OF_THE_RUN})


def _copied(state: dict[str, Any]) -> dict[str, Any]:
    return {name: it.copy() if type(it) in (dict, list) else it for name, it in state.items()}
