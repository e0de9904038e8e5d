"""Pelican run in this process: what it logs and what it raises become faults."""

from __future__ import annotations

import errno
import logging
import traceback
from pathlib import Path
from typing import Any

import jinja2
import pelican
from pelican.settings import read_settings

from faults import ContentError, Faults, system_reason
from site_build.request import PROJECT, BuildRequest, shown_path

CRASH_REPORT = PROJECT / ".cache" / "derniere-erreur.txt"

# A decorative image has an empty text by right; judging images is not a build's affair.
_NOT_A_BUILD_S = "Empty alt attribute"


class _FaultHandler(logging.Handler):
    """Turns what Pelican logs into faults; it would go on and publish a site with holes."""

    def __init__(self, faults: Faults):
        super().__init__(logging.WARNING)
        self.faults = faults

    def emit(self, record: logging.LogRecord) -> None:
        causes = [record.exc_info[1] if record.exc_info else None, *_arguments(record)]
        if any(isinstance(cause, ContentError) for cause in causes):
            return
        if str(record.msg).startswith(_NOT_A_BUILD_S):
            return
        failed = next((cause for cause in causes if isinstance(cause, OSError)), None)
        if failed:  # Pelican only warns of a file that it could not copy
            _tell_system_error(failed, self.faults)
            return
        message = " ".join(record.getMessage().split())
        words = f"Pelican signale « {message} »" + (f" ({causes[0]})" if causes[0] else "")
        tell = self.faults.add if record.levelno >= logging.ERROR else self.faults.warn
        tell("", 0, words)


def _arguments(record: logging.LogRecord) -> tuple:
    return record.args if isinstance(record.args, tuple) else ()


def run_pelican(request: BuildRequest, staging: Path, faults: Faults) -> dict[str, Any]:
    """Build a site into a folder.

    Returns:
        Pelican's settings as the plugins left them; what went wrong is in `faults`.
    """
    pelican.console.quiet = True
    handler = _FaultHandler(faults)
    logging.getLogger().addHandler(handler)
    settings: dict[str, Any] = {}
    try:
        settings = _settings(request, staging, faults)
        pelican.Pelican(settings).run()
    except ContentError:
        pass  # told already
    except Exception as error:  # a traceback is no message: each kind is told in words
        _tell(error, request, faults)
    finally:
        logging.getLogger().removeHandler(handler)
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


def _tell(error: Exception, request: BuildRequest, faults: Faults) -> None:
    """Tell an exception: a template's, the settings', the disk's, or one nobody foresaw."""
    template = _template_place(error)
    if isinstance(error, jinja2.TemplateNotFound):
        faults.add("theme/templates", 0, f"le gabarit « {error.name} » n'existe pas")
    elif template:
        faults.add(*template, f"ce gabarit ne se lit pas : {error}", "Corrigez cette ligne.")
    elif isinstance(error, SyntaxError):
        name = shown_path(Path(error.filename or request.settings))
        faults.add(name, error.lineno or 0, f"ce réglage ne se lit pas : {error.msg}")
    elif isinstance(error, OSError):
        _tell_system_error(error, faults)
    else:
        CRASH_REPORT.parent.mkdir(parents=True, exist_ok=True)
        CRASH_REPORT.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        faults.add(
            "",
            0,
            f"erreur imprévue du programme : {type(error).__name__} : {error}",
            f"Envoyez le fichier {shown_path(CRASH_REPORT)} aux personnes qui l'entretiennent.",
        )


def _tell_system_error(error: OSError, faults: Faults) -> None:
    if error.errno == errno.ENOSPC:
        faults.add("", 0, "le disque est plein", "Faites de la place, puis recommencez.")
        return
    place = shown_path(Path(error.filename)) if isinstance(error.filename, str) else ""
    message = f"ce fichier ne peut pas être lu ou écrit ({system_reason(error)})"
    faults.add(place, 0, message, "Vérifiez son nom et ses droits.")


def _template_place(error: Exception) -> tuple[str, int] | None:
    """Return the template and the line in which an exception was born, if it was in one."""
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        return shown_path(Path(error.filename)), error.lineno
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith(".html"):
            return shown_path(Path(frame.filename)), frame.lineno or 0
    return None
