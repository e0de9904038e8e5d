"""Pelican plugin: the image that goes with a page or an article (the keys `image`, `image_alt`).

Templates show it under the title, unless the text shows it itself, or the site has settings of
Jekyll's; feeds and JSON-LD name it in any case. `images` makes its variants.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from core.diagnostics import ERROR, WARNING, Diagnostics
from core.diagnostics.catalog.front_matter import IMPOSSIBLE_VALUE
from jekyll.front_matter.data_types import HEIC_ENDINGS
from jekyll.front_matter.shared_keys import LeadImage
from jekyll.liquid.link_tags import Linker
from jekyll.liquid.renderer import BadTag
from jekyll.plugin.extension_points import SiteContext, site_loaded
from jekyll.site.model import Document


@dataclass(frozen=True)
class ImageView:
    """The image of a page, for templates, feeds and search engines."""

    href: str  # its original's address
    alt: str  # what it shows, or ""
    is_shown: bool  # the page shows it under its title


def find_images(context: SiteContext) -> None:
    """Find the images that pages and articles name; one that is missing is reported.

    An event's poster is its own plugin's. A site that has settings of Jekyll's stays as Jekyll
    built it: themes there may show the image, or not.
    """
    site = context.site
    linker = Linker(site, context.base_path)
    for document in site.rendered:
        image = document.metadata.get("image", LeadImage())
        if not image.path:
            if not site.config.names_jekyll:
                _refuse_unseen(document, context.diagnostics)
            continue
        try:
            href = linker.link(image.path)
        except BadTag as bad:
            severity = WARNING if site.config.names_jekyll else ERROR
            missing = bad.diagnostic.with_severity(severity)
            line = document.values["image"].line
            context.diagnostics.add(missing.at(document.source.label, line))
            continue
        is_in_body = posixpath.basename(image.path) in document.source.body
        is_shown = not site.config.names_jekyll and not is_in_body
        alt = document.metadata["image_alt"] or image.alt
        context.add_metadata(document, lead_image=ImageView(href, alt, is_shown))


def _refuse_unseen(document: Document, diagnostics: Diagnostics) -> None:
    """Make an error of an image that no browser shows: this site would show it."""
    value = document.values.get("image")
    if value and str(value.content).lower().endswith((*HEIC_ENDINGS, ".pdf")):
        place = document.source.label, value.line
        found = [
            one.with_severity(ERROR)
            if (one.path, one.line, one.code) == (*place, IMPOSSIBLE_VALUE.code)
            else one
            for one in diagnostics.found
        ]
        diagnostics.found.clear()
        diagnostics.merge(found)  # so that an error which a process brings back is reported once


def register() -> None:
    """Connect to the site's signal."""
    site_loaded.connect(find_images)
