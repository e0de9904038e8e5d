"""Sites of three colours and three logos in a real browser: all is read, nothing is too wide."""

import pytest

from browser_support import faults_on_screens, served
from chosen_site import FOOTER, JOIN, MENU, PARTS, chosen_site, drawing
from support import built_site

pytestmark = pytest.mark.browser

CHOICES = {
    "a dark blue, a wide logo": ("#1f3a7a", drawing(1600, 200), "logo_sombre: b.svg"),
    "a light yellow, a tall logo": ("#fff3a0", drawing(100, 300, has_size=False), ""),
    "a grey red, a logo beside the name": ("#8c5a55", drawing(9, 9), 'logo_texte: ""'),
}
PAGES = ("/", "/contact.html", "/communs/", "/agenda/2026-03-12-bal/", "/404.html")


@pytest.fixture(scope="module", params=CHOICES)
def output(request, tmp_path_factory):
    colour, logo, more = CHOICES[request.param]
    config = f"couleur: '{colour}'\nlogo: a.svg\n{more}\n{MENU}{FOOTER}{PARTS}{JOIN}"
    folder = tmp_path_factory.mktemp("colours")
    files = chosen_site(config, **{"a.svg": logo, "b.svg": logo})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1772449200")  # ten days before the event
        built_site(folder, files)
    return folder / "output"


def test_axe_finds_nothing(output, browser):
    with served(output) as address:
        page = browser.new_page()
        for path in PAGES:
            page.goto(address + path)
            assert faults_on_screens(page) == [], path
            box = page.locator("header .site-title img").bounding_box()
            assert box["width"] > 16 and 40 < box["height"] < 100
        page.close()
