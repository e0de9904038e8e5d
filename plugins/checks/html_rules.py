"""The members' HTML against the Standard: what a browser would repair without a word.

It is read as it is written, before the build repairs it. Completeness gives way to certainty: a
fault is told only of a tag that a member wrote, never of one that Markdown made.
"""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from checks.html_table import (
    ARIA,
    BLOCKS,
    CHILDREN,
    CLOSED_BY,
    ELEMENTS,
    FOREIGN,
    GLOBAL,
    INTERACTIVE,
    OBSOLETE_ATTRIBUTES,
    OBSOLETE_ELEMENTS,
    OPTIONAL_END,
    PARENTS,
    PHRASING_ONLY,
    VOID,
)
from checks.html_values import value_faults
from faults import ERROR, WARNING, nearest

# The attribute of the elements that no member wrote.
MADE = "data-markdown-made"


@dataclass(frozen=True)
class HtmlFault:
    """What is wrong with a tag.

    Attributes:
        tag: the tag as written, `<div class="x">`.
        nth: how many equal tags stand before it.
        message, cure, severity: see `faults.Fault`.
    """

    tag: str
    nth: int
    message: str
    cure: str
    severity: str = ERROR


@dataclass(frozen=True)
class _Open:
    name: str
    tag: str
    nth: int
    is_ours: bool  # a member wrote it


