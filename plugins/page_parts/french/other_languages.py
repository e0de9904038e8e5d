"""What the program says in a body in another language: in English, or told as French."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from core.language import FRENCH

# What is said aloud, by what holds it, and by which attribute.
_SAID = (
    (".encart[role=note]", "aria-label"),
    (".table[role=region]", "aria-label"),
    (".galerie[role=group]", "aria-label"),
    (".galerie a[aria-label]", "aria-label"),
    (".task-list-item-checkbox", "aria-label"),
    (".footnote-backref", "title"),
)
_CARD = ".carte-exterieure"  # its words are French throughout
_BOX_TITLE = ".encart-titre > strong"
_ENGLISH = {
    "À noter": "Note",
    "Info": "Info",
    "Information": "Information",
    "Remarque": "Note",
    "Astuce": "Tip",
    "Conseil": "Tip",
    "Bon à savoir": "Good to know",
    "Important": "Important",
    "Attention": "Warning",
    "Avertissement": "Warning",
    "Danger": "Caution",
    "Prudence": "Caution",
    "Fait": "Done",
    "À faire": "To do",
    "Galerie, 1 image": "Gallery, 1 picture",
    "Voir l’image entière": "See the whole picture",
}
_WITH_NUMBERS = (
    (re.compile(r"Tableau (\d+)(?: : (.*))?", re.DOTALL), "Table {0}", ": {1}"),
    (re.compile(r"Galerie, (\d+) images"), "Gallery, {0} pictures", ""),
    (re.compile(r"Retour à l'appel de la note (\d+)"), "Back to the call of note {0}", ""),
)


def translate_labels(tree: LexborHTMLParser, tag: str) -> None:
    """Say in a language what the program says in French; where it cannot, mark it as French."""
    is_english = tag.partition("-")[0].lower() == "en"
    for selector, attribute in _SAID:
        for node in tree.css(selector):
            english = _in_english(node.attributes.get(attribute) or "")
            if english and is_english:
                node.attrs[attribute] = english
            elif english:
                _mark_french(node, tag)
    for title in tree.css(_BOX_TITLE):
        _say_title(tree, title, is_english)
    for card in tree.css(_CARD):
        card.attrs["lang"] = FRENCH


def _in_english(words: str) -> str | None:
    """Return what the program says, in English; None for what members say."""
    if words in _ENGLISH:
        return _ENGLISH[words]
    for form, beginning, rest in _WITH_NUMBERS:
        if found := form.fullmatch(words):
            said = found.groups()
            return (beginning + rest if said[-1] and len(said) > 1 else beginning).format(*said)
    return None


def _mark_french(node: LexborNode, tag: str) -> None:
    """Mark the name of an element as French, and what it holds as of its page."""
    for child in node.iter():
        if "lang" not in child.attributes:
            child.attrs["lang"] = tag
    node.attrs["lang"] = FRENCH


def _say_title(tree: LexborHTMLParser, title: LexborNode, is_english: bool) -> None:
    first = title.first_child
    label, colon, _ = (
        (first.text_content or "").partition(" : ") if first is not None else ("",) * 3
    )
    if first is None or label not in _ENGLISH:
        return
    if is_english:
        first.replace_with(_ENGLISH[label] + (": " if colon else ""))
        return
    said = tree.create_node("span")
    said.attrs["lang"] = FRENCH
    said.insert_child(label + colon)
    first.replace_with(said)
