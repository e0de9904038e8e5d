"""The plugin: a pass over each body, a look at the style sheets, functions for templates."""

from __future__ import annotations

import contextlib
import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from core.diagnostics import Diagnostics
from core.plain_files import read_inside
from jekyll.addresses.hosts import Hosts
from jekyll.limits import LimitExceeded
from jekyll.loads import MOST_OF_A_COPY, SiteLoad
from jekyll.plugin.extension_points import SiteContext, site_context
from jekyll.site.model import Document, Kind, Site
from page_parts.embeds.card import CLASS
from page_parts.embeds.external_resources import refused_addresses, remove_loads, warn_copied_page
from page_parts.embeds.frames import replace_frames, replace_media
from page_parts.embeds.images import replace_images
from page_parts.embeds.page import PageBody, warn_refused
from page_parts.security_policy.policy import needs_of

_FINDING = "has_cards"
_IMAGES = re.compile('<img alt="[^"]*" src="([^"]*)')


def add_pass(context: SiteContext) -> None:
    """Have each body rid of what it takes from other hosts, and look at the style sheets."""
    site, diagnostics = context.site, context.diagnostics
    hosts = Hosts(context.siteurl, site.config.allowed_origins)

    def replace_foreign(tree: LexborHTMLParser, document: Document) -> None:
        page = PageBody(tree, document.source, hosts, needs_of(document), diagnostics)
        for change in (replace_frames, replace_media, replace_images, remove_loads):
            change(page)
        document.findings[_FINDING] = tree.css_first(f".{CLASS}[data-contenu]") is not None
        if document.findings[_FINDING]:
            document.ask_style("cartes")

    def without_foreign(html: str, _: Document) -> str | None:
        return None if any(map(hosts.is_refused, _IMAGES.findall(html))) else html

    context.add_body_pass(replace_foreign, without_foreign)
    _check_style_sheets(site, hosts, diagnostics)
    _look_at_copied_pages(site, hosts, diagnostics)


def _look_at_copied_pages(site: Site, hosts: Hosts, diagnostics: Diagnostics) -> None:
    """Report what they load; those that ask too much, `check` tells."""
    loads = SiteLoad()
    for name in site.copied:
        if name.lower().endswith((".html", ".htm")):
            html = _read(site, name)
            with contextlib.suppress(LimitExceeded):
                loads.check_copy(name, html)
                warn_copied_page(html, f"{site.label}/{name}", hosts, diagnostics)


def _check_style_sheets(site: Site, hosts: Hosts, diagnostics: Diagnostics) -> None:
    """Report what the site's own style sheets ask of other hosts: the policy of pages stops it."""
    texts = [
        (document.source.label, document.source.body, document.source.body_line)
        for document in site.of_kind(Kind.TEXT)
        if document.name.endswith(".css")
    ]
    copied = [name for name in site.copied if name.endswith(".css")]
    texts += [(f"{site.label}/{name}", _read(site, name), 1) for name in copied]
    for label, css, first_line in texts:
        for url, line in refused_addresses(css, hosts.is_refused):
            warn_refused(diagnostics, label, first_line + line, "le fichier", url)


def _read(site: Site, name: str) -> str:
    """Return the text of a copied file; one unreadable is reported by those who copy it."""
    try:
        return read_inside(site.files.root, name, MOST_OF_A_COPY + 1).decode("utf-8", "replace")
    except OSError:
        return ""


def add_functions(generator: Any) -> None:
    """Give a generator's templates `has_cards`, which says whether a page needs their script."""

    def has_cards(shown: Any) -> bool:
        site = site_context(generator.settings).site
        document = site.documents.get(getattr(shown, "relative_source_path", ""))
        return bool(document and document.findings.get(_FINDING))

    generator.env.globals["has_cards"] = has_cards
