"""Keys of front matter that are very like a known one: a slip, that silently does nothing."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping

from checks.site import CheckedSite
from faults import WARNING, ContentError, Fault, Faults, nearest
from front_matter import Schema, Source, Value, parse_mapping
from front_matter.schema import SLIP
from front_matter.source import decode, read_bytes
from scribouilli import schema
from scribouilli.site import Kind
from scribouilli.site_config import FILE_NAME

# Keys of Jekyll and its plugins that look like ours, and of other plugins of this site.
_OTHERS = frozenset(
    """acteurs auteur auteurs author authors excerpt image images lang locale toc comments
    sitemap subtitle header footer category categories tag tags date order in_menu slug""".split()
)
# Settings of Jekyll and its plugins (jekyllrb.com, « Configuration »), and of this site.
_SETTINGS = frozenset(
    """name tagline email author authors lang locale theme remote_theme plugins timezone permalink
    paginate paginate_path include markdown kramdown sass defaults repository logo social encoding
    future drafts unpublished source destination excerpt_separator show_excerpts header_pages
    collections_dir plugins_dir layouts_dir data_dir includes_dir keep_files liquid highlighter
    incremental strict_front_matter scribouilli feed twitter github facebook analytics version
    whitelist gems port host safe limit_posts lsi minima google_analytics links titles footer
    relative_links titles_from_headings optional_front_matter readme_index""".split()
)
# Layouts of this site, and the front page's of Jekyll's themes; a site may bring others.
_LAYOUTS = frozenset("page post default home".split())
_LAYOUTS_OF_THEMES = frozenset(["posts"])
_THEMES = frozenset("theme remote_theme".split())
_SCHEMAS = {Kind.PAGE: schema.PAGE, Kind.POST: schema.POST}


def check_keys(site: CheckedSite) -> None:
    """Warn of the keys of pages, articles and settings that nearly are known ones."""
    root, label = site.site.files.root, f"{site.site.label}/{FILE_NAME}"
    settings: Mapping[str, Value] = {}
    with contextlib.suppress(ContentError):  # told by the build
        if (root / FILE_NAME).exists():
            text = decode(read_bytes(root, FILE_NAME, label, Faults()), label, Faults())
            settings = _check_values(site, text, label, schema.CONFIG, _SETTINGS)
    brings_layouts = (site.site.files.root / "_layouts").is_dir()
    layouts = _LAYOUTS if _THEMES.isdisjoint(settings) else _LAYOUTS | _LAYOUTS_OF_THEMES
    for document in site.site.rendered:
        known, source = _SCHEMAS.get(document.kind), document.source
        if known and source.front:
            _check_values(site, source.front, source.label, known, _OTHERS, first_line=2)
            written = (document.metadata["layout"] or "").strip()
            if not brings_layouts and written not in layouts:
                _check_layout(site, source, written)


def _check_layout(site: CheckedSite, source: Source, written: str) -> None:
    """Warn of a layout that is nearly one that there is; another's is no fault."""
    near = nearest(written, _LAYOUTS, SLIP)
    if near:
        message = f"le gabarit « {written} » n'existe pas"
        cure = f"Vouliez-vous dire « {near} » ?"
        site.keep(Fault(source.label, source.line_of_key("layout"), message, cure, WARNING))


def _check_values(
    site: CheckedSite,
    text: str,
    label: str,
    known: Schema,
    others: frozenset[str],
    first_line: int = 1,
) -> Mapping[str, Value]:
    found = Faults()
    try:
        values = parse_mapping(text, label, Faults(), first_line)
    except ContentError:
        return {}  # told by the build
    known.tell_misspelt(values, label, found, others)
    for fault in found.found:
        site.keep(fault)
    return values
