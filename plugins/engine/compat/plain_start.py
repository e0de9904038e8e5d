"""What Pelican's own command raises before any plugin is there, or by its options, in French."""

from __future__ import annotations

import logging

from core.diagnostics import Diagnostic
from core.diagnostics.catalog.build import CONTENT_REFUSED, MISSING_THEME
from engine.compat.fatal_log import ENDS_A_RUN
from engine.compat.faults import exception_of, fault_of, plugin_fault
from engine.compat.given_settings import keep_given_settings
from engine.compat.pelican_messages import (
    is_of_feeds_without_address,
    is_of_missing_content,
    missing_theme,
)
from engine.compat.plugin_loading import PluginsNotLoaded, refuse_absent_plugins


def say_plainly() -> None:
    """Have Pelican's log say what keeps its command from beginning, without a traceback.

    What it says of settings that `_config.yml` completes is left to who has read that file.
    """
    for name, keep in (("pelican", _translate), ("pelican.settings", _is_for_us_to_say)):
        log = logging.getLogger(name)
        if keep not in log.filters:
            log.filters.insert(0, keep)  # before Pelican's own, which counts what it has seen
    refuse_absent_plugins()
    keep_given_settings()


def _translate(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    words = str(error) if error and record.levelno == logging.CRITICAL else ""
    if isinstance(error, PluginsNotLoaded):
        _say(record, words)
    elif words and isinstance(known := getattr(error, "diagnostic", None), Diagnostic):
        _say(record, known.with_code())
    elif error and words and (theme := missing_theme(error)):
        _say(record, _theme(theme))
    elif error and words and is_of_missing_content(error):
        _say(record, CONTENT_REFUSED(reason="il n'existe pas").with_code())
    elif words == ENDS_A_RUN:
        _say(record, "l'option --fatal arrête la construction à ce message.")
    elif error and record.levelno == logging.CRITICAL:
        _say(record, fault_of(error).with_code())
    elif (error := exception_of(record)) and (fault := plugin_fault(error)):  # `pelican -r` goes on
        _say(record, fault.with_code())
    return True


def _is_for_us_to_say(record: logging.LogRecord) -> bool:
    return not is_of_feeds_without_address(record)


def _theme(name: str) -> str:
    hint = "Corrigez le réglage THEME, ou l'option -t."
    return MISSING_THEME(name=name, hint=hint).with_code()


def _say(record: logging.LogRecord, words: str) -> None:
    record.msg, record.args, record.exc_info = words, (), None
