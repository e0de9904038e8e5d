"""Keys of front matter that are very like a known one: a slip, that silently does nothing."""

from __future__ import annotations

from checks.site import CheckedSite
from faults import ContentError, Faults
from front_matter import Schema, Source, parse_mapping
from scribouilli import schema
from scribouilli.site import Kind

# Keys of Jekyll and its plugins that look like ours, and of other plugins of this site.
_OTHERS = frozenset(
    """acteurs auteur auteurs author authors excerpt image images lang locale toc comments
    sitemap subtitle header footer category categories tag tags date order in_menu slug""".split()
)
_SCHEMAS = {Kind.PAGE: schema.PAGE, Kind.POST: schema.POST}


def check_keys(site: CheckedSite) -> None:
    """Warn of the keys of pages and articles that nearly are known ones."""
    for document in site.site.rendered:
        known = _SCHEMAS.get(document.kind)
        if known and document.source.front:
            _check_one(site, document.source, known)


def _check_one(site: CheckedSite, source: Source, known: Schema) -> None:
    found = Faults()
    try:
        values = parse_mapping(source.front, source.label, Faults(), first_line=2)
    except ContentError:
        return  # told by the build
    known.tell_misspelt(values, source.label, found, others=_OTHERS)
    for fault in found.found:
        site.keep(fault)
