"""Pages without front matter are published as they are: what they load is told."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from core.diagnostics import Diagnostics
from core.diagnostics.catalog.embeds import COPIED_PAGE_ASKS_ANOTHER_HOST
from jekyll.addresses.hosts import Hosts, host_name
from jekyll.addresses.html_addresses import RESOURCE, HeldAddress, held_addresses


def warn_copied_page(html: str, label: str, hosts: Hosts, diagnostics: Diagnostics) -> None:
    """Tell which hosts a page asks for before any click, each once."""
    tree = LexborHTMLParser(html)
    loaded = (held for held in held_addresses(tree) if held.is_loaded and _is_used(held))
    asked: dict[str, str] = {}
    for held in loaded:
        if hosts.is_refused(held.url):
            asked.setdefault(host_name(held.url), held.url)
    for host, url in asked.items():
        before, found, _ = html.partition(url)
        line = before.count("\n") + 1 if found else 0
        diagnostics.add(COPIED_PAGE_ASKS_ANOTHER_HOST(host=host).at(label, line))


def _is_used(held: HeldAddress) -> bool:
    """Return whether an address is not that of a link for machines: of these, styles are loaded."""
    rels = (held.node.attributes.get("rel") or "").lower().split()
    return held.kind != RESOURCE or "stylesheet" in rels
