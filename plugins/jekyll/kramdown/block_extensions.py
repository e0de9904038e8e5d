"""What stands between braces on a line of its own: attribute lists, comments, raw HTML, options."""

from __future__ import annotations

import re

from jekyll.kramdown import patterns
from jekyll.kramdown.attributes import AttributeList, read_attributes
from jekyll.kramdown.nodes import Node
from jekyll.kramdown.patterns import INDENT, INSIDE
from jekyll.kramdown.scanner import BlockReader, TextOptions

_NAME = r"[A-Za-z0-9_][\w-]*"
_definition = re.compile(rf"{INDENT}\{{:({_NAME}):({INSIDE}+)\}}[ \t\r\f\v]*\n")
_START = rf"\{{::(?P<name>\w+)(?:\s(?P<options>{INSIDE}*?))?(?P<closed>/)?\}}"
_start = re.compile(rf"{INDENT}{_START}[ \t\r\f\v]*\n")
span_extension = re.compile(_START)
KNOWN = frozenset({"comment", "nomarkdown", "options"})
_DEFINES = frozenset({"link", "abbreviation", "note"})


class ExtensionBlocks(BlockReader):
    """Reads them; a part of the block parser."""

    def extension(self) -> bool:
        """Read a definition, an extension or an attribute list."""
        if found := self.scan(_definition):
            named = self.attribute_lists.setdefault(found[1], AttributeList())
            named.add(read_attributes(found[2]))
            self.add(Node("end", "list"))
            return True
        if found := self.check(_start):
            return self._extension(found)
        if found := self.scan(patterns.attribute_line):
            self._attribute_line(read_attributes(found[1]))
            return True
        return False

    def _attribute_line(self, attributes: AttributeList) -> None:
        """Give an attribute list to the block above, or keep it for the one below."""
        last = self.parent.last
        if (
            last is not None
            and last.kind != "blank"
            and (last.kind != "end" or last.value in _DEFINES)
        ):
            last.give(attributes)
            if not self.check(patterns.attribute_line):
                self.add(Node("end", "attributes"))
            return
        self.pending = self.pending or AttributeList()
        self.pending.add(attributes)

    def _extension(self, found: re.Match[str]) -> bool:
        if found["name"] not in KNOWN:
            return False
        name = found["name"]
        if name == "options":
            set_options(self.options, found["options"] or "")
        if found["closed"] or name == "options":
            self.position = found.end()
            return True
        end = re.compile(rf"^{INDENT}\{{:/(?:{name})?\}}[ \t\r\f\v]*\n", re.MULTILINE).search(
            self.text, found.end()
        )
        if not end:
            return False
        body = self.text[found.end() : end.start()]
        self.position = end.end()
        if is_shown(found):
            self.add(Node("raw", body))
        else:
            self.parent.children.append(Node("end", "comment"))
        return True


def is_shown(extension: re.Match[str]) -> bool:
    """Return whether an extension is HTML to publish as it is."""
    kind = read_attributes(extension["options"] or "").attributes.get("type", "html")
    return extension["name"] == "nomarkdown" and kind == "html"


def set_options(options: TextOptions, written: str) -> None:
    """Set the options of a text that are served: whether HTML is read, the first note's number."""
    given = read_attributes(written).attributes
    if (blocks := given.get("parse_block_html")) is not None:
        options["parse_block_html"] = blocks == "true"
    if (spans := given.get("parse_span_html")) is not None:
        options["parse_span_html"] = spans == "true"
    if re.fullmatch(r"\d{1,6}", first := given.get("footnote_nr", "")):
        options["footnote_nr"] = int(first)
