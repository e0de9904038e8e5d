"""The site with drafts in the place of some files: a process of its own, begun at the first."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from core.diagnostics import Diagnostic
from core.project_paths import CACHE, PROJECT, shown_path
from core.work_folder import work_folder
from dev_server.live_reload.error_page import error_page
from dev_server.live_reload.report import BuildReport
from dev_server.live_reload.server import open_server
from dev_server.live_reload.site_process import SiteProcess, SiteReply, process_of
from dev_server.writing.messages import renamed
from dev_server.writing.mirror import Laid, Mirror
from dev_server.writing.refusal import Refusal
from site_build.request import BuildRequest

PREFIX = "ecrire-"


class DraftSite:
    """The site of drafts, asked from any thread, and its server."""

    def __init__(self, request: BuildRequest, label: str, checks: SiteProcess, port: int) -> None:
        """Take a port, on or after `port`; nothing is begun.

        Args:
            label: how messages name the content.
            checks: tells what is wrong with the folder that it is asked about.
        """
        self._request, self._own_label, self._checks = request, label, checks
        self._turn = threading.Lock()
        self._mirror: Mirror | None = None
        self._held: SiteProcess | None = None
        self._until = 0.0
        self._wanted: dict[str, dict[str, Laid]] = {}
        self._is_ended = False
        self.server = open_server(self, self._page_of, port)

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """Serve in the background; all that was begun ends with the block."""
        with (
            work_folder(CACHE, PREFIX) as self._folder,
            self.server.running(),
            ThreadPoolExecutor(1) as self._later,
        ):
            try:
                yield
            finally:
                self._end()

    def changed(self, paths: set[Path]) -> None:
        """Take in, a little later, what was saved."""
        if self._held and not self._is_ended:
            self._later.submit(self._follow, paths)

    def show(self, name: str, files: dict[str, Laid]) -> tuple[BuildReport, str | None]:
        """Show a draft; return the state of the site with it, and the address of its page.

        A draft at fault is not left in the way of others: what was shown before is shown again.

        Args:
            name: its file.
            files: all that is laid over the content with it: its words, its images, the texts that
                lead to it as they would then be; its former name, GONE.
        """
        with self._turn:
            if self._is_ended:
                raise Refusal(503, "Le site local est arrêté.")
            asked = {**dict.fromkeys(self.wanted(name)), **files}
            self._wanted[name] = files
            mirror, before = self._begun()
            changed = {it: data for it, data in asked.items() if mirror.drafts.get(it) != data}
            earlier = {it: mirror.drafts.get(it) for it in changed}
            paths = {mirror.folder / name}
            paths |= {mirror.lay(it, data) for it, data in changed.items()}
            report = self._refreshed(before | paths)
            seen = self._process.seen(name)
            reported = self._renamed(seen.report if report.ok else report)
            if reported.ok:
                self.server.show(report)
                return reported, seen.address
            paths = {mirror.lay(it, data) for it, data in earlier.items()}
            self.server.show(self._refreshed(paths))
            return reported, None

    def wanted(self, name: str) -> dict[str, Laid]:
        """Return what the last draft of a file lays over the content, shown or not."""
        return self._wanted.get(name, {})

    def forget(self, names: Sequence[str]) -> None:
        """Take drafts away, whose files are saved or given up."""
        with self._turn:
            laid = {it for name in names for it in (name, *self._wanted.pop(name, {}))}
            if self._mirror and self._held:
                paths = {self._mirror.lay(it, None) for it in laid} | self._mirror.follow()
                if paths:
                    self.server.show(self._refreshed(paths))

    def check(self, name: str) -> list[Diagnostic]:
        """Return all that is wrong with the content and a draft; raise Refusal if none can tell."""
        with work_folder(CACHE, PREFIX) as folder:
            mirror = Mirror(self._request.content, self._place(folder))
            mirror.follow()
            for it, data in self.wanted(name).items():
                mirror.lay(it, data)
            found = self._checks.asked({"content": str(mirror.folder)})
        if not found.is_told:
            raise Refusal(500, "La vérification ne s'est pas terminée.")
        return list(renamed(found.diagnostics, shown_path(mirror.folder), self._own_label))

    def answer(self, path: str) -> SiteReply:
        """Return what there is at a decoded path below the site's."""
        return self._process.answer(path) if self._held else SiteReply("nothing")

    @property
    def _process(self) -> SiteProcess:
        if self._held is None:
            raise RuntimeError("the site of drafts is not begun")
        return self._held

    def _begun(self) -> tuple[Mirror, set[Path]]:
        """Return the mirror, and what has changed in it."""
        if self._mirror is None or self._held is None:
            self._mirror = Mirror(self._request.content, self._place(self._folder))
            self._mirror.follow()
            self._held = process_of(self._mirror.folder, self._request.siteurl)
            self._later.submit(self._checks.begin)  # its first check takes long
            if self._is_ended:
                self._held.cancel()
            return self._mirror, {self._mirror.folder}
        return self._mirror, self._mirror.follow()

    def _place(self, folder: Path) -> Path:
        """Return where a mirror goes: as far below as messages say that the content is."""
        is_short = not Path(self._own_label).is_absolute()
        return folder / (self._own_label if is_short else "contenu")

    def _refreshed(self, paths: set[Path]) -> BuildReport:
        mirror = self._mirror
        if mirror and time.time() >= self._until:  # the same files give another site
            paths = paths | {mirror.folder}
        report = self._process.refresh(paths)
        self._until = report.until
        return report

    def _follow(self, paths: set[Path]) -> None:
        content = self._request.content
        with self._turn:
            if self._mirror is None or self._is_ended:
                return
            elsewhere = {path for path in paths if not path.is_relative_to(content)}
            self._checks.begin(elsewhere)
            anything = set() if paths else {self._mirror.folder}
            changed = self._mirror.follow() | elsewhere | anything
            if changed:
                self.server.show(self._refreshed(changed))

    def _page_of(self, report: BuildReport) -> bytes:
        folder = self._mirror.folder if self._mirror else PROJECT
        return error_page(self._renamed(report), (self._folder, folder))

    def _renamed(self, report: BuildReport) -> BuildReport:
        """Return a report in which the mirror has the name of what it stands for."""
        if self._mirror is None:
            return report
        label = shown_path(self._mirror.folder)
        return replace(report, diagnostics=renamed(report.diagnostics, label, self._own_label))

    def _end(self) -> None:
        self._is_ended = True
        for process in filter(None, (self._checks, self._held)):
            process.close()
