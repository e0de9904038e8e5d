"""Pelican's own command: what is wrong goes to its log, and each of its runs reads the site anew.

Our tasks read `Diagnostics` themselves, and start a process for each build.
"""

from __future__ import annotations

import logging

from pelican import Pelican
from pelican.generators import Generator
from pelican.utils import wait_for_changes

from core.diagnostics import ContentError, Diagnostics
from core.french.numbers import grouped
from jekyll.plugin.plugin import load_dialect
from jekyll.plugin.run_options import RunOptions, run_options

_log = logging.getLogger(__name__)


class SiteNotBuilt(ContentError):
    """The site is at fault; what is wrong with it is in the log."""


def _say_plainly(record: logging.LogRecord) -> bool:
    """Take the name of its class and its traceback from what Pelican logs of `SiteNotBuilt`."""
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, SiteNotBuilt):
        record.msg, record.args, record.exc_info = str(error), (), None
    return True


def load_or_log(pelican: Pelican) -> None:
    """Read the site; when it is at fault, log it.

    Raises:
        SiteNotBuilt: it is; Pelican's command ends with these words, and a status of 1.
    """
    options = run_options(pelican.settings)
    if options.is_pelican_s_own:
        logging.getLogger("pelican").addFilter(_say_plainly)
    try:
        load_dialect(pelican)
    except ContentError as error:
        if not options.is_pelican_s_own:
            raise
        raise _log_all(options) from error


def read_again(pelican: Pelican) -> None:
    """Read the site anew for each run but the first: `pelican -r` is the one that has several.

    Raises:
        SiteNotBuilt: it is at fault; Pelican waits for the next change.
    """
    options = run_options(pelican.settings)
    if not options.is_pelican_s_own:
        return
    if options.runs:
        if options.has_failed:  # Pelican begins again at once; nothing has been mended yet
            wait_for_changes("", pelican.settings)
        options.diagnostics = Diagnostics()
        try:
            load_dialect(pelican)
        except ContentError as error:
            options.has_failed = True
            raise _log_all(options) from error
    options.runs, options.has_failed = options.runs + 1, True


def follow_settings(generator: Generator) -> None:
    """Have templates see the name and the address of the site as they are now."""
    for key in ("SITENAME", "SITEURL"):
        generator.context[key] = generator.settings[key]


def log_diagnostics(pelican: Pelican) -> None:
    """Log what was found wrong while the site was written.

    Raises:
        SiteNotBuilt: some of it is an error.
    """
    options = run_options(pelican.settings)
    if not options.is_pelican_s_own:
        return
    if options.diagnostics.errors:
        raise _log_all(options)
    _log_all(options)
    options.has_failed = False


def _log_all(options: RunOptions) -> SiteNotBuilt:
    for diagnostic in options.diagnostics.errors:
        _log.error("%s", diagnostic.with_code())
    for diagnostic in options.diagnostics.warnings:
        _log.warning("%s", diagnostic.with_code())
    count = len(options.diagnostics.errors)
    return SiteNotBuilt(
        f"{grouped(count)} erreur{'s' * (count > 1)} : le site n'est pas construit."
    )
