"""Images: what they say to who does not see them, how large they are, and whether they serve."""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from commands.checks.files.named_files import unnamed
from commands.checks.links.links import spellings
from commands.checks.pages import Page
from commands.checks.site import CheckedSite
from core.diagnostics import WARNING
from core.diagnostics.catalog import image_files
from core.diagnostics.catalog import images as rules
from core.diagnostics.catalog.links import BROKEN_LINK
from core.diagnostics.rule import Rule
from jekyll.front_matter.data_types import IMAGE_ENDINGS
from jekyll.front_matter.numbers import read_number
from jekyll.front_matter.source_positions import without_code
from page_parts.images.silence_pillow import opened
from page_parts.images.variants import safe_stem

_FILE_NAME = re.compile(r"(?i)\S.*\.(?:jpe?g|png|gif|svg|webp|avif|bmp|tiff?|heic)")
# Names that cameras, telephones and tools give.
_MACHINE_NAME = re.compile(
    r"(?i)(?:images?|photos?|illustration|visuel|picture)[-_ ]?(?:n°? ?)?\d+|"
    r"(?:whatsapp image|capture d.[ée]cran|copie d.[ée]cran|screen ?shot)"
    r"(?:[\W\d_]|\b(?:at|from|à|du|de|le)\b)*|"
    r"(?:img|dsc[fn]?|pict?|pxl|mvi|screenshot|capture)[-_ ]?[\d_-]{3,}|\d{6,}[_-][\d_-]+"
)
_EMPTY_WORDS = frozenset(
    " ".join(words.split())
    for words in """image|images|une image|photo|photos|une photo|photographie|picture|img|pic|
    illustration|visuel|alt|alt text|texte alternatif|texte de remplacement|description|
    description de l'image|description de l’image|texte décrivant l'image|sans titre|untitled|
    placeholder""".split("|")
)
_PREPARED = re.compile(r"\.[0-9a-f]{8}-\d+(?=\.\w+$)")  # what a build adds to an image's name
_WORDLESS = re.compile(r"!\[[ \t]*\]\(<?(?:\{% link )?(?P<url>[^\n]*?\.\w{3,4})[^)\n]*\)")
_WIDEST_SHOWN = 1280  # CSS pixels: the widest that a page shows an image, when it tells no width
_TOO_LARGE = 2.5  # times the width shown; screens with two points a pixel need 2
# The rules about the file of an image.
_OF_FILES = frozenset(rule.code for rule in vars(image_files).values() if isinstance(rule, Rule))
_ICONS = re.compile(r"(?i)(?:favicon|apple-touch-icon|android-chrome|mstile|icon-\d+)")


def check_alternatives(site: CheckedSite) -> None:
    """Report the images whose alternative text is missing or means nothing.

    An empty one is right for a decoration (HTML Standard, section 4.8.4.4); a link around it is
    told by `check_link_names`. Markdown's `![](a.jpg)` says nothing on purpose.
    """
    for page in site.pages.values():
        wordless = _wordless(site.source(page))
        images = page.tree.css("img, input[type=image], area[href]")
        for image in site.until_enough(page, images):
            if _needs_none(page, image):
                continue
            source = image.attributes.get("src") or image.attributes.get("href") or ""
            name = _PREPARED.sub("", unquote(posixpath.basename(urlsplit(source).path)))
            alternative = image.attributes.get("alt")
            if alternative is None:
                whole = [f'src="{it}"' for it in spellings(_PREPARED.sub("", source), site.siteurl)]
                at = [f'src="{source}"', *whole, *spellings(source, site.siteurl), *_stems(name)]
                site.report(page, rules.IMAGE_WITHOUT_TEXT(name=name), at, page.nth(image, "src"))
            elif wordless and not alternative.strip() and not page.is_among(image, "a *"):
                _report_wordless(site, page, name, wordless)
            elif is_meaningless(alternative, name):
                meaningless = rules.MEANINGLESS_TEXT(name=name, words=alternative)
                at = [f"![{alternative}]", f'alt="{alternative}"', f"alt='{alternative}'"]
                at += [f"image_alt: {mark}{alternative}" for mark in ("", '"', "'")]
                site.report(page, meaningless, at, page.nth(image, "alt"))


