"""The card that stands for what another site shows, until a visitor asks for it."""

from __future__ import annotations

import html
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jekyll.addresses.hosts import host_name
from page_parts.embeds.services import IMAGE, MAP, SOUND, VIDEO, Embed

CLASS = "carte-exterieure"
_KEPT = frozenset(
    "allow allowfullscreen width height style sandbox name class id scrolling".split()
)
_RATIOS = {VIDEO: "16/9", IMAGE: "4/3", MAP: "4/3", SOUND: "4/1"}  # when the member tells no size
_SIZE = re.compile(r"\d{1,4}")


def card_inside(embed: Embed, title: str, content: str) -> dict[str, str]:
    """Return the attributes of a card's `<figure>`, and under "" what it holds.

    What the other site shows is held as text, in an attribute: no reader of this HTML, feeds'
    among them, can take it for something to load. No `<p>` either: a page's description is its
    first paragraph.
    """
    name = title or embed.kind.name
    host, about = host_name(embed.address), f'<span class="unseen"> : {html.escape(name)}</span>'
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


def frame_html(embed: Embed, title: str, attributes: dict[str, str | None]) -> str:
    """Return the frame that a card shows: the member's own, named, and told less.

    Images and videos are shown in a frame too: a page's policy then allows none of another host,
    hence no script of the page can ask for one before the click.
    """
    kept = {name: value or "" for name, value in attributes.items() if name in _KEPT}
    kept |= {"title": title or embed.kind.name, "referrerpolicy": embed.referrer}
    if embed.kind is VIDEO:
        kept["allowfullscreen"] = ""
    if style := _shape(embed, kept) + kept.pop("style", ""):
        kept["style"] = style
    written = "".join(f' {name}="{html.escape(value)}"' for name, value in kept.items())
    return f'<iframe src="{html.escape(embed.address)}"{written}></iframe>'


def _shape(embed: Embed, attributes: dict[str, str]) -> str:
    """Return the style that keeps a frame's proportions in any width."""
    size = [attributes.get("width", ""), attributes.get("height", "")]
    if all(_SIZE.fullmatch(side) and int(side) for side in size):
        return f"aspect-ratio:{size[0]}/{size[1]};height:auto;"
    ratio = "" if size[1] else _RATIOS.get(embed.kind, "")
    return f"aspect-ratio:{ratio};height:auto;" if ratio else ""


# Elements that hold words alone (HTML Standard, section 3.2.5.2.5: phrasing content), or whose
# end a figure would bring about when a browser reads it.
_WORDS = frozenset(
    "a abbr b bdi bdo big button center cite code del dfn dt em font h1 h2 h3 h4 h5 h6 i ins kbd "
    "label mark p picture pre q s samp small span strike strong sub summary sup tt u var".split()
)


def words_around(node: LexborNode) -> LexborNode | None:
    """Return the outermost element of words that holds a node, or None."""
    found, parent = None, node.parent
    while parent is not None and parent.tag in _WORDS:
        found, parent = parent, parent.parent
    return found


def put_card(tree: LexborHTMLParser, node: LexborNode, attributes: dict[str, str]) -> None:
    """Put a figure in a node's place, or after the words that hold it.

    Several nodes of one paragraph keep their order when they are taken from the last to the first.
    Of the attributes, "" is the HTML that the figure holds.
    """
    figure = tree.create_node("figure")
    for name, value in attributes.items():
        if name:
            figure.attrs[name] = value
    figure.inner_html = attributes[""]
    words = words_around(node)
    if words is None:
        node.replace_with(figure)
        return
    words.insert_after(figure)
    node.decompose()
    if is_wordless(words) and not words.css("img, svg, video, audio, iframe, input, [id]"):
        words.decompose()


def is_wordless(node: LexborNode) -> bool:
    """Return whether an element holds no words."""
    return not node.text().strip()
