"""The description of a page that has none: its first words."""

import pytest

from core.html_text import LIMIT, first_words, shorten


@pytest.mark.parametrize(
    ("html", "words"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("<ul><li>a</li></ul>", "", id="no paragraph"),
        pytest.param("<p> </p><p>Deux\n mots</p><p>b</p>", "Deux mots", id="an empty one first"),
        pytest.param("<p><img alt=x></p><p>a &amp; b</p>", "a & b", id="an image first"),
        pytest.param("<figure><p>Carte</p></figure><p>Mots</p>", "Mots", id="a card first"),
    ],
)
def test_first_words(html, words):
    assert first_words(html) == words


def test_long_text_is_cut_between_two_words():
    cut = first_words(f"<p>{'mot ' * 100}</p>")
    assert cut.endswith(" mot…") and len(cut) <= LIMIT


def test_what_fits_is_not_cut():
    assert shorten("a" * LIMIT) == "a" * LIMIT
