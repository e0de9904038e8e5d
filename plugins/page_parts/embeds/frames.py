"""Frames, videos and sounds of other hosts, made cards."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from jekyll.addresses.hosts import scheme_of
from page_parts.embeds.card import card_inside, frame_html, put_card
from page_parts.embeds.page import PageBody
from page_parts.embeds.services import CONTENT, SOUND, VIDEO, EmbedKind, describe

_ADDRESS = {"iframe": "src", "embed": "src", "object": "data"}
# Schemes that would run or show what is written in the address itself.
_WRITTEN_IN = frozenset({"javascript", "data", "vbscript"})


def replace_frames(page: PageBody) -> None:
    """Make a card of each frame of another host; the site's own load when they come in sight."""
    for node in reversed(page.tree.css("iframe, embed, object")):
        url = node.attributes.get(_ADDRESS[node.tag or ""]) or ""
        if scheme_of(url) in _WRITTEN_IN:
            page.drop_frame(url)
            node.decompose()
        elif page.hosts.is_refused(url):
            replace_with_card(page, node, url, CONTENT)
        elif node.tag == "iframe" and "loading" not in node.attributes:
            node.attrs["loading"] = "lazy"


def replace_media(page: PageBody) -> None:
    """Make a card of each video and sound that another host holds, in part or whole."""
    for node in reversed(page.tree.css("video, audio")):
        sources = [node, *node.css("source[src]")]
        urls = [source.attributes.get("src") or "" for source in sources]
        refused = [url for url in urls if page.hosts.is_refused(url)]
        if refused:
            kind = VIDEO if node.tag == "video" else SOUND
            replace_with_card(page, node, refused[0], kind)


def replace_with_card(page: PageBody, node: LexborNode, url: str, kind: EmbedKind) -> None:
    """Put a card in the place of an element that shows what another host holds."""
    if not page.hosts.origin(url):
        page.drop_frame(url)
        node.decompose()
        return
    title, embed = title_of(node), describe(url, kind)
    page.needs.frames.update(filter(None, [page.hosts.origin(embed.address), embed.leads_to]))
    content = frame_html(embed, title, node.attributes)
    put_card(page.tree, node, card_inside(embed, title, content))


def title_of(node: LexborNode) -> str:
    """Return the name that a member gave an element, or ""."""
    attributes = node.attributes
    title = attributes.get("title") or attributes.get("aria-label") or attributes.get("alt") or ""
    return " ".join(title.split())
