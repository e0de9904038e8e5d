"""The pages of a site, a batch at a time: a tree takes some thirty times the bytes of its text."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from commands.checks.pages import Page

BATCH = 1_000_000  # bytes of HTML whose trees are held at once
LISTS_OF_A_FOLDER = 100


def unlike(names: Iterable[str], own: Collection[str]) -> Iterator[str]:
    """Give the pages of a site but the lists that are like others.

    The site makes lists itself, alike and by the thousand where articles have many key words: those
    that come after the first of each folder could only repeat what is said of these.

    Args:
        names: the files of the pages, in order.
        own: those that members wrote.
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
