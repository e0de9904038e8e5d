"""The pass over the HTML: one title, closed elements."""

import pytest

from jekyll.rendering.body import finish_body, heading_id


@pytest.mark.parametrize(
    ("html", "brings", "finished", "has_title"),
    [
        ("<h1>A</h1><h1>B</h1>", True, '<h1 id="a">A</h1><h2 id="b">B</h2>', True),
        ('<h1 id="a">A <em>b</em></h1>', False, '<h2 id="a">A <em>b</em></h2>', False),
        ("<p>x", True, "<p>x</p>", False),
        ("</main><p>&amp; é</p>", False, "<p>&amp; é</p>", False),
        ("", True, "", False),
    ],
)
def test_bodies(html: str, brings: bool, finished: str, has_title: bool):
    body = finish_body(html, may_bring_title=brings)
    assert (body.html, body.has_title) == (finished, has_title)


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


def test_equal_headings_are_numbered_and_written_identifiers_kept():
    html = '<p id="t"></p><h2>T</h2><h2 id="mien">T</h2><h3>T</h3><h3>!</h3>'
    assert finish_body(html, may_bring_title=True).html == (
        '<p id="t"></p><h2 id="t-1">T</h2><h2 id="mien">T</h2><h3 id="t-2">T</h3>'
        '<h3 id="section">!</h3>'
    )


def test_a_table_scrolls_by_itself():
    html = finish_body("<p>a</p><table><tr><td>b</table><p>c</p>", may_bring_title=True).html
    assert html == (
        '<p>a</p><div class="table" role="region" tabindex="0" aria-label="Tableau 1">'
        "<table><tbody><tr><td>b</td></tr></tbody></table></div><p>c</p>"
    )


def test_links_of_pelican_are_led_where_scripts_alone_read_them():
    html = '<p data-src="{static}/a.png" title="{b}">x</p>'
    body = finish_body(html, may_bring_title=False, resolve=lambda url: url.upper())
    assert body.html == '<p data-src="{STATIC}/A.PNG" title="{b}">x</p>'
