"""Footnotes: numbered as the text calls them; those that nothing calls are left out."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from jekyll.kramdown.nodes import Node

_BACK = "Retour à l'appel de la note {}"


class NoteList:
    """The notes of one text, in the order of their calls."""

    def __init__(self, notes: dict[str, Node], first: int):
        self._notes, self._first = notes, first
        self._numbers: dict[str, int] = {}
        self._calls: dict[str, int] = {}

    def call(self, parent: Element, name: str) -> None:
        """Add the call of a note."""
        number = self._numbers.setdefault(name, len(self._numbers) + self._first)
        count = self._calls[name] = self._calls.get(name, 0) + 1
        identifier = f"fnref:{name}" if count == 1 else f"fnref{count}:{name}"
        sign = SubElement(parent, "sup", id=identifier)
        link = SubElement(sign, "a", {"class": "footnote-ref", "href": f"#fn:{name}"})
        link.text = str(number)

    def items(self, page: Element) -> Iterator[tuple[Node, Element]]:
        """Give each note that is called and its place; a note may call another."""
        if not self._numbers:
            return
        division = SubElement(page, "div", {"class": "footnote"})
        entries = SubElement(division, "ol")
        if self._first != 1:
            entries.set("start", str(self._first))
        done = 0
        while done < len(self._numbers):
            name = list(self._numbers)[done]
            yield self._notes[name], SubElement(entries, "li", id=f"fn:{name}")
            done += 1

    def close(self, item: Element, note: Node) -> None:
        """Add the links that go back to the calls of a note."""
        name = item.get("id", "").removeprefix("fn:")
        last = item[-1] if len(item) and item[-1].tag == "p" else SubElement(item, "p")
        for count in range(1, self._calls[name] + 1):
            target = f"#fnref:{name}" if count == 1 else f"#fnref{count}:{name}"
            if len(last):
                last[-1].tail = (last[-1].tail or "") + "\u00a0"
            else:
                last.text = (last.text or "") + "\u00a0"
            title = _BACK.format(self._numbers[name])
            link = SubElement(
                last, "a", {"class": "footnote-backref", "href": target, "title": title}
            )
            link.text = "↩"
