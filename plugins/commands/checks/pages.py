"""The built pages, each parsed once: what the checks look at, a batch at a time."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jekyll.addresses.html_addresses import HeldAddress, absolute, held_addresses
from jekyll.addresses.urls import path_of

MOST_COMPARED = 1000  # ids of a page, among which the one that was meant is looked for
# Declarations for machines; what they lead to is no page of ours.
_NOT_FOLLOWED = frozenset({"preconnect", "dns-prefetch"})
_HIDDEN = ":is([hidden],[aria-hidden='true'],template,noscript)"


@dataclass(frozen=True)
class Page:
    """A page of the built site."""

    output: Path  # the folder of the site
    name: str  # its file in the output, `/` between folders

    @cached_property
    def text(self) -> str:
        """Return its HTML; bytes that are not UTF-8 are replaced, as browsers do."""
        return (self.output / self.name).read_text(encoding="utf-8", errors="replace")

    @property
    def size(self) -> int:
        """Return its weight in bytes."""
        return (self.output / self.name).stat().st_size

    def forget(self) -> None:
        """Let go of its text and of what was read there; its anchors, asked for often, are kept."""
        kept = ("output", "name", "anchors")
        for key in [key for key in self.__dict__ if key not in kept]:
            del self.__dict__[key]

    def resolved(self, url: str) -> str:
        """Return an address as it is read from the one that `<base>` gives, if it gives one."""
        return absolute(url, self._base) if self._base and url != self._base else url

    @cached_property
    def _base(self) -> str:
        base = self.tree.css_first("base[href]") if "<base" in self.text.lower() else None
        return (base.attributes["href"] or "").strip() if base is not None else ""

    @property
    def address(self) -> str:
        """Return its path from the site's root."""
        return path_of(self.name)

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """Return its tree, as a browser has it."""
        return LexborHTMLParser(self.text)

    def without(self, selector: str) -> Page:
        """Return the page as it would be without some of its elements."""
        tree = LexborHTMLParser(self.text)
        for node in tree.css(selector):
            node.decompose()
        page = Page(self.output, self.name)
        page.__dict__["text"] = tree.html or ""  # as its property keeps it
        return page

    @cached_property
    def id_counts(self) -> Counter[str]:
        """Return how often each id is given."""
        return Counter(
            node.attributes["id"] for node in self.tree.css("[id]") if node.attributes["id"]
        )

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Return the names that a fragment can lead to (HTML Standard, section 7.4.6.4)."""
        names = (node.attributes["name"] for node in self.tree.css("a[name]"))
        return frozenset([*self.id_counts, *filter(None, names)])

    @cached_property
    def references(self) -> list[HeldAddress]:
        """Return every address that the page leads to or loads."""
        return [held for held in held_addresses(self.tree) if not _is_declared(held.node)]

    @cached_property
    def content(self) -> LexborNode | None:
        """Return what is the page's own: `<main>`, or the body."""
        return self.tree.css_first("main") or self.tree.body

    def in_content(self, selector: str) -> list[LexborNode]:
        """Return the elements of the page's own part, in order."""
        return self.content.css(selector) if self.content is not None else []

    @property
    def has_scripts(self) -> bool:
        """Return whether scripts of the page's own part may give what its HTML lacks."""
        return bool(self.in_content("script:not([type='application/ld+json'])"))

    def holds(self, node: LexborNode) -> bool:
        """Return whether an element is in the page's own part."""
        return node.mem_id in self._counted(node.tag or "", "")

    def is_hidden(self, node: LexborNode) -> bool:
        """Return whether an element or one that holds it is hidden from all, or from some."""
        return self.is_among(node, f"{_HIDDEN}, {_HIDDEN} *")

    def is_among(self, node: LexborNode, selector: str) -> bool:
        """Return whether an element is one that a selector finds in the page, read once."""
        if selector not in self._found:
            self._found[selector] = frozenset(one.mem_id for one in self.tree.css(selector))
        return node.mem_id in self._found[selector]

    @cached_property
    def _found(self) -> dict[str, frozenset[int]]:
        return {}

    def nth(self, node: LexborNode, attribute: str = "") -> int:
        """Return how many elements before one, in the page's own part, are equal to it.

        Their names are compared with an attribute, or else with their words.
        """
        return self._counted(node.tag or "", attribute).get(node.mem_id, 0)

    def _counted(self, tag: str, attribute: str) -> dict[int, int]:
        """Return, for each element of a name, how many equal ones stand before it."""
        if (tag, attribute) not in self._counts:
            seen: Counter[str] = Counter()
            counts = self._counts[tag, attribute] = {}
            for node in self.in_content(tag):
                key = node.attributes.get(attribute) or "" if attribute else words_of(node)
                counts[node.mem_id] = seen[key]
                seen[key] += 1
        return self._counts[tag, attribute]

    @cached_property
    def _counts(self) -> dict[tuple[str, str], dict[int, int]]:
        return {}


def _is_declared(node: LexborNode) -> bool:
    if node.tag != "link":
        return False
    rels = (node.attributes.get("rel") or "").lower().split()
    return not _NOT_FOLLOWED.isdisjoint(rels)


def words_of(node: LexborNode) -> str:
    """Return the text of an element, its spaces made single."""
    return " ".join(node.text().split())


BATCH = 1_000_000  # bytes of HTML whose trees are held at once
LISTS_OF_A_FOLDER = 100


def unlike(names: Iterable[str], own: Collection[str]) -> Iterator[str]:
    """Give the pages of a site but the lists that are like others.

    The site makes lists itself, alike and by the thousand where articles have many key words: those
    that come after the first of each folder could only repeat what is said of these.
    """
    lists = Counter[str]()
    for name in names:
        folder = posixpath.dirname(posixpath.dirname(name))
        lists[folder] += name not in own
        if name in own or lists[folder] <= LISTS_OF_A_FOLDER:
            yield name


class Pages:
    """Pages by file, in order; few of their texts and trees are held at once.

    `values()` goes through the batch at hand, which `batches()` chooses, and through every page
    outside of it. Any page can be asked for by its file at any time.
    """

    def __init__(self, pages: Iterable[Page]):
        self._all = {page.name: page for page in pages}
        self._at_hand: dict[str, Page] | None = None
        self._asked: dict[str, Page] = {}  # outside of the batch
        self._asked_size = 0

    def __contains__(self, name: str) -> bool:
        """Return whether a file is a page of the site."""
        return name in self._all

    def __getitem__(self, name: str) -> Page:
        """Return a page by its file."""
        page = self._all[name]
        if name not in (self._at_hand or {}) and name not in self._asked:
            if self._asked_size + page.size > BATCH:
                self._forget_asked()
            self._asked[name] = page
            self._asked_size += page.size
        return page

    def values(self) -> Iterator[Page]:
        """Give the pages of the batch at hand, else every page, each held for its turn."""
        if self._at_hand is not None:
            yield from self._at_hand.values()
            return
        for page in self._all.values():
            yield page
            page.forget()

    def batches(self) -> Iterator[None]:
        """Put each batch at hand in turn."""
        left = list(reversed(self._all.values()))
        while left:
            self._at_hand, size = {}, 0
            while left and (not size or size + left[-1].size <= BATCH):
                page = left.pop()
                self._at_hand[page.name] = page
                size += max(page.size, 1)
            self._forget_asked()
            yield
            for page in self._at_hand.values():
                page.forget()
        self._at_hand = None
        self._forget_asked()

    def _forget_asked(self) -> None:
        for page in self._asked.values():
            page.forget()
        self._asked.clear()
        self._asked_size = 0
