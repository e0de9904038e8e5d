"""The images of one site: which are shown, which are named elsewhere, what is to be published."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from markupsafe import Markup, escape
from selectolax.lexbor import LexborHTMLParser

from core.names import nfc
from jekyll.front_matter.data_types import HEIC_ENDINGS, IMAGE_ENDINGS
from jekyll.front_matter.numbers import without_endless_references
from jekyll.site.model import PAGE_ENDINGS, TEXT_ENDINGS, Document, Site
from page_parts.images.markup import PictureWriter
from page_parts.images.pipeline import ImagePipeline, PreparedImage, Variant
from page_parts.images.variants import safe_stem

# What the plugin looks at: icons are left alone, HEIC is reported.
_LOOKED_AT = IMAGE_ENDINGS - {".ico"} | HEIC_ENDINGS


class SiteImages:
    """Gathers what pages do with images."""

    def __init__(self, site: Site, base: str, pipeline: ImagePipeline):
        self._site, self._base, self._pipeline = site, base, pipeline
        names = [name for name in site.copied if _ending(name) in _LOOKED_AT]
        self._names = frozenset(names)
        self._mentions = Mentions(names)
        self._writer = PictureWriter(self._shown, base)
        self._replaced: dict[str, PreparedImage] = {}
        self._named: set[str] = set()

    def rewrite(self, tree: LexborHTMLParser, document: Document) -> None:
        """Rewrite the images of a body: a `BodyPass`."""
        del document
        self._writer.rewrite(tree)
        self._named |= self._mentions.find(tree.html or "")

    def rewrite_plain(self, html: str, document: Document) -> str:
        """Rewrite the images of a plain text: a `PlainPass`."""
        del document
        html = self._writer.rewrite_plain(html)
        self.name_in([html])
        return html

    def fit(self, tree: LexborHTMLParser, sizes: str) -> None:
        """Rewrite the images of a part of the theme, shown so wide (see `picture`)."""
        self._writer.rewrite(tree, sizes)

    def picture(self, href: str, alt: str, sizes: str = "", eager: bool = False) -> Markup:
        """Return the element of an image of the content, for a template.

        Args:
            sizes: how wide it is shown, as in the attribute; "" for the column of text.
            eager: load it at once, because it is in sight when the page opens.
        """
        html = f'<img src="{escape(href)}" alt="{escape(alt)}">'
        tree = LexborHTMLParser(html, is_fragment=True)
        self._writer.rewrite(tree, sizes, eager)
        return Markup(tree.html)

    def fallback(self, href: str) -> str:
        """Return the address of a published file that every reader shows, for an original's."""
        image = self._shown(href)
        return self._writer.address(image.fallback) if image and image.fallback else href

    def name_in(self, texts: Iterable[str]) -> None:
        """Note that the originals that some texts name are to be published."""
        for text in texts:
            self._named |= self._mentions.find(text)

    @property
    def copied_texts(self) -> list[str]:
        """Return the files, published as they are, that may name images."""
        return [name for name in self._site.copied if _ending(name) in PAGE_ENDINGS | TEXT_ENDINGS]

    @property
    def variants(self) -> list[tuple[str, Variant]]:
        """Return the files to publish, each with its original."""
        shown = sorted(self._replaced.items())
        return [(name, variant) for name, image in shown for variant in image.variants]

    def variant_at(self, path: str) -> tuple[str, Variant] | None:
        """Return the file at a path of the output, with its original: shown by a page or to be.

        A browser may ask for it before the page is made that shows it.
        """
        folder, _, base = path.rpartition("/")
        for name in sorted(self.rasters):
            place, _, original = name.rpartition("/")
            if place == folder and base.startswith(f"{safe_stem(original)}."):
                image = self._pipeline.prepared(name)
                for variant in image.variants if image else ():
                    if variant.path == path:
                        return name, variant
        return None

    @property
    def rasters(self) -> frozenset[str]:
        """Return the images made of pixels: their originals are not published as they are."""
        return frozenset(name for name in self._names if _ending(name) != ".svg")

    @property
    def published_originals(self) -> list[str]:
        """Return those of them whose originals are published.

        One that nothing shows may be linked from another site.
        """
        return sorted(self.rasters - (self._replaced.keys() - self._named))

    def _shown(self, href: str) -> PreparedImage | None:
        """Return the image at an address, and note that its variants are shown in its place."""
        name = self._name(href)
        image = self._pipeline.prepared(name) if name else None
        if name and image and image.fallback:
            self._replaced[name] = image
        return image

    def _name(self, href: str) -> str | None:
        """Return the file of the content at an address, or None."""
        try:
            scheme, place, path, *_ = urlsplit(href)
        except ValueError:
            return None
        if scheme or place or not path.startswith(self._base + "/"):
            return None  # another host's image may be at the same path
        name = unquote(path.removeprefix(self._base)).lstrip("/")
        return name if name in self._names else None

    def taken(self) -> tuple[dict[str, PreparedImage], set[str]]:
        """Return what was noted, for another process."""
        return self._replaced, self._named

    def merge(self, taken: tuple[dict[str, PreparedImage], set[str]]) -> None:
        """Add what another process noted."""
        replaced, named = taken
        self._replaced |= replaced
        self._named |= named

    def prepare(self) -> None:
        """Make at once all that the site's texts name, so that the wait is counted in images."""
        texts = (f"{it.source.front or ''}\n{it.source.body}" for it in self._site.rendered)
        named = set().union(*map(self._mentions.find, texts))
        self._pipeline.prepare(sorted(named))


def _ending(name: str) -> str:
    return posixpath.splitext(name)[1].lower()


_JSON_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")  # RFC 8259, section 7
# RFC 3986, section 2.1; `re` finds its first sign quickly, which it would not in a group.
_PERCENT = re.compile("%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*")


class Mentions:
    """Finds files by their last name: whatever may be a mention counts as one."""

    def __init__(self, names: Iterable[str]):
        self._by_base: dict[str, set[str]] = {}
        for name in names:
            self._by_base.setdefault(nfc(posixpath.basename(name)), set()).add(name)
        self._endings = sorted({posixpath.splitext(base)[1] for base in self._by_base})
        self._ending = re.compile("|".join(map(re.escape, self._endings)) or "(?!)")
        self._lengths = sorted({len(base) for base in self._by_base})

    def find(self, text: str) -> set[str]:
        """Return the files that a text may name, raw or escaped (addresses, HTML, JSON)."""
        found: set[str] = set()
        plain = text
        if "\\u" in text:
            plain = _JSON_ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)
        escaped = plain.replace("&nbsp;", "\u00a0")  # many, in French
        if "&" in escaped:
            escaped = html.unescape(without_endless_references(escaped))
        # Where there is something to unquote alone: it is slow on long texts with accents.
        escaped = _PERCENT.sub(lambda quoted: unquote(quoted[0]), escaped)
        for read in (plain,) if escaped is plain else (plain, escaped):
            if not any(ending in read for ending in self._endings):
                continue  # most texts name no image
            read = nfc(read)  # noqa: PLW2901 (the same text)
            for ending in self._ending.finditer(read):
                for length in self._lengths:
                    start = ending.end() - length
                    if start >= 0:
                        found |= self._by_base.get(read[start : ending.end()], set())
        return found
