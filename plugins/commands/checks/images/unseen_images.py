"""Images that a page shows and nobody will see: errors where the page shows them."""

from __future__ import annotations

import posixpath

from commands.checks.links.data_addresses import data_of, kind_of_data, why_unread
from commands.checks.links.links import spellings
from commands.checks.pages import Page
from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic, cut
from core.diagnostics.catalog import image_files as rules
from core.diagnostics.catalog.images import UNSEEN_IMAGE
from core.diagnostics.catalog.wrong_addresses import MALFORMED_DATA
from core.file_kind import HEAD, SHOWN, FileKind, kind_of
from core.plain_files import read_inside
from jekyll.addresses.css_addresses import css_addresses
from jekyll.addresses.hosts import scheme_of
from jekyll.addresses.html_addresses import IMAGE, HeldAddress, styles_of
from jekyll.front_matter.data_types import HEIC_ENDINGS, IMAGE_ENDINGS
from page_parts.images.image_head import BadImage
from page_parts.images.svg_size import root_attributes
from page_parts.images.truncation import check_whole

_LOOKED_AT = tuple(IMAGE_ENDINGS - {".ico"} | HEIC_ENDINGS)
# Why nobody sees an image of which this is reported; of what is too large, browsers show all.
_WHY = {
    rules.DAMAGED_IMAGE.code: "elle est abîmée ou incomplète",
    rules.UNREADABLE_IMAGE.code: "elle ne se lit pas",
}
_WHY_OF_DRAWINGS = {
    rules.NOT_AN_SVG.code: "ce fichier n'est pas un dessin SVG",
    rules.SVG_WITHOUT_NAMESPACE.code: "ce dessin ne dit pas qu'il est un SVG",
    rules.BROKEN_SVG.code: "ce dessin a une faute",
    rules.UNDECLARED_PREFIX.code: "un préfixe, comme dans « xlink:href », n'y est pas déclaré",
    rules.EMPTY_IMAGE.code: "ce fichier est vide",
}
_OF_FILES = {*_WHY, *_WHY_OF_DRAWINGS, rules.HEIC_IMAGE.code, rules.NO_IMAGE.code}
# What a browser of Apple's shows.
_SHOWN_SOMEWHERE = frozenset(
    {
        FileKind.HEIC,
        FileKind.TIFF,
        FileKind.JPEG_XL,
        FileKind.JPEG_2000,
        FileKind.PDF,
        FileKind.VIDEO,
    }
)
_DRAWING, _BLANK = "image/svg+xml", 64  # bytes: what stands for an image until a script gives it
# A style sheet asks for fonts too, which begin with anything.
_OF_STYLES = frozenset(rules.HINTS) - {FileKind.TEXT, FileKind.ARCHIVE, FileKind.EMPTY}


def check_unseen_images(site: CheckedSite) -> None:
    """Report the images that pages and styles show, and that browsers do not."""
    for page in site.pages.values():
        held = [one for one in page.references if one.kind == IMAGE and one.node.tag != "use"]
        for one in site.until_enough(page, held):
            if _is_of_its_author(site, page, one):
                is_src = (one.node.tag, one.attribute) == ("img", "src")
                before = "" if is_src else f'{one.attribute}="'
                nth = page.nth(one.node, one.attribute)
                _report(site, page, one.url, before, nth)
        for _, _, css in styles_of(page.content) if page.content is not None else ():
            _check_style(site, page, css)


def check_images_of_style_sheets(site: CheckedSite) -> None:
    """Report those that the style sheets of the content ask for."""
    for name in site.with_ending(".css"):
        if name in site.own_files:
            sheet = Page(site.output, name)
            _check_style(site, sheet, sheet.text)


def check_image_files(site: CheckedSite) -> None:
    """Warn of the files of images that are no images, and that no page shows."""
    shown = {site.label(name) for name in site.unseen}
    site.diagnostics.found[:] = [
        one for one in site.diagnostics.found if one.path not in shown or one.code not in _OF_FILES
    ]
    for name in site.with_ending(*_LOOKED_AT):
        diagnostic = _diagnostic(site, name) if name not in site.unseen else None
        if diagnostic:
            site.add(diagnostic)


def _is_of_its_author(site: CheckedSite, page: Page, held: HeldAddress) -> bool:
    """Return whether a page's own file names an image: lists show those of other files."""
    if page.name not in site.documents:
        return page.name in site.own_files
    written = site.documents[page.name].source
    name = posixpath.basename(next(iter(spellings(held.url))))
    return page.holds(held.node) or name in (written.front or "")


