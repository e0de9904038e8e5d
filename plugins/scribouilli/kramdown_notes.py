"""Footnotes that no text calls are left out, as kramdown does."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

_PREFIX = "fn:"


class CalledNotes(Treeprocessor):
    """Keeps the notes that are called; runs once the text has been read."""

    def run(self, root: Element) -> None:
        """Take the others away, and the list itself when none is left."""
        called = self.md.treeprocessors["footnote"].footnotes.footnote_order
        for parent in list(root.iter()):
            for division in [part for part in parent if part.get("class") == "footnote"]:
                notes = division.find("ol")
                if notes is None:
                    continue
                for note in list(notes):
                    if note.get("id", "").removeprefix(_PREFIX) not in called:
                        notes.remove(note)
                if not len(notes):
                    parent.remove(division)


def leave_out_notes(md: Markdown) -> None:
    """Have a converter leave out the notes that are not called."""
    md.treeprocessors.register(CalledNotes(md), "called_notes", 14)
