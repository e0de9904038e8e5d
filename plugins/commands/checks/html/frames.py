"""Frames without a name, or with the one that was copied with them."""

from __future__ import annotations

import html
import re
from itertools import islice

from commands.checks.lines import short
from commands.checks.links.link_names import link_name
from commands.checks.site import CheckedSite
from core.diagnostics import WARNING
from core.diagnostics.catalog.html import UNNAMED_FRAME, UNNAMED_OBJECT
from core.diagnostics.catalog.typos import FRAME_TITLE_IN_ENGLISH
from jekyll.front_matter.source_positions import line_at, without_code

_NAMING = ("title", "aria-label", "aria-labelledby")
_MOST = 50  # that are looked for in one page
# As the services write it in what they give to copy.
_ENGLISH_TITLE = re.compile(
    r"(?i)<iframe\b[^>]{0,2000}?\btitle=[\"'](?P<title>youtube video player|vimeo-player|"
    r"spotify embed[^\"']*|soundcloud player|embedded (?:video|content|post)|google maps?|"
    r"video player|facebook post)[\"']"
)


# A card stands for those of other sites, and gives the frame the name of its kind alone.
_UNNAMED_ELSEWHERE = re.compile(
    r"""(?ix)<iframe\b(?![^>]{0,2000}?\s(?:title|aria-label(?:ledby)?)\s*=\s*["']?\s*[^\s"'>])
    [^>]{0,2000}?\ssrc\s*=\s*["']?(?P<source>(?:https?:)?//[^\s"'>]{1,2000})"""
)


def check_frame_titles(site: CheckedSite) -> None:
    """Warn of the titles of frames that were left in English; a card may have taken their place."""
    for page in site.pages.values():
        document = site.documents.get(page.name)
        if document and document.is_markdown:
            source, bare = document.source, without_code(document.source.body)
            for found in islice(_ENGLISH_TITLE.finditer(bare), _MOST):
                line = source.body_line + line_at(bare, found.start())
                site.add(FRAME_TITLE_IN_ENGLISH(title=found["title"]).at(source.label, line))
            shown = {frame.attributes.get("src") for frame in page.in_content("iframe")}
            for found in islice(_UNNAMED_ELSEWHERE.finditer(bare), _MOST):
                if html.unescape(found["source"]) not in shown:  # else it is told below
                    line = source.body_line + line_at(bare, found.start())
                    unnamed = UNNAMED_FRAME(source=short(found["source"]))
                    site.add(unnamed.with_severity(WARNING).at(source.label, line))


def check_frames(site: CheckedSite) -> None:
    """Tell the frames that have no name: who hears a page cannot tell them apart (WCAG, H64).

    What an `<object>` holds in itself is its name too (WCAG, H53).
    """
    for page in site.pages.values():
        for node in site.until_enough(page, page.in_content("object, embed"), WARNING):
            given = node.attributes
            named = bool(link_name(node))
            in_object = node.tag == "embed" and page.is_among(node, "object *")
            if not named and not in_object and not page.is_hidden(node):
                key = "data" if node.tag == "object" else "src"
                source = given.get(key) or ""
                told = UNNAMED_OBJECT(tag=short(f'<{node.tag} {key}="{source}">'))
                at = [f'{key}="{source}"', source, f"<{node.tag}"]
                site.report(page, told, at, page.nth(node, key))
        for frame in site.until_enough(page, page.in_content("iframe")):
            given = frame.attributes
            named = any((given.get(key) or "").strip() for key in _NAMING)
            if named or page.is_hidden(frame):
                continue
            source = given.get("src") or ""
            unnamed = UNNAMED_FRAME(source=source or "sans adresse")
            at = [f'src="{source}"', f"src='{source}'", source, "<iframe"]
            site.report(page, unnamed, at, page.nth(frame, "src"))
