"""Markdown that is none by a typo: told on its line, when visitors read its signs."""

import pytest

from checks_support import reported_with_codes, unlisted
from support import page, write_site

# A text, which begins on line 6, with the line and the rule of each thing told.
SLIPS = {
    "un **important **ici": ["6 gras-non-lu"],
    "un ** important** ici": ["6 gras-non-lu"],
    "un **à midi ** et un **bal** ici": ["6 gras-non-lu"],
    "un `bal <https://exemple.fr>`_ ici": ["6 ecriture-d-ailleurs"],
    "Un.\n\n.. _bal: https://exemple.fr": ["8 ecriture-d-ailleurs"],
    "bq. Un bal": ["6 ecriture-d-ailleurs"],
    "un !a.svg! ici": ["6 ecriture-d-ailleurs"],
    "un ''bal'' ici": ["6 ecriture-d-ailleurs"],
    '{| class="a"\n! Jour': ["6 ecriture-d-ailleurs"],
    "[*] un bal": ["6 ecriture-d-ailleurs"],
    "== Le bal": ["6 ecriture-d-ailleurs"],
    "un link:/index.html[bal] ici": ["6 ecriture-d-ailleurs"],
    "un https://exemple.fr/a[le bal] ici": ["6 ecriture-d-ailleurs"],
    "Un.\n\nimage::a.svg[Un bal]": ["8 ecriture-d-ailleurs"],
    "Un[^v].\n\n[^v]: [^w]: Deux.": ["8 note-vide"],
    "Un[^v].\n\n[^v]:\n\nDeux.": ["8 note-vide"],
    "#Le titre du bal": ["6 titre-sans-espace"],
    "Un.\n\n##Bal": ["8 titre-sans-espace"],
    "-un\n-deux": ["6 liste-non-lue"],
    "Un.\n\n•\u00a0un\n•\u00a0deux\n• trois": ["8 liste-non-lue"],
    "1) un\n2) deux": ["6 liste-non-lue"],
    "```\nun\n\ndeux": ["6 code-non-referme"],
    "~~~ js\nun": ["6 code-non-referme"],
    "Un.\n| a | b |\n|---|---|\n| 1 | 2 |": ["7 tableau-non-lu"],
    "Un.\na | b\n--- | ---\n1 | 2": ["7 tableau-non-lu"],
    "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 | 5 |": ["9 tableau-case-de-trop"],
    "a | b\n--|--\n1 | 2 | 3": ["8 tableau-case-de-trop"],
    "n°1 : la cantine\nn°2 : le jardin": ["6 lignes-a-la-suite"],
    "le midi : 8 €\nle soir : 10 €": ["6 lignes-a-la-suite"],
    "Un.\n\n.. image:: /a.svg": ["8 ecriture-d-ailleurs"],
    "Un.\n\n.. note:: Deux.": ["8 ecriture-d-ailleurs"],
    "Les horaires ##\n\nUn.": ["6 ecriture-d-ailleurs"],
    "Terme\n:définition": ["7 ecriture-d-ailleurs"],
    "<!- caché ->": ["6 html-commentaire-mal-ouvert"],
    "Un.\n\n[^1]: Perdue.": ["8 note-non-appelee"],
    "Un[^1].\n\n[^1]: Un.\n[^1]: Deux.": ["9 note-en-double"],
    "[le bal] (images/bal.jpg)": ["6 lien-coupe-par-une-espace"],
    "Un.\n\n[le bal]\n(index.html)": ["8 lien-coupe-par-une-espace"],
    "!(le bal)[images/bal.jpg]": ["6 lien-inverse"],
    '[le bal](index.html "le bal)': ["6 lien-guillemet-absent"],
    "[le bal](index.html 'le bal": ["6 lien-non-referme"],
    "[le bal]<https://exemple.org>": ["6 lien-inverse"],
    "Le ** gras ** seul, et __gras __ ici": ["6 gras-non-lu"] * 2,
    "\\* un\n\\* deux": ["6 liste-non-lue"],
    "✓ un\n✓ deux": ["6 liste-non-lue"],
    "o un\no deux": ["6 liste-non-lue"],
    "Jour\tHeure\nLundi\t18 h": ["6 tableau-non-lu"],
    "+---+---+\n| A | B |\n+---+---+": ["6 tableau-non-lu"],
    "> **[!NOTE]**\n> Un bal.": ["6 ecriture-d-ailleurs"],
    "! [Un bal](a.svg)": ["6 ecriture-d-ailleurs"],
    '[gallery ids="1,2"]': ["6 ecriture-d-ailleurs"],
    "Un.\n\n// pour moi": ["8 ecriture-d-ailleurs"],
    "Un.\n\n%% pour moi %%": ["8 ecriture-d-ailleurs"],
    "{# pour moi #}": ["6 ecriture-d-ailleurs"],
    "Le ^haut^": ["6 ecriture-d-ailleurs"],
    "Un[^ 1].\n\n[^ 1]: Une note.": ["6 ecriture-d-ailleurs", "8 ecriture-d-ailleurs"],
    "[le bal](index.html){ : .bouton}": ["6 ecriture-d-ailleurs"],
    "Un[^a].\n\n[^a] Une note.": ["8 note-absente"],
    **{
        f"Un.\n\n{written}": ["8 ecriture-d-ailleurs"]
        for written in (
            # What a converter has escaped.
            *(r"Lisez \[le bal\](/bal.html)", r"Lisez \[le bal\]\(/bal.html\)"),
            *(r"\!\[Un bal\](a.jpg)", r"Du \*\*gras\*\* ici", r"\_\_gras\_\_", r"\~\~non\~\~"),
            *(r"\# Le titre", r"\## Le titre", r"\#\# Le titre", r"\> Une citation"),
            *("\\- un\n\n\\- deux", "1\\. un\n\n2\\. deux", r"- \[ \] faire", r"Un\[\^1\]"),
            *(r"\| a \| b \|", r"\<https://exemple.fr\>", r"un\<br\>deux", r"\-\-\-"),
            # What notebooks read.
            *("Le vote. ^vote-2026", "- un ^ab12cd\n- deux", "^vote", "responsable:: Camille"),
            *("- due:: 2026", "Un (due:: 2026-01-01) bal", "%%\ncaché\n%%", "[[#^vote-2026]]"),
            *("Le <% tp.date.now() %> mai", "![[Note#Titre]]"),
        )
    },
    **{
        f"Un.\n\n{written}": ["8 texte-echappe"]
        for written in (
            *(r"R\u00c3\u00a9p\u00c3\u00a9tition", r"caf\u00e9", r"caf\xc3\xa9", r"caf\303\251"),
            *("caf=C3=A9", "caf%C3%A9", "p&amp;eacute;tri", "l&amp;#39;orage", "Un&amp;nbsp;: a"),
            "Un &amp;amp; deux",
        )
    },
    **{
        f"Un.\n\n```{name}\nUn bal\n```": ["8 code-d-un-logiciel"]
        for name in ("dataview", "dataviewjs", "ad-note", "mermaid", "{mermaid}", "tasks")
    },
    "    Le bal aura lieu samedi, venez.": ["6 texte-decale"],
    "\t![Un bal](images/bal.jpg)": ["6 texte-decale"],
    "12 rue de l'Exemple\n34000 Montpellier": ["6 lignes-a-la-suite"],
    "📅 Samedi\n📍 La Grange": ["6 lignes-a-la-suite"],
    "Venez tous.\n---\nMerci.": ["6 titre-involontaire"],
    "<<<<<<< HEAD\nUn.\n=======\nDeux.\n>>>>>>> bal": ["6 conflit-git", "10 conflit-git"],
    "Un _ bal_ ici": ["6 gras-non-lu"],
    "Un <br bal": ["6 ecriture-d-ailleurs"],
    "l´été": ["6 ecriture-d-ailleurs"],
    "'''\nUn.\n'''": ["6 ecriture-d-ailleurs", "8 ecriture-d-ailleurs"],
    "    | a | b |\n    |---|---|\n    | 1 | 2 |": ["6 texte-decale"],
    "Lorem ipsum dolor.": ["6 texte-provisoire"],
    "!(images/bal.jpg)": ["6 ecriture-d-ailleurs"],
    "Un ~10 €~ 5 €": ["6 ecriture-d-ailleurs"],
    "*très important.\n\nEt 2 * 3, tou*tes.": ["6 gras-mal-referme"],
    "[écrire](mailto: bonjour@exemple.fr)": ["6 adresse-avec-espaces"],
    "[appeler](tel:04 67 00 00 00)": ["6 adresse-avec-espaces"],
    "[le bal(index.html)": ["6 lien-crochet-absent"],
    "Un.\n\nle bal](index.html)": ["8 lien-crochet-absent"],
    "＃ Le bal\n\nUn.": ["6 ecriture-d-ailleurs"],
    "Un %%pour moi%% ici": ["6 ecriture-d-ailleurs"],
    "Un.\n\n!images/bal.jpg": ["8 ecriture-d-ailleurs"],
    "images/bal.jpg": ["6 ecriture-d-ailleurs"],
    "~~~ Le bal ~~~\n\nUn.": ["6 ecriture-d-ailleurs"],
    "[[_TOC_]]\n\n## Un\n\nDeux.": ["6 ecriture-d-ailleurs"],
    "[https://exemple.org|le bal]": ["6 ecriture-d-ailleurs"],
    "[le bal](index.html)(: .bouton)": ["6 ecriture-d-ailleurs"],
    "<bal@exemple,fr>": ["6 ecriture-d-ailleurs"],
    "Voir <https://exemple.org et venez": ["6 ecriture-d-ailleurs"],
    "Le&nbsp bal, l'&eacute": ["6 ecriture-d-ailleurs"] * 2,
    "Un[^1].\n[^1]: La note.": ["7 ecriture-d-ailleurs"],
    "Un bal【4†source】. :contentReference[oaicite:0]{index=0}": ["6 ecriture-d-ailleurs"] * 2,
    "> [!NOTE\n> Un bal.": ["6 ecriture-d-ailleurs"],
    "> !NOTE\n> Un bal.": ["6 ecriture-d-ailleurs"],
    "> (!ASTUCE)\n> Un bal.": ["6 ecriture-d-ailleurs"],
    "<! -- caché -->": ["6 html-commentaire-mal-ouvert"],
    "\uf0b7\tun\n\uf0b7\tdeux": ["6 liste-non-lue"],
    "a. un\nb. deux": ["6 liste-non-lue"],
    "(1) un\n(2) deux": ["6 liste-non-lue"],
    "-- un\n-- deux": ["6 liste-non-lue"],
    "–\u00a0un\n–\u00a0deux": ["6 liste-non-lue"],
    "| a | b |\n|---|---|\n\n| 1 | 2 |": ["6 tableau-non-lu"],
    "| a | b |\n|---|---|\n| 1 | un\ndeux |": ["8 tableau-non-lu"],
    "[le bal)(index.html)": ["6 lien-inverse"],
    "{le bal}(index.html)": ["6 lien-inverse"],
    "![Un bal](images/bal.jpg|300)": ["6 lien-coupe-en-cases"],
    "**Un bal\n\net un repas**": ["6 gras-mal-referme"],
    "* gratuit *": ["6 gras-non-lu"],
    "Un calcul : 5*3*2 = 30.": ["6 signes-lus-autrement"],
    "Nom : ____ Prénom : ____": ["6 signes-lus-autrement"],
    "l`été et l`hiver": ["6 signes-lus-autrement"],
    "| a | b |\n|---|---|\n| 1 | 2 |\nVenez.": ["6 tableau-non-lu"],
    "a | b\n--- | ---\n1 | 2\nVenez": ["6 tableau-non-lu"],
    "i) un\nii) deux": ["6 liste-non-lue"],
    "![Un bal]images/bal.jpg": ["6 lien-inverse"],
    "[[File:bal.jpg|thumb|Un bal]]": ["6 ecriture-d-ailleurs"],
    "Voir <https://exemple.org|le bal>": ["6 ecriture-d-ailleurs"],
    '"le bal":https://exemple.org/a': ["6 ecriture-d-ailleurs"],
    "h2. Le bal\n\nUn.": ["6 ecriture-d-ailleurs"],
    "Un.\n\nmailto:bal@exemple.fr": ["8 adresse-sans-lien"],
    "Le bal\n~~~~~~\n\nUn.": ["7 code-non-referme"],
    "<center>![Un bal](images/bal.jpg)</center>": [
        "6 markdown-dans-html",
        "6 html-balise-obsolete",
    ],
    "[le bal](index.html){: .droite}": ["6 accolades-sans-effet"],
    "2026. Une belle année.": ["6 signes-lus-autrement"],
    "1. un\n\nUn texte.\n\n2. deux\n3. trois": ["10 signes-lus-autrement"],
    "1. un\n\n```\na\n```\n\n2. [deux](a.svg)\n\n~~~\na\n~~~\n\n3. **trois**": [
        "12 signes-lus-autrement",
        "18 signes-lus-autrement",
    ],
    "10. un\n\n   ```\n   a\n   ```": ["6 signes-lus-autrement", "8 signes-lus-autrement"],
    "1. un\n2. deux\n\n  ```html\n  a\n  ```": ["9 signes-lus-autrement"],
    "- un\n\n  1. deux\n\n  Un texte.\n\n  2. trois": ["12 signes-lus-autrement"],
}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
# What is read, what is code, what people mean, what others have.
MEANT = """un **mot** et ** deux, 2 ** 3 ** 4, `**mot **`, \\*\\*mot \\*\\*
**un**, **deux** et **trois**, 5'' et 6'', `un <https://exemple.fr>`, `bal`_, [*] et = 5
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
## Cinq\r\r1. un\r   - deux\r\r     ```\r     cinq\r     ```\r\r   ```\r   six\r   ```\r2. sept
- huit\r\r```\rneuf\r```\r\r- dix
## 2. Le bal\r\r1. un\r\r   ```\r   1. a\r   ```\r\r\t~~~\r\tonze\r\t~~~\r2. douze
Un texte \\| deux
```
```
    ```
Un[^1] et deux[^deux], [^deux] encore
[^1]: Un, voir aussi[^trois].
[^deux]: Deux.
[^trois]: Trois.
Quatre[^quatre].
[^quatre]:\r    Quatre.
<!-- a -- b -->
Le programme\r---\rLa coopérative et ses amis, de Montpellier,\rSète comprise,\rdansent.
Attention ! [L'affiche](a.svg) : ^_^ et //bal//, o et o.
    bin/invoke check
[le bal](index.html "le bal") [le bal]( index.html ) [[le bal]](index.html) (le bal) [1]
Un prix de ~10 € ou ~15 €, ~/images et ~/bal, \\~10~, tou*tes et 5 €*
1. un\r   suite\r\r   suite\r2. deux\rsuite\r3. trois
2026\\. Une année, 2 * 3 * 4, 5\\*3\\*2, a*b*c, Nom : \\_\\_\\_\\_ , un `mot`, l`a
| a | b |\r|---|---|\r| 1 \\| 2 | `3|4` |\r| seul |
| Jour | |\r|---|---|\r| lundi | 18 h |
Il faut le dire : c'est long, et\rpuis voilà : on le redit.
Terme\r: définition
« \\*\\*gras\\*\\* », \\[sic\\] \\[1\\] (voir plus loin), \\#1, 3 \\* 4, `\\[a\\](b.html)`
2027\\. Une autre.\r\r2028\\. Et une autre.
« &amp;eacute; » et (&amp;nbsp;), C:\\xampp, C:\\users, `\\u00e9`, <https://fr.wikipedia.org/wiki/Caf%C3%A9>
std::string, a::b, 10 x ^2, %%, 5 <% 6, ==surligné==, [[1]]
````markdown\r```mermaid\rUn bal\r```\r````
*sur place, [nous](tel:+33467000000) [écrire](mailto:a@exemple.fr?subject=un%20bal)
"""


@pytest.fixture(scope="module")
def all_told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what is said of one site that holds every typo."""
    files = unlisted({f"{n}.md": f"Un.\n\n{text}\n" for n, text in enumerate(SLIPS)})
    files["_config.yml"] = "title: Nous\n"
    meant = MEANT.replace("\n", "\n\n").replace("|\n\n|", "|\n|").replace("- un\n\n", "- un\n")
    meant = meant.replace("```\n\n```", "```\nun\n```").replace("\r", "\n")
    files |= {"bien.md": page("title: A", meant), "a.svg": SVG}
    return reported_with_codes(write_site(tmp_path_factory.mktemp("typos"), files))


@pytest.mark.parametrize("text", SLIPS)
def test_a_slip_is_told_on_its_line(text: str, all_told: list[str]):
    name = f"{list(SLIPS).index(text)}.md:"
    found = [line[1:].removeprefix(name) for line in all_told if line[1:].startswith(name)]
    assert [f"{one.partition(' ')[0]} {one[one.rfind('[') + 1 : -1]}" for one in found] == SLIPS[
        text
    ]


def test_nothing_else_is_told(all_told: list[str]):
    assert [line for line in all_told if "bien.md" in line] == []
    assert len(all_told) == sum(map(len, SLIPS.values()))
