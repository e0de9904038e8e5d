"""What word processors and spreadsheets leave in a text that is pasted: names that are no HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from commands.checks.site import CheckedSite
from core.diagnostics.catalog.html import PASTED_FROM_OFFICE
from jekyll.front_matter.source_positions import line_at, without_code

# Their prefixes: `<o:p>`, `<w:sdt>`, `<st1:place>`, `x:str`, `v:shapes` (Microsoft, « Office HTML
# and XML Reference »).
_PREFIXED = re.compile(r"(?:o|w|v|m|x|p|a|wp|st\d|u\d)(?::.+)")
# Their classes, and those of Google's documents, of Apple's and Google's mail.
_CLASS = re.compile(
    r"(?i)<[a-z][^<>]{0,500}?\s(?P<written>class\s*=\s*[\"']?[^\"'<>]{0,200}?"
    r"(?<![\w-])(?P<name>Mso[A-Z]\w+|WordSection\d+|xl\d{2,3}|Apple-[\w-]+|gmail_\w+)(?![\w-])"
    r"[^\"'<>]{0,200}[\"']?|style\s*=\s*[\"'][^<>]{0,200}?(?<![\w-])mso-[\w-]+|id\s*=\s*[\"']?docs-internal-guid-[\w-]+[\"']?)"
)


def is_of_office(name: str) -> bool:
    """Return whether an element or an attribute is one of an office suite alone.

    >>> is_of_office("o:p"), is_of_office("x:str"), is_of_office("xlink:href")
    (True, True, False)
    """
    return _PREFIXED.fullmatch(name) is not None


def check_office(site: CheckedSite) -> None:
    """Warn once a file of the classes that nothing follows, but for the site's own styles."""
    for label, first, text in _texts(site):
        for found in _CLASS.finditer(text):
            name = found["name"]
            if not name or not site.is_styled(name):
                told = PASTED_FROM_OFFICE(written=found["written"][:60])
                site.add(told.at(label, first + line_at(text, found.start())))
                break


def _texts(site: CheckedSite) -> Iterator[tuple[str, int, str]]:
    for document in site.site.rendered:
        body = document.source.body
        bare = without_code(body) if document.is_markdown else body
        yield document.source.label, document.source.body_line, bare
