"""Policies in a real browser: no page breaks its own, and members' scripts still run."""

import subprocess
import sys

import pytest

from browser_support import served
from live_support import wait_until
from local_server import free_port
from patience import patient
from support import PROJECT, build_site, page, write_site

pytestmark = [pytest.mark.browser, pytest.mark.server]

BODY = """
# Bonjour

<p id="a" style="color: #123456">A</p>
<p onclick="document.title = 'clic « & »'">Cliquez</p>
<p><a href="javascript:void(document.title = 'été « & »')">Suivez</a></p>
<iframe src="/contact.html" title="Contact"></iframe>
<iframe src="https://exemple.invalid/a" title="Ailleurs"></iframe>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">
<form action="https://exemple.invalid/"><button>Envoyer</button></form>
<script>document.querySelector("#a").textContent = "é < & écrit";</script>
<script src="/propre.js"></script>
"""
SITE = {
    "_config.yml": "title: Le site\nurl: http://127.0.0.1\n",
    "assets/css/custom.css": "h1 { background: url(/i.svg) }\n",
    "favicon.ico": "",  # browsers ask for one where a page names none
    "i.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "propre.js": "document.body.dataset.own = 1;\n",
    "index.md": page("title: Accueil", BODY),
    "contact.md": page("title: Contact\nredirect_from: /ecrire/"),
    "seul.html": page("title: Seul", f"<title>Seul</title>{BODY}"),
    "_posts/2024-02-01-a.md": page("title: Article", BODY),
    "_evenements/2026-03-12-bal.md": page("title: Bal\ndebut: 2026-03-12", BODY),
}
PAGES = {
    "home": "/",
    "page": "/contact.html",
    "list": "/actualites/",
    "article": "/2024/02/01/a.html",
    "event": "/agenda/2026-03-12-bal/",
    "agenda": "/agenda/",
    "raw": "/seul.html",
    "redirect": "/ecrire/",
}


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return write_site(tmp_path_factory.mktemp("policy") / "content", SITE)


@pytest.fixture(scope="module")
def address(content):
    output = content.parent / "output"
    assert build_site(content, output, "/").is_ok
    with served(output) as url:
        yield url


@pytest.fixture
def page_and_diagnostics(browser):
    opened, diagnostics = browser.new_page(), []
    opened.on(
        "console", lambda told: told.type in ("error", "warning") and diagnostics.append(told.text)
    )
    opened.on("pageerror", lambda error: diagnostics.append(str(error)))
    yield opened, diagnostics
    opened.close()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_no_page_breaks_its_own_policy(address, page_and_diagnostics, path):
    opened, diagnostics = page_and_diagnostics
    answer = opened.goto(address + path)
    assert answer.status == 200
    opened.wait_for_load_state("networkidle")
    assert diagnostics == []
    assert opened.locator("meta[http-equiv=Content-Security-Policy]").count() == 1


@pytest.mark.parametrize("path", ["/", "/2024/02/01/a.html", "/seul.html"])
def test_a_member_s_own_scripts_run(address, page_and_diagnostics, path):
    opened, diagnostics = page_and_diagnostics
    opened.goto(address + path)
    assert opened.locator("#a").inner_text() == "é < & écrit"
    assert opened.locator("#a").evaluate("it => getComputedStyle(it).color") == "rgb(18, 52, 86)"
    assert opened.evaluate("document.body.dataset.own") == "1"
    opened.get_by_text("Cliquez").click()
    assert opened.title() == "clic « & »"
    opened.get_by_text("Suivez").click()
    assert wait_until(lambda: opened.title() == "été « & »")
    assert diagnostics == []


def test_a_script_that_the_page_did_not_hold_does_not_run(address, page_and_diagnostics):
    opened, diagnostics = page_and_diagnostics
    opened.goto(f"{address}/")
    opened.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.bad = 1';"
        " document.body.append(s); }"
    )
    assert opened.evaluate("window.bad") is None
    assert "Content Security Policy" in diagnostics[0]


@pytest.fixture(scope="module")
def live_address(content):
    command = [sys.executable, "-m", "invoke", "livereload"]
    command += [f"--content={content}", f"--port={free_port()}"]
    live = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, encoding="utf-8")
    words = live.stdout.readline().split()
    yield next(word for word in words if word.startswith("http://")).rstrip("/")
    live.terminate()
    live.wait(30)
    live.stdout.close()


def test_the_live_server_works_within_the_policies(content, live_address, page_and_diagnostics):
    opened, diagnostics = page_and_diagnostics
    opened.goto(f"{live_address}/contact.html")
    opened.get_by_role("heading", name="Contact").wait_for(timeout=patient(30_000))
    diagnostics.clear()  # of the page shown while the site is built
    opened.goto(f"{live_address}/contact.html")
    contact = content / "contact.md"
    contact.write_text(contact.read_text(encoding="utf-8") + "\nUn ajout.\n", encoding="utf-8")
    opened.get_by_text("Un ajout.").wait_for(timeout=patient(30_000))
    assert wait_until(lambda: opened.locator("script[src^='/__livereload']").count())
    assert diagnostics == []
