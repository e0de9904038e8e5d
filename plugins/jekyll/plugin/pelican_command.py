"""Pelican's own command: what is wrong goes to its log, and each of its runs reads the site anew.

Our tasks read `Diagnostics` themselves, and start a process for each build.
"""

from __future__ import annotations

import logging
import sys
from functools import partial
from tempfile import TemporaryDirectory

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.utils import wait_for_changes

from core.diagnostics import ContentError, Diagnostics
from core.diagnostics.catalog.build import (
    SITE_WITHIN_A_SITE,
    TAKEN_TEMPLATE_NAME,
    UNFORESEEN_ERROR,
)
from core.french.numbers import grouped
from engine.compat.connected_plugins import plugin_at_work
from engine.compat.fatal_log import log_line
from engine.compat.faults import fault_of
from engine.compat.pelican_messages import failed_document
from jekyll.addresses.urls import base_path
from jekyll.plugin.contents import OURS
from jekyll.plugin.extension_points import site_context
from jekyll.plugin.plugin import CHANGED, load_dialect
from jekyll.plugin.plugin_order import report_more_readers, report_other_readers
from jekyll.plugin.reader import DialectReader
from jekyll.plugin.refused_settings import report_changed_settings
from jekyll.plugin.run_options import RunOptions, run_options

_log = logging.getLogger(__name__)


class SiteNotBuilt(ContentError):
    """The site is at fault; what is wrong with it is in the log."""


def _say_plainly(options: RunOptions, record: logging.LogRecord) -> bool:
    """Say of what ends a run how many errors there are, without a traceback.

    What is raised by a site at fault may follow from what is reported.
    """
    error = record.exc_info[1] if record.exc_info else None
    is_ours = isinstance(error, SiteNotBuilt) or bool(options.diagnostics.errors)
    if record.levelno == logging.CRITICAL and error and is_ours:
        at_fault = _log_all(options)
        record.msg, record.args, record.exc_info = str(at_fault), (), None
    return True


def _note_document(options: RunOptions, record: logging.LogRecord) -> bool:
    """Make a diagnostic of what keeps Pelican from reading a file: it goes on without the file."""
    error = sys.exc_info()[1]  # only `--debug` has the line bear it
    name = failed_document(record)
    if error is None or not name:
        return True
    if not isinstance(error, ContentError):  # else it is reported
        file, fault = f"{options.label}/{name}", fault_of(error)
        is_placed = fault.code != UNFORESEEN_ERROR.code
        options.diagnostics.add(fault if is_placed else fault.at(file))
    return False


def load_or_log(pelican: Pelican) -> None:
    """Read the site; log what is at fault: the run goes on, to find what else is.

    Raises SiteNotBuilt: settings are refused, of which nothing can be made; Pelican's command ends
    with these words, and a status of 1.
    """
    options = run_options(pelican.settings)
    options.pelican = options.pelican or pelican
    if options.pelican is not pelican:  # a plugin that builds one site for each language
        name = plugin_at_work()
        who = f"le plugin « {name} »" if name else "un plugin"
        options.diagnostics.add(SITE_WITHIN_A_SITE(who=who))
        raise _not_built(options.diagnostics)
    if options.is_pelican_s_own:
        # Before those that translate what no site at fault explains.
        logging.getLogger("pelican").filters.insert(0, partial(_say_plainly, options))
        logging.getLogger("pelican.generators").filters.insert(0, partial(_note_document, options))
    load_dialect(pelican)
    if options.is_pelican_s_own and options.diagnostics.errors:
        at_fault = _log_all(options)
        if options.has_refused_settings:
            raise at_fault


