"""Whose an exception is: a plugin by others, a template, a setting. Pelican shows a traceback.

Nothing of Pelican's tells whose a receiver or a generator is once it raises, nor which setting has
it stumble: the traceback does.
"""

from __future__ import annotations

import errno
import logging
import traceback
from collections.abc import Iterable
from pathlib import Path

import jinja2
from pelican import settings as pelican_settings
from pelican.generators import ArticlesGenerator, Generator
from pelican.utils import process_translations

from core.diagnostics import ContentError, Diagnostic
from core.diagnostics.catalog.build import (
    BROKEN_SETTINGS,
    CRASHED_PLUGIN,
    UNFORESEEN_ERROR,
    WRONG_SETTING,
)
from core.diagnostics.catalog.theme import BROKEN_TEMPLATE, MISSING_TEMPLATE, STOPPED_TEMPLATE
from core.project_paths import content_label, shown_path
from engine.compat.connected_plugins import is_ours, loaded, plugin_of

_NEUTRAL = {"pelican.plugins.jinja_filters"}  # of ours
# How names of what is no template end: in Python, in Cython, in what was never a file.
_PROGRAMS = (".py", ".pyx", ".pxi", ".pxd", ">")
_AGAIN = "Relancez avec --debug : la trace en est montrée. Prévenez qui entretient le programme."


def plugin_fault(error: BaseException) -> Diagnostic | None:
    """Return what is told of an exception that a plugin by others raised; None of any other.

    One that our own code or a template raised is theirs, whoever asked; a full disk is nobody's.
    """
    if isinstance(error, (ContentError, MemoryError)) or _is_full(error):
        return None
    for frame, line in reversed(list(traceback.walk_tb(error.__traceback__))):
        module, file = frame.f_globals.get("__name__") or "", frame.f_code.co_filename
        if is_ours(module) or not file.endswith(_PROGRAMS):
            return None
        if name := plugin_of(module):
            fault = CRASHED_PLUGIN(name=name, why=in_words(error))
            return fault.at(shown_path(Path(file)), line)
    return None


def template_fault(error: BaseException) -> Diagnostic | None:
    """Return what is told of an exception that was born in a template; None of any other."""
    place = _template_place(error)
    if isinstance(error, jinja2.TemplateNotFound):
        return MISSING_TEMPLATE(name=error.name).at(*(place or ("theme/templates", 0)))
    rule = BROKEN_TEMPLATE if isinstance(error, jinja2.TemplateSyntaxError) else STOPPED_TEMPLATE
    return rule(why=one_line(error)).at(*place) if place else None


def _template_place(error: BaseException) -> tuple[str, int] | None:
    """Return the template and the line in which an exception was born, if it was in one."""
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        return shown_path(Path(error.filename)), error.lineno
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if not frame.filename.endswith(_PROGRAMS):
            return shown_path(Path(frame.filename)), frame.lineno or 0
    return None


def setting_fault(error: BaseException) -> Diagnostic | None:
    """Return what is told of an exception of which a setting is the cause; None of others."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    if not frames:
        return None
    last = frames[-1]
    if last.f_globals.get("__name__") == pelican_settings.__name__:
        return BROKEN_SETTINGS(why=in_words(error), hint="Corrigez-les.")
    if last.f_code is not process_translations.__code__:
        return None
    asking = [frame.f_locals.get("self") for frame in frames]
    generator = next(it for it in reversed(asking) if isinstance(it, Generator))
    kind = "ARTICLE" if isinstance(generator, ArticlesGenerator) else "PAGE"
    name = f"{kind}_TRANSLATION_ID"
    value, instead = generator.settings[name], "« slug », ou une clé dont la valeur est un texte"
    for key in [value] if isinstance(value, str) else value if isinstance(value, Iterable) else ():
        without = (it for it in last.f_locals["content_list"] if not hasattr(it, str(key)))
        if content := next(without, None):
            label = content_label(Path(generator.path).resolve())
            file = f"{label}/{content.relative_source_path}"
            instead = f"« slug », ou une clé qu'ont tous les fichiers : {file} n'a pas « {key} »"
    return WRONG_SETTING(name=name, value=repr(value), instead=instead)


def fault_of(error: BaseException) -> Diagnostic:
    """Return what is told of any exception; of one that nothing explains, where it was raised."""
    if fault := setting_fault(error) or plugin_fault(error) or template_fault(error):
        return fault
    frames = traceback.extract_tb(error.__traceback__)
    place = (shown_path(Path(frames[-1].filename)), frames[-1].lineno or 0) if frames else ("", 0)
    return UNFORESEEN_ERROR(what=in_words(error), hint=suspects() + _AGAIN).at(*place)


def suspects() -> str:
    """Return what to try of the plugins by others: what one has changed may stop our own code."""
    others = {name for it, name in loaded.items() if not is_ours(it)} - _NEUTRAL
    if not others:
        return ""
    return f"Essayez sans {', '.join(sorted(others))} dans le réglage PLUGINS. "


def exception_of(record: logging.LogRecord) -> BaseException | None:
    """Return the exception that a line of a log bears."""
    arguments = record.args if isinstance(record.args, tuple) else ()
    raised = record.exc_info[1] if record.exc_info else None
    return next((it for it in (raised, *arguments) if isinstance(it, BaseException)), None)


def in_words(error: BaseException) -> str:
    """Return the kind of an exception and what it says, in one line."""
    return f"{type(error).__name__} : {one_line(error)}"


def one_line(error: BaseException) -> str:
    """Return what an exception says, in one line."""
    return " ".join(str(error).split())


def _is_full(error: BaseException) -> bool:
    return isinstance(error, OSError) and error.errno == errno.ENOSPC
