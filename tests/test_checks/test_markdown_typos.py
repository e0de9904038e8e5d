"""Markdown that is none by a typo: told on its line, when visitors read its signs."""

from __future__ import annotations

import pytest

from checks_support import reported_with_codes
from support import page, write_site

# A text, which begins on line 6, with the line and the rule of each thing told.
SLIPS = {
    "un **important **ici": ["6 gras-non-lu"],
    "un ** important** ici": ["6 gras-non-lu"],
    "#Le titre du bal": ["6 titre-sans-espace"],
    "Un.\n\n##Bal": ["8 titre-sans-espace"],
    "-un\n-deux": ["6 liste-non-lue"],
    "Un.\n\n•\u00a0un\n•\u00a0deux\n• trois": ["8 liste-non-lue"],
    "1) un\n2) deux": ["6 liste-non-lue"],
    "```\nun\n\ndeux": ["6 code-non-referme"],
    "~~~ js\nun": ["6 code-non-referme"],
    "Un.\n| a | b |\n|---|---|\n| 1 | 2 |": ["7 tableau-non-lu"],
    "Un.\na | b\n--- | ---\n1 | 2": ["7 tableau-non-lu"],
    "<!- caché ->": ["6 html-commentaire-mal-ouvert"],
    "Un.\n\n[^1]: Perdue.": ["8 note-non-appelee"],
    "Un[^1].\n\n[^1]: Un.\n[^1]: Deux.": ["9 note-en-double"],
    "[le bal] (images/bal.jpg)": ["6 lien-coupe-par-une-espace"],
    "Un.\n\n[le bal]\n(index.html)": ["8 lien-coupe-par-une-espace"],
    "!(le bal)[images/bal.jpg]": ["6 lien-inverse"],
    '[le bal](index.html "le bal)': ["6 lien-guillemet-absent"],
    "[le bal](index.html 'le bal": ["6 lien-non-referme"],
    "[le bal(index.html)": ["6 lien-crochet-absent"],
    "Un.\n\nle bal](index.html)": ["8 lien-crochet-absent"],
}
# What is read, what is code, what people mean, what others have.
MEANT = """un **mot** et ** deux, 2 ** 3 ** 4, `**mot **`, \\*\\*mot \\*\\*
#bal #Sète
#1 des ventes
## Un titre
- un
- deux
-5 degrés la nuit, puis -3
* un
**gras** d'abord,
**gras** ensuite
– Bonjour !
– Bonjour.
•\u00a0un seul
1) d'abord une ligne seule
| a | b |
|---|---|
| 1 | 2 |
Un texte \\| deux
```
```
    ```
Un[^1] et deux[^deux], [^deux] encore
[^1]: Un, voir aussi[^trois].
[^deux]: Deux.
[^trois]: Trois.
<!-- a -- b -->
[le bal](index.html "le bal") [le bal]( index.html ) [[le bal]](index.html) (le bal) [1]
"""


@pytest.fixture(scope="module")
def all_told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what is said of one site that holds every typo."""
    files = {f"{n}.md": page("title: A", f"Un.\n\n{text}\n") for n, text in enumerate(SLIPS)}
    files |= {"index.md": page("title: A"), "_config.yml": "title: Nous\n"}
    meant = MEANT.replace("\n", "\n\n").replace("|\n\n|", "|\n|").replace("- un\n\n", "- un\n")
    files["bien.md"] = page("title: A", meant.replace("```\n\n```", "```\nun\n```"))
    return reported_with_codes(write_site(tmp_path_factory.mktemp("typos"), files))


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_told_on_its_line(text: str, all_told: list[str]):
    name = f"?{list(SLIPS).index(text)}.md:"
    found = [line.removeprefix(name) for line in all_told if line.startswith(name)]
    assert [f"{one.partition(' ')[0]} {one[one.rfind('[') + 1 : -1]}" for one in found] == SLIPS[
        text
    ]


def test_nothing_else_is_told(all_told: list[str]):
    assert [line for line in all_told if "bien.md" in line] == []
    assert len(all_told) == sum(map(len, SLIPS.values()))
