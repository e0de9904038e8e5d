"""The origin of the editor, which no page of a member's has ever been of."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from editor_support import writing
from local_server import ports_in_a_row
from support import page as text
from support import write_site

pytestmark = pytest.mark.browser

WORKER = """addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => event.respondWith(new Response("Autre", {
  headers: {"Content-Type": "text/html"}})));
"""
FILES = {
    "index.md": text("title: Bonjour"),
    "sw.js": WORKER,
    "piege.html": "<!doctype html><html lang=fr><title>Piège</title><script src=piege.js></script>",
    "piege.js": """navigator.serviceWorker.register("/sw.js")
  .then(() => navigator.serviceWorker.ready).then(() => { document.title = "Posé"; });
""",
}


def test_a_worker_of_the_site_of_another_day_is_not_of_the_editor(tmp_path: Path, browser: Browser):
    content, port = write_site(tmp_path / "content", FILES), ports_in_a_row(2)
    page = browser.new_page()  # of a context of its own
    with writing(content, port + 1) as address:
        site = urlsplit(address)
        page.goto(f"{site.scheme}://{site.netloc}/piege.html")
        expect(page).to_have_title("Posé")
        page.goto(f"http://localhost:{site.port}/piege.html")
        assert urlsplit(page.url).hostname == "127.0.0.1"
    with writing(content, port) as address:
        page.goto(address)
        page.get_by_role("heading", level=1).first.wait_for()
        assert (urlsplit(page.url).hostname, urlsplit(page.url).port) == ("localhost", port + 1)
        assert "Autre" not in page.content()
        page.goto(f"http://127.0.0.1:{port + 1}/ecrire/")  # where the worker is
        assert "Autre" in page.content()
    page.close()
