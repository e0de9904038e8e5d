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
    """What only some kinds of nodes need."""

    level: int  # of a heading
    listed: dict[str, tuple[str, bool]]  # the attributes that a member wrote, by name
    tag: str  # that of an element of HTML, as it is written
    end: str  # the same
    model: str  # what an element of HTML holds
    alignments: list[str]  # those of the columns of a table
    is_block: bool  # of mathematics
    is_straight: bool  # of a quotation mark
    is_open: bool  # a paragraph of an item that has no blank line
    is_standalone: bool  # an image that is a figure
    is_loose: bool  # a definition with blank lines
    closed_here: bool  # an element that has just ended


@dataclass(slots=True)
class Node:
    """A block or a span."""

    kind: str  # what it is: "p", "ul", "text" (a text whose spans are not read yet)…
    value: str = ""  # its text, the name of its tag, the white space of a "blank"
    attributes: dict[str, str] = field(default_factory=dict)  # those of its element
    children: list[Node] = field(default_factory=list)  # what it holds
    given: AttributeList | None = None  # the attribute list that a member wrote beside it, or None
    options: NodeOptions = field(default_factory=NodeOptions)  # what only its kind needs

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
