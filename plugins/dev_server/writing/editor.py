"""What is served beside the live site to who writes: the editor, and the site of drafts."""

from __future__ import annotations

import contextlib
import os
import secrets
import threading
import webbrowser
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from dev_server.live_reload.connections import on_free_port
from dev_server.live_reload.loop import say
from dev_server.live_reload.server import LiveServer
from dev_server.live_reload.site_process import SiteProcess
from dev_server.writing.api import Api
from dev_server.writing.draft_site import DraftSite
from dev_server.writing.saving import Saving
from dev_server.writing.sent_files import SentFiles
from dev_server.writing.server import ROOT, EditorServer
from editor.forms import forms
from site_build.request import BuildRequest

TOKEN_BYTES = 32


class Editor:
    """The editor of one content folder; nothing but two ports is taken before it is used."""

    def __init__(
        self,
        request: BuildRequest,
        live: LiveServer,
        site: SiteProcess,
        *,
        checks: SiteProcess,
        is_opened: bool,
    ) -> None:
        """Take two ports after that of the live site, which will lead to the editor.

        Args:
            site: what holds it.
            checks: tells what is wrong with the folder that it is asked about.
            is_opened: open the page in the browser, once it is served.
        """
        content, label = request.content, request.content_label
        self._live, self._is_opened = live, is_opened
        sent = SentFiles(content)
        self._drafts = DraftSite(request, label, checks, live.server_port + 2)
        saving = Saving(content, sent)
        given = (self._drafts, sent, saving, forms())
        api = Api(content, live.address, label, site, *given)
        make = partial(EditorServer, api, secrets.token_urlsafe(TOKEN_BYTES))
        self._server = on_free_port(make, live.server_port + 1)

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """Serve in the background; all that was begun ends with the block."""
        address = f"{self._live.address}{ROOT}"
        with self._server.running(), self._drafts.running():
            for path in (ROOT, ROOT.rstrip("/")):
                self._live.redirects[path] = self._server.entry
            say(f"Pour écrire : {address}")
            if self._is_opened:  # some browsers are waited for
                threading.Thread(target=_open, args=(address,), daemon=True).start()
            yield

    def changed(self, paths: set[Path]) -> None:
        """Note files saved."""
        self._drafts.changed(paths)


def _open(address: str) -> None:
    """Open the browser, unless it would take the terminal."""
    with contextlib.suppress(webbrowser.Error):
        browser = webbrowser.get()
        if type(browser) is not webbrowser.GenericBrowser or "BROWSER" in os.environ:
            browser.open(address)
