"""What is defined apart from the text that calls it: addresses, notes, abbreviations."""

from __future__ import annotations

import re

from jekyll.kramdown import patterns
from jekyll.kramdown.code_blocks import CodeBlocks
from jekyll.kramdown.nodes import Node
from jekyll.kramdown.patterns import INDENT, WHITE

_link = re.compile(
    rf"""{INDENT}\[([^\n\]]+)\]:[ \t]*(?:<([^\n]*?)>|([^\n]*?[^ \t\n\r\f\v][^\n]*?))
    (?:(?:[ \t]*\n|[ \t]+)[ \t]*(["'])([^\n]+?)\4)?[ \t]*\n""",
    re.VERBOSE,
)
_quoted = re.compile(r"[ \t]+[\"']")
_note = re.compile(rf"{INDENT}\[\^([A-Za-z0-9_][\w-]*)\]:[ \t]*(?:\n|([^\n]*\n))")
_abbreviation = re.compile(rf"{INDENT}\*\[([^\n\]]+)\]:([^\n]*)\n")


def link_name(text: str) -> str:
    """Return the name of a link's definition: white space and case do not count."""
    return re.sub(rf"{patterns.W}+", " ", text).lower()


class DefinitionBlocks(CodeBlocks):
    """Reads them; a part of the block parser."""

    def link_definition(self) -> bool:
        """Read `[name]: address "title"`."""
        found = self.check(_link)
        if not found or (found[3] and _quoted.search(found[3])):
            return False
        self.position = found.end()
        mark = self.add(Node("end", "link"))
        address = found[2] if found[2] is not None else found[3]
        self.links[link_name(found[1])] = (address, found[5], mark)
        return True

    def note(self) -> bool:
        """Read `[^name]: text` and the indented lines that follow."""
        found = self.check(_note)
        if not found:
            return False
        self.position = found.end()
        self.position = self.end_of_indented()
        text = (found[2] or "\n") + self.text[found.end() : self.position]
        content = Node("note")
        self.parse_into(content, patterns.indentation.sub("", text))
        self.notes[found[1]] = content  # the last of a name holds
        self.add(Node("end", "note"))
        return True

    def abbreviation(self) -> bool:
        """Read `*[short]: long`."""
        found = self.scan(_abbreviation)
        if not found:
            return False
        mark = self.add(Node("end", "abbreviation"))
        self.abbreviations[found[1]] = (found[2].strip(WHITE), mark)
        return True
