"""Pelican run in this process: what it logs and what it raises become diagnostics."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pelican
from pelican.settings import get_settings_from_file, read_settings

from core.diagnostics import ERROR, WARNING, ContentError, Diagnostics
from core.diagnostics.catalog.build import OTHER_FOLDER, PELICAN_SAYS
from core.project_paths import shown_path
from engine.compat.faults import exception_of
from engine.compat.pelican_messages import (
    failed_document,
    failed_plugin,
    is_of_empty_alt,
    print_nothing,
)
from engine.deferred_writer.writer import KEY, Deferral
from jekyll.plugin.extension_points import SiteContext, site_context
from jekyll.plugin.plugin import load_dialect
from jekyll.plugin.plugin_order import NoSite
from jekyll.plugin.run_options import KEY as RUN_OPTIONS
from jekyll.plugin.run_options import RunOptions
from site_build.exception_messages import report_exception, report_plugin, report_system_error
from site_build.request import BuildRequest


class _DiagnosticHandler(logging.Handler):
    """Turns what Pelican logs into diagnostics; it would go on and publish a site with holes."""

    def __init__(self, request: BuildRequest, diagnostics: Diagnostics):
        super().__init__(logging.WARNING)
        self.request, self.diagnostics = request, diagnostics

    def emit(self, record: logging.LogRecord) -> None:
        cause = exception_of(record)
        if isinstance(cause, ContentError) or is_of_empty_alt(record):
            return
        if cause and (plugin := failed_plugin(record)):
            report_plugin(plugin, cause, self.request, self.diagnostics)
        elif isinstance(cause, OSError):  # Pelican only warns of a file that it could not copy
            report_system_error(cause, self.diagnostics)
        elif cause and self.diagnostics.errors:
            return  # it may follow from what is reported
        elif cause and record.levelno >= logging.ERROR:
            name = failed_document(record)
            about = f"{self.request.content_label}/{name}" if name else ""
            report_exception(cause, self.request, self.diagnostics, about)
        else:
            reported = PELICAN_SAYS(words=" ".join(record.getMessage().split()))
            severity = ERROR if record.levelno >= logging.ERROR else WARNING
            self.diagnostics.add(reported.with_severity(severity))


@contextlib.contextmanager
def reporting(request: BuildRequest, diagnostics: Diagnostics) -> Iterator[None]:
    """Make diagnostics of what Pelican logs, and of what stops it, in a block."""
    print_nothing()
    handler = _DiagnosticHandler(request, diagnostics)
    logging.getLogger().addHandler(handler)
    try:
        yield
    except ContentError:
        pass  # reported already
    except NoSite as missing:
        if not diagnostics.errors:  # else that is why
            diagnostics.add(missing.diagnostic.at(shown_path(request.settings)))
    except Exception as error:  # a traceback is no message: each kind is reported in words
        if not diagnostics.errors:  # else it may follow from what is reported
            report_exception(error, request, diagnostics)
    finally:
        logging.getLogger().removeHandler(handler)


def run_pelican(
    request: BuildRequest,
    staging: Path,
    diagnostics: Diagnostics,
    options: RunOptions | None = None,
    put_off: Deferral | None = None,
) -> SiteContext | None:
    """Build a site into a folder.

    Args:
        options: those of an earlier run have the same Pelican run again, if it came to its end.

    Returns:
        what the plugins know of the site; None when the run has not come to its end. What is at
        fault is set aside: the site is whole only if `diagnostics` has no errors.
    """
    options = options or RunOptions(request.content_label)
    options.diagnostics, site = diagnostics, options.pelican
    deferral = put_off or Deferral()
    with reporting(request, diagnostics), contextlib.ExitStack() as at_the_end:
        at_the_end.callback(deferral.finish_begun)
        if site:
            site.settings[KEY] = deferral
            load_dialect(site)
        else:
            settings = _settings(request, staging, options)
            site = pelican.Pelican(settings | {KEY: deferral})
        context = site_context(site.settings)
        site.run()
        return context
    return None


def _settings(request: BuildRequest, staging: Path, options: RunOptions) -> dict[str, Any]:
    overrides = {
        "PATH": str(request.content),
        "OUTPUT_PATH": str(staging),
        RUN_OPTIONS: options,
        "DEBUG": True,  # Pelican then hands over the causes of what it logs
        "DELETE_OUTPUT_DIRECTORY": False,  # the folder is new, and bears our sign
    }
    if request.siteurl:
        overrides["SITEURL"] = request.siteurl.rstrip("/")
    settings: dict[str, Any] = read_settings(str(request.settings), override=overrides)
    given = get_settings_from_file(str(request.settings))
    for name, option, asked, usual in (
        ("PATH", "content", request.content, BuildRequest.content),
        ("OUTPUT_PATH", "output", request.output, BuildRequest.output),
    ):
        folder = Path(given.get(name) or usual)
        if asked == usual and folder not in (Path(usual.name), usual):
            other = OTHER_FOLDER(name=name, folder=usual.name, option=option)
            options.diagnostics.add(other.at(shown_path(request.settings)))
    return settings
