"""The table of contents, in the lists that ask for it (`{:toc}`)."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from jekyll.kramdown.nodes import Node


def fill_contents(
    asking: list[tuple[Element, Element, Node]], headings: list[tuple[int, str, Element]]
) -> None:
    """Put the headings of a text, with level, id and element, in the lists that ask for them.

    Each that asks comes with what holds it, itself, and the node that it is made of.
    """
    for holder, element, node in asking:
        if not headings:
            holder.remove(element)
        element.attrib.setdefault("id", "markdown-toc")
        open_lists = [(0, element)]
        for level, identifier, heading in headings:
            while len(open_lists) > 1 and open_lists[-1][0] >= level:
                open_lists.pop()
            parent = open_lists[-1][1]
            if parent.tag == "li":
                inner = parent.find(node.kind)
                parent = SubElement(parent, node.kind) if inner is None else inner
            item = SubElement(parent, "li")
            link = SubElement(item, "a", href=f"#{identifier}")
            link.text = "".join(heading.itertext())
            open_lists.append((level, item))
