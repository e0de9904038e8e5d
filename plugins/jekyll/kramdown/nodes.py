"""The tree that the block parser makes and the span parser completes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypedDict

from jekyll.kramdown.attributes import AttributeList

# Kinds whose nodes leave no trace in the page.
SILENT = frozenset({"blank", "end"})
BLOCKS = frozenset(
    "p heading blockquote code_block hr ul ol dl table thead tbody tfoot tr li dt dd".split()
)


class NodeOptions(TypedDict, total=False):
    """What only some kinds of nodes need.

    Attributes:
        level: of a heading.
        listed: the attributes that a member wrote, by name.
        tag, end: those of an element of HTML, as they are written.
        model: what an element of HTML holds.
        alignments: those of the columns of a table.
        is_block: of mathematics.
        is_straight: of a quotation mark.
        is_open: a paragraph of an item that has no blank line.
        is_standalone: an image that is a figure.
        is_loose: a definition with blank lines.
        closed_here: an element that has just ended.
    """

    level: int
    listed: dict[str, tuple[str, bool]]
    tag: str
    end: str
    model: str
    alignments: list[str]
    is_block: bool
    is_straight: bool
    is_open: bool
    is_standalone: bool
    is_loose: bool
    closed_here: bool


@dataclass(slots=True)
class Node:
    """A block or a span.

    Attributes:
        kind: what it is: "p", "ul", "text" (a text whose spans are not read yet)…
        value: its text, the name of its tag, the white space of a "blank".
        attributes: those of its element.
        children: what it holds.
        given: the attribute list that a member wrote beside it, or None.
        options: what only its kind needs.
    """

    kind: str
    value: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    given: AttributeList | None = None
    options: NodeOptions = field(default_factory=NodeOptions)

    def give(self, attributes: AttributeList) -> None:
        """Add an attribute list to those written beside the node."""
        if self.given is None:
            self.given = AttributeList()
        self.given.add(attributes)

    def receive(self, given: AttributeList, defined: dict[str, AttributeList]) -> None:
        """Set the attributes of a list, which are remembered as a member's own."""
        listed = given.apply(self.attributes, defined)
        self.options["listed"] = {**self.options.get("listed", {}), **listed}

    @property
    def element(self) -> str:
        """Return the name of the element that has its attributes."""
        match self.kind:
            case "heading":
                return f"h{self.options['level']}"
            case "code_block":
                return "code"
            case "math":
                return "div" if self.options["is_block"] else "span"
        return self.value if self.kind == "html" else self.kind

    @property
    def last(self) -> Node | None:
        """Return the last node it holds."""
        return self.children[-1] if self.children else None

    @property
    def first(self) -> Node | None:
        """Return the first node it holds."""
        return self.children[0] if self.children else None
