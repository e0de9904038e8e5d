"""A picture whose member wrote a title shown as a figure, the title under it."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from page_parts.galleries.shown_picture import ShownPicture, pictures_alone


def write_captions(tree: LexborHTMLParser) -> None:
    """Make a figure of each paragraph that is one picture with a title."""
    for paragraph in tree.css("p:has(img[title])"):
        pictures = pictures_alone(paragraph)
        if len(pictures) == 1 and pictures[0].caption:
            figure = captioned(tree, pictures[0])
            for name, value in paragraph.attributes.items():
                figure.attrs[name] = value or ""
            paragraph.replace_with(figure)


def captioned(tree: LexborHTMLParser, picture: ShownPicture) -> LexborNode:
    """Return a copy of a picture, in a figure with its caption, or in a division without one."""
    caption = picture.caption
    holder = tree.create_node("figure" if caption else "div")
    if caption:
        del picture.image.attrs["title"]  # read twice otherwise
    holder.insert_child(picture.node)
    if caption:
        words = tree.create_node("figcaption")
        words.insert_child(caption)
        holder.insert_child(words)
    return holder
