"""What someone who writes sees in the browser, without touching it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from live_support import make_project, running
from patience import patient

pytestmark = [pytest.mark.browser, pytest.mark.server]

TALL = "<div style='height:5000px'>haut</div>"


@pytest.fixture
def root(tmp_path):
    return make_project(tmp_path)


@pytest.fixture
def index(root):
    return root / "content" / "index.html"


@pytest.fixture
def page(browser, live):
    page = browser.new_page()
    page.goto(live.address)
    yield page
    page.close()


def expect_text(page: Page, words: str) -> None:
    expect(page.locator("body")).to_contain_text(words, timeout=patient(15_000))


def test_a_save_shows_by_itself(index, page):
    index.write_text("<body><p>Un</p></body>")
    expect_text(page, "Un")
    index.write_text("<p>Deux, sans balise body")
    expect_text(page, "Deux")


def test_a_diagnostic_shows_and_goes_by_itself_and_the_place_in_the_page_is_kept(index, page):
    index.write_text(f"<body>{TALL}Un</body>")
    expect_text(page, "Un")
    page.evaluate("scrollTo(0, 1500)")
    index.write_text(f"<body>{TALL}Deux</body>")
    expect_text(page, "Deux")
    page.wait_for_function("scrollY === 1500")

    index.write_text(f"<body>{TALL}\n<script>document.title = 'raté'</script> FAUTE\n</body>")
    expect_text(page, "Le mot « FAUTE » n'a pas sa place ici.")
    expect(page.locator("mark")).to_contain_text("2  <script>")
    assert page.title() == "Faute : content/index.html, ligne 2"
    index.write_text(f"<body>{TALL}\nFAUTE\n</body>")
    expect(page.locator("mark")).to_have_text("2  FAUTE")

    index.write_text(f"<body>{TALL}Trois</body>")
    expect_text(page, "Trois")
    page.wait_for_function("scrollY === 1500")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_error_page_is_for_everyone(index, page, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    index.write_text(f"un\nATTENTION\nFAUTE {'x' * 400}\nFAUTE\n")
    expect_text(page, "À noter aussi")
    enhanced = {"rules": {"color-contrast-enhanced": {"enabled": True}}}
    found = Axe().run(page, options=enhanced)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_crash_shows_and_goes_by_itself(index, page):
    index.write_text("BOUM")
    expect_text(page, "RuntimeError: la machine a <calé>")
    assert Axe().run(page).violations_count == 0
    index.write_text("<p>Remis</p>")
    expect_text(page, "Remis")


def test_the_first_build_is_waited_for(root, index, browser):
    index.write_text("<p>LENT</p>")
    with running(root) as live:
        page = browser.new_page()
        page.goto(live.address)
        expect_text(page, "Le site se construit")
        assert Axe().run(page).violations_count == 0
        (root / "go").touch()
        expect_text(page, "LENT")
        page.close()


def test_a_server_that_comes_back_is_found_again(root, index, browser):
    with running(root) as first:
        first.wait_page("Bonjour")
        page = browser.new_page()
        page.goto(first.address)
        expect_text(page, "Bonjour")
    index.write_text("<p>Revenu</p>")
    with running(root, first.port) as second:
        assert second.port == first.port
        expect_text(page, "Revenu")
        page.close()


def test_a_page_whose_policy_refuses_inline_scripts(index, page):
    policy = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'self'\">"
    index.write_text(f"<head>{policy}</head><body>Un</body>")
    expect_text(page, "Un")
    index.write_text(f"<head>{policy}</head><body>Deux</body>")
    expect_text(page, "Deux")


def test_a_missing_page_shows_once_it_is_written(root, live, page):
    page.goto(f"{live.address}/contact")
    expect_text(page, "Cette page n'existe pas")
    assert Axe().run(page).violations_count == 0
    (root / "content" / "contact.html").write_text("<p>Nous écrire</p>")
    expect_text(page, "Nous écrire")
