"""What begins and ends a block, for the parsers that must agree on it.

White space is ASCII's alone, as in kramdown: a no-break space is a sign like another.
"""

from __future__ import annotations

import re

from jekyll.kramdown.html_elements import SPAN_ELEMENTS, TAG_NAME

WHITE = " \t\r\n\f\v"
W = r"[ \t\r\n\f\v]"  # white space
INDENT = r"[ ]{0,3}"
BLANK = r"(?:[ \t\r\f\v]*\n)+"
INSIDE = r"(?:\\\}|[^\}])"  # of the braces of an attribute list
END_MARKER = r"\^[ \t\r\f\v]*\n"
ATTRIBUTE_LINE = rf"{INDENT}\{{:(?!:|/)({INSIDE}+)\}}[ \t\r\f\v]*\n"
_SPANS = "|".join(sorted(SPAN_ELEMENTS | {"script"}))
HTML_LINE = rf"{INDENT}(?:<(?!(?:{_SPANS})\b){TAG_NAME}|</(?!(?:{_SPANS})\b){TAG_NAME}{W}*>)"
HEADING = r"(?P<level>\#{1,6})[\t ]+(?P<contents>[^\n]*)\n"
QUOTE = rf"{INDENT}>"
FENCE = rf"{INDENT}(?:~{{3,}}|`{{3,}})"
ITEM_TAIL = r"[\t ][^\n]*\n"
ITEM = {
    "ul": rf"({INDENT}[+*-])({ITEM_TAIL})",
    "ol": rf"({INDENT}\d+\.)({ITEM_TAIL})",
    "dl": rf"({INDENT}:)({ITEM_TAIL})",
}
RULE = r" {0,3}(?:\*[ \t]*){3,}\n| {0,3}(?:-[ \t]*){3,}\n| {0,3}(?:_[ \t]*){3,}\n"

blank = re.compile(BLANK)
indentation = re.compile(r"^(?:\t| {4})", re.MULTILINE)  # of code, and of what a note holds
escape = re.compile(r"""\\([\\.*_+`<>()\[\]{}#!:|"'$=\-~])""")
end_marker = re.compile(END_MARKER)
attribute_line = re.compile(ATTRIBUTE_LINE)
rule = re.compile(RULE)
item_start = re.compile(rf"{ITEM['ul']}|{ITEM['ol']}")
boundary = re.compile(rf"{BLANK}|{END_MARKER}|{ATTRIBUTE_LINE}|\Z")
lazy_end = re.compile(rf"{BLANK}|{ATTRIBUTE_LINE}|{END_MARKER}|{HTML_LINE}|\Z")
# The lines that a paragraph does not continue on.
paragraph_end = re.compile(
    rf"{BLANK}|{ATTRIBUTE_LINE}|{END_MARKER}|{HTML_LINE}|\Z"
    rf"|{INDENT}[+*-]{ITEM_TAIL}|{INDENT}\d+\.{ITEM_TAIL}|\#{{1,6}}[\t ]+[^\n]*\n"
    rf"|{INDENT}:{ITEM_TAIL}|{QUOTE}|{FENCE}"
)
