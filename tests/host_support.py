"""A host's stand-in and the page's scripts, each on an origin of its own, in a real browser."""

import base64
import contextlib
import functools
import http.server
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from playwright.sync_api import Page

from git_hosts import APPLICATION, BRANCH, HOSTS, SITE, StandIn, handler_of
from local_server import local_server
from support import PROJECT

SCRIPTS = PROJECT / "plugins" / "editor" / "page"
EVENT = "_evenements/2026-12-12-bal.md"
CONTENT = {
    EVENT: (
        "\ufeff---\r\ntitle: Bal\r\ndebut: 2026-12-12 18:30\r\n---\r\nVenez danser.\r\n"
    ).encode(),
    "index.md": b"---\ntitle: Accueil\n---\nTexte.\n",
    "images/bal.jpg": b"\xff\xd8ancienne",
}
PHOTO = bytes(range(256)) * 300  # bytes of all values, in several parts of base64
_BEGIN = """async ([config, token]) => {
    const { hostCarrier } = await import("./host.js");
    const { HOST } = await import(`./host_${config.logiciel.toLowerCase()}.js`);
    const wait = () => new Promise((done) => setTimeout(done));
    window.carrier = hostCarrier(HOST, config, wait);
    if (token) await carrier.signIn(token);
}"""
_CALL = """async ([name, given]) => {
    try { return { told: await carrier[name](...given) }; }
    catch (error) { return { error: error.message, status: error.status, answer: error.answer }; }
}"""
# In base64: a list of numbers takes half a second to come to the page.
_PHOTO = """([name, data]) => carrier.photo(
    name, new Blob([Uint8Array.from(atob(data), (it) => it.charCodeAt(0))]))"""


@dataclass
class Desk:
    """A browser's page, a host, and the folder that the page comes from."""

    page: Page
    host: StandIn
    folder: Path
    address: str
    config: dict[str, Any] = field(default_factory=dict)

    def open(self, token: str | None = "jeton-de-test", **more: Any) -> None:
        """Open the page and make the carrier."""
        self.page.goto(f"{self.address}/essai.html")
        self.page.evaluate(_BEGIN, [self.config | more, token])

    def call(self, name: str, *given: Any) -> dict[str, Any]:
        """Call the carrier; return what it told, or its refusal."""
        told: dict[str, Any] = self.page.evaluate(_CALL, [name, given])
        return told

    def photo(self, name: str, data: bytes = PHOTO) -> None:
        """Hand a photo to the carrier."""
        self.page.evaluate(_PHOTO, [name, base64.b64encode(data).decode()])

    def publish(self, **site: Any) -> None:
        """Have the published site say what it holds."""
        (self.folder / "site.json").write_text(json.dumps(site))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map: ClassVar = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
    }

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def desk(name: str, root: Path, page: Page, content: dict[str, bytes] = CONTENT) -> Iterator[Desk]:
    """Give a page before a host whose repository holds a site in `content/`."""
    host = HOSTS[name](root, {f"content/{path}": data for path, data in content.items()})
    folder = root / "page"
    shutil.copytree(SCRIPTS, folder)
    (folder / "essai.html").write_text("<!doctype html><title>Essai</title><p>Essai")
    serve = functools.partial(_Quiet, directory=str(folder))
    with local_server(handler_of(host)) as there, local_server(serve) as here:
        config = {"logiciel": name, "hote": f"http://{there}", "depot": SITE, "branche": BRANCH}
        config |= {"dossier": "content", "application": APPLICATION, "site": ""}
        yield Desk(page, host, folder, f"http://{here}", config)
    assert host.faults == []
