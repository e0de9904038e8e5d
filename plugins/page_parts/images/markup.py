"""A body's `<img>`s made `<picture>`s: what the member wrote on them is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jekyll.addresses.urls import quote_path
from page_parts.images.pipeline import PreparedImage, Variant

# An image before that much HTML is likely in sight when the page opens.
_NEAR_TOP = 2000
# A phone's points are so small that three pixels for four are as many as one sees.
_PHONE = "70vw"  # of an image as wide as the column, which is 92 % of the screen
_COLUMN = 736  # CSS pixels: the column of text is 46rem wide at most
_GUTTERS = 32  # CSS pixels beside it on a phone
_SIDES = ("width", "height")
_IMAGE = re.compile("<img [^>]*>")
_WHOLE = re.compile(r"\s*(\d{1,5})(?:px)?\s*")

Find = Callable[[str], PreparedImage | None]


class PictureWriter:
    """Rewrites the images of trees.

    Args:
        find: gives the image that an address leads to; None when it is left alone.
        base: the folder part of the site's address, "" or `/projet`.
    """

    def __init__(self, find: Find, base: str):
        self._find, self._base = find, base

    def rewrite(self, tree: LexborHTMLParser, sizes: str = "", eager: bool | None = None) -> None:
        """Rewrite the images of a tree in place.

        Args:
            sizes: how wide images are shown, as in the attribute; "" for the column of text.
            eager: load at once, or late; None for the first one at once if it is near the top.
        """
        first_is_eager = len((tree.html or "").partition("<img")[0]) < _NEAR_TOP
        for number, image in enumerate(tree.css("img")):
            holder = image.parent
            if "srcset" in image.attributes or (holder is not None and holder.tag == "picture"):
                continue
            prepared = self._find(image.attributes.get("src") or "")
            if prepared is None:
                continue
            _set_loading(image, first_is_eager and number == 0 if eager is None else eager)
            shown = _set_size(image, prepared.size)
            _set_place(image, prepared)
            if prepared.fallback:
                image.attrs["src"] = self.address(prepared.fallback)
                self._wrap(tree, image, prepared, sizes or _sizes(shown))

    def rewrite_plain(self, html: str) -> str:
        """Return the HTML of a plain text with its images rewritten, each by itself."""

        def rewritten(found: re.Match[str]) -> str:
            before = html[: found.start()]
            is_near = len(before.replace("\N{NO-BREAK SPACE}", "&nbsp;")) < _NEAR_TOP
            tree = LexborHTMLParser(found[0], is_fragment=True)
            self.rewrite(tree, eager=is_near and "<img" not in before)
            return tree.html or ""

        return _IMAGE.sub(rewritten, html)

    def address(self, variant: Variant) -> str:
        """Return the address of a file to publish."""
        return self._base + quote_path(f"/{variant.path}")

    def _wrap(
        self, tree: LexborHTMLParser, image: LexborNode, prepared: PreparedImage, sizes: str
    ) -> None:
        if not prepared.modern:
            return
        wrapper, source = tree.create_node("picture"), tree.create_node("source")
        source.attrs["type"] = "image/avif"
        source.attrs["srcset"] = self._srcset(prepared.modern)
        source.attrs["sizes"] = sizes
        wrapper.insert_child(source)
        wrapper.insert_child(image)  # a copy: the image itself gives its place
        image.replace_with(wrapper)

    def _srcset(self, variants: Sequence[Variant]) -> str:
        # A comma ends a candidate (HTML Standard, srcset attributes).
        addresses = (self.address(v).replace(",", "%2C") for v in variants)
        return ", ".join(f"{a} {v.width}w" for a, v in zip(addresses, variants, strict=True))


def _set_loading(image: LexborNode, eager: bool) -> None:
    wanted = {"fetchpriority": "high"} if eager else {"loading": "lazy", "decoding": "async"}
    if "loading" in image.attributes:
        return
    for name, value in wanted.items():
        if name not in image.attributes:
            image.attrs[name] = value


def _set_size(image: LexborNode, size: tuple[int, int]) -> int:
    """Give an image its width and height, in keeping with what its member wrote.

    Return how wide it is shown at most, in CSS pixels.
    """
    width, height = size
    own = {side: image.attributes.get(side) for side in _SIDES}
    numbers = {side: _WHOLE.fullmatch(value or "") for side, value in own.items()}
    shown_width = int(numbers["width"][1]) if numbers["width"] else 0
    shown_height = int(numbers["height"][1]) if numbers["height"] else 0
    if own["width"] is None and own["height"] is None:
        shown_width, shown_height = width, height
    elif own["height"] is None and shown_width:
        shown_height = max(1, round(shown_width * height / width))
    elif own["width"] is None and shown_height:
        shown_width = max(1, round(shown_height * width / height))
    for side, value in zip(_SIDES, (shown_width, shown_height), strict=True):
        if own[side] is None and value:
            image.attrs[side] = str(value)
    return min(shown_width or width, width)


def _set_place(image: LexborNode, prepared: PreparedImage) -> None:
    """Say what the place of an image is to show before it comes, unless its member distorts it."""
    width, height = (_WHOLE.fullmatch(image.attributes.get(side) or "") for side in _SIDES)
    if not (prepared.colour and width and height and int(height[1])):
        return
    ratio = prepared.size[0] / prepared.size[1]
    if abs(int(height[1]) * ratio - int(width[1])) > max(1, ratio):  # what rounding may add
        return
    own = image.attributes.get("style") or ""
    image.attrs["style"] = f"--place:{prepared.colour};--ratio:{ratio:.4g}" + f";{own}" * bool(own)


def _sizes(width: int) -> str:
    """Return the attribute `sizes` of an image shown at most so wide, in the column of text."""
    if width >= _COLUMN:
        return f"(min-width: 48rem) 46rem, {_PHONE}"
    return f"(min-width: {width + _GUTTERS}px) {width}px, {_PHONE}"
