"""French typography: its apostrophe, and the spaces that keep a sign on the line of its word.

The rules are those of the Imprimerie nationale (« Lexique des règles typographiques en usage »,
ponctuation): a narrow one before `;`, `!` and `?`, a whole one before `:` and inside « ». A number
keeps its unit. Text that holds an address, an hour (`18:30`) or code is left as it is.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from core.french.numbers import NARROW
from core.language import is_french

NO_BREAK = "\u00a0"

_SPACE = "[ \u00a0\u202f\u2009]"
# Each begins with its own sign, looked behind afterwards: `re` then goes from one to the next.
_SPACED = re.compile(rf"{_SPACE}+([;!?]+)(?![\w(/])")
_GLUED = re.compile(r"[;!?](?<=[\w)»”’%].)(?:(?<=;)|(?<!;)[!?]*)(?=[\s)»”\]]|$)")
_COLON = re.compile(r":(?<=[^\W\d]:)(?=\s)")
_COLON_APART = re.compile(rf":(?<={_SPACE}:)(?=\s|$)")
_SPACED_COLON = re.compile(rf"{_SPACE}+:(?=\s|$)")
_OPENING = re.compile(rf"«[ \t\n{NO_BREAK}{NARROW}]*(?=\S|$)")
_CLOSING = re.compile(rf"[ \t\n{NO_BREAK}{NARROW}]*»")
_UNIT = re.compile(r" (?<=\d )(?=(?:€|%|°C|k?m²?|k?g|cm|mm|kWh?|MWh?|h|min|ans?|e siècle)(?!\w))")
_THOUSANDS = re.compile(r"\d(?<!\d\d)(?<!\d \d)\d{0,2}(?: \d{3})+(?!\d)(?! \d)")
_MINUTES = re.compile(rf" (?<=\d[ {NO_BREAK}]h )(?=[0-5]\d(?!\w))| (?<=\dh )(?=[0-5]\d(?!\w))")
_SHORT = ("n° ", "N° ", "p. ", "pp. ", "art. ", "chap. ", "fig. ", "vol. ", "M. ", "Mme ")
_AFTER_SHORT = "|".join(rf"(?<=\b{re.escape(short)})" for short in _SHORT)
_NUMBER = re.compile(rf" (?=[\dA-ZÀ-Þ])(?:{_AFTER_SHORT})")
_APOSTROPHE = re.compile(r"'(?<=[^\W\d_]')(?=[^\W\d_])")
_SIGNS = frozenset("':;!?«»0123456789")
_DIGITS = frozenset("0123456789")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")
# A text that holds a sign, but for code.
_PLAIN_TEXT = re.compile(r">(?<!<code>)([^<':;!?«»0-9]*+[':;!?«»0-9][^<]*+)")
# What is not prose, or not French (HTML, « code », « kbd », « samp », « var »; CommonMark, 4.5).
_LITERAL = "code, pre, kbd, samp, var, script, style, textarea, template, svg, math, [translate=no]"


def french_spaces(text: str) -> str:
    """Return a text with the spaces of French.

    >>> french_spaces("Venez ! « Oui » : 10 €").replace(NO_BREAK, "~").replace(NARROW, "_")
    'Venez_! «~Oui~»~: 10~€'
    """
    if _SIGNS.isdisjoint(text):
        return text
    if not ("://" in text or "www." in text or "@" in text):
        return _spaced(text)
    addresses = _ADDRESS.findall(text)
    parts = _ADDRESS.split(text)
    pairs = zip(map(_spaced, parts), [*addresses, ""], strict=True)
    return "".join(part + address for part, address in pairs)


def _spaced(text: str) -> str:
    """Apply each rule to a text that holds its sign: most texts hold one or two."""
    if "'" in text:
        text = _APOSTROPHE.sub("’", text)
    if ";" in text or "!" in text or "?" in text:
        text = _SPACED.sub(rf"{NARROW}\1", text)
        text = _GLUED.sub(rf"{NARROW}\g<0>", text)
    if ":" in text:
        if _COLON_APART.search(text):
            text = _SPACED_COLON.sub(f"{NO_BREAK}:", text)
        text = _COLON.sub(f"{NO_BREAK}:", text)
    if "«" in text or "»" in text:
        text = _OPENING.sub(f"«{NO_BREAK}", text)
        text = _CLOSING.sub(f"{NO_BREAK}»", text)
    if not _DIGITS.isdisjoint(text):
        text = _THOUSANDS.sub(lambda found: found[0].replace(" ", NARROW), text)
        text = _UNIT.sub(NO_BREAK, text)
        if "h " in text:
            text = _MINUTES.sub(NO_BREAK, text)
    return _NUMBER.sub(NO_BREAK, text)


def space_body(tree: LexborHTMLParser, is_in_french: bool = True) -> None:
    """Give the texts of a body the spaces of French; code and other languages stay as written.

    Of a body that is not in French itself, only what says that it is gets them.
    """
    if tree.root is None:
        return
    texts = [node for node in tree.root.traverse(include_text=True) if node.is_text_node]
    literal = {node.mem_id for node in tree.css(_LITERAL)}
    spoken = {node.mem_id: is_french(node.attributes["lang"] or "") for node in tree.css("[lang]")}
    if not is_in_french and True not in spoken.values():
        return
    for node in texts:
        written = node.text_content or ""
        spaced = french_spaces(written)
        if spaced != written and _is_french(node, literal, spoken, is_in_french):
            node.replace_with(spaced)


def space_plain(html: str) -> str:
    """Return HTML with the spaces of French: of words, `<code>`, and no reference but `&amp;`."""
    return _PLAIN_TEXT.sub(_spaced_between_tags, html)


def _spaced_between_tags(found: re.Match[str]) -> str:
    return ">" + french_spaces(found[1].replace("&amp;", "&")).replace("&", "&amp;")


def _is_french(
    node: LexborNode, literal: set[int], spoken: dict[int, bool], is_in_french: bool
) -> bool:
    """Return whether a text is French prose: the nearest element that tells a language decides."""
    parent, found = node.parent, None
    while parent is not None:
        if parent.mem_id in literal:
            return False
        if found is None:
            found = spoken.get(parent.mem_id)
        parent = parent.parent
    return is_in_french if found is None else found
