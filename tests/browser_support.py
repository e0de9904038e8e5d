"""The system's Chromium, driven by Playwright, and a server for built sites."""

import contextlib
import functools
import http.server
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from local_server import local_server
from support import require

CHROMIUM = "/usr/bin/chromium"
WIDTHS = (360, 1280)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
# Nothing of the browser's own goes to the network; as root (CI), it has no sandbox.
_FLAGS = """--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync
    --disable-background-networking --disable-component-update""".split()
_IMAGE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">'
    b'<rect width="40" height="30" fill="teal"/></svg>'
)


_AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": _AXE_TAGS},
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}, "color-contrast-enhanced": {"enabled": True}},
}


# What a scheme of colours can change.
_AXE_COLOURS = {
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"],
    },
    "resultTypes": ["violations"],
}
_AXE_RUN = """async (options) => (await axe.run(options)).violations
    .map((rule) => [rule.id, rule.nodes[0].html])"""


def axe_faults(page: Page, options: dict[str, Any] = _AXE_OPTIONS) -> list[tuple[str, str]]:
    """Return what axe finds: the rule, the first place."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    return [(rule, place) for rule, place in page.evaluate(_AXE_RUN, options)]


def faults_on_screens(page: Page) -> list[tuple[int, str, str, str]]:
    """Return what axe finds, and whether the page is too wide: phone and desk, light and dark."""
    found: list[tuple[int, str, str, str]] = []
    for width, scheme in itertools.product(WIDTHS, SCHEMES):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        options = _AXE_OPTIONS if scheme == SCHEMES[0] else _AXE_COLOURS
        found += [(width, scheme, *fault) for fault in axe_faults(page, options)]
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
            found.append((width, scheme, "too wide", str(wide)))
    return found


@contextlib.contextmanager
def launch_browser() -> Iterator[Browser]:
    """Give a headless Chromium."""
    require(CHROMIUM, package="chromium")
    with sync_playwright() as playwright:
        launcher = Path(__file__).parent / "chromium"
        chromium = playwright.chromium.launch(executable_path=launcher, args=_FLAGS)
        yield chromium
        chromium.close()


class PagePool:
    """Pages of a browser, each used by one test after another: a new one takes half a second."""

    def __init__(self, browser: Browser):
        self._browser = browser
        self._free: dict[str, list[Page]] = {}
        self._taken: list[tuple[str, Page]] = []

    def take(self, width: int, height: int, scheme: Scheme = "light", **options: Any) -> Page:
        """Return a page of a size that no one uses, opened with the options of a context."""
        kind = repr(sorted(options.items()))
        free = self._free.setdefault(kind, [])
        page = free.pop() if free else self._browser.new_page(**options)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="null", color_scheme=scheme)
        self._taken.append((kind, page))
        return page

    def give_back(self) -> None:
        """Take all pages back, as new ones are."""
        for kind, page in self._taken:
            page.goto("about:blank")
            self._free[kind].append(page)
        self._taken.clear()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: a test's output is its own."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine and give its address, without last slash."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    with local_server(handler) as place:
        yield f"http://{place}"


@contextlib.contextmanager
def another_host() -> Iterator[tuple[str, list[str]]]:
    """Serve a page and an image from another origin; give its address and the paths asked."""
    asked: list[str] = []

    class Handler(QuietHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            is_image = self.path.endswith(".svg")
            self.send_response(200)
            self.send_header("Content-Type", "image/svg+xml" if is_image else "text/html")
            self.end_headers()
            self.wfile.write(_IMAGE if is_image else b"<title>A</title><p>L'autre site</p>")

    with local_server(Handler, "127.0.0.2") as place:
        yield f"http://{place}", asked
