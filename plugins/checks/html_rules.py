"""The members' HTML against the Standard: what a browser would repair without a word.

It is read as it is written, before the build repairs it, and a fault is told only of a tag that a
member wrote, never of one that Markdown made: certainty comes before completeness.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

from checks.html_names import (
    OF_THE_PAGE,
    READ_AS_TEXT,
    HtmlDiagnostic,
    is_unknown,
    name_diagnostics,
    short,
)
from checks.html_table import (
    APART,
    BLOCKS,
    CHILDREN,
    CLOSED_BY,
    FOREIGN,
    HELPERS,
    HOLDS_TEXT_IN,
    INTERACTIVE,
    ONLY_ONE,
    OPTIONAL_END,
    PARENTS,
    PHRASING_ONLY,
    TEXT_ONLY,
    VOID,
)
from checks.html_values import value_diagnostics
from diagnostics import ERROR, WARNING
from front_matter.numbers import without_endless_references

# The attribute of the elements that no member wrote.
MADE = "data-markdown-made"
_MOST_FAULTS = 200  # of one severity, in one text: a report shows a hundred


@dataclass(frozen=True)
class _Open:
    name: str
    tag: str
    nth: int
    is_ours: bool  # a member wrote it
    held: set[str] = field(default_factory=set, compare=False)  # what may be in it once alone


def html_diagnostics(html: str, is_whole: bool = True) -> list[HtmlDiagnostic]:
    """Return what is wrong with a text's HTML, which has not been repaired yet.

    Args:
        html: the text; its elements with the attribute `MADE` are nobody's fault.
        is_whole: whether it is a page of its own, and no text that the theme puts in one.
    """
    reader = _Reader(is_whole)
    with contextlib.suppress(_Enough):
        reader.feed(without_endless_references(html))
        reader.close()
        reader.end()
    return reader.diagnostics


class _Enough(Exception):
    """There are more diagnostics in a text than anyone will read at once."""


class _Reader(HTMLParser):
    """Keeps the open elements as they are written, and tells what does not fit."""

    def __init__(self, is_whole: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._is_whole = is_whole
        self.diagnostics: list[HtmlDiagnostic] = []
        self._counts = Counter[str]()
        self._open: list[_Open] = []
        self._seen: Counter[str] = Counter()
        self._cut: list[tuple[_Open, _Open]] = []  # paragraphs, each with what cut it short
        self._with_text: set[tuple[str, int]] = set()  # what is told to hold some

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take a start tag."""
        is_ours = (MADE, "") not in attributes
        tag = self._take_tag(self.get_starttag_text() or f"<{name}>", name, is_ours)
        if self._in_foreign():
            if not tag.tag.endswith("/>"):
                self._open.append(tag)
            return
        if self._in_text():
            return
        self._close_implied(name, tag)
        if is_ours:
            self._check_attributes(tag, attributes)
        self._check_place(tag)
        if name in VOID:
            return
        if tag.tag.endswith("/>") and name not in FOREIGN:
            message = f"« {short(tag.tag)} » n'est pas refermé : « /> » n'y suffit pas"
            self._tell(tag, message, f"Écrivez </{name}> après son contenu.")
            return
        if not tag.tag.endswith("/>"):
            self._open.append(tag)

    def handle_startendtag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take a tag that ends with `/>`."""
        self.handle_starttag(name, attributes)

    def handle_endtag(self, name: str) -> None:
        """Take an end tag."""
        holder = next((one for one in reversed(self._open) if one.name == name), None)
        if holder is None:
            self._tell_stray(name)
            return
        tag = self._take_tag(f"</{name}>", name, holder.is_ours)
        if holder.is_ours and not self._open[-1].is_ours:
            self._open.remove(holder)
            self._tell(tag, f"« {tag.tag} » est lu comme du texte", READ_AS_TEXT[name in BLOCKS])
            return
        while self._open[-1] is not holder:
            self._tell_unclosed(self._open.pop(), f"</{name}>")
        self._open.pop()

    def handle_data(self, data: str) -> None:
        """Take some text; signs alone may stand for Liquid at fault."""
        holder = self._open[-1] if self._open else None
        if not holder or holder.name not in HOLDS_TEXT_IN or not any(map(str.isalnum, data)):
            return
        place = holder.tag, holder.nth
        if place not in self._with_text and not self._in_foreign():
            self._with_text.add(place)
            message = f"le texte « {short(data)} » est directement dans « {short(holder.tag)} »"
            self._tell(holder, message, f"Mettez-le dans <{HOLDS_TEXT_IN[holder.name]}>.")

    def end(self) -> None:
        """Tell what is still open."""
        while self._open:
            self._tell_unclosed(self._open.pop(), "")

    def _check_attributes(self, tag: _Open, attributes: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attributes]
        told = list(name_diagnostics(tag.name, names, short(tag.tag)))
        if not is_unknown(tag.name):
            values = dict(attributes)
            if self._counts[WARNING] > _MOST_FAULTS:
                values.pop("style", None)  # whose diagnostics are warnings, and long to look up
            told += value_diagnostics(tag.name, values, short(tag.tag))
        for message, hint, severity in told:
            self._tell(tag, message, hint, severity)

    def _check_place(self, tag: _Open) -> None:
        holder = self._open[-1] if self._open else None
        wanted = PARENTS.get(tag.name)
        if wanted and (holder is None or holder.name not in wanted) and not _is_custom(holder):
            around = " ou ".join(f"<{name}>" for name in sorted(wanted - {"div", "menu"}))
            message = f"« {short(tag.tag)} » n'est pas dans {around}"
            self._tell(tag, message, "Mettez-le dedans.")
        elif holder and holder.name in CHILDREN and tag.name not in CHILDREN[holder.name]:
            inside = " ou ".join(f"<{n}>" for n in sorted(CHILDREN[holder.name] - HELPERS))
            message = f"« {short(tag.tag)} » est directement dans « {short(holder.tag)} »"
            self._tell(tag, message, f"N'y mettez que {inside}.", needs=holder)
        elif tag.name in OF_THE_PAGE and not self._is_whole and not self._in_template():
            message = f"« {short(tag.tag)} » ne s'écrit pas dans le texte d'une page"
            self._tell(tag, message, OF_THE_PAGE[tag.name])
        if holder and tag.name in ONLY_ONE.get(holder.name, ()):
            if tag.name in holder.held:
                message = f"« {short(tag.tag)} » est de trop dans « {short(holder.tag)} »"
                self._tell(tag, message, f"Gardez-y un seul <{tag.name}>.")
            holder.held.add(tag.name)
        self._check_holders(tag)

    def _check_holders(self, tag: _Open) -> None:
        for holder in reversed(self._open):
            if holder.name in APART:
                return
            same = holder.name == tag.name and tag.name in ("a", "button", "form", "label")
            in_link = holder.name in ("a", "button") and tag.name in INTERACTIVE
            in_phrase = holder.name in PHRASING_ONLY - {"p"} and tag.name in BLOCKS
            if same or in_link or in_phrase:
                message = f"« {short(tag.tag)} » ne peut pas être dans « {short(holder.tag)} »"
                needs = holder if in_phrase else None
                self._tell(tag, message, f"Fermez d'abord <{holder.name}>.", needs=needs)
                return

    def _close_implied(self, name: str, tag: _Open) -> None:
        """Close what a start tag closes; a `<p>` so closed by its author is told at its end."""
        while count := self._implied(name):
            for closed in [self._open.pop() for _ in range(count)]:
                if closed.name == "p":
                    self._cut.append((closed, tag))

    def _implied(self, name: str) -> int:
        """Return how many elements a start tag closes, with those whose ends may be left out."""
        for count, element in enumerate(reversed(self._open), 1):
            if name in CLOSED_BY.get(element.name, ()):
                return count
            if element.name not in OPTIONAL_END:
                return 0
        return 0

    def _tell_stray(self, name: str) -> None:
        """Tell an end tag that ends nothing; that of a paragraph cut short tells what cut it."""
        if name == "p" and self._cut:
            paragraph, inner = self._cut.pop()
            if paragraph.is_ours:
                message = f"« {short(inner.tag)} » ne peut pas être dans « <p> »"
                self._tell(inner, message, "Fermez d'abord <p>.")
            return
        tag = self._take_tag(f"</{name}>", name, True)
        if self._in_text():
            return
        if name in VOID:
            hint = "Écrivez <br>." if name == "br" else f"Retirez-le : <{name}> ne se ferme pas."
            self._tell(tag, f"« {tag.tag} » n'existe pas", hint)
        else:
            self._tell(tag, f"« {tag.tag} » ne ferme rien", "Retirez-le, ou ouvrez-le avant.")

    def _tell_unclosed(self, element: _Open, before: str) -> None:
        name = element.name
        if name in OPTIONAL_END | VOID | FOREIGN or is_unknown(name):
            return  # an unknown one is told already
        where = f" avant « {before} »" if before else ""
        message = f"« {short(element.tag)} » n'est pas refermé{where}"
        self._tell(element, message, f"Écrivez </{name}>{where}.")

    def _take_tag(self, text: str, name: str, is_ours: bool) -> _Open:
        self._seen[text] += is_ours
        return _Open(name, text, self._seen[text] - is_ours, is_ours)

    def _in_foreign(self) -> bool:
        return any(element.name in FOREIGN for element in self._open)

    def _in_text(self) -> bool:
        return bool(self._open) and self._open[-1].name in TEXT_ONLY

    def _in_template(self) -> bool:
        return any(element.name == "template" for element in self._open)

    def _tell(
        self, tag: _Open, message: str, hint: str, severity: str = ERROR, needs: _Open | None = None
    ) -> None:
        if tag.is_ours and (needs is None or needs.is_ours):
            self._counts[severity] += 1
            if self._counts[severity] <= _MOST_FAULTS:
                self.diagnostics.append(HtmlDiagnostic(tag.tag, tag.nth, message, hint, severity))
            elif severity == ERROR:
                raise _Enough


def _is_custom(holder: _Open | None) -> bool:
    return holder is not None and ("-" in holder.name or holder.name == "template")
