"""What the tests of the editor's server share: a server that runs, asked as its page asks it."""

import contextlib
import json
import socket
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from live_support import PATIENCE, Live, wait_until
from support import page, write_site

SITE = {
    "_config.yml": "title: Essai\nurl: https://exemple.fr\n",
    "index.md": page("title: Accueil", "Bonjour.\n"),
    "contact.md": page("title: Contact", "Écrivez-nous.\n"),
    "_posts/2026-01-02-rentree.md": page("title: La rentrée\ncategories: [Vie]\ntags: [pain]"),
    "_evenements/2026-12-12-soupe.md": page("title: La soupe\ndebut: 2026-12-12 18:30\nlieu: Ici"),
    "_communs/eau/index.md": page("title: L'eau"),
    "_communs/eau/source.md": page("nom: La Source\nrole: coopérative"),
}


@dataclass(frozen=True)
class Said:
    """An answer."""

    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def json(self) -> Any:
        """Return what it tells, the rules of every such answer being kept."""
        assert self.headers["Content-Type"] == "application/json; charset=utf-8"
        assert self.headers["Cache-Control"] == "no-store"
        assert self.headers["X-Content-Type-Options"] == "nosniff"
        assert "Access-Control-Allow-Origin" not in self.headers
        return json.loads(self.body)


class Writer(Live):
    """A live server with its editor, in a process of its own."""

    def __init__(self, content: Path, home: str = "/"):
        super().__init__("write", str(content), "0")
        self.content = content
        try:
            self.wait_page("Bonjour.", home)
        except AssertionError:
            self.stop()
            raise
        entry = self.get("/ecrire/")[1]["Location"]
        self.editor, self.token = entry.split("/ecrire/#jeton=")
        self.editor_port = urlsplit(self.editor).port

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str | None) -> Said:
        """Return the answer to a request of the page; headers given as None are left out."""
        own = {"Host": urlsplit(self.editor).netloc, "Origin": self.editor, "X-Jeton": self.token}
        own |= {} if body is None else {"Content-Type": "application/json"}
        told = {**own, **{key.replace("_", "-"): value for key, value in headers.items()}}
        connection = HTTPConnection("127.0.0.1", self.editor_port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.putrequest(method, path, skip_host="Host" in told)
            for name, value in told.items():
                if value is not None:
                    connection.putheader(name, value.encode())
            if body is not None and "Content-Length" not in told:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return Said(answer.status, answer.headers, answer.read())

    def site(self) -> Any:
        """Return what the site holds."""
        return self.ask("GET", "/ecrire/api/site").json

    def file(self, name: str) -> Said:
        """Ask for a file."""
        return self.ask("GET", f"/ecrire/api/file?name={quote(name)}")

    def post(self, what: str, **given: Any) -> Said:
        """Ask for something, in JSON."""
        return self.ask("POST", f"/ecrire/api/{what}", json.dumps(given).encode())

    def draft(self, name: str, text: str | None, beside: Sequence[Any] = (), **more: Any) -> Any:
        """Show a text, with others beside it; without a text, give it up."""
        own = [] if text is None else [{"name": name, "text": text}]
        return self.post("draft", name=name, files=[*own, *beside], **more).json

    def photo(self, name: str, data: bytes, kind: str = "image/jpeg") -> Said:
        """Send an image."""
        path = f"/ecrire/api/photo?name={quote(name)}"
        return self.ask("POST", path, data, Content_Type=kind)

    def preview(self, address: str) -> str:
        """Return a page of the site of drafts."""
        parts = urlsplit(self.site()["drafts"])
        connection = HTTPConnection("127.0.0.1", parts.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request("GET", address)
            return connection.getresponse().read().decode()

    def raw(self, data: bytes) -> bytes:
        """Return all that comes back after bytes sent to the editor."""
        with socket.create_connection(("127.0.0.1", self.editor_port), PATIENCE) as visitor:
            visitor.sendall(data)
            with visitor.makefile("rb") as answer:
                return answer.read()

    def commands(self) -> list[list[str]]:
        """Return what the processes of the server were begun with."""
        commands = (Path(f"/proc/{one}/cmdline").read_bytes() for one in self.processes())
        return [command.decode().split("\0") for command in commands]

    def holders(self) -> list[str]:
        """Return the content folders of the processes that hold a site."""
        return [it[it.index("--content") + 1] for it in self.commands() if "--content" in it]

    def states(self) -> dict[str, tuple[bytes, int]]:
        """Return the files of the content, each with its bytes and its inode."""
        files = (path for path in sorted(self.content.rglob("*")) if path.is_file())
        return {
            str(it.relative_to(self.content)): (it.read_bytes(), it.stat().st_ino) for it in files
        }


@contextlib.contextmanager
def writing(root: Path, files: dict[str, str | bytes] = SITE, home: str = "/") -> Iterator[Writer]:
    """Serve a site and its editor until the end of the block."""
    writer = Writer(write_site(root / "content", files), home)
    try:
        yield writer
    finally:
        writer.stop()


__all__ = ["SITE", "Said", "Writer", "wait_until", "writing"]
