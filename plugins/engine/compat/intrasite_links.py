"""Pelican's links to its own contents (`{static}…`), in a text that a plugin by others wrote.

`Content._update_content` is what `Content.get_content` does to a text; no documented way asks for
it alone, and `get_content` itself keeps every text of the site in memory.
"""

from __future__ import annotations

from pelican.contents import Content


def with_addresses(content: Content, html: str, siteurl: str) -> str:
    """Return a text of a content with the addresses that its links of Pelican's stand for."""
    if "{" not in html and "|" not in html:
        return html
    led: str = content._update_content(html, siteurl)
    return led
