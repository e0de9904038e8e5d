"""Images that follow one another shown side by side, none cut, none enlarged."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from core.html_text import is_blank
from page_parts.galleries.shown_image import ShownImage, image_of, images_alone

CLASS = "galerie"
# CSS pixels: how high an image is shown at most (theme/styles/pages/galerie.css).
_HEIGHT = 240
_GUTTERS = 32  # CSS pixels beside the column on a phone, where two images make a row
_NARROW, _WIDE = "45vw", "70vw"  # there: of two, of one (see page_parts/images/markup.py)
_WIDE_FROM = 400  # CSS pixels
# What is shown at nearly its own size has no more to show.
_LARGER = 1.25


def make_galleries(tree: LexborHTMLParser) -> list[tuple[int, LexborNode]]:
    """Make a gallery of each row of images; return the blocks marked as one that can be none.

    Each comes with the number of those that are marked before it.

    A row is of two images or more, in one paragraph or in paragraphs that follow one another; a
    block that its member marked (`{: .galerie}`) makes one of as few as there are.
    """
    marked = [block.mem_id for block in tree.css("p, ul, ol, div") if _is_marked(block)]
    for block in tree.css("ul, ol, div"):
        if _is_marked(block):
            _fill(tree, block)
    for row in list(_rows(tree)):
        images = [image for paragraph in row for image in images_alone(paragraph)]
        row[0].insert_before(_gallery(tree, images, row[0]))
        for paragraph in row:
            paragraph.decompose()
    left = [block for block in tree.css("p, ul, ol") if _is_marked(block)]
    return [(marked.index(block.mem_id), block) for block in left if block.mem_id in marked]


def _rows(tree: LexborHTMLParser) -> Iterator[list[LexborNode]]:
    seen: set[int] = set()
    for paragraph in tree.css("p:has(img)"):
        if paragraph.mem_id in seen:
            continue
        row = list(_row(paragraph))
        seen.update(one.mem_id for one in row)
        count = sum(len(images_alone(one)) for one in row)
        if count > 1 or (count and any(map(_is_marked, row))):
            yield row


def _row(paragraph: LexborNode | None) -> Iterator[LexborNode]:
    """Yield a paragraph and those after it, as long as they hold images and nothing else."""
    while paragraph is not None and _is_of_images(paragraph):
        yield paragraph
        paragraph = paragraph.next
        while paragraph is not None and is_blank(paragraph):
            paragraph = paragraph.next


def _is_of_images(node: LexborNode) -> bool:
    """Return whether a node is a paragraph of images, to which its member gave nothing else."""
    if node.tag != "p" or not images_alone(node):
        return False
    return not node.attributes or _is_marked(node)


def _is_marked(node: LexborNode) -> bool:
    """Return whether the class is a block's, or that of an image it holds: one line too high."""
    holders = [node, *node.css("img")] if node.tag == "p" else [node]
    return any(CLASS in _classes(one) for one in holders)


def _classes(node: LexborNode) -> list[str]:
    return (node.attributes.get("class") or "").split()


def _gallery(tree: LexborHTMLParser, images: list[ShownImage], written: LexborNode) -> LexborNode:
    gallery = tree.create_node("div")
    for name, value in written.attributes.items():
        gallery.attrs[name] = value or ""
    _name(gallery, len(images))
    for image in images:
        gallery.insert_child(_item(tree, image))
    return gallery


def _name(gallery: LexborNode, count: int) -> None:
    others = [one for one in _classes(gallery) if one != CLASS]
    gallery.attrs["class"] = " ".join([CLASS, *others])
    gallery.attrs["role"] = "group"
    gallery.attrs["aria-label"] = f"Galerie, {count} images" if count > 1 else "Galerie, 1 image"


def _fill(tree: LexborHTMLParser, block: LexborNode) -> None:
    """Make a gallery of a list or of a division, when each of its parts is of images."""
    parts = [node for node in block.iter(include_text=True) if not is_blank(node)]
    found = [_images_of(part) for part in parts]
    if found and all(found):
        images = [image for some in found for image in some]
        block.insert_before(_gallery(tree, images, block))
        block.decompose()


def _images_of(part: LexborNode) -> list[ShownImage]:
    if part.tag not in ("p", "li"):
        image = image_of(part)
        return [image] if image else []
    inside = [node for node in part.iter(include_text=True) if not is_blank(node)]
    is_loose = part.tag == "li" and len(inside) == 1 and inside[0].tag == "p"
    return images_alone(inside[0] if is_loose else part)


def _item(tree: LexborHTMLParser, shown: ShownImage) -> LexborNode:
    """Return an image of a gallery: it leads to all of itself, unless it is shown so already."""
    size, (address, wide) = shown.size, shown.whole
    shown_width = round(size[0] / size[1] * _HEIGHT) if size else 0
    for source in shown.node.css("source[sizes]"):
        if shown_width:
            phone = _WIDE if shown_width >= _WIDE_FROM else _NARROW
            most = f"(min-width: {shown_width + _GUTTERS}px) {shown_width}px"
            source.attrs["sizes"] = f"{most}, {phone}"
    if CLASS in (classes := _classes(shown.image)):
        shown.image.attrs["class"] = " ".join(one for one in classes if one != CLASS)
    item = captioned(tree, shown)
    if size:
        narrow = f";--wide:{size[0]}px" if size[0] < shown_width else ""
        item.attrs["style"] = f"--ratio:{size[0] / size[1]:.4g}{narrow}"
    if shown_width and wide > shown_width * _LARGER and not shown.is_link:
        _lead_to(tree, item, address)
    return item


def _lead_to(tree: LexborHTMLParser, item: LexborNode, address: str) -> None:
    shown = item.css_first("picture") or item.css_first("img")
    if shown is None:
        return
    link = tree.create_node("a")
    link.attrs["href"] = address
    image = shown if shown.tag == "img" else shown.css_first("img")
    if image is not None and not (image.attributes.get("alt") or "").strip():
        link.attrs["aria-label"] = "Voir l’image entière"
    link.insert_child(shown)
    shown.replace_with(link)


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
