"""The members' HTML against the Standard: what a browser would repair without a word.

It is read as it is written, before the build repairs it. Only tags that a member wrote are judged,
none that Markdown made: certainty comes before completeness.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from html.parser import HTMLParser

from commands.checks.html import table
from commands.checks.html.attributes import RIGHT_ALONE, HtmlDiagnostic, is_unknown, tag_diagnostics
from commands.checks.html.nesting import Open, OpenElements, lack_of, place_diagnostics
from commands.checks.lines import short
from core.diagnostics import ERROR, WARNING, Diagnostic
from core.diagnostics.catalog import html as rules
from core.diagnostics.catalog.files import MORE_IN_THIS_FILE
from jekyll.front_matter.numbers import without_endless_references
from jekyll.kramdown.page_tree import STRAY

# The attribute of the elements that no member wrote.
MADE = "data-markdown-made"
_MOST_FAULTS = 200  # of one severity, in one text: a report shows a hundred


def html_diagnostics(
    html: str, is_whole: bool = True, is_markdown: bool = False
) -> list[HtmlDiagnostic]:
    """Return what is wrong with a text's HTML, which has not been repaired yet.

    Args:
        html: the text; its elements with the attribute `MADE` are nobody's fault.
        is_whole: whether it is a page of its own, and no text that the theme puts in one.
        is_markdown: kramdown made it; where an end is left out, it shows that of what is around.
    """
    reader = _Reader(is_whole, is_markdown)
    with contextlib.suppress(_Enough):
        reader.feed(without_endless_references(html))
        reader.close()
        reader.end()
    return reader.diagnostics


class _Enough(Exception):
    """There are more diagnostics in a text than anyone will read at once."""


class _Reader(HTMLParser):
    """Keeps the open elements as they are written, and tells what does not fit."""

    def __init__(self, is_whole: bool, is_markdown: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._is_whole = is_whole
        self._wants_ends = is_markdown
        self.diagnostics: list[HtmlDiagnostic] = []
        self._counts = Counter[str]()
        self._open = OpenElements()
        self._seen: Counter[str] = Counter()
        self._strayed = Counter[str]()  # read as text, and not ended yet
        self._crossed = Counter[str]()  # said not to end where they should: their ends may follow
        self._cut: list[tuple[Open, Open]] = []  # paragraphs, each with what cut it short
        self._with_text: set[tuple[str, int]] = set()  # what is said to hold some

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take a start tag."""
        if attributes and (STRAY, "") in attributes:
            self._take_stray(name)
            return
        is_ours = not attributes or (MADE, "") not in attributes
        tag = self._take_tag(self.get_starttag_text() or f"<{name}>", name, is_ours)
        if self._in_foreign():
            if not tag.tag.endswith("/>"):
                self._open.append(tag)
            return
        if self._in_text():
            return
        self._close_implied(name, tag)
        if self._is_end_without_slash(tag, attributes):
            self._report(tag, rules.END_TAG_WITHOUT_ITS_SLASH(tag=tag.tag, name=name))
            self._open.pop()
            return
        if is_ours and (attributes or name not in RIGHT_ALONE):
            self._check_attributes(tag, attributes)
        for diagnostic, needs in place_diagnostics(tag, self._open, self._is_whole):
            self._report(tag, diagnostic, needs)
        if name in table.VOID:
            return
        if tag.tag.endswith("/>") and name not in table.FOREIGN:
            self._report(tag, rules.SELF_CLOSED_ELEMENT(tag=short(tag.tag), name=name))
        elif not tag.tag.endswith("/>"):
            self._open.append(tag)

    def _is_end_without_slash(self, tag: Open, attributes: list[tuple[str, str | None]]) -> bool:
        last = self._open[-1] if self._open else None
        is_alike = last is not None and last.is_ours and last.name == tag.name
        return is_alike and tag.is_ours and not attributes and tag.name in table.NOT_IN_THEIR_LIKE

    def _take_stray(self, name: str) -> None:
        """Take a tag that is read as text; so is the next one that ends an element of its name."""
        written = (self.get_starttag_text() or f"<{name}>").replace(f' {STRAY}=""', "", 1)
        tag = self._take_tag(written, name, True)
        self._strayed[name] += 1
        self._report(tag, rules.TAG_READ_AS_TEXT(tag=short(written)))

    def handle_startendtag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take a tag that ends with `/>`."""
        self.handle_starttag(name, attributes)

    def handle_endtag(self, name: str) -> None:
        """Take an end tag."""
        if self._strayed.get(name):
            self._strayed[name] -= 1
            self._take_tag(f"</{name}>", name, True)
            return
        if not self._open.hold({name}):
            self._report_stray(name)
            return
        last = self._open[-1]
        holder = (
            last
            if last.name == name
            else next(one for one in reversed(self._open) if one.name == name)
        )
        tag = self._take_tag(f"</{name}>", name, holder.is_ours)
        if holder.is_ours and not last.is_ours:
            self._open.remove(holder)
            hint = "Laissez une ligne vide avant." if name in table.BLOCKS else None
            self._report(tag, rules.END_TAG_READ_AS_TEXT(tag=tag.tag, hint=hint))
            return
        while self._open[-1] is not holder:
            crossed = self._open.pop()
            self._crossed[crossed.name] += 1
            self._report_unclosed(crossed, f"</{name}>", holder.is_ours, self._wants_ends)
        if lack := lack_of(self._open.pop()):
            self._report(holder, lack)

    def handle_data(self, data: str) -> None:
        """Take some text; signs alone may stand for Liquid at fault."""
        holder = self._open[-1] if self._open else None
        if not holder or holder.name not in table.HOLDS_TEXT_IN or not any(map(str.isalnum, data)):
            return
        place = holder.tag, holder.nth
        if place not in self._with_text and not self._in_foreign():
            self._with_text.add(place)
            text, child = short(data), table.HOLDS_TEXT_IN[holder.name]
            self._report(
                holder, rules.MISPLACED_TEXT(text=text, holder=short(holder.tag), child=child)
            )

    def end(self) -> None:
        """Report what is still open."""
        while self._open:
            self._report_unclosed(self._open.pop())

    def _check_attributes(self, tag: Open, attributes: list[tuple[str, str | None]]) -> None:
        holder = self._open[-1].name if self._open and tag.name == "source" else ""
        # Those of a style are warnings, and long to look up.
        has_style = self._counts[WARNING] <= _MOST_FAULTS
        for diagnostic in tag_diagnostics(tag.name, tag.tag, tuple(attributes), holder, has_style):
            self._report(tag, diagnostic)

    def _close_implied(self, name: str, tag: Open) -> None:
        """Close what a start tag closes; a `<p>` so closed by its author is reported at its end."""
        while count := self._implied(name):
            for closed in [self._open.pop() for _ in range(count)]:
                if closed.name == "p":
                    self._cut.append((closed, tag))
                elif tag.is_ours:
                    self._report_unclosed(closed, short(tag.tag), True, self._wants_ends)

    def _implied(self, name: str) -> int:
        """Return how many elements a start tag closes, with those whose ends may be left out."""
        for count, element in enumerate(reversed(self._open), 1):
            if name in table.CLOSED_BY.get(element.name, ()):
                return count
            if element.name not in table.OPTIONAL_END:
                return 0
        return 0

    def _report_stray(self, name: str) -> None:
        """Report an end tag that ends nothing; that of a paragraph cut short tells what cut it."""
        if name == "p" and self._cut:
            paragraph, inner = self._cut.pop()
            if paragraph.is_ours:
                self._report(
                    inner, rules.FORBIDDEN_NESTING(tag=short(inner.tag), holder="<p>", name="p")
                )
            return
        tag = self._take_tag(f"</{name}>", name, True)
        if self._in_text():
            return
        if self._crossed[name]:
            self._crossed[name] -= 1
            return
        hint = "Écrivez <br>." if name == "br" else None
        of_void = rules.END_TAG_OF_A_VOID_ELEMENT(tag=tag.tag, name=name, hint=hint)
        self._report(tag, of_void if name in table.VOID else rules.STRAY_END_TAG(tag=tag.tag))

    def _report_unclosed(
        self, element: Open, before: str = "", is_written: bool = True, is_wanted: bool = False
    ) -> None:
        name = element.name
        if (
            name in table.VOID | table.FOREIGN
            or is_unknown(name)
            or (name in table.OPTIONAL_END and not is_wanted)
        ):
            return  # reported already
        where = f" avant « {before} »" if before else ""
        hint = None if is_written else rules.CLOSE_IT_IN_MARKDOWN.format(name=name)
        told = rules.UNCLOSED_ELEMENT(tag=short(element.tag), name=name, where=where, hint=hint)
        self._report(element, told)

    def _take_tag(self, text: str, name: str, is_ours: bool) -> Open:
        self._seen[text] += is_ours
        return Open(name, text, self._seen[text] - is_ours, is_ours)

    def _in_foreign(self) -> bool:
        return self._open.hold(table.FOREIGN)

    def _in_text(self) -> bool:
        return bool(self._open) and self._open[-1].name in table.TEXT_ONLY

    def _report(self, tag: Open, diagnostic: Diagnostic, needs: Open | None = None) -> None:
        if tag.is_ours and (needs is None or needs.is_ours):
            self._counts[diagnostic.severity] += 1
            excess = self._counts[diagnostic.severity] - _MOST_FAULTS
            if excess == 1:
                more = MORE_IN_THIS_FILE(more="d'autres").with_severity(diagnostic.severity)
                self.diagnostics.append(HtmlDiagnostic("", 0, more))
            elif excess <= 0:
                self.diagnostics.append(HtmlDiagnostic(tag.tag, tag.nth, diagnostic))
            if excess > 0 and diagnostic.severity == ERROR:
                raise _Enough
