"""The address and the title between the parentheses of a link or an image, as kramdown reads them.

A title begins with a quotation mark after a space, and ends with one before the parenthesis
(kramdown's `parse_link`). Python-Markdown takes any apostrophe for the beginning of one, and loses
the end of `l'Auberge_(film)`.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.inlinepatterns import (
    IMAGE_LINK_RE,
    LINK_RE,
    ImageInlineProcessor,
    LinkInlineProcessor,
)

_STOP = re.compile(r"[()]|\s(?=['\"])")
_TITLE = re.compile(r"\s+(?P<quote>[\"'])(?P<title>.+?)(?P=quote)\s*\)", re.DOTALL)
_IN_ANGLES = re.compile(r"\(\s*<[^<>]*>")


class _KramdownLink:
    """Reads what stands between the parentheses; a part of Python-Markdown's processors."""

    def getLink(  # noqa: N802 (Python-Markdown's name)
        self, data: str, index: int
    ) -> tuple[str, str | None, int, bool]:
        """Return the address, the title, where it ends, and whether it is a link."""
        if _IN_ANGLES.match(data, index):
            return super().getLink(data, index)
        if data[index : index + 1] != "(":
            return "", None, index, False
        depth = 0
        for stop in _STOP.finditer(data, index):
            href = self.unescape(data[index + 1 : stop.start()]).strip()
            if stop[0] == "(":
                depth += 1
            elif stop[0] == ")":
                depth -= 1
                if not depth:
                    return href, None, stop.end(), True
            elif found := _TITLE.match(data, stop.start()):
                title = " ".join(self.unescape(found["title"]).split())
                return href, title, found.end(), True
            else:
                break  # of a title that does not end, kramdown makes no link
        return "", None, index, False


class KramdownLinkProcessor(_KramdownLink, LinkInlineProcessor):
    """Makes links."""


class KramdownImageProcessor(_KramdownLink, ImageInlineProcessor):
    """Makes images."""


def read_links(md: Markdown) -> None:
    """Have a converter read links and images so."""
    md.inlinePatterns.register(KramdownLinkProcessor(LINK_RE, md), "link", 160)
    md.inlinePatterns.register(KramdownImageProcessor(IMAGE_LINK_RE, md), "image_link", 150)
