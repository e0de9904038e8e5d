"""The front page cut into sections; its words, their order and the other pages stay as they are."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from content_types.front_page import cut_in_sections
from support import built_site, page, read_page


@pytest.mark.parametrize(
    ("body", "cut"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("<p>a</p>", "<section><p>a</p></section>", id="no title"),
        pytest.param("<h2>a</h2>b", "<section><h2>a</h2>b</section>", id="a title first"),
        pytest.param(
            "<h1>a</h1><h2>b</h2><p>c</p><h3>d</h3><h2>e</h2>",
            "<section><h1>a</h1></section><section><h2>b</h2><p>c</p><h3>d</h3></section>"
            "<section><h2>e</h2></section>",
            id="two titles",
        ),
        pytest.param(
            "<div><h2>a</h2></div>", "<section><div><h2>a</h2></div></section>", id="a nested title"
        ),
    ],
)
def test_sections(body, cut):
    tree = LexborHTMLParser(body, is_fragment=True)
    cut_in_sections(tree)
    assert (tree.html or "") == cut


def test_the_front_page_alone_is_cut(tmp_path):
    text = "Un.\n\n## Deux\n\nTrois.\n"
    files = {"index.md": page("title: A", text), "b.md": page("title: B", text)}
    output = built_site(tmp_path, files)
    home, other = read_page(output), read_page(output, "b.html")
    assert [" ".join(s.text().split()) for s in home.css("main .container > section")] == [
        "Un.",
        "Deux Trois.",
    ]
    assert other.css("main section") == []


def test_a_front_page_in_raw_html_is_left_alone(tmp_path):
    files = {"index.html": page("title: A", "<h2>a</h2><p>b</p>\n")}
    output = built_site(tmp_path, files)
    assert read_page(output).css("section") == []
