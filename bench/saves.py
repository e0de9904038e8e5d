"""How long a saved word takes to be in the page that is served."""

from __future__ import annotations

import contextlib
import http.client
import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from bench.measure import Failed, Server

POLL_SECONDS = 0.003
PATIENCE = 240.0
FIRST_SECONDS = 20.0
# Between two saves: nobody saves faster, and no watcher looks at files all the time.
PAUSE_SECONDS = 1.0
_AT_REST = 0.2  # of a processor, at most
_TITLE = re.compile(rb"^(title: *\"?)", re.MULTILINE | re.IGNORECASE)


class Late(Failed):
    """A word was saved, and never served."""


@dataclass(frozen=True)
class Saves:
    """A file saved again and again, and the page that shows it.

    Attributes:
        server: what serves.
        source: the file; left as it was found.
        port, address: of the page.
        bodies, titles: the seconds from each save of a word, in the text or in the title, to the
            page that holds it; filled as it goes.
    """

    server: Server
    source: Path
    port: int
    address: str
    bodies: list[float] = field(default_factory=list)
    titles: list[float] = field(default_factory=list)

    def measure(self, times: int) -> None:
        """Save so many times in the text, and in the title.

        Raises:
            Failed: the server ended, or never showed a word.
        """
        before = self.source.read_bytes()
        try:
            self._begin(before)
            for number in range(times):
                word = b"motnouveau%d" % number
                self.bodies.append(self._save(before + b"\n" + word + b"\n", word))
            for number in range(times):
                word = b"titrenouveau%d" % number
                titled = _TITLE.sub(rb"\g<1>" + word + b" ", before, count=1)
                self.titles.append(self._save(titled, word))
        finally:
            self.source.write_bytes(before)

    def _begin(self, before: bytes) -> None:
        """Save until a word is shown: some watch files only once their first build is done."""
        for number in range(round(PATIENCE / FIRST_SECONDS)):
            self.source.write_bytes(before + b"\nmotdepart%d\n" % number)
            with contextlib.suppress(Late):  # any of them will do: a build may last longer
                return self._wait(b"motdepart", FIRST_SECONDS)
        raise Late(f"{self.address} : la page n'a jamais changé")

    def _save(self, text: bytes, word: bytes) -> float:
        self._rest()
        started = time.perf_counter()
        self.source.write_bytes(text)
        self._wait(word, PATIENCE)
        return time.perf_counter() - started

    def _rest(self) -> None:
        """Wait until the server works no more: some miss what is saved while they build."""
        used, deadline = self.server.processor(), time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            time.sleep(PAUSE_SECONDS)
            before, used = used, self.server.processor()
            if used - before < _AT_REST * PAUSE_SECONDS:
                return

    def _wait(self, word: bytes, patience: float) -> None:
        """Ask for the page until it holds a word."""
        deadline = time.monotonic() + patience
        while word not in self._page():
            self.server.check()
            if time.monotonic() > deadline:
                raise Late(f"{self.address} : la page n'a jamais contenu « {word.decode()} »")
            time.sleep(POLL_SECONDS)

    def _page(self) -> bytes:
        """Return the page, or nothing while there is none to have."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with (
            contextlib.closing(connection),
            contextlib.suppress(OSError, http.client.HTTPException),
        ):
            # A file that is being replaced may be shorter than told: the server then hangs up.
            connection.request("GET", quote(self.address), headers={"Connection": "close"})
            answer = connection.getresponse()
            return answer.read() if answer.status == 200 else b""
        return b""
