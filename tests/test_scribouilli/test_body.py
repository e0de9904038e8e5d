"""The pass over the HTML: one title, closed elements."""

from __future__ import annotations

import pytest

from scribouilli.body import finish_body


@pytest.mark.parametrize(
    ("html", "brings", "finished", "has_title"),
    [
        ("<h1>A</h1><h1>B</h1>", True, "<h1>A</h1><h2>B</h2>", True),
        ('<h1 id="a">A <em>b</em></h1>', False, '<h2 id="a">A <em>b</em></h2>', False),
        ("<p>x", True, "<p>x</p>", False),
        ("</main><p>&amp; é</p>", False, "<p>&amp; é</p>", False),
        ("", True, "", False),
    ],
)
def test_bodies(html: str, brings: bool, finished: str, has_title: bool):
    body = finish_body(html, may_bring_title=brings)
    assert (body.html, body.has_title) == (finished, has_title)
