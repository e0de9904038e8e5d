"""Pelican run in this process: what it logs and what it raises become faults."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pelican
from pelican.settings import read_settings

from faults import ContentError, Faults
from site_build.explain import tell_exception, tell_plugin, tell_system_error
from site_build.request import BuildRequest

# A decorative image has an empty text by right; judging images is not a build's affair.
_NOT_A_BUILD_S = "Empty alt attribute"
# How Pelican's messages begin, before the name of a plugin or of a content file.
_PLUGIN_FAILED = ("Cannot load plugin", "Cannot register plugin")
_DOCUMENT_FAILED = "Could not process"


class _FaultHandler(logging.Handler):
    """Turns what Pelican logs into faults; it would go on and publish a site with holes."""

    def __init__(self, request: BuildRequest, faults: Faults):
        super().__init__(logging.WARNING)
        self.request, self.faults = request, faults

    def emit(self, record: logging.LogRecord) -> None:
        arguments = record.args if isinstance(record.args, tuple) else ()
        raised = record.exc_info[1] if record.exc_info else None
        cause = next((it for it in (raised, *arguments) if isinstance(it, BaseException)), None)
        if isinstance(cause, ContentError) or str(record.msg).startswith(_NOT_A_BUILD_S):
            return
        if str(record.msg).startswith(_PLUGIN_FAILED) and cause:
            tell_plugin(str(arguments[0]), cause, self.request, self.faults)
        elif isinstance(cause, OSError):  # Pelican only warns of a file that it could not copy
            tell_system_error(cause, self.faults)
        elif cause and record.levelno >= logging.ERROR:
            name = arguments[0] if str(record.msg).startswith(_DOCUMENT_FAILED) else None
            about = f"{self.request.content_label}/{name}" if name else ""
            tell_exception(cause, self.request, self.faults, about)
        else:
            words = f"Pelican signale « {' '.join(record.getMessage().split())} »"
            is_error = record.levelno >= logging.ERROR
            (self.faults.add if is_error else self.faults.warn)("", 0, words)


@contextlib.contextmanager
def telling(request: BuildRequest, faults: Faults) -> Iterator[None]:
    """Make faults of what Pelican logs, and of what stops it, in a block; nothing is raised."""
    pelican.console.quiet = True
    handler = _FaultHandler(request, faults)
    logging.getLogger().addHandler(handler)
    try:
        yield
    except ContentError:
        pass  # told already
    except Exception as error:  # a traceback is no message: each kind is told in words
        tell_exception(error, request, faults)
    finally:
        logging.getLogger().removeHandler(handler)


def run_pelican(
    request: BuildRequest, staging: Path, faults: Faults, own: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Build a site into a folder.

    Args:
        request: which site.
        staging: the folder.
        faults: what goes wrong is told there.
        own: settings that the caller adds.

    Returns:
        Pelican's settings as the plugins left them.
    """
    settings: dict[str, Any] = {}
    with telling(request, faults):
        settings = {**_settings(request, staging, faults), **(own or {})}
        site = pelican.Pelican(settings)
        if not faults.errors:  # a plugin may be missing
            site.run()
    return settings


def _settings(request: BuildRequest, staging: Path, faults: Faults) -> dict[str, Any]:
    overrides = {
        "PATH": str(request.content),
        "OUTPUT_PATH": str(staging),
        "CONTENT_LABEL": request.content_label,
        "FAULTS": faults,
        "DEBUG": True,  # Pelican then hands over the causes of what it logs
    }
    if request.siteurl:
        overrides["SITEURL"] = request.siteurl.rstrip("/")
    return read_settings(str(request.settings), override=overrides)
