"""A whole set of colours of one: words are read on all of them, whatever the one that is chosen."""

import itertools

import pytest

from core.colours.palette import LEAST, palette_of
from core.colours.scale import colour_of, contrast, darkened, lightened, lightness_chroma_hue

# What is written, on what: by the theme's roles (theme/styles).
LIGHT = """night/paper night/tint night/sun link/paper link/tint accent/paper accent/tint
    header-text/header-ground header-text/poster-symbol button-text/button-ground paper/night
    sun/night night-link/night paper/sea-ground sun/sea-ground paper/footer-symbol""".split()
DARK = """paper/night paper/tint paper/poster-symbol link/night link/tint accent/night accent/tint
    header-text/header-ground button-text/button-ground button-ground/tint
    button-ground/poster-symbol paper/night-ground sun/night-ground night-link/night-ground
    paper/sea-ground sun/sea-ground paper/footer-ground""".split()
SOME = [f"#{r:02x}{g:02x}{b:02x}" for r, g, b in itertools.product((0, 96, 178, 255), repeat=3)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#ffc233", "#191d4a", 9.89)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float):
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)
    assert contrast(one, other) == contrast(other, one)


@pytest.mark.parametrize(
    "colour", ["#ff0000", "#00ff00", "#0000ff", "#e8b100", "#808080", "#010203"]
)
def test_a_colour_is_itself_in_oklch_and_back(colour: str):
    assert colour_of(*lightness_chroma_hue(colour)) == colour


def test_oklch_is_that_of_css():
    """Values of CSS Color 4, sections 9.2 and 9.4 (its examples for `red` and `lime`)."""
    light, chroma, hue = lightness_chroma_hue("#ff0000")
    assert (light, chroma, hue * 360) == pytest.approx((0.62796, 0.25768, 29.234), abs=0.001)
    assert lightness_chroma_hue("#00ff00")[0] == pytest.approx(0.86644, abs=0.0001)
    assert colour_of(0.7, 0.4, 0.4) == colour_of(0.7, 0.4, 0.4)  # out of reach: greyer, as light
    assert lightness_chroma_hue(colour_of(0.7, 0.4, 0.4))[0] == pytest.approx(0.7, abs=0.005)


def test_a_colour_moves_no_further_than_it_must():
    assert darkened("#1f3a7a", ["#ffffff"], LEAST) == "#1f3a7a"
    assert LEAST <= contrast(darkened("#ffc233", ["#ffffff"], LEAST), "#ffffff") < LEAST + 0.2
    assert LEAST <= contrast(lightened("#123456", ["#000000"], LEAST), "#000000") < LEAST + 0.2
    assert lightened("#ffffff", ["#777777"], LEAST) == "#ffffff"  # nothing is read there


@pytest.mark.parametrize("asked", SOME)
def test_what_is_written_is_read(asked: str):
    palette = palette_of(asked)
    light = dict(palette.light)
    schemes = {"light": (light, LIGHT), "dark": (light | dict(palette.dark), DARK)}
    weak = {
        (scheme, pair): contrast(*(colours[role] for role in pair.split("/")))
        for scheme, (colours, pairs) in schemes.items()
        for pair in pairs
    }
    assert {place: ratio for place, ratio in weak.items() if ratio < LEAST} == {}
    assert (palette.area == asked) == (palette.other == "")
    assert palette.area == asked or contrast(asked, "#ffffff") < LEAST


@pytest.mark.parametrize(
    ("asked", "area", "other"),
    [
        ("#e8b100", "#e8b100", ""),
        ("#1f3a7a", "#1f3a7a", ""),
        ("#fff3a0", "#fff3a0", ""),
        ("#8c5a55", "#7d4c48", "#c38d87"),  # a grey red
        ("#ff0000", "#b60000", "#ff6a58"),  # darker, it is still a red
        ("#d35400", "#f67434", "#9a3b00"),  # darker, it would be a brown
        ("#808080", "#9b9b9b", "#595959"),
    ],
)
def test_a_colour_that_nothing_is_read_on_goes_to_the_nearest_side(asked, area, other):
    assert (palette_of(asked).area, palette_of(asked).other) == (area, other)
