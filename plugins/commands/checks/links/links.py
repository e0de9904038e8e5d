"""Links: each leads to a page that is published, and to a place of it that exists."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from commands.checks.links.drafts import Drafts
from commands.checks.pages import MOST_COMPARED, Page
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic, nearest, suggestion
from core.diagnostics.catalog.links import BROKEN_LINK, LINK_TO_A_DRAFT, MISSING_ANCHOR
from core.diagnostics.catalog.wrong_addresses import QUERY_OF_ANOTHER_PAGE
from jekyll.addresses.css_addresses import css_addresses
from jekyll.addresses.html_addresses import FRAME, IMAGE, LEADS, HeldAddress, styles_of
from jekyll.addresses.urls import base_path, path_of

# Fragments that name no element: the top (HTML Standard, section 7.4.6.4), a text fragment, and
# what scripts and viewers read.
_NO_ELEMENT = re.compile(r"(?i)(?:top|:~:.*|[/!?].*|.*=.*)?")
# Endings that no host has: « .md » and « .zip » are top-level domains (IANA's list).
_FILE_ENDINGS = "html?|pdf|jpe?g|png|gif|svg|webp|avif"
_NO_HOST = re.compile(rf"(?i)(?:https?:)?//[^/?#]+\.(?:{_FILE_ENDINGS})(?=[/?#]|$)")

_QUOTES = "«“”„‘’"
_A_NOTE = (
    "Pour une note, écrivez [^1], et plus bas, seule sur sa ligne : [^1]: Le texte de la note."
)


def check_links(site: CheckedSite) -> None:
    """Report the inside links, images and files that lead nowhere, and the anchors that miss."""
    drafts = Drafts(site.site)
    for page in site.pages.values():
        for reference in site.until_enough(page, page.references):
            _check_one(site, page, reference, drafts)


def _check_one(site: CheckedSite, page: Page, reference: HeldAddress, drafts: Drafts) -> None:
    path = site.inner_path(reference.url, page)
    if path is None:
        _check_host(site, page, reference)
        return
    target = site.target(path)
    if target is None:
        is_theirs = page.name in site.documents and page.holds(reference.node)
        if path == "/" and not is_theirs:
            return  # the build has said that there is no front page
        if site.may_lead_to_broken(path):
            return  # its own fault is reported
        _report_broken(site, page, reference, drafts.at(path))
        return
    if reference.kind == IMAGE and reference.node.tag != "use":
        site.shown.add(target)
    if reference.kind in (LEADS, FRAME):
        site.leads[page.name].add(target)
        _check_query(site, page, reference, target)
    fragment = urlsplit(reference.url).fragment
    anchors = _anchors(site, reference.node.tag or "", target) if fragment else None
    if anchors is None:
        return
    if fragment in anchors or unquote(fragment) in anchors or _NO_ELEMENT.fullmatch(fragment):
        return
    where = "cette page" if target == page.name else f"« {path} »"
    is_compared = len(anchors) <= MOST_COMPARED
    near = (suggestion(unquote(fragment), anchors) or None) if is_compared else None
    near = near or (_A_NOTE if re.match(r"_?(?:ft|foot|ed)n(?:ref|ote)?_?\d", fragment) else None)
    missing = MISSING_ANCHOR(anchor=unquote(fragment), page=where, hint=near)
    at = [f"#{fragment}", f"#{unquote(fragment)}"]
    site.report(page, missing, at, nth=page.nth(reference.node, reference.attribute))


# What other programs name their pages by: WordPress, SPIP, Joomla, Drupal, Dotclear, DokuWiki.
_OF_AN_OLD_SITE = re.compile(
    r"(?i)(?:(?:p|page_id|cat|attachment_id|author|m|post_type|category_name|tag_id|portfolio)=\w"
    r"|id_(?:article|rubrique|breve|mot|auteur)=\d|(?:article|rubrique|breve|mot|auteur)\d+\b"
    r"|page=(?:article|rubrique|sommaire|plan|backend)\b|option=com_\w|q=(?:node|taxonomy|user)/"
    r"|(?:post|pages|category|tag)/\w|do=\w+&|title=\w+:\w|id=\w+:\w)"
)


def _check_query(site: CheckedSite, page: Page, reference: HeldAddress, target: str) -> None:
    """Warn of a link whose query named another page, on the site that this one comes from."""
    query = urlsplit(reference.url).query
    if target not in site.pages or not _OF_AN_OLD_SITE.match(query):
        return
    if reference.node.tag == "form" or site.pages[target].has_scripts:
        return  # one may read it
    told = QUERY_OF_ANOTHER_PAGE(url=reference.url, page=path_of(target), query=query)
    at = [reference.url, reference.url.replace("&", "&amp;")]
    nth = page.nth(reference.node, reference.attribute)
    site.report(page, told, at, nth, is_address=True)


def _check_host(site: CheckedSite, page: Page, reference: HeldAddress) -> None:
    """Report an address whose host is a file or a folder of this site, or cannot be a host."""
    _, slashes, after = reference.url.partition("//")
    meant = f"/{after}"
    path = site.inner_path(meant, page) if slashes and after else None
    if path and path != "/" and (site.target(path) or _NO_HOST.match(reference.url)):
        written = [f"//{after}", reference.url]
        if reference.url in site.source(page):
            written.reverse()
        broken = BROKEN_LINK(url=written[0], hint=f"Écrivez {meant}.")
        nth = page.nth(reference.node, reference.attribute)
        site.report(page, broken, written, nth, is_address=True)


def _anchors(site: CheckedSite, tag: str, target: str) -> frozenset[str] | None:
    """Return what an element can name in a file: a place of a page, a part of a drawing."""
    if tag in ("a", "area"):
        return site.pages[target].anchors if target in site.pages else None
    return _parts_of(site.output, target) if tag == "use" and target.endswith(".svg") else None


@lru_cache(maxsize=64)
def _parts_of(output: Path, drawing: str) -> frozenset[str]:
    return Page(output, drawing).anchors


def _report_broken(site: CheckedSite, page: Page, reference: HeldAddress, draft: str) -> None:
    """Report an address that nothing answers."""
    written = list(spellings(reference.url, site.siteurl))
    url = _as_written(site, page, written)
    site.broken.update((site.label(page.name), form) for form in (*written, url))
    if reference.url[0] in _QUOTES and re.search(rf"=\s*{reference.url[0]}", site.source(page)):
        return  # quotation marks of typography in HTML, which are reported
    broken = _broken(site, page, url)
    if draft and reference.node.tag in ("a", "area"):
        broken = LINK_TO_A_DRAFT(url=url, draft=draft)
    nth = page.nth(reference.node, reference.attribute)
    site.report(page, broken, written, nth, is_address=True)


def _broken(site: CheckedSite, page: Page, url: str) -> Diagnostic:
    """Return what is told of an address that nothing answers, with what was probably meant."""
    is_copied = page.name in site.site.copied and not page.name.endswith(".css")

    def anchor_of(path: str, anchor: str) -> str | None:
        target = site.target(path)
        if target is None or target not in site.pages:
            return anchor
        anchors = site.pages[target].anchors
        is_compared = anchor not in anchors and len(anchors) <= MOST_COMPARED
        return nearest(anchor, anchors) if is_compared else anchor

    return site.renderer.broken_addresses.told(url, page.address, is_copied, anchor_of)


def check_styles(site: CheckedSite) -> None:
    """Report the images and the type that the styles of the content ask for in vain."""
    for page in site.pages.values():
        styles = styles_of(page.content) if page.content is not None else ()
        for _, _, css in site.until_enough(page, styles):
            _check_style(site, page, css)
    for name in site.with_ending(".css"):
        if name not in site.site.files.names:
            continue
        sheet = Page(site.output, name)
        _check_style(site, sheet, sheet.text)


def _check_style(site: CheckedSite, page: Page, styles: str) -> None:
    urls = dict.fromkeys(address.url for address in css_addresses(styles))
    for url in site.until_enough(page, urls):
        path = site.inner_path(url, page) if url and not url.startswith("#") else None
        if path and (target := site.target(path)):
            site.shown.add(target)
        elif path and not site.may_lead_to_broken(path):
            written = list(spellings(url, site.siteurl))
            reported = _as_written(site, page, written)
            site.broken.add((site.label(page.name), reported))
            site.report(page, _broken(site, page, reported), written, is_address=True)


def _as_written(site: CheckedSite, page: Page, written: list[str]) -> str:
    """Return the address as its author has it, else as it is published."""
    body = site.source(page)
    found = next((text for text in written if text and text in body), unquote(written[0]))
    return re.sub(r"\\(?=[()])", "", found)


def spellings(url: str, siteurl: str = "") -> Iterator[str]:
    """Give the forms in which an author may have written a published address."""
    base = base_path(siteurl)
    shorter = url.removeprefix(base) if base and url.startswith(base + "/") else url
    for form in dict.fromkeys((url, shorter, shorter.lstrip("/"))):
        yield form
        yield unquote(form)
        yield quote(unquote(form), safe="/:?#&=%+,;@!$*'()~")
    for form in (shorter, unquote(shorter)):
        yield re.sub(r"[()]", r"\\\g<0>", form)  # as some write them in Markdown
    name = posixpath.basename(unquote(urlsplit(url).path))
    if name:
        _, sign, fragment = url.partition("#")
        for after in dict.fromkeys((sign + unquote(fragment), "")):
            yield name + after
            yield posixpath.splitext(name)[0] + ".md" + after
