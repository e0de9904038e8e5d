"""An exception put in words: a template's, the settings', a plugin's, the disk's, or an unforeseen.

Each is reported with the file and the line of ours where it was born, never with a traceback.
"""

from __future__ import annotations

import errno
import sysconfig
import traceback
from pathlib import Path

from core.diagnostics import Diagnostics, system_reason
from core.diagnostics.catalog import build as rules
from core.diagnostics.catalog.files import FILE_REFUSED
from core.project_paths import CACHE, PROJECT, shown_path
from engine.compat.faults import (
    in_words,
    one_line,
    plugin_fault,
    setting_fault,
    suspects,
    template_fault,
)
from engine.compat.pelican_messages import missing_theme
from site_build.request import BuildRequest

CRASH_REPORT = CACHE / "derniere-erreur.txt"
_NOT_OURS = tuple(Path(sysconfig.get_path(kind)) for kind in ("stdlib", "purelib", "platlib"))
Place = tuple[str, int]


def report_exception(
    error: BaseException, request: BuildRequest, diagnostics: Diagnostics, about: str = ""
) -> None:
    """Add the fault that an exception of a build means; `about` is the content file, if known."""
    if _report_settings(error, request, diagnostics):
        return
    if fault := setting_fault(error):
        diagnostics.add(fault.at(shown_path(request.settings)))
    elif fault := template_fault(error):
        diagnostics.add(fault)
    elif isinstance(error, SyntaxError) and error.filename:
        name = shown_path(Path(error.filename))
        diagnostics.add(rules.BROKEN_PROGRAM(why=error.msg).at(name, error.lineno or 0))
    elif fault := plugin_fault(error):
        diagnostics.add(fault)
    elif isinstance(error, ImportError) and (place := _own_place(error)):
        diagnostics.add(rules.BROKEN_MODULE(why=one_line(error)).at(*place))
    elif isinstance(error, OSError):
        report_system_error(error, diagnostics)
    elif isinstance(error, MemoryError):
        diagnostics.add(rules.OUT_OF_MEMORY())
    else:
        _report_unforeseen(error, diagnostics, about)


def report_plugin(
    name: str, error: BaseException, request: BuildRequest, diagnostics: Diagnostics
) -> None:
    """Add the fault of a plugin that cannot be loaded."""
    place = _own_place(error) or (shown_path(request.settings), 0)
    diagnostics.add(rules.BROKEN_PLUGIN(name=name, why=one_line(error)).at(*place))


def report_system_error(error: OSError, diagnostics: Diagnostics) -> None:
    """Add the fault that the system's refusal means."""
    if error.errno == errno.ENOSPC:
        diagnostics.add(rules.DISK_FULL())
        return
    place = shown_path(Path(error.filename)) if isinstance(error.filename, str) else ""
    diagnostics.add(FILE_REFUSED(reason=system_reason(error)).at(place))


def _report_settings(error: BaseException, request: BuildRequest, diagnostics: Diagnostics) -> bool:
    """Report an error of the settings file, or of a setting that Pelican refuses."""
    name = shown_path(request.settings)
    frames = traceback.extract_tb(error.__traceback__)
    if isinstance(error, SyntaxError):
        path = Path(error.filename or "")
        if path.suffix != ".py" or not _is_settings(path, request):
            return False
        place = shown_path(path), error.lineno or 0
        reported = rules.BROKEN_SETTINGS(why=error.msg)
    elif isinstance(error, FileNotFoundError) and error.filename == str(request.settings):
        place, reported = (name, 0), rules.MISSING_SETTINGS()
    elif frames and _is_settings(path := Path(frames[-1].filename), request):
        place = shown_path(path), frames[-1].lineno or 0
        reported = rules.BROKEN_SETTINGS(why=in_words(error))
    elif theme := missing_theme(error):
        place, reported = (name, 0), rules.MISSING_THEME(name=theme)
    else:
        return False
    diagnostics.add(reported.at(*place))
    return True


def _is_settings(path: Path, request: BuildRequest) -> bool:
    return path in (request.settings, PROJECT / "pelicanconf.py", PROJECT / "publishconf.py")


def _own_place(error: BaseException) -> Place | None:
    """Return the last line of our own code that an exception went through."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_file() and not any(path.is_relative_to(folder) for folder in _NOT_OURS):
            return shown_path(path), frame.lineno or 0
    return None


def _report_unforeseen(error: BaseException, diagnostics: Diagnostics, about: str) -> None:
    try:
        CRASH_REPORT.parent.mkdir(parents=True, exist_ok=True)
        lines = traceback.format_exception(error)
        CRASH_REPORT.write_text("".join(lines), encoding="utf-8", errors="backslashreplace")
        report = shown_path(CRASH_REPORT)
        hint = f"{suspects()}Envoyez le fichier {report} aux personnes qui l'entretiennent."
    except OSError:
        hint = None
    place = (about, 0) if about else _own_place(error) or ("", 0)
    diagnostics.add(rules.UNFORESEEN_ERROR(what=in_words(error), hint=hint).at(*place))
