"""Patterns passed over because their signs are absent: the HTML must be the same, byte for byte."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribouilli.markdown_text import make_converter, plain_converter

QUICK, PLAIN = make_converter(), plain_converter()
PIECES = """*a* **b** _c_ `d` ``e`f`` [g](h) [i][j] ![k](l "m") <https://n.fr> <o@p.fr> <b>q</b>
    &amp; & « r » "s" 't' l'u l's' x''y 'z'a' '80s -- --- ... << >> ~~v~~ \\* \\
    [^1] w_x_y <!--z--> | {:.c} 1. - #
    > : ( ) _ * ` ~ [ ] ! <
    <div> </div> <p> </p>""".split()
PIECES += ['<div markdown="1">', '<p markdown="span">', '<div markdown="0">']
SEPARATORS = [" ", "\n", "  \n", "\n\n", "", "\t", "\\\n"]
TEXTS = st.lists(
    st.tuples(st.sampled_from(PIECES) | st.text(max_size=4), st.sampled_from(SEPARATORS)),
    max_size=30,
).map(lambda pairs: "".join(piece + separator for piece, separator in pairs))


@given(TEXTS)
def test_any_text_comes_out_the_same(text):
    assert QUICK.reset().convert(text) == PLAIN.reset().convert(text)


@pytest.mark.parametrize("path", sorted(Path("content").rglob("*.md")), ids=lambda path: path.name)
def test_the_collectives_pages_come_out_the_same(path):
    text = path.read_text(encoding="utf-8")
    assert QUICK.reset().convert(text) == PLAIN.reset().convert(text)


@pytest.mark.parametrize("name", ["inline", "smarty"])
def test_every_pattern_has_its_signs(name):
    processor = QUICK.treeprocessors[name]
    unknown = [pattern for _, pattern, sign, _ in processor._tried if not sign]
    assert unknown == [], "a pattern without signs is tried on every text: add it to _SIGNS"
