"""Where an address stands in a text: the index of a text finds what going through it finds."""

import random

import pytest

from jekyll.front_matter import source_positions
from jekyll.front_matter.source_positions import starts_of

SIGNS = ["a", "b", ".", "/", "..", "a.md", "](", "(", " ", '="', ")", '"', "#", "?", "%", "\n", "`"]


@pytest.mark.parametrize(
    ("address", "text", "starts"),
    [
        ("x1.png", "[a](x1.png) x1.png x11.png", [4]),
        ("x1.png", "voir x1.png.", [5]),
        ("../x.md", "[a](../../x.md) [b](../x.md)", [20]),
        ("/a.html?b", "/a.html /a.html?b", [8]),
        ("a.md", "dea.md", [2]),
    ],
)
def test_the_surest_places_are_found(address: str, text: str, starts: list[int]):
    assert starts_of(address, text) == starts


def test_the_index_of_a_text_hides_nothing(monkeypatch: pytest.MonkeyPatch):
    pick = random.Random(1)
    cases = []
    for _ in range(2000):
        text = "".join(pick.choices(SIGNS, k=pick.randint(1, 14)))
        start = pick.randrange(len(text))
        cases.append((text[start : start + pick.randint(1, 6)], text))
    indexed = [starts_of(*case) for case in cases]
    monkeypatch.setattr(source_positions, "_MOST_DOTS", -1)  # no text has an index
    source_positions._runs.cache_clear()
    starts_of.cache_clear()
    assert [starts_of(*case) for case in cases] == indexed
    source_positions._runs.cache_clear()
