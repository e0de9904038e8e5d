"""Addresses among words that no sign makes links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from commands.checks.pages import Page, words_of
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic
from core.diagnostics.catalog.typos import ADDRESS_OF_NO_LINK
from jekyll.front_matter.source_positions import without_code

_MOST = 50  # that are looked for in one page
_ADDRESS = re.compile(
    r"(?<![\w<\"'\[/=.:@+%{#-])(?<!\]\()(?:(?:https?://|www\.[\w-]+\.)[^\s<>\"'\]»]++"
    r"|(?:mailto:)?[\w.+-]{1,64}+@[\w-]+(?:\.[\w-]+)+)"
)
# HTML, lists of attributes, code, definitions, those of reStructuredText too.
_APART = re.compile(r"<|\{|    |\[[^\[\]]*\] ?:|\.\. _")
_WITH_WORDS = re.compile(r"[^\s\[\]]+\[[^\[\]\n]+\]")  # a link of AsciiDoc's, told as such
_ENDS = ".,;:!?…*_|"


def check_bare_addresses(site: CheckedSite) -> None:
    """Warn of what other editors would have made a link."""
    for page in site.pages.values():
        document = site.documents.get(page.name)
        if document and document.is_markdown and page.content is not None:
            source, bare = document.source, without_code(document.source.body)
            for place, typo in _typos(page, bare):
                site.add_at(source, bare, place, typo)


def _typos(page: Page, bare: str) -> Iterator[tuple[int, Diagnostic]]:
    """Give the addresses of a text that are shown and lead nowhere, with their places."""
    addresses = list(_addresses(bare))
    if not addresses:
        return
    shown = _flat(words_of(page.content)) if page.content is not None else ""
    linked = _flat("\n".join(map(words_of, page.in_content("a[href], button, code, pre"))))
    for place, address, typo in addresses:
        if _flat(address) in shown and _flat(address) not in linked:
            yield place, typo


def _addresses(bare: str) -> Iterator[tuple[int, str, Diagnostic]]:
    """Give the addresses that no sign makes links, those in HTML left out."""
    for found in islice(_ADDRESS.finditer(bare), _MOST):
        line = bare[bare.rfind("\n", 0, found.start()) + 1 : found.start()].lstrip()
        if _APART.match(line) or _WITH_WORDS.match(bare, found.start()):
            continue
        address = found[0].rstrip(_ENDS)
        if address.endswith(")") and "(" not in address:
            address = address.rstrip(f"){_ENDS}")
        address = address.removeprefix("mailto:")
        whole = f"https://{address}" if address.startswith("www.") else address
        yield found.start(), address, ADDRESS_OF_NO_LINK(address=address, whole=whole)


def _flat(text: str) -> str:
    """Return a text without what typography changes."""
    return re.sub(r"[\s\"'’‘“”«»\u00ad\u200b-]+", "", text)
