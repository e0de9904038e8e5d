"""Fences, line ends and encodings."""

from __future__ import annotations

import pytest

from faults import Faults
from front_matter.source import decode, split_source


@pytest.mark.parametrize(
    ("text", "front", "body", "line"),
    [
        pytest.param("---\na: 1\n---\nb\n", "a: 1\n", "b\n", 4, id="usual"),
        pytest.param("--- \na: 1\n---  \nb", "a: 1\n", "b", 4, id="spaces after the fences"),
        pytest.param("---\na: 1\n...\nb", "a: 1\n", "b", 4, id="dots close"),
        pytest.param("---\n---\nb", "", "b", 3, id="empty"),
        pytest.param("b\n---\na: 1\n---\n", None, "b\n---\na: 1\n---\n", 1, id="not at the top"),
        pytest.param("---\n\nTexte\n", None, "---\n\nTexte\n", 1, id="a rule, not a fence"),
        pytest.param("---\na: 1\n---", "a: 1\n", "", 3, id="nothing after"),
    ],
)
def test_fences(text: str, front: str | None, body: str, line: int):
    source = split_source(text, "x.md", Faults())
    assert (source.front, source.body, source.body_line) == (front, body, line)


def test_line_ends_and_byte_order_mark():
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n", "x.md", Faults()) == "a\nb\nc\n"
