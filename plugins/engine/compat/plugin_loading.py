"""A plugin that is not loaded ends a run of Pelican's own command, before anything is written.

Pelican logs what it cannot load or register, and goes on: it would publish a site with holes. No
signal can tell when the plugin that is missing is ours, so `Pelican.init_plugins` is replaced.
Nothing imported here needs more than Pelican does: an environment without our libraries is named.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from pelican import Pelican
from pelican import plugins as pelican_plugins
from pelican.plugins import _utils

from core.diagnostics import Diagnostic
from core.diagnostics.catalog.build import BROKEN_PLUGIN
from core.project_paths import PROJECT
from engine.compat.connected_plugins import connected_alone
from engine.compat.fatal_log import log_line
from engine.compat.faults import in_words
from engine.compat.pelican_messages import failed_plugin

OF_OUR_TASKS = "RUN_OPTIONS"  # the setting that they add: they tell all of it themselves
_LOGS = (logging.getLogger("pelican"), logging.getLogger(_utils.__name__))
_INSTALL = (
    "Activez l'environnement du projet (. .venv/bin/activate) : « bin/invoke build » y installe "
    "ce qui manque."
)
_INSTALL_IT = "Installez-la dans l'environnement, ou retirez ce plugin du réglage PLUGINS."
_INSTALL_FOR_PELICAN = (
    "Installez-la, ou désinstallez ce plugin : Pelican charge tous ceux de l'environnement, même "
    "ceux que le réglage PLUGINS ne nomme pas."
)
_IS_THERE_ONE = (
    "Vérifiez son nom, installez-le dans l'environnement, ou retirez-le du réglage PLUGINS."
)
_init_plugins = Pelican.init_plugins
_Failures = dict[str, BaseException | None]


class PluginsNotLoaded(Exception):
    """Some plugins are not; each has been reported."""


def refuse_absent_plugins() -> None:
    """Have Pelican's own command end when a plugin of its settings is not loaded."""
    Pelican.init_plugins = _init_all_plugins


def _init_all_plugins(pelican: Pelican) -> None:
    with connected_alone(pelican):
        _init_those_asked(pelican)


def _init_those_asked(pelican: Pelican) -> None:
    settings = pelican.settings
    asked = [it for it in settings["PLUGINS"] or () if isinstance(it, str)]
    if OF_OUR_TASKS in settings:
        with _named_alone(asked):
            _init_plugins(pelican)
        return
    failed: _Failures = {}
    for _, name, is_package in _utils.iter_namespace(pelican_plugins):
        if is_package:
            with _noting(failed, name):
                import_module(name)
    for name in asked if not failed else ():
        with _noting(failed, name):
            _utils.load_plugins({**settings, "PLUGINS": [name]})
    if not failed:
        with _noting(failed, ""):
            _init_plugins(pelican)
        for name in asked:
            if not _utils.plugin_enabled(name, settings["PLUGINS"]):
                failed.setdefault(name, failed.pop(f"pelican.plugins.{name}", None))
    if failed:
        diagnostics = list(_diagnostics(failed))
        for diagnostic in diagnostics:
            log_line(_LOGS[0], logging.ERROR, diagnostic.with_code())
        count = len(diagnostics)
        raise PluginsNotLoaded(f"{count} erreur{'s' * (count > 1)} : le site n'est pas construit.")


@contextlib.contextmanager
def _named_alone(asked: list[str]) -> Iterator[None]:
    """Have Pelican import the namespace plugins that its settings name, not all that it finds."""
    find = _utils.iter_namespace
    names = {*asked, *(f"{pelican_plugins.__name__}.{name}" for name in asked)}
    _utils.iter_namespace = lambda package: (it for it in find(package) if it.name in names)
    try:
        yield
    finally:
        _utils.iter_namespace = find


@contextlib.contextmanager
def _noting(failed: _Failures, name: str) -> Iterator[None]:
    """Note the plugins that Pelican cannot have, and why, in the place of what it logs of them.

    Args:
        name: the one to which an exception belongs that Pelican does not keep to itself.
    """
    before = dict(failed)

    def note(record: logging.LogRecord) -> bool:
        if plugin := failed_plugin(record):
            arguments: Any = record.args
            failed[plugin] = record.exc_info[1] if record.exc_info else arguments[-1]
        return not plugin

    levels = [log.level for log in _LOGS]
    for log in _LOGS:
        log.filters.insert(0, note)  # before Pelican's own, which hides what is said again
        log.setLevel(min(log.getEffectiveLevel(), logging.ERROR))  # `pelican -q` too
    try:
        yield
    except Exception as error:
        if failed == before:
            if not name:
                raise
            failed[name] = error
    finally:
        for log, level in zip(_LOGS, levels, strict=True):
            log.removeFilter(note)
            log.setLevel(level)


def _diagnostics(failed: _Failures) -> Iterator[Diagnostic]:
    """Yield what is said of each plugin; once for those that lack one library."""
    lacking: dict[str, list[str]] = {}
    for name, cause in failed.items():
        missing = cause.name if isinstance(cause, ModuleNotFoundError) else None
        is_itself = bool(missing) and f"{name}.".startswith(f"{missing}.")
        if missing and not is_itself:
            lacking.setdefault(missing.partition(".")[0], []).append(name)
        elif is_itself or (isinstance(cause, ImportError) and cause.name is None):
            why = "aucun module de ce nom n'est installé"
            yield BROKEN_PLUGIN(name=name, why=why, hint=_IS_THERE_ONE)
        else:
            why = in_words(cause) if cause else "la cause n'est pas connue"
            yield BROKEN_PLUGIN(name=name, why=why)
    for library, names in lacking.items():
        why = f"la bibliothèque « {library} » n'est pas installée"
        more = len(names) - 1
        others = f", dont {more} autres plugins se servent aussi" if more > 1 else ""
        others = ", dont un autre plugin se sert aussi" if more == 1 else others
        hint = _INSTALL if any(map(_is_ours, names)) else _INSTALL_IT
        if names[0].startswith(f"{pelican_plugins.__name__}."):
            hint = _INSTALL_FOR_PELICAN
        yield BROKEN_PLUGIN(name=names[0], why=why + others, hint=hint)


def _is_ours(name: str) -> bool:
    path = PROJECT / "plugins" / name.replace(".", "/")
    return path.is_dir() or path.with_suffix(".py").is_file()
