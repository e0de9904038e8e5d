"""Addresses that lead nowhere wherever they are read: typos, files of one's own disk."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from commands.checks.lines import short
from commands.checks.links.address_syntax import wrong_address
from commands.checks.pages import Page, words_of
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic
from core.diagnostics.catalog import wrong_addresses as rules
from jekyll.addresses.hosts import scheme_of
from jekyll.addresses.html_addresses import HeldAddress
from jekyll.front_matter.source_positions import without_code
from jekyll.liquid.renderer import AT_FAULT
from jekyll.site.config import FILE_NAME


def check_malformed_addresses(site: CheckedSite) -> None:
    """Report the addresses that are wrong in themselves, the links and the images without any."""
    own = _check_own_address(site)
    for page in site.pages.values():
        for reference in site.until_enough(page, page.references):
            if own and reference.url.startswith(own):
                continue
            if reference.url == "#" and not _WRITTEN_ALONE.search(site.source(page)):
                continue  # it stands for Liquid at fault, which is reported
            if reported := wrong_address(reference.url) or _wrong_link(page, reference):
                url = reference.url
                at = [url, url.replace("&", "&amp;"), url.replace("\\", "\\\\")]
                nth = page.nth(reference.node, reference.attribute)
                site.report(page, reported, at, nth, is_address=True)
        for link in site.until_enough(page, page.in_content("a[href='']")):
            words = words_of(link)
            at = [f"[{words}]", 'href=""', words]
            site.report(page, rules.LINK_WITHOUT_ADDRESS(words=words), at, page.nth(link))
        _check_images(site, page)


# Scripts in links may do something, but for those of placeholders; browsers read no VBScript.
_NOTHING = re.compile(
    r"(?i)\s*(?:vbscript:.*|javascript:(?:\s*void[\s(]*0?[\s)]*)?[\s;]*|about:blank|#)"
)
_WRITTEN_ALONE = re.compile(r"""\]\(\s*<?#>?\s*[)"']|href\s*=\s*["']?\s*#\s*["'\s>]""")
# What is said of the page's own top, to which « # » leads (HTML Standard, section 7.4.6.4).
_UPWARDS = re.compile(r"(?i)haut|top|début|sommet|remonter|retour|[↑⇑⇧⬆▲△˄^⌃🔝]")


def _wrong_link(page: Page, held: HeldAddress) -> Diagnostic | None:
    """Return what is wrong with a link to what is written in the link itself."""
    given = held.node.attributes
    if held.node.tag not in ("a", "area"):
        return None
    if scheme_of(held.url) == "data" and "download" not in given:
        return rules.DATA_FOR_AN_ADDRESS(url=short(held.url))
    if not _NOTHING.fullmatch(held.url) or any(key.startswith("on") for key in given):
        return None
    if held.url == "#" and _UPWARDS.search(
        " ".join([held.node.text(), *filter(None, given.values())])
    ):
        return None
    return None if page.has_scripts else rules.SCRIPT_OF_NOTHING(url=short(held.url))


def _check_own_address(site: CheckedSite) -> str:
    """Report the site's own address once, where it is written; return it if it is wrong, or ""."""
    written, own = site.site.config.values.get("url"), site.siteurl
    wrong = wrong_address(own) if written and own == site.site.config.siteurl else None
    if not wrong or not written:
        return ""
    site.add(wrong.at(f"{site.site.label}/{FILE_NAME}", written.line))
    return own


_WRITTEN_WITHOUT = re.compile(
    r"""(?i)!\[[^\]]{0,500}+\]\(\s*+(?:<>)?\s*+\)|"""
    r"""<img\b(?![^>]{0,1000}\ssrc(?:set)?\s*=\s*(?:"\s*[^\s"]|'\s*[^\s']|[^\s"'>]))[^>]{0,1000}>"""
)


def _check_images(site: CheckedSite, page: Page) -> None:
    """Report images without an address (HTML Standard, section 4.8.3, « src » must be there)."""
    images = [image for image in page.in_content("img") if _has_no_address(page, image)]
    may_be_given = page.has_scripts
    written = _WRITTEN_WITHOUT.findall(without_code(site.source(page))) if images else []
    is_paired = len(written) == len(images)
    for number, image in enumerate(site.until_enough(page, images)):
        if may_be_given and not (is_paired and written[number].startswith("!")):
            continue  # by a script, which finds no image of Markdown
        words = image.attributes.get("alt") or ""
        at, nth = [f"![{words}]()", f'alt="{words}"', f"![{words}]"], page.nth(image, "alt")
        if is_paired:
            at, nth = [written[number]], written[:number].count(written[number])
        site.report(page, rules.IMAGE_WITHOUT_ADDRESS(words=words or "sans texte"), at, nth)


def _has_no_address(page: Page, image: LexborNode) -> bool:
    """Return whether an image has no address, nor what a script or a `<picture>` gives one by."""
    attributes = image.attributes
    given = [(attributes.get(key) or "").strip() for key in ("src", "srcset")]
    # « #table » is a part of the page itself, and no image; what Liquid leads nowhere is reported.
    is_given = any(url == AT_FAULT or (url and not url.startswith("#")) for url in given)
    if is_given or page.is_hidden(image):
        return False
    in_picture = image.parent is not None and image.parent.tag == "picture"
    return not in_picture and not any(key == "id" or key.startswith("data-") for key in attributes)
