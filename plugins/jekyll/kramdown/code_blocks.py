"""Blocks of code: indented by four spaces, or between two fences."""

from __future__ import annotations

import re

from jekyll.kramdown import patterns
from jekyll.kramdown.nodes import Node
from jekyll.kramdown.patterns import HTML_LINE, INDENT
from jekyll.kramdown.scanner import BlockReader

_code_line = re.compile(r"(?:\t| {4})[ \t]*[^ \t\n\r\f\v][^\n]*\n")
_code_end = re.compile(
    rf"{patterns.ATTRIBUTE_LINE}|{patterns.END_MARKER}|{HTML_LINE}|[ \t\r\f\v]*\n|\Z"
)
_fence = re.compile(
    rf"{INDENT}(?P<fence>(?P<sign>[~`])(?P=sign){{2,}})[ \t\r\f\v]*(?P<language>[^\s?`]+)?[^\n`]*\n"
)


class CodeBlocks(BlockReader):
    """Reads them; a part of the block parser."""

    def indented_code(self) -> bool:
        """Read code indented by four spaces, with its lazy lines."""
        start, end = self.position, self.end_of_indented()
        if end == start:
            return False
        self.position = end
        code = re.sub(r"\n( {0,3}[^ \t\n\r\f\v])", r" \1", self.text[start:end])
        code = re.sub(r"^[ \t]+\n", lambda found: found[0], code)
        self.add(Node("code_block", patterns.indentation.sub("", code)))
        return True

    def end_of_indented(self) -> int:
        """Return where indented lines, and the lazy lines that follow each, end."""
        end = self.position
        while True:
            blank = patterns.blank.match(self.text, end)
            line = _code_line.match(self.text, blank.end() if blank else end)
            if not line:
                return end
            end = line.end()
            while not _code_end.match(self.text, end):
                end = self.text.index("\n", end) + 1

    def fenced_code(self) -> bool:
        """Read code between two fences."""
        found = self.check(_fence)
        if not found:
            return False
        end = re.compile(
            rf"^{INDENT}{found['fence']}{found['sign']}*[ \t\r\f\v]*\n", re.MULTILINE
        ).search(self.text, found.end())
        if not end:
            return False
        node = self.add(Node("code_block", self.text[found.end() : end.start()]))
        if found["language"]:
            node.attributes["class"] = f"language-{found['language']}"
        self.position = end.end()
        return True
