"""What the compiled parser reads is, byte for byte, what our own parser makes of it."""

from collections.abc import Iterable

import pytest

from jekyll.kramdown.extension import make_converter
from jekyll.kramdown.plain_texts import convert_plain
from support import PROJECT
from test_kramdown.generated_texts import generated_text

_OWN = {french: make_converter(french_quotes=french) for french in (True, False)}


def proved(texts: Iterable[str], french: bool) -> tuple[int, int]:
    """Return how many texts the compiled parser read, of how many; each must be ours."""
    count = read = 0
    for text in texts:
        html = convert_plain(text, french)
        count, read = count + 1, read + (html is not None)
        assert html is None or html == _OWN[french].reset().convert(text), text
    return read, count


@pytest.mark.parametrize("french", [True, False])
def test_generated_texts_are_read_alike(french: bool) -> None:
    read, count = proved(map(generated_text, range(3000)), french)
    assert read > count / 8


@pytest.mark.long
@pytest.mark.parametrize("french", [True, False])
def test_many_generated_texts_are_read_alike(french: bool) -> None:
    proved(map(generated_text, range(3000, 100_000)), french)


@pytest.mark.parametrize("folder", ["content", "tests/sites", "docs"])
def test_written_texts_are_read_alike(folder: str) -> None:
    files = sorted((PROJECT / folder).rglob("*.md"))
    texts = [file.read_text(encoding="utf-8", errors="replace") for file in files]
    bodies = [text.rpartition("\n---\n")[2] for text in texts]
    blocks = [block for body in bodies for block in body.split("\n\n")]
    assert proved([*bodies, *blocks], french=True)[0] > len(blocks) / 4


def test_what_people_write_most_is_read_fast() -> None:
    text = """L'été, le "four" *chauffe* : [l'agenda](/agenda/ "Les dates").
Deuxième ligne -- et **la suite**…

## Venir à l'atelier

- un vélo
- `une clé` de 12,
  prêtée

1. lundi
2. mardi

> Ah !

![Le four](/images/four.jpg)

---

Fin.
"""
    assert proved([text], french=True) == (1, 1)