def begin_run(pelican: Pelican) -> None:
    """Read the site anew for each run of Pelican's own command but the first (`pelican -r`).

    What is made of a site at fault is not put in its output.
    """
    options = run_options(pelican.settings)
    if not options.runs:  # Pelican itself changes one of them when it runs
        heard = signals.initialized.receivers_for(pelican)
        modules = dict.fromkeys(getattr(it, "__module__", "") for it in heard)
        others = [it for it in modules if it.partition(".")[0] not in OURS]
        report_changed_settings(
            pelican.settings, options.judged, CHANGED, others, options.diagnostics
        )
    options.runs += 1
    if not options.is_pelican_s_own:
        return
    _write_in_place(pelican, options)
    if options.runs > 1:
        if options.has_failed:  # Pelican begins again at once; nothing has been mended yet
            wait_for_changes("", pelican.settings)
        options.diagnostics = Diagnostics()
        options.logged.clear()
        load_dialect(pelican)
    options.has_failed = True
    if options.diagnostics.errors:
        _write_aside(pelican, options)


def _write_aside(pelican: Pelican, options: RunOptions) -> None:
    options.output, options.aside = pelican.output_path, TemporaryDirectory(prefix="pelican-")
    pelican.output_path = pelican.settings["OUTPUT_PATH"] = options.aside.name


def _write_in_place(pelican: Pelican, options: RunOptions) -> None:
    if options.aside:
        options.aside.cleanup()
        options.aside = None
        pelican.output_path = pelican.settings["OUTPUT_PATH"] = options.output


def follow_settings(generator: Generator) -> None:
    """Have templates see the name, the address and the menu of the site as they are now."""
    for key in ("SITENAME", "SITEURL", "FEED_DOMAIN", "MENUITEMS"):
        generator.context[key] = generator.settings[key]
    generator.context["localsiteurl"] = base_path(generator.settings["SITEURL"])  # that of pages


def report_taken_names(generator: Generator) -> None:
    """Report what settings give templates under a name that one of the plugins has given since."""
    given, env = run_options(generator.settings).given, generator.env
    for name, known in (("JINJA_FILTERS", env.filters), ("JINJA_GLOBALS", env.globals)):
        for key, meant in given[name].items():
            if known.get(key) is not meant:
                taken = TAKEN_TEMPLATE_NAME(name=name, key=key)
                run_options(generator.settings).diagnostics.add(taken)


def refuse_other_readers(generator: Generator) -> None:
    """Refuse the plugins by others that read what the site model has read already.

    Raises SiteNotBuilt: there are; Pelican could make nothing of the site.
    """
    options, settings = run_options(generator.settings), generator.settings
    endings = [it for it, reader in settings["READERS"].items() if reader is DialectReader]
    classes = generator.readers.reader_classes
    found = {ending: classes.get(ending) for ending in endings}
    report_other_readers(found, DialectReader, options.diagnostics)
    report_more_readers(classes, site_context(settings).site, options.diagnostics)
    if any(reader is not DialectReader for reader in found.values()):
        raise _not_built(options.diagnostics)


def log_diagnostics(pelican: Pelican) -> None:
    """Log what was found wrong while the site was written; raise SiteNotBuilt for an error."""
    options = run_options(pelican.settings)
    if not options.is_pelican_s_own:
        return
    _write_in_place(pelican, options)
    at_fault = _log_all(options)
    if options.diagnostics.errors or options.is_fatal:
        raise at_fault
    options.has_failed = False


def _log_all(options: RunOptions) -> SiteNotBuilt:
    """Log what has not been yet; return what the run ends with, when some of it is an error."""
    for level, found in (
        (logging.ERROR, options.diagnostics.errors),
        (logging.WARNING, options.diagnostics.warnings),
    ):
        for diagnostic in found:
            if diagnostic not in options.logged:
                options.is_fatal |= log_line(_log, level, diagnostic.with_code())
    options.logged.update(options.diagnostics.found)
    return _not_built(options.diagnostics)


def _not_built(diagnostics: Diagnostics) -> SiteNotBuilt:
    count = len(diagnostics.errors)
    if not count:
        return SiteNotBuilt("l'option --fatal tient les avertissements pour des erreurs.")
    return SiteNotBuilt(
        f"{grouped(count)} erreur{'s' * (count > 1)} : le site n'est pas construit."
    )
