"""Markdown in HTML that asks for it; `test_parity` compares the common uses with Jekyll."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from jekyll.kramdown.extension import make_converter

CONVERTER = make_converter()
CASES = {
    "a block": ('<div markdown="1">\n\n*a*\n\n</div>', "<div><p><em>a</em></p></div>"),
    "without quotes": ("<div markdown=1>\n*a*\n</div>", "<div><p><em>a</em></p></div>"),
    "words alone": ('<div markdown="span">\n*a*\n</div>', "<div><em>a</em></div>"),
    "a paragraph": ('<p markdown="1">*a*</p>', "<p><em>a</em></p>"),
    "nothing": ('<div class="x" markdown="0">\n*a*\n</div>', '<div class="x">*a*</div>'),
    "none of its children": (
        '<div markdown="1">\n<div>*a*</div>\n*b*\n</div>',
        "<div><div>*a*</div><p><em>b</em></p></div>",
    ),
    "some of its children": (
        '<div class="g">\n*a*\n<div markdown="1">\n*b*\n</div>\n<p>*c*</p>\n</div>\n\n*d*',
        '<div class="g">*a*<div><p><em>b</em></p></div><p>*c*</p></div><p><em>d</em></p>',
    ),
    "a child of a child": (
        '<div><div>\n<div markdown="1">\n*a*\n</div>\n</div></div>',
        "<div><div><div><p><em>a</em></p></div></div></div>",
    ),
    "a tag that kramdown takes for words": (
        '<details "un">\n\n*a*\n\n</details>\n\n<p class="x"">*b*</p>',
        '<details un=""><p><em>a</em></p></details><p class="x"><em>b</em></p>',
    ),
    "it is shown as code": ('`<div markdown="1">`', '<p><code>&lt;div markdown="1"&gt;</code></p>'),
}


def _bare(html: str) -> str:
    body = LexborHTMLParser(html).body
    return "".join(line.strip() for line in body.html.splitlines())


@pytest.mark.parametrize("case", CASES)
def test_what_is_asked_is_read(case: str):
    text, expected = CASES[case]
    assert _bare(CONVERTER.reset().convert(text)) == f"<body>{expected}</body>"


PIECES = """<div> </div> </p> *a* <br> <ul> </ul> </li> ` <!-- -->""".split()
PIECES += ['<div markdown="1">', '<p markdown="1">', '<li markdown="1">', "\n", "\n\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_no_text_stops_it_nor_leaves_what_stood_for_its_html(text: str):
    html = CONVERTER.reset().convert(text)
    assert "\x02" not in html
    assert "wzxhzdk" not in html
