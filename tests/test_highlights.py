"""Boxes made of marked quotations, and marked words: what is one, what is not, what is told."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from jekyll.kramdown.extension import make_converter
from page_parts.highlights.boxes import OFFERED, Sign, box_kind, make_boxes
from page_parts.highlights.marks import mark_words


def boxed(markdown: str) -> tuple[LexborHTMLParser, list[str], list[str]]:
    """Return a tree with its boxes, the signs not known, and those out of quotations."""
    tree = LexborHTMLParser(make_converter().convert(markdown), is_fragment=True)
    unknown: list[Sign] = []
    unquoted: list[Sign] = []
    make_boxes(tree, unknown.append, unquoted.append)
    tree = LexborHTMLParser(f"<body>{tree.html}")
    return tree, [one.written for one in unknown], [one.written for one in unquoted]


@pytest.mark.parametrize(
    ("word", "style"),
    [
        *zip(OFFERED, ("note", "astuce", "important", "attention", "danger"), strict=True),
        *zip(("TIP", "warning", "Caution"), ("astuce", "attention", "danger"), strict=True),
        *zip(("Info", "À NOTER", "bon a savoir"), ("note", "note", "astuce"), strict=True),
    ],
)
def test_kinds(word: str, style: str):
    tree, unknown, unquoted = boxed(f"> [!{word}]\n> Venez.")
    box = tree.css_first("div[role=note]")
    assert (box.attributes["class"], unknown, unquoted) == (f"encart {style}", [], [])
    label = box_kind(word).label
    assert box.attributes["aria-label"] == box.css_first(".encart-titre").text() == label
    assert [one.text() for one in box.css("p")] == ["Venez."]


@pytest.mark.parametrize(
    ("lines", "title", "texts"),
    [
        ("[!NOTE] La salle\nchange.", "À noter : La salle", ["change."]),
        ("[!NOTE] La **grande** salle\nchange.", "À noter : La grande salle", ["change."]),
        ("[!NOTE] La *salle*  \nchange.", "À noter : La salle", ["change."]),
        ("[!NOTE]\n*Elle* change.\n\nEt puis.", "À noter", ["Elle change.", "Et puis."]),
        ("[!NOTE]\n\nElle change.", "À noter", ["Elle change."]),
        ("[!NOTE] La salle\n\nElle change.", "À noter : La salle", ["Elle change."]),
        ("[!NOTE]\n- un\n- deux", "À noter", ["un", "deux"]),
        ("[!NOTE] Elle *change*.", "À noter", ["Elle change."]),
        ("[!note]- La salle\nchange.", "À noter : La salle", ["change."]),
        ("[! Note ]\n> Une citation dedans.", "À noter", ["Une citation dedans."]),
        ("[!NOTE]", "À noter", []),
    ],
)
def test_what_stands_on_the_line_of_the_sign_is_the_title(lines: str, title: str, texts: list[str]):
    tree, *_ = boxed("".join(f"> {line}\n" for line in lines.split("\n")))
    box = tree.css_first("div[role=note]")
    assert box.css_first(".encart-titre").text() == title
    assert [one.text().strip() for one in box.css("p, li")] == texts


def test_a_box_may_hold_another():
    tree, *_ = boxed("> [!NOTE]\n> Un.\n>\n> > [!ASTUCE]\n> > Deux.\n")
    assert [one.text() for one in tree.css(".encart .encart .encart-titre")] == ["Astuce"]


def test_a_member_s_own_class_is_kept():
    tree, *_ = boxed("> [!NOTE]\n> Venez.\n{: .large #ici}\n")
    assert tree.css_first("#ici").attributes["class"] == "encart note large"


@pytest.mark.parametrize(
    ("markdown", "unknown", "unquoted"),
    [
        ("> [!BIDULE]\n> Venez.", ["[!BIDULE]"], []),
        ("[!NOTE] Venez.", [], ["[!NOTE]"]),
        ("[!BIDULE] Venez.", [], []),
        ("> Voyez [!NOTE].", [], []),
        ("> `[!NOTE]`\n> Venez.", [], []),
        ("    > [!NOTE]", [], []),
        ("> [!NOTE](/) Venez.", [], []),
    ],
)
def test_what_is_no_box(markdown: str, unknown: list[str], unquoted: list[str]):
    tree, *told = boxed(markdown)
    assert (tree.css("[role=note]"), told) == ([], [unknown, unquoted])


@pytest.mark.parametrize(
    ("markdown", "marked"),
    [
        ("un ==mot== dit", ["mot"]),
        ("==deux mots==.", ["deux mots"]),
        ("(==un==), « ==deux== » et l'==un== !", ["un", "deux", "un"]),
        ("==un **gras** et `code`==", ["un gras et code"]),
        ("==**gras**==, *==doux==*", ["gras", "doux"]),
        ("# ==Titre==\n\n- ==point==\n\n| ==case== | b |", ["Titre", "point", "case"]),
        ("[==un lien==](/) et ==un [lien](/)==", ["un lien", "un lien"]),
        ("==sur\ndeux lignes==", ["sur\ndeux lignes"]),
        ("==été== ==«Oui»==", ["été", "«Oui»"]),
        ("`==code==`\n\n    ==code==\n\n```\n==code==\n```", []),
        ("2 == 2 et 3 == 3", []),
        ("a==b==c", []),
        ("=== trois ===, ===x===", []),
        ("==> par ici ==> là, <== ou ==", []),
        ("==commencé, jamais fini", []),
        ("==un\n\ndeux==", []),
        ("https://exemple.org/?a==b==", []),
        ("$$ ==x== $$", []),
        ("- ==un\n  - dedans\n\n  fini==", []),
    ],
)
def test_marked_words(markdown: str, marked: list[str]):
    html = make_converter().convert(markdown)
    tree = LexborHTMLParser(html, is_fragment=True)
    before = LexborHTMLParser(f"<body>{html}").body.text()
    mark_words(tree)
    after = LexborHTMLParser(f"<body>{tree.html}")
    assert [one.text() for one in after.css("mark")] == marked
    assert after.body.text().replace("==", "") == before.replace("==", "")


def test_many_signs_take_no_more_than_their_time():
    tree = LexborHTMLParser(f"<p>{' ==a' * 50_000}</p><p>{'==a== ' * 20_000}</p>", is_fragment=True)
    mark_words(tree)
    assert tree.html.count("<mark>") == 20_000
