"""A page of a site just built, printed by the browser of the system."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import http.server
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

from content_types.agenda_views.plugin import PROGRAMMES
from core.clock import Day
from core.french.event_dates import month_year
from core.project_paths import CACHE
from core.work_folder import work_folder
from jekyll.addresses.urls import save_as
from site_build import BuildRequest, BuildResult, build

_BROWSERS = """chromium chromium-browser google-chrome google-chrome-stable
    /Applications/Chromium.app/Contents/MacOS/Chromium""".split()
_BROWSERS.append("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# The browser asks nothing of the network, nor of the account of whoever prints.
_FLAGS = """--headless --disable-gpu --no-first-run --disable-sync --disable-background-networking
    --disable-component-update --no-pdf-header-footer --virtual-time-budget=10000""".split()
_LONGEST = 120  # seconds


class CannotPrint(Exception):
    """The programme cannot be printed; the words, in French, say why and what to do."""


def find_browser() -> str:
    """Return the path of a browser that prints, or ""."""
    return next(filter(None, map(shutil.which, _BROWSERS)), "")


def print_programme(request: BuildRequest, month: Day, target: Path) -> BuildResult:
    """Print the programme of a month; return how the site was built.

    Args:
        request: which site; its output is left alone.
        month: a day of it.

    Raises:
        CannotPrint: there is no browser, nothing in that month, or the site is not whole.
    """
    browser = find_browser()
    path = f"{PROGRAMMES}{month:%Y-%m}/"
    if not browser:
        raise CannotPrint(
            "Il faut Chromium (ou Chrome) pour faire le PDF : installez-le, ou ouvrez la page "
            f"{path} du site dans votre navigateur, et imprimez-la."
        )
    with work_folder(CACHE, "programme-") as folder:
        result = build(dataclasses.replace(request, output=folder / "site"))
        if not result.is_ok:
            return result
        if not (folder / "site" / save_as(path)).is_file():
            raise CannotPrint(_nothing(folder / "site", month))
        root = folder / "www"
        (root / result.base_path.strip("/")).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site").rename(root / result.base_path.strip("/"))
        with _served(root) as origin:
            _print(browser, f"{origin}{result.base_path}{path}", target, folder)
    return result


def _nothing(site: Path, month: Day) -> str:
    """Return that a month has no programme, and which have one."""
    known = sorted(it.name for it in site.joinpath(PROGRAMMES.strip("/")).glob("*"))
    others = f"Mois annoncés : {', '.join(known)}." if known else "L'agenda n'annonce rien."
    return f"Rien n'est à venir en {month_year(month)} : pas de programme. {others}"


def _print(browser: str, address: str, target: Path, folder: Path) -> None:
    made = folder / "programme.pdf"
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # there is none for root
    command = [browser, *_FLAGS, *sandbox, f"--user-data-dir={folder / 'browser'}"]
    with contextlib.suppress(subprocess.TimeoutExpired, OSError):
        subprocess.run(
            [*command, f"--print-to-pdf={made}", address],
            capture_output=True,
            timeout=_LONGEST,
            check=False,
        )
    if not made.is_file() or not made.stat().st_size:
        raise CannotPrint(f"{browser} n'a pas fait le PDF : imprimez la page {address} à la main.")
    try:
        shutil.move(made, target)
    except OSError as error:
        raise CannotPrint(f"{target} ne peut pas être écrit : {error.strerror}.") from error


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for what the task says."""


@contextlib.contextmanager
def _served(root: Path) -> Iterator[str]:
    """Serve a folder to this machine alone; give its origin."""
    handler = functools.partial(_Handler, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
