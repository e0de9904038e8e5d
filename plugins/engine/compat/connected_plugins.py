"""The plugins of one run are connected alone, in a process that runs Pelican several times.

Pelican connects plugins, and disconnects none: those of earlier settings would go on acting on
later ones, in our tests as in any program that builds two sites. No setting offers it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from functools import partial
from traceback import walk_stack
from types import ModuleType
from typing import Any

from blinker import ANY, NamedSignal, default_namespace
from pelican import Pelican
from pelican.plugins._utils import get_plugin_name

_OURS = frozenset(
    """core engine jekyll content_types page_parts output_files editor site_build dev_server
    commands""".split()
)
# The plugins of the last run: by their modules, their names in PLUGINS; and all there have been.
loaded: dict[str, str] = {}
_ever: dict[str, str] = {}
# What was connected by plugins of earlier runs.
_apart: dict[tuple[str, ...], tuple[NamedSignal, Callable[..., Any]]] = {}


@contextlib.contextmanager
def connected_alone(pelican: Pelican) -> Iterator[None]:
    """Disconnect the plugins of earlier runs; those of this one are registered in the block.

    What a plugin connects when it is imported, once in a process, is connected again. A run that
    a plugin begins is within another, which needs all of its own.
    """
    if any(plugin_of(frame.f_globals.get("__name__", "")) for frame, _ in walk_stack(None)):
        yield
        return
    for key, (signal, receiver) in _connected():
        _apart[key] = signal, receiver
        signal.disconnect(receiver)
    loaded.clear()
    try:
        yield
    finally:
        loaded.update((_module(it), get_plugin_name(it)) for it in getattr(pelican, "plugins", ()))
        _ever.update(loaded)
        again = {key for key, _ in _connected()}
        for key in [it for it in _apart if plugin_of(it[1])]:
            signal, receiver = _apart.pop(key)
            if key not in again:
                signal.connect(receiver, weak=False)


def plugin_of(module: str, among: dict[str, str] = loaded) -> str:
    """Return the name of the plugin that has a module, or ""."""
    while module not in among and "." in module:
        module = module.rpartition(".")[0]
    return among.get(module, "")


def is_ours(module: str) -> bool:
    """Return whether a module is of this project."""
    return module.partition(".")[0] in _OURS


def plugin_at_work() -> str:
    """Return the name of the plugin by others that has called what is being done, or ""."""
    modules = (frame.f_globals.get("__name__", "") for frame, _ in walk_stack(None))
    return next(filter(None, (plugin_of(it) for it in modules if not is_ours(it))), "")


def others_that_hear(*signals: NamedSignal) -> list[str]:
    """Return the plugins by others that hear some of the signals; else the modules that do."""
    receivers = (it for signal in signals for it in signal.receivers_for(ANY))
    modules = {getattr(_function(it), "__module__", "") or "" for it in receivers}
    return sorted({plugin_of(it) or it for it in modules if not is_ours(it)})


def _connected() -> Iterator[tuple[tuple[str, ...], tuple[NamedSignal, Callable[..., Any]]]]:
    """Yield what plugins have connected: a signal, a receiver, and how they are known again."""
    for signal in default_namespace.values():
        for receiver in list(signal.receivers_for(ANY)):
            function = _function(receiver)
            module = getattr(function, "__module__", "") or ""
            if plugin_of(module, _ever):
                name = getattr(function, "__qualname__", type(function).__qualname__)
                yield (signal.name, module, name), (signal, receiver)


def _function(receiver: Any) -> Any:
    return receiver.func if isinstance(receiver, partial) else receiver


def _module(plugin: Any) -> str:
    if isinstance(plugin, ModuleType):
        return plugin.__name__
    return str(getattr(plugin, "__module__", type(plugin).__module__))
