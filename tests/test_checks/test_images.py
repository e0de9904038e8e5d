"""Alternative texts: what says nothing, and what a legitimate site may well write."""

from __future__ import annotations

import pytest

from checks.images import is_meaningless


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("image", "a.png"),
        (" Photo. ", "a.png"),
        ("affiche.jpg", "autre.jpg"),
        ("Plan du lieu.PNG", "a.png"),
        ("IMG_2041", "a.jpg"),
        ("20240312_183012", "a.jpg"),
        ("affiche_pages-to-jpg-0001", "affiche_pages-to-jpg-0001.jpg"),
        ("Texte décrivant l'image", "a.png"),
    ],
)
def test_a_text_that_says_nothing(text: str, name: str):
    assert is_meaningless(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "a.png"),
        ("Logo", "logo.png"),
        ("contact", "contact.png"),
        ("2024", "2024.png"),
        ("0467000000", "a.png"),
        ("Photo de l'équipe", "a.png"),
        ("Une image du jardin", "a.png"),
        ("Saint-Jean", "Saint-Jean.png"),
    ],
)
def test_a_text_that_may_be(text: str, name: str):
    assert not is_meaningless(text, name)
