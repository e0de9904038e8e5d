"""What stands before a brace: names of at-rules and of pseudo-classes, conditions of media."""

from __future__ import annotations

import re
from collections.abc import Iterator

from commands.checks.css.table import AT_RULES, FEATURES, PSEUDOS
from commands.checks.css.value_table import FRENCH
from core.diagnostics import Diagnostic, nearest
from core.diagnostics.catalog.css import UNKNOWN_AT_RULE, UNKNOWN_SELECTOR, UNREAD_CONDITION

_AT_RULE = re.compile(r"\s*@([\w-]+)")
_PSEUDO = re.compile(r"(?<![\\:])(::?)([a-z][a-z-]*)(?![\w-])")
_CALL = re.compile(r"\([^()]*\)")
_SIZE = re.compile(r"\(\s*((?:min-|max-)?(?:width|height))\s*:\s*(\d*\.?\d+)\s*\)")
_FEATURE = re.compile(r"\(\s*([a-z-]+)\s*:")
_GLUED = re.compile(r"(?i)\b(and|or|not)\(")
# What is between conditions, and what they are of (Media Queries 4, sections 2.3 and 3).
_WORDS = frozenset(
    """and or not only all print screen speech aural braille embossed handheld projection tty
    tv""".split()
)
_WORD = re.compile(r"(?<![\w-])[^\W\d_][\w-]*")
_DANGLING = re.compile(r"(?i)\b(?:and|or|not|only)\s*(?:,|\Z)")
_BARE = re.compile(r"(?i)((?:min-|max-)?(?:width|height)\s*:\s*[\d.]+\w*)")
_SLIP = 0.75
_SCREEN = "Écrivez screen, print ou all."
_LONGEST = 2000  # characters


def prelude_diagnostics(words: str) -> Iterator[tuple[int, Diagnostic]]:
    """Give what is wrong in what stands before a brace, each with where it begins there.

    >>> [told.code for _, told in prelude_diagnostics("a:hovver")]
    ['css-selecteur-inconnu']
    """
    rule = _AT_RULE.match(words)
    if len(words) > _LONGEST:
        return
    if rule is None:
        yield from _wrong_pseudos(words)
        return
    name = rule[1].lower()
    near = name[0] != "-" and name not in AT_RULES and nearest(name, AT_RULES, _SLIP)
    if near:
        yield rule.start(1), UNKNOWN_AT_RULE(name=name, near=near)
    elif name == "media":
        found = next(_wrong_conditions(words), None)
        if found:
            at, shown, hint = found
            yield at, UNREAD_CONDITION(words=shown, hint=hint)


def _wrong_pseudos(words: str) -> Iterator[tuple[int, Diagnostic]]:
    for found in _PSEUDO.finditer(words):
        near = found[2] not in PSEUDOS and nearest(found[2], PSEUDOS, _SLIP)
        if near:
            yield found.start(), UNKNOWN_SELECTOR(name=found[0], near=found[1] + near)


def _wrong_conditions(words: str) -> Iterator[tuple[int, str, str]]:
    """Give the place, the words and the cure of a condition that no browser reads."""
    if found := _GLUED.search(words):
        yield found.start(), found[0], f"Laissez une espace : {found[1]} (."
    for size in _SIZE.finditer(words):
        if float(size[2]):
            yield size.start(), size[0], f"Ajoutez l'unité : ({size[1]}: {size[2]}px)."
    for feature in _FEATURE.finditer(words):
        near = feature[1] not in FEATURES and nearest(feature[1], FEATURES, _SLIP)
        if near:
            yield feature.start(1), feature[1], f"Vouliez-vous dire « {near} » ?"
    bare = words
    while call := _CALL.search(bare):
        bare = bare[: call.start()] + "§" * len(call[0]) + bare[call.end() :]
    if found := _BARE.search(bare):
        yield found.start(), found[0], f"Mettez des parenthèses : ({found[0]})."
    elif found := _DANGLING.search(bare):
        yield found.start(), found[0].strip(), "Ajoutez la condition qui suit, ou retirez ce mot."
    for word in _WORD.finditer(bare, bare.find("@") + len("@media")) if "(" not in bare else ():
        if word[0].lower() not in _WORDS:
            near = nearest(FRENCH.get(word[0].lower(), word[0]), _WORDS, _SLIP)
            yield word.start(), word[0], f"Vouliez-vous dire « {near} » ?" if near else _SCREEN
