"""An image whose member wrote a title shown as a figure, the title under it."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from page_parts.galleries.shown_image import ShownImage, images_alone


def write_captions(tree: LexborHTMLParser) -> None:
    """Make a figure of each paragraph that is one image with a title."""
    for paragraph in tree.css("p:has(img[title])"):
        images = images_alone(paragraph)
        if len(images) == 1 and images[0].caption:
            figure = captioned(tree, images[0])
            for name, value in paragraph.attributes.items():
                figure.attrs[name] = value or ""
            paragraph.replace_with(figure)


def captioned(tree: LexborHTMLParser, shown: ShownImage) -> LexborNode:
    """Return a copy of an image, in a figure with its caption, or in a division without one."""
    caption = shown.caption
    holder = tree.create_node("figure" if caption else "div")
    if caption:
        del shown.image.attrs["title"]  # read twice otherwise
    holder.insert_child(shown.node)
    if caption:
        words = tree.create_node("figcaption")
        words.insert_child(caption)
        holder.insert_child(words)
    return holder
