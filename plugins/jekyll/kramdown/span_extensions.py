"""What stands between braces in a text: attributes, comments, raw HTML, options."""

from __future__ import annotations

import re

from jekyll.kramdown.attributes import read_attributes
from jekyll.kramdown.block_extensions import KNOWN, is_shown, set_options, span_extension
from jekyll.kramdown.nodes import Node
from jekyll.kramdown.patterns import INSIDE
from jekyll.kramdown.span_reader import SpanReader

_attributes = re.compile(rf"\{{:(?!:|/)({INSIDE}+)\}}")


class ExtensionSpans(SpanReader):
    """Reads it; a part of the span parser."""

    def extension(self) -> bool:
        """Read what stands between braces: attributes, a comment, raw HTML."""
        found = span_extension.match(self.text, self.position)
        if found and found["name"] in KNOWN:
            return self._extension(found)
        found = _attributes.match(self.text, self.position)
        last = self.parent.last
        if not found or last is None or last.kind in ("chars", "entity"):
            return False
        self.position = found.end()
        given = read_attributes(found[1])
        last.options["is_standalone"] = "standalone" in given.references
        last.receive(given, self.attribute_lists)
        return True

    def _extension(self, found: re.Match[str]) -> bool:
        end = re.compile(rf"\{{:/(?:{found['name']})?\}}").search(self.text, found.end())
        if found["name"] == "options":
            set_options(self.options, found["options"] or "")
        elif not found["closed"] and not end:
            return False
        if not found["closed"] and end and found["name"] != "options":
            if is_shown(found):
                self.add(Node("raw", self.text[found.end() : end.start()]))
            self.position = end.end()
        else:
            self.position = found.end()
        return True
