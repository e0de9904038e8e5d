"""An image that stands apart from words: what is shown of it, and where all of it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from jekyll.addresses.html_addresses import srcset_candidates

_WHOLE = re.compile(r"\s*(\d{1,5})(?:px)?\s*")
_WIDTH = re.compile(r"(\d+)w")


@dataclass(frozen=True)
class ShownImage:
    """An image."""

    node: LexborNode  # what stands in the page: an `<img>`, a `<picture>`, or a link that holds one
    image: LexborNode  # its `<img>`

    @property
    def is_link(self) -> bool:
        """Return whether its member has made it a link."""
        return self.node.tag == "a"

    @property
    def caption(self) -> str:
        """Return the words that its member wrote as its title."""
        return " ".join((self.image.attributes.get("title") or "").split())

    @property
    def size(self) -> tuple[int, int] | None:
        """Return its width and height in CSS pixels, as it is shown where there is room."""
        written = (self.image.attributes.get(side) or "" for side in ("width", "height"))
        width, height = (int(side[1]) if side else 0 for side in map(_WHOLE.fullmatch, written))
        return (width, height) if width and height else None

    @property
    def whole(self) -> tuple[str, int]:
        """Return the address of its largest file, and how wide that is in pixels; 0 for unknown."""
        if source := self.node.css_first("source[type='image/avif'][srcset]"):
            *_, (address, size) = srcset_candidates(source.attributes["srcset"] or "")
            width = _WIDTH.fullmatch(size)
            return address, int(width[1]) if width else 0
        return self.image.attributes.get("src") or "", self.size[0] if self.size else 0


def images_alone(holder: LexborNode) -> list[ShownImage]:
    """Return the images of an element that holds nothing else; none where it does.

    A line end, or a break, between two of them is nothing.
    """
    found = []
    for child in holder.iter(include_text=True):
        if child.is_text_node:
            if (child.text_content or "").strip():
                return []
        elif child.tag != "br" and not child.is_comment_node:
            image = image_of(child)
            if not image:
                return []
            found.append(image)
    return found


def image_of(node: LexborNode) -> ShownImage | None:
    """Return the image that a node is, perhaps in a link of its own."""
    if node.tag == "img":
        return ShownImage(node, node)
    if node.tag == "picture":
        image = node.css_first("img")
        return ShownImage(node, image) if image else None
    if node.tag == "a":
        inside = images_alone(node)
        return ShownImage(node, inside[0].image) if len(inside) == 1 else None
    return None
