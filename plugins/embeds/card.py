"""The card that stands for what another site shows, until a visitor asks for it."""

from __future__ import annotations

import html
import re

from embeds.services import VIDEO, Embed
from scribouilli.hosts import host_name

CLASS = "carte-exterieure"
_LEFT_OUT = frozenset({"src", "data", "type", "srcdoc", "loading"})
_SIZE = re.compile(r"\d{1,4}")


def card_inside(embed: Embed, title: str, url: str, content: str) -> dict[str, str]:
    """Return the attributes of a card's `<figure>`, and under "" what it holds.

    What the other site shows is held as text, in an attribute: no reader of this HTML, feeds'
    among them, can take it for something to load. No `<p>` either: a page's description is its
    first paragraph.

    Args:
        embed: what it is.
        title: its name, or "".
        url: where it would be loaded from.
        content: the HTML that shows it.
    """
    name = title or embed.kind.name
    host, about = host_name(url), f'<span class="unseen"> : {html.escape(name)}</span>'
    heading = f"{embed.kind.name} : {title}" if title else embed.kind.name
    inside = (
        f"<figcaption><strong>{html.escape(heading)}</strong> "
        f"<span>{embed.kind.this} vient de {html.escape(host)}. "
        "L’afficher envoie votre adresse IP à ce site.</span></figcaption>\n"
        f'<button type="button" class="bouton" hidden>Afficher ici{about}</button>\n'
        f'<a href="{html.escape(embed.link)}" rel="noreferrer">'
        f"Ouvrir sur {html.escape(host_name(embed.link).removeprefix('www.'))}{about}</a>\n"
    )
    return {
        "class": CLASS,
        "aria-label": f"{heading} ({host})",
        "data-contenu": content,
        "": inside,
    }


def frame_html(embed: Embed, url: str, title: str, attributes: dict[str, str | None]) -> str:
    """Return the frame that a card shows: the member's own, named, and told less.

    Args:
        embed: what it shows.
        url: where from.
        title: its name.
        attributes: those of the member's element; addresses and handlers are left out.
    """
    kept = {
        name: value or ""
        for name, value in attributes.items()
        if name not in _LEFT_OUT and not name.startswith("on")
    }
    kept |= {"title": title or embed.kind.name, "referrerpolicy": embed.referrer}
    if style := _shape(embed, kept) + kept.pop("style", ""):
        kept["style"] = style
    return element_html("iframe", {"src": url, **kept})


def element_html(tag: str, attributes: dict[str, str]) -> str:
    """Return an element that holds nothing, with its end tag."""
    written = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{written}></{tag}>"


def _shape(embed: Embed, attributes: dict[str, str]) -> str:
    """Return the style that keeps a frame's proportions in any width; a video always has some."""
    size = [attributes.get("width", ""), attributes.get("height", "")]
    if all(_SIZE.fullmatch(side) and int(side) for side in size):
        return f"aspect-ratio:{size[0]}/{size[1]};height:auto;"
    return "aspect-ratio:16/9;height:auto;" if embed.kind is VIDEO and not size[1] else ""
