"""Images in a text: whole within the screen, never enlarged, never touching one another."""

import pytest

from photos import saved, scene
from support import page

pytestmark = pytest.mark.browser

SIZES = {"haute": (500, 1500), "petite": (120, 80), "large": (600, 400)}
TEXT = """![Haute](haute.jpg "Sa légende")

Texte.

![Petite](petite.jpg)

Texte.

![Large](large.jpg)
![Haute](haute.jpg)

![Petite](petite.jpg)

![Large](large.jpg "La légende")

![Large](large.jpg)
"""
_BOXES = """(selector) => Promise.all([...document.querySelectorAll(selector)].map(async (it) => {
  it.loading = "eager";
  await it.decode();
  const { left, right, top, bottom } = it.getBoundingClientRect();
  return { alt: it.alt, left, right, top: top + scrollY, bottom: bottom + scrollY };
}))"""


FILES = {
    "index.md": page("title: A"),
    "b.md": page("title: B", TEXT),
    **{f"{name}.jpg": saved(scene(size)) for name, size in SIZES.items()},
}


@pytest.mark.parametrize(("width", "height"), [(360, 740), (740, 360), (1280, 800)])
def test_images_are_whole_and_apart(pages, address, width, height):
    opened = pages.take(width, height)
    opened.goto(f"{address}/b.html")
    boxes = opened.evaluate(_BOXES, "main img")
    row = opened.evaluate(_BOXES, ".galerie img")
    assert len(boxes) == 7 and len(row) == 5
    for box in boxes:
        high, wide = box["bottom"] - box["top"], box["right"] - box["left"]
        size = SIZES[box["alt"].lower()]
        assert high < height and 0 <= box["left"] < box["right"] <= width
        assert wide <= size[0] + 0.5 and wide / high == pytest.approx(size[0] / size[1], rel=0.02)
    for place, one in enumerate(row):
        for other in row[place + 1 :]:
            across = max(other["left"] - one["right"], one["left"] - other["right"])
            along = max(other["top"] - one["bottom"], one["top"] - other["bottom"])
            assert max(across, along) >= 15
    if width == 1280:
        assert len({(round(box["top"]), round(box["bottom"])) for box in row[:2]}) == 1
