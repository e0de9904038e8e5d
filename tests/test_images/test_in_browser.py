"""What a browser loads of the images of the collective's page, and where it shows them."""

import pytest

from browser_support import served
from photos import saved, scene
from support import PROJECT, built_site, page

pytestmark = pytest.mark.browser

SHOWN = """[...document.querySelectorAll("main img")].map(image => {
    const {x, width, height} = image.getBoundingClientRect();
    return {file: image.currentSrc, x, width, height, loading: image.loading};
})"""


FILES = PROJECT / "content"


@pytest.fixture
def shown(browser, address):
    """Return a function that gives what is shown of the images at a width."""

    def at(width: int, scale: int):
        page = browser.new_page(viewport={"width": width, "height": 800}, device_scale_factor=scale)
        page.goto(address, wait_until="networkidle")
        found = page.evaluate(SHOWN)
        page.close()
        return found

    return at


@pytest.mark.parametrize(
    ("width", "scale", "endings"),
    [
        (360, 1, ("-520.avif",) * 2),
        (360, 2, ("-520.avif",) * 2),
        (412, 3, ("-1100.avif", "-1240.avif")),
    ],
)
def test_a_phone_loads_light_files(shown, width, scale, endings):
    logo, poster = shown(width, scale)
    assert logo["file"].endswith(endings[0])
    assert poster["file"].endswith(endings[1])
    assert (logo["loading"], poster["loading"]) == ("auto", "lazy")
    assert poster["height"] / poster["width"] == pytest.approx(1754 / 1240, rel=0.01)


def test_on_a_wide_screen_the_logo_is_low_and_the_poster_beside_the_text(shown):
    logo, poster = shown(1280, 1)
    assert logo["height"] == pytest.approx(72, abs=1)
    assert poster["x"] > 640
    assert poster["height"] / poster["width"] == pytest.approx(1754 / 1240, rel=0.01)


PLACE = """() => {
    const image = document.querySelector("main img[alt*=affiche]");
    const box = image.getBoundingClientRect(), style = getComputedStyle(image);
    return {ratio: box.width / box.height, high: box.height, ground: style.backgroundColor,
            edge: style.boxShadow, has: image.naturalWidth};
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(360, 640), (1280, 800), (1000, 600)])
def test_before_it_comes_the_place_of_an_image_is_its_own_and_shows_its_colour(
    browser, address, scheme, width, height
):
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page.route("**/images/**", lambda route: route.abort())
    page.goto(address)
    place = page.evaluate(PLACE)
    page.close()
    assert place["has"] == 0
    assert place["ratio"] == pytest.approx(1240 / 1754, rel=0.01)  # no band beside it, once loaded
    assert place["high"] <= 48 * 16 + 1
    assert place["ground"].startswith("color(srgb 0.69")
    assert "inset" in place["edge"]


@pytest.mark.parametrize("width", [360, 1280])
def test_a_small_image_is_never_enlarged(browser, tmp_path, width):
    shown = "![Un sceau](/images/sceau.png)\n\n![Un plan](/images/plan.tif)\n"
    files = {
        "index.md": page("title: Nous", shown),
        "images/sceau.png": saved(scene((30, 18)), "PNG"),
        "images/plan.tif": saved(scene((30, 18)), "TIFF"),
        "_posts/2024-05-02-bal.md": page("title: Bal", shown),
        "_evenements/bal.md": page("title: Bal\ndebut: 2099-01-01\nimage: images/sceau.png", shown),
        "_communs/energie/index.md": page("title: Énergie"),
        "_communs/energie/a.md": page("nom: A\nrole: soutien\nlogo: images/sceau.png", shown),
    }
    with served(built_site(tmp_path, files)) as url:
        tab = browser.new_page(viewport={"width": width, "height": 800})
        for path in ("", "2024/05/02/bal.html", "agenda/bal/", "communs/energie/a/"):
            tab.goto(f"{url.rstrip('/')}/{path}", wait_until="networkidle")
            sizes = [round(one["width"]) for one in tab.evaluate(SHOWN)]
            assert sizes == [30] * (3 if path.startswith(("agenda", "communs")) else 2), path
        tab.close()
