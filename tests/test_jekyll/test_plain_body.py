"""The body of a plain text is, byte for byte, what a tree would give."""

import pytest

from core.french.typography import space_body, space_plain
from jekyll.kramdown.plain_texts import convert_plain
from jekyll.rendering import plain_body
from jekyll.rendering.body import finish_body
from jekyll.rendering.plain_body import ConvertedTexts, finish_plain_body
from test_kramdown.generated_texts import generated_text

WRITTEN = """Venez ! *L’été* : 10 € à l'atelier & au "jardin" ; `a : b` et [le plan](/a?b=1&c=2).

## Où ?

- **Là** : 12 000 m² ;
- [ici](b.html "Le lieu") :
  à 18 h 30

![Une ruche](/images/a&b.png)
"""


def _resolve(url: str) -> str:
    return f"/projet/{url}?é&f"


def compared(text: str) -> bool:
    """Return whether a text needs no tree; its body is then that of the tree."""
    html = convert_plain(text, french_quotes=True)
    body = html and finish_plain_body(html, _resolve, [space_plain])
    assert not body or body == finish_body(html, False, _resolve, [space_body]), text
    return bool(body)


def test_generated_texts_have_the_same_bodies() -> None:
    assert sum(map(compared, map(generated_text, range(3000)))) > 150


@pytest.mark.long
def test_many_generated_texts_have_the_same_bodies() -> None:
    assert any(list(map(compared, map(generated_text, range(3000, 100_000)))))


def test_a_text_that_people_write_needs_no_tree() -> None:
    assert compared(WRITTEN)


@pytest.mark.parametrize(
    "text", ["# Titre", "## Titre\n\nTexte", "a\n\n## !", "a \ufffe", "[a](javascript:b)"]
)
def test_what_a_tree_must_change_is_left_to_it(text: str) -> None:
    assert not compared(text)


def test_a_pass_may_ask_for_the_tree() -> None:
    assert finish_plain_body("<p>a</p>", _resolve, [space_plain, lambda _: None]) is None


def test_what_was_converted_elsewhere_is_what_would_be_here(monkeypatch) -> None:
    elsewhere, here = ConvertedTexts(), ConvertedTexts()
    texts = [(WRITTEN, True), (WRITTEN, False), ("<b>non</b>", True)]
    for text, french_quotes in texts:
        elsewhere.convert(text, french_quotes)
    here.merge(elsewhere.taken())
    expected = [convert_plain(*it) for it in texts]
    assert here.html("Autre.", True) == "<p>Autre.</p>"
    monkeypatch.setattr(plain_body, "convert_plain", None)
    assert [here.html(*it) for it in texts] == expected