def _check_style(site: CheckedSite, page: Page, css: str) -> None:
    asked = (address.url for address in css_addresses(css) if not address.is_import)
    for url in dict.fromkeys(asked):
        _report(site, page, url, "url(", of=_OF_STYLES)


def _report(
    site: CheckedSite,
    page: Page,
    url: str,
    before: str,
    nth: int = 0,
    of: frozenset[FileKind] = frozenset(FileKind),
) -> None:
    """Report an image that is shown in vain.

    Args:
        before: what its author writes before its address.
        nth: how many times it stands before.
        of: the kinds of files that may be taken for images there.
    """
    path = None if url.startswith("#") else site.inner_path(url, page)  # a part of this page
    target = site.target(path) if path else None
    is_data = scheme_of(url) == "data"
    found = _why_unseen(site, target) if target else None
    if is_data:
        found = _why_data_unseen(url, is_told=before != "url(")
    if not found or (found[0] not in of and not is_data):
        return
    kind, why, hint = found
    if target:
        site.unseen.add(target)
    where = "presque nulle part" if kind in _SHOWN_SOMEWHERE else "nulle part"
    where = "pas en entier" if why == _WHY[rules.DAMAGED_IMAGE.code] else where
    name = posixpath.basename(target) if target else cut(url)
    diagnostic = UNSEEN_IMAGE(name=name, where=where, why=why, hint=hint)
    forms = list(spellings(url, site.siteurl))
    first = [before + form for form in forms] if before else []
    site.report(page, diagnostic, [*first, *forms], nth)


def _why_unseen(site: CheckedSite, name: str) -> tuple[FileKind, str, str] | None:
    """Return what a file is, why it is not seen as an image, and what mends that."""
    if name not in site.own_files and name not in site.documents:
        return None  # made by the build, or the theme's
    with (site.output / name).open("rb") as file:
        kind = kind_of(file.read(HEAD))
    if kind not in SHOWN and not name.lower().endswith(".svg"):
        return _no_image(kind)
    diagnostic = _diagnostic(site, name)
    if diagnostic and diagnostic.code in _WHY:
        return FileKind.EMPTY, _WHY[diagnostic.code], diagnostic.hint
    if diagnostic and diagnostic.code in _WHY_OF_DRAWINGS:
        line = f", à sa ligne {diagnostic.line}" if diagnostic.line else ""
        return FileKind.EMPTY, f"{_WHY_OF_DRAWINGS[diagnostic.code]}{line}", diagnostic.hint
    return None


def _no_image(kind: FileKind) -> tuple[FileKind, str, str]:
    unknown = kind is FileKind.UNKNOWN
    why = "ce fichier n'est pas une image" if unknown else f"c'est {kind.value}"
    return kind, why, rules.HINTS.get(kind, rules.UNREADABLE_IMAGE.hint)


def _why_data_unseen(url: str, is_told: bool) -> tuple[FileKind, str, str] | None:
    """Return the same of an image that is written in its address.

    Args:
        is_told: one that does not read is reported with the other addresses.
    """
    type_of, why = kind_of_data(url), why_unread(url)
    if why or not type_of.startswith("image/"):
        return (FileKind.EMPTY, why, MALFORMED_DATA.hint) if why and not is_told else None
    data = data_of(url)
    kind = kind_of(data[:HEAD])
    if kind is FileKind.GIF and len(data) < _BLANK:
        return None
    if kind not in SHOWN and type_of != _DRAWING:
        return (*_no_image(kind)[:2], MALFORMED_DATA.hint)
    try:
        if type_of == _DRAWING:
            root_attributes(data)
        else:
            check_whole(data)
    except BadImage as bad:
        why = {**_WHY, **_WHY_OF_DRAWINGS}.get(bad.diagnostic.code, "")
        return (FileKind.EMPTY, why, MALFORMED_DATA.hint) if why else None
    return None


def _diagnostic(site: CheckedSite, name: str) -> Diagnostic | None:
    """Return what is wrong with the file of an image; each is looked at once."""
    if name not in site.image_diagnostics:
        site.image_diagnostics[name] = _look(site, name)
    return site.image_diagnostics[name]


def _look(site: CheckedSite, name: str) -> Diagnostic | None:
    label = site.label(name)
    reported = [one for one in site.diagnostics.found if one.path == label]
    if reported or name not in site.own_files:
        return next((one for one in reported if one.code in _OF_FILES), None)
    data = read_inside(site.output, name)
    try:
        if name.lower().endswith(".svg"):
            root_attributes(data)
        else:
            check_whole(data)
    except BadImage as bad:
        return bad.diagnostic.at(label, bad.diagnostic.line)
    return None
