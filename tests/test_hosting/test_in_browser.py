"""A visitor's browser in front of the site behind nginx."""

import pytest

from browser_support import served
from output_files.hosting import rules
from server_support import nginx, public_folder

pytestmark = [
    pytest.mark.browser,
    pytest.mark.server,
    pytest.mark.parametrize("places", [""], indirect=True, ids=["at the root"]),
]
PAGES = ["/", "/contact.html", "/agenda/", "/nous-ecrire/", "/absente"]


@pytest.fixture
def server(places, nginx_text):
    with public_folder() as work, nginx(work, places.root, nginx_text(places)) as running:
        yield running


@pytest.fixture
def context(browser):
    opened = browser.new_context()
    yield opened
    opened.close()


def test_pages_load_from_the_site_alone_and_the_console_is_empty(server, context):
    page = context.new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append((page.url, message.text)))
    page.on("pageerror", lambda error: said.append((page.url, str(error))))
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        page.goto(server.origin + path, wait_until="networkidle")
        assert page.locator("h1").count() == 1

    absent = (f"{server.origin}/absente", "the server responded with a status of 404")
    others = [(url, text) for url, text in said if not (url == absent[0] and absent[1] in text)]
    assert others == []
    assert all(url.startswith((f"{server.origin}/", "data:")) for url in asked)


def test_the_policy_of_a_page_still_holds(server, context):
    page = context.new_page()
    page.goto(f"{server.origin}/")
    refused = """new Promise(resolve => {
        document.addEventListener("securitypolicyviolation", e => resolve(e.effectiveDirective));
        const script = document.createElement("script");
        script.textContent = "1";
        document.head.append(script);
    })"""

    assert page.evaluate(refused) == "script-src-elem"


def test_another_site_cannot_show_it_in_a_frame(server, context):
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.set_content(f'<iframe src="{server.origin}/"></iframe>', wait_until="networkidle")

    assert any("frame-ancestors 'self'" in text for text in said)


def test_another_site_shows_the_agenda_made_for_it_and_links_open_in_its_page(
    server, context, tmp_path
):
    """The other site has a strict policy: it takes the two lines to paste as they are."""
    page = context.new_page()
    page.goto(f"{server.origin}/agenda/la-source/")
    lines = page.locator("pre code").text_content().replace("https://exemple.fr", server.origin)
    policy = f"default-src 'none'; frame-src {server.origin}"
    html = f'<meta http-equiv="Content-Security-Policy" content="{policy}"><h1>Chez nous</h1>'
    (tmp_path / "index.html").write_text(html + lines, encoding="utf-8")
    with served(tmp_path) as other:
        page.goto(other, wait_until="networkidle")
        frame = page.frames[1]
        assert frame.locator("h2").all_inner_texts() == ["La fête"]
        assert frame.locator("script, link, img").count() == 0
        assert page.locator("p > a").get_attribute("href") == f"{server.origin}/agenda/la-source/"
        frame.get_by_role("link", name="La fête").click()
        page.wait_for_url(f"{server.origin}/agenda/2027-03-12-fete/")


def test_a_second_visit_asks_only_whether_the_page_changed(server, context):
    page = context.new_page()
    page.goto(f"{server.origin}/", wait_until="networkidle")
    page.goto(f"{server.origin}/contact.html", wait_until="networkidle")
    weights = "performance.getEntriesByType('{}').map(e => [e.name, e.transferSize])"

    page.goto(f"{server.origin}/", wait_until="networkidle")

    again = page.evaluate(weights.format("resource"))
    assert again
    assert {size for _, size in again} == {0}, rules.CACHE_LASTING
    [(_, size)] = page.evaluate(weights.format("navigation"))
    assert size <= 300  # a 304: headers alone, as the browser counts them