def _wordless(source: str) -> dict[str, str]:
    """Return the images that Markdown shows without a word: as written, by the name of the file."""
    found = _WORDLESS.finditer(without_code(source)) if "](" in source else ()
    return {_stem_of(found["url"]): found[0] for found in found}


def _report_wordless(site: CheckedSite, page: Page, name: str, wordless: dict[str, str]) -> None:
    written = wordless.get(_stem_of(name))
    if written:
        site.report(page, rules.IMAGE_WITH_EMPTY_BRACKETS(name=name, written=written), [written])


def _stem_of(url: str) -> str:
    """Return what the name of an image and that of its variants have in common."""
    return safe_stem(posixpath.basename(unquote(urlsplit(url).path)))


def _stems(name: str) -> list[str]:
    """Return the beginnings of a published name, which a width or a hash may end, longest first."""
    parts = re.split(r"[-.]", name)
    stems = ["-".join(parts[:count]) for count in range(len(parts) - 1, 0, -1)]
    return [stem for stem in stems if len(stem) >= 3]


def _needs_none(page: Page, image: LexborNode) -> bool:
    attributes = image.attributes
    if attributes.get("role") in ("presentation", "none") or page.is_hidden(image):
        return True
    named = ("aria-label", "aria-labelledby", "title")
    return "alt" not in attributes and any(attributes.get(key) for key in named)


def is_meaningless(alternative: str, name: str) -> bool:
    """Return whether a text only repeats that there is an image, or the name of its file."""
    words = " ".join(alternative.split()).casefold().strip(" .…:!")
    if not words:
        return bool(alternative)  # « ... » says nothing, nor do spaces
    stem = posixpath.splitext(name)[0].casefold()
    if words in _EMPTY_WORDS or _FILE_NAME.fullmatch(words) or _MACHINE_NAME.fullmatch(words):
        return True
    return words == stem and " " not in words and bool(re.search(r"_|-.*-|[a-z]\d{3}", words))


def check_sizes(site: CheckedSite) -> None:
    """Warn of the images that are far larger than they are shown; browsers choose in a `srcset`.

    Of those with a fault of their own, that is reported.
    """
    at_fault = {one.path for one in site.diagnostics.taken() if one.code in _OF_FILES}
    for page in site.pages.values():
        for image in site.until_enough(page, page.tree.css("img[src]"), WARNING):
            if "srcset" in image.attributes or (image.parent and image.parent.tag == "picture"):
                continue
            source = image.attributes["src"] or ""
            path = site.inner_path(source, page)
            target = site.target(path) or "" if path else ""
            if not target or site.label(target) in at_fault:
                continue
            width = _width(site, target)
            shown = _shown_width(image)
            if width > shown * _TOO_LARGE:
                name = posixpath.basename(target)
                wide = rules.TOO_WIDE_IMAGE(name=name, width=width, shown=shown, enough=2 * shown)
                site.report(page, wide, spellings(source, site.siteurl))


def _shown_width(image: LexborNode) -> int:
    written = (image.attributes.get("width") or "").strip().removesuffix("px")
    width = read_number(written) if written.isdecimal() else None
    return int(width) if width else _WIDEST_SHOWN


def _width(site: CheckedSite, name: str) -> int:
    try:
        # The head of the file only.
        with opened(site.output / name) as image:
            return image.width
    except Exception:  # a drawing in vectors, or no image
        return 0


def check_unused(site: CheckedSite) -> None:
    """Warn of the images of the content that nothing names: neither a source nor the site."""
    images = [name for name in site.site.copied if _is_candidate(name)]
    broken = [one for one in site.diagnostics.found if one.code == BROKEN_LINK.code]
    meant = {one.facts.get("meant") for one in broken}
    for name in unnamed(site, [name for name in images if not site.image_diagnostics.get(name)]):
        if f"/{name}" not in meant:  # reported with what leads nowhere
            site.add(rules.UNUSED_IMAGE().at(f"{site.site.label}/{name}"))


def _is_candidate(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix.lower() in IMAGE_ENDINGS and not _ICONS.match(path.name)
