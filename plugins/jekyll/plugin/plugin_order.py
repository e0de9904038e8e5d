"""What is wrong with PLUGINS: their order, and a reader that takes the place of ours.

A plugin that takes what another gives comes after it: it says which ones in its `AFTER`, the names
of packages; those that are not there do not matter. `engine.deferred_writer` is the first of all:
once it has written, the others see files. One that does what others do says which in its
`INSTEAD_OF`, their last names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

from core.diagnostics import Diagnostics
from core.diagnostics.catalog import build as rules
from jekyll.site.model import Site

_WRITER = "engine.deferred_writer"
_KNOWN_READERS = ("pelican.readers", "jekyll.")
# Those that run a second Pelican: reported before anything is made; others like them, when they do.
# Each comes with the setting without which it runs none.
_BUILD_OTHER_SITES = {"i18n_subsites": "I18N_SUBSITES"}


class NoSite(KeyError):
    """No site has been loaded: `jekyll.plugin` is not in PLUGINS."""

    diagnostic = rules.PLUGIN_MISSING(needed="jekyll.plugin", what="tout le site")


def report_wrong_order(
    settings: Mapping[str, Any], plugins: Sequence[ModuleType], diagnostics: Diagnostics
) -> None:
    """Report the plugins that come too early, lack one, do what another does, or cannot work."""
    names = settings["PLUGINS"]
    if list(names[:1]) != [_WRITER]:
        hint = f"Mettez-y {_WRITER} en premier."
        diagnostics.add(rules.REFUSED_SETTING(name="PLUGINS", why="", hint=hint))
    for place, (name, plugin) in enumerate(zip(names, plugins, strict=True)):
        for needed in getattr(plugin, "AFTER", ()):
            if needed in names[place + 1 :]:
                diagnostics.add(rules.PLUGIN_TOO_EARLY(name=name, needed=needed))
        for needed in set(getattr(plugin, "NEEDS", ())).difference(names):
            diagnostics.add(rules.PLUGIN_MISSING(needed=needed, what=f"« {name} »"))
        if settings.get(_BUILD_OTHER_SITES.get(name.rpartition(".")[2], "")):
            diagnostics.add(rules.SITE_WITHIN_A_SITE(who=f"le plugin « {name} »"))
        for other in names:
            if other.rpartition(".")[2] in getattr(plugin, "INSTEAD_OF", ()):
                diagnostics.add(rules.PLUGIN_INSTEAD(name=other, ours=name))


def report_other_readers(
    readers: Mapping[str, type | None], ours: type, diagnostics: Diagnostics
) -> None:
    """Report the readers that plugins have put in the place of ours, at the signal `readers_init`.

    Each comes under its file ending, without point.
    """
    for ending, reader in sorted(readers.items()):
        if reader is not ours:
            name = f"« {reader.__module__}.{reader.__qualname__} »" if reader else "aucun"
            diagnostics.add(rules.REPLACED_READER(ending=ending, reader=name))


def report_more_readers(
    readers: Mapping[str, type | None], site: Site, diagnostics: Diagnostics
) -> None:
    """Report the readers that plugins give to files which the site publishes as they are.

    All of Pelican's come under their file endings, without point.
    """
    for ending, reader in sorted(readers.items()):
        if reader is None or reader.__module__.startswith(_KNOWN_READERS):
            continue
        if any(name.endswith(f".{ending}") for name in site.copied):
            name = f"« {reader.__module__}.{reader.__qualname__} »"
            diagnostics.add(rules.READER_OF_PLAIN_FILES(ending=ending, reader=name))