def html_faults(html: str) -> list[HtmlFault]:
    """Return what is wrong with a text's HTML, which has not been repaired yet.

    Elements with the attribute `MADE` are nobody's fault.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end()
    return reader.faults


class _Reader(HTMLParser):
    """Keeps the open elements as they are written, and tells what does not fit."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[HtmlFault] = []
        self._open: list[_Open] = []
        self._seen: dict[str, int] = {}
        self._cut: list[tuple[_Open, _Open]] = []  # paragraphs, each with what cut it short

    # Events

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take a start tag."""
        is_ours = (MADE, "") not in attributes
        tag = self._take_tag(self.get_starttag_text() or f"<{name}>", name, is_ours)
        if self._in_foreign():
            if not tag.tag.endswith("/>"):
                self._open.append(tag)
            return
        self._close_implied(name, tag)
        if tag.is_ours:
            self._check_names(tag, attributes)
        self._check_place(tag)
        if name in VOID:
            return
        if tag.tag.endswith("/>") and name not in FOREIGN:
            message = f"« {_short(tag.tag)} » n'est pas refermé : « /> » n'y suffit pas"
            self._tell(tag, message, f"Écrivez </{name}> après son contenu.")
            return
        if not tag.tag.endswith("/>"):
            self._open.append(tag)

    def handle_startendtag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take a tag that ends with `/>`."""
        self.handle_starttag(name, attributes)

    def handle_endtag(self, name: str) -> None:
        """Take an end tag."""
        holder = next((element for element in reversed(self._open) if element.name == name), None)
        if holder is None:
            self._tell_stray(name)
            return
        self._take_tag(f"</{name}>", name, holder.is_ours)
        while self._open[-1] is not holder:
            self._tell_unclosed(self._open.pop(), f"</{name}>")
        self._open.pop()

    def end(self) -> None:
        """Tell what is still open."""
        while self._open:
            self._tell_unclosed(self._open.pop(), "")

    # Rules

    def _check_names(self, tag: _Open, attributes: list[tuple[str, str | None]]) -> None:
        if tag.name in OBSOLETE_ELEMENTS:
            message = f"« <{tag.name}> » n'est plus du HTML"
            self._tell(tag, message, _STYLE_IT, WARNING)
        elif tag.name not in ELEMENTS and "-" not in tag.name and ":" not in tag.name:
            near = nearest(tag.name, ELEMENTS, 0.75)
            cure = (
                f"Vouliez-vous dire <{near}> ?"
                if near
                else "Pour l'afficher, écrivez &lt; au lieu de <."
            )
            self._tell(tag, f"« {_short(tag.tag)} » n'est pas une balise HTML", cure)
            return
        names = [name for name, _ in attributes]
        for name in dict.fromkeys(names):
            if names.count(name) > 1:
                message = f"l'attribut « {name} » est écrit deux fois dans « {_short(tag.tag)} »"
                self._tell(tag, message, "Gardez-en un.")
            self._check_attribute(tag, name)
        for told in value_faults(tag.name, dict(attributes), _short(tag.tag)):
            self._tell(tag, *told)

    def _check_attribute(self, tag: _Open, name: str) -> None:
        allowed = ELEMENTS.get(tag.name)
        if allowed is None or "-" in tag.name or name in allowed | GLOBAL or name in ARIA:
            return
        if name.startswith(("data-", "on")) or tag.name in FOREIGN:
            return
        if tag.name == "iframe" and name in OBSOLETE_ATTRIBUTES:
            return  # services give their frames so, to be pasted as they are
        shown = f"dans « {_short(tag.tag)} »"
        if any(sign in name for sign in "\"'<="):
            message = f"un guillemet manque ou est de trop {shown}"
            self._tell(tag, message, "Écrivez chaque valeur entre deux guillemets droits.")
        elif name in OBSOLETE_ATTRIBUTES:
            message = f"l'attribut « {name} » n'est plus du HTML {shown}"
            self._tell(tag, message, _STYLE_IT, WARNING)
        elif name.startswith("aria-") or not any(sign in name for sign in "-:@.#[(*"):
            near = nearest(name, allowed | GLOBAL | ARIA, 0.75)
            cure = f"Vouliez-vous dire « {near} » ?" if near else "Retirez-le."
            self._tell(tag, f"l'attribut « {name} » n'existe pas {shown}", cure)

    def _check_place(self, tag: _Open) -> None:
        holder = self._open[-1] if self._open else None
        wanted = PARENTS.get(tag.name)
        if wanted and (holder is None or holder.name not in wanted) and not _is_custom(holder):
            around = " ou ".join(f"<{name}>" for name in sorted(wanted - _RARE))
            message = f"« {_short(tag.tag)} » n'est pas dans {around}"
            self._tell(tag, message, "Mettez-le dedans.")
        elif holder and holder.name in CHILDREN and tag.name not in CHILDREN[holder.name]:
            inside = " ou ".join(f"<{n}>" for n in sorted(CHILDREN[holder.name] - _HELPERS))
            message = f"« {_short(tag.tag)} » est directement dans « {_short(holder.tag)} »"
            self._tell(tag, message, f"N'y mettez que {inside}.", needs=holder)
        self._check_holders(tag)

    def _check_holders(self, tag: _Open) -> None:
        for holder in reversed(self._open):
            same = holder.name == tag.name and tag.name in ("a", "button", "form", "label")
            in_link = holder.name in ("a", "button") and tag.name in INTERACTIVE
            in_phrase = holder.name in PHRASING_ONLY - {"p"} and tag.name in BLOCKS
            if same or in_link or in_phrase:
                message = f"« {_short(tag.tag)} » ne peut pas être dans « {_short(holder.tag)} »"
                needs = holder if in_phrase else None
                self._tell(tag, message, f"Fermez d'abord <{holder.name}>.", needs=needs)
                return

    def _close_implied(self, name: str, tag: _Open) -> None:
        """Close what a start tag closes; a `<p>` so closed by its author is told at its end."""
        while self._open and name in CLOSED_BY.get(self._open[-1].name, ()):
            closed = self._open.pop()
            if closed.name == "p":
                self._cut.append((closed, tag))

    def _tell_stray(self, name: str) -> None:
        """Tell an end tag that ends nothing; that of a paragraph cut short tells what cut it."""
        if name == "p" and self._cut:
            paragraph, inner = self._cut.pop()
            if paragraph.is_ours:
                message = f"« {_short(inner.tag)} » ne peut pas être dans « <p> »"
                self._tell(inner, message, "Fermez d'abord <p>.")
            return
        tag = self._take_tag(f"</{name}>", name, True)
        if name in VOID:
            self._tell(tag, f"« {tag.tag} » n'existe pas", f"Écrivez <{name}>.")
        else:
            self._tell(tag, f"« {tag.tag} » ne ferme rien", "Retirez-le, ou ouvrez-le avant.")

    def _tell_unclosed(self, element: _Open, before: str) -> None:
        if element.name in OPTIONAL_END or element.name in VOID or element.name in FOREIGN:
            return
        where = f" avant « {before} »" if before else ""
        message = f"« {_short(element.tag)} » n'est pas refermé{where}"
        self._tell(element, message, f"Écrivez </{element.name}>{where}.")

    # Help

    def _take_tag(self, text: str, name: str, is_ours: bool) -> _Open:
        nth = self._seen.get(text, 0)
        self._seen[text] = nth + is_ours
        return _Open(name, text, nth, is_ours)

    def _in_foreign(self) -> bool:
        return any(element.name in FOREIGN for element in self._open)

    def _tell(
        self, tag: _Open, message: str, cure: str, severity: str = ERROR, needs: _Open | None = None
    ) -> None:
        if tag.is_ours and (needs is None or needs.is_ours):
            self.faults.append(HtmlFault(tag.tag, tag.nth, message, cure, severity))


_STYLE_IT = "Retirez-le, ou écrivez ce style dans assets/css/custom.css."
_RARE = frozenset({"div", "menu"})
_HELPERS = frozenset({"script", "template"})


def _is_custom(holder: _Open | None) -> bool:
    return holder is not None and ("-" in holder.name or holder.name == "template")


def _short(tag: str) -> str:
    tag = " ".join(tag.split())
    return tag if len(tag) <= 60 else tag[:57] + "…"
