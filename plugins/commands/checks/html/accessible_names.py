"""Names that all can hear (WCAG 2.2, 1.3.1 and 4.1.2): of fields, buttons, frames and objects."""

from __future__ import annotations

import html
import re
from itertools import islice

from selectolax.lexbor import LexborNode

from commands.checks.html.table import LABELABLE
from commands.checks.lines import short
from commands.checks.links.link_names import link_name
from commands.checks.pages import Page
from commands.checks.site import CheckedSite
from core.diagnostics import WARNING
from core.diagnostics.catalog.html import (
    LABEL_OF_NO_FIELD,
    UNNAMED_BUTTON,
    UNNAMED_FIELD,
    UNNAMED_FRAME,
    UNNAMED_OBJECT,
)
from core.diagnostics.catalog.typos import FRAME_TITLE_IN_ENGLISH
from jekyll.front_matter.source_positions import without_code

_NAMED_ALONE = frozenset("hidden submit reset button image".split())
_NAMING = ("aria-label", "aria-labelledby", "title", "placeholder")
_SHOWN = ("type", "name", "id")


def check_forms(site: CheckedSite) -> None:
    """Report buttons without words, fields without a name, labels of what is no field."""
    for page in site.pages.values():
        fields = page.in_content("button, input, select, textarea, label[for]")
        if not fields or page.has_scripts:  # one may give names
            continue
        labelled = {label.attributes.get("for") for label in page.in_content("label[for]")}
        every = reversed(page.tree.css("[id]")) if labelled else ()  # the first of each id
        named = {one.attributes.get("id") or "": one for one in every}
        for field in site.until_enough(page, fields):
            if page.is_hidden(field):
                continue
            if field.tag == "label":
                _check_label(site, page, field, named)
            elif field.tag == "button":
                _check_button(site, page, field)
            elif field.attributes.get("id") not in labelled:
                _check_field(site, page, field)


def _check_label(
    site: CheckedSite, page: Page, label: LexborNode, named: dict[str, LexborNode]
) -> None:
    name = label.attributes.get("for") or ""
    held = named.get(name)
    if name and held is not None and held.tag not in LABELABLE and "-" not in (held.tag or ""):
        at = [f'for="{name}"', f"for='{name}'", f"for={name}"]
        diagnostic = LABEL_OF_NO_FIELD(name=name, tag=held.tag)
        site.report(page, diagnostic, at, page.nth(label, "for"))


def _check_button(site: CheckedSite, page: Page, button: LexborNode) -> None:
    if not link_name(button) and not (button.attributes.get("value") or "").strip():
        site.report(page, UNNAMED_BUTTON(), ["<button"], page.nth(button))


def _check_field(site: CheckedSite, page: Page, field: LexborNode) -> None:
    given = field.attributes
    kind = (given.get("type") or "text").lower()
    is_named = any((given.get(key) or "").strip() for key in _NAMING)
    if is_named or kind in _NAMED_ALONE or page.is_among(field, "label *"):
        return
    shown = " ".join(f'{key}="{given[key]}"' for key in _SHOWN if given.get(key))
    tag = f"<{field.tag} {shown}>" if shown else f"<{field.tag}>"
    at = [*(f'{key}="{given[key]}"' for key in ("id", "name") if given.get(key)), f"<{field.tag}"]
    site.report(page, UNNAMED_FIELD(tag=tag).with_severity(WARNING), at, page.nth(field, "name"))


_NAMING_FRAMES = ("title", "aria-label", "aria-labelledby")
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
                english = FRAME_TITLE_IN_ENGLISH(title=found["title"])
                site.add_at(source, bare, found.start(), english)
            shown = {frame.attributes.get("src") for frame in page.in_content("iframe")}
            for found in islice(_UNNAMED_ELSEWHERE.finditer(bare), _MOST):
                if html.unescape(found["source"]) not in shown:  # else it is reported below
                    unnamed = UNNAMED_FRAME(source=short(found["source"]))
                    site.add_at(source, bare, found.start(), unnamed.with_severity(WARNING))


def check_frames(site: CheckedSite) -> None:
    """Report the frames that have no name: who hears a page cannot tell them apart (WCAG, H64).

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
            named = any((given.get(key) or "").strip() for key in _NAMING_FRAMES)
            if named or page.is_hidden(frame):
                continue
            source = given.get("src") or ""
            unnamed = UNNAMED_FRAME(source=source or "sans adresse")
            at = [f'src="{source}"', f"src='{source}'", source, "<iframe"]
            site.report(page, unnamed, at, page.nth(frame, "src"))
