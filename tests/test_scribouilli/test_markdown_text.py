"""Markdown read as kramdown does, case by case (the dialect, section 9)."""

from __future__ import annotations

import pytest

from scribouilli.markdown_text import heading_id, make_converter


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param(
            "texte\n- a\n- b", "<p>texte</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>", id="glued list"
        ),
        pytest.param("```\nx\n- a\n```", "<pre><code>x\n- a\n</code></pre>", id="list in code"),
        pytest.param("texte\n## T", '<p>texte</p>\n<h2 id="t">T</h2>', id="glued heading"),
        pytest.param(
            "## T\n- a", '<h2 id="t">T</h2>\n<ul>\n<li>a</li>\n</ul>', id="list under a heading"
        ),
    ],
)
def test_reading(text: str, html: str):
    assert make_converter().convert(text) == html


@pytest.mark.parametrize(
    ("heading", "identifier"),
    [
        ("Où sommes-nous ?", "où-sommes-nous-"),
        ("L'été", "lété"),
        ("A & B", "a--b"),
        ("50 % d'été !", "50--dété-"),
        ("œuvre_commune", "œuvre_commune"),
    ],
)
def test_heading_identifiers(heading: str, identifier: str):
    assert heading_id(heading) == identifier
