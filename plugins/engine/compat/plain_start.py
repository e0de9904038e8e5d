"""What Pelican's own command raises before any plugin is there, or by its options, in French."""

from __future__ import annotations

import logging

from core.diagnostics import Diagnostic
from core.diagnostics.catalog.build import CONTENT_REFUSED, MISSING_THEME
from engine.compat.fatal_log import ENDS_A_RUN
from engine.compat.pelican_messages import NO_CONTENT, NO_THEME
from engine.compat.plugin_loading import PluginsNotLoaded, refuse_absent_plugins


def say_plainly() -> None:
    """Have Pelican's log say what keeps its command from beginning, without a traceback."""
    log = logging.getLogger("pelican")
    if _translate not in log.filters:
        log.addFilter(_translate)
    refuse_absent_plugins()


def _translate(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    words = str(error) if error and record.levelno == logging.CRITICAL else ""
    if isinstance(error, PluginsNotLoaded):
        _say(record, words)
    elif words and isinstance(known := getattr(error, "diagnostic", None), Diagnostic):
        _say(record, known.with_code())
    elif words.startswith(NO_THEME):
        _say(record, _theme(words.removeprefix(NO_THEME).strip()))
    elif words.startswith(NO_CONTENT):
        _say(record, CONTENT_REFUSED(reason="il n'existe pas").with_code())
    elif words == ENDS_A_RUN:
        _say(record, "l'option --fatal arrête la construction à ce message.")
    return True


def _theme(name: str) -> str:
    hint = "Corrigez le réglage THEME, ou l'option -t."
    return MISSING_THEME(name=name, hint=hint).with_code()


def _say(record: logging.LogRecord, words: str) -> None:
    record.msg, record.args, record.exc_info = words, (), None
