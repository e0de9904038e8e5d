"""Frames, videos and sounds of other hosts, made cards."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from embeds.card import card_inside, frame_html
from embeds.page import PageBody
from embeds.place import put_card
from embeds.services import CONTENT, SOUND, VIDEO, describe
from scribouilli.hosts import scheme_of

_ADDRESS = {"iframe": "src", "embed": "src", "object": "data"}
# Schemes that would run or show what is written in the address itself.
_WRITTEN_IN = frozenset({"javascript", "data", "vbscript"})


def replace_frames(page: PageBody) -> None:
    """Make a card of each frame of another host; the site's own load when they come in sight."""
    for node in reversed(page.tree.css("iframe, embed, object")):
        url = node.attributes.get(_ADDRESS[node.tag]) or ""
        if scheme_of(url) in _WRITTEN_IN:
            page.drop("le cadre", url)
            node.decompose()
        elif page.hosts.is_refused(url):
            _replace_frame(page, node, url)
        elif node.tag == "iframe" and "loading" not in node.attributes:
            node.attrs["loading"] = "lazy"


def _replace_frame(page: PageBody, node: LexborNode, url: str) -> None:
    origin = page.hosts.origin(url)
    if not origin:
        page.drop("le cadre", url)
        node.decompose()
        return
    page.needs.frames.add(origin)
    title = title_of(node)
    embed = describe(url, CONTENT)
    content = frame_html(embed, url, title, node.attributes)
    put_card(page.tree, node, card_inside(embed, title, url, content))


def replace_media(page: PageBody) -> None:
    """Make a card of each video and sound that another host holds, in part or whole."""
    for node in reversed(page.tree.css("video, audio")):
        sources = [node, *node.css("source[src], track[src]")]
        urls = [source.attributes.get("src") or "" for source in sources]
        refused = [url for url in urls if page.hosts.is_refused(url)]
        if not refused:
            continue
        origins = [page.hosts.origin(url) for url in refused]
        if not all(origins):
            page.drop("le média", refused[0])
            node.decompose()
            continue
        page.needs.media.update(origins)
        _add_poster(page, node)
        title, embed = title_of(node), describe(refused[0], VIDEO if node.tag == "video" else SOUND)
        put_card(page.tree, node, card_inside(embed, title, refused[0], node.html or ""))


def _add_poster(page: PageBody, node: LexborNode) -> None:
    poster = node.attributes.get("poster") or ""
    if page.hosts.is_refused(poster) and (origin := page.hosts.origin(poster)):
        page.needs.images.add(origin)


def title_of(node: LexborNode) -> str:
    """Return the name that a member gave an element, or ""."""
    attributes = node.attributes
    title = attributes.get("title") or attributes.get("aria-label") or attributes.get("alt") or ""
    return " ".join(title.split())
