"""Which entries of the menu stand under which: one level, from the key `parent`, or from folders.

A page of a folder stands under the page of that folder's `index`. What `parent` asks for and cannot
be is reported, and no entry is lost: it stays in the menu itself, or goes under the nearest entry
that can hold it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from core.diagnostics import Diagnostic, Diagnostics, suggestion
from core.diagnostics.catalog import menu as rules
from core.names import name_key, nfc
from jekyll.site.menu import MenuItem
from jekyll.site.model import Document, Site


@dataclass(frozen=True, eq=False)
class MenuEntry:
    """One page of the menu."""

    title: str  # plain text
    path: str  # its address, unescaped, beginning with `/`
    page: Document | None = None  # its file; None when a plugin writes it
    # The whole entry, when it is one that members wrote in `_config.yml`.
    link: MenuItem | None = None


def entry_of(page: Document) -> MenuEntry:
    """Return the entry of a page."""
    return MenuEntry(page.title, page.path, page)


def arrange(
    entries: Sequence[MenuEntry], site: Site, diagnostics: Diagnostics
) -> list[tuple[MenuEntry, list[MenuEntry]]]:
    """Return the entries of the menu itself, in order, each with those under it.

    Args:
        entries: those of the menu, in order.
        site: where the pages are from. One that keeps Jekyll's settings keeps its menu flat, unless
            a page says `parent`.
    """
    finder = _Finder(entries, site, diagnostics)
    above = {entry: parent for entry in entries if (parent := finder.parent(entry))}
    for entry in _looped(above):
        parent = above.pop(entry)
        _report(diagnostics, entry, rules.PARENT_IN_A_LOOP(title=entry.title, parent=parent.title))
    tops = _tops(entries, above)
    for entry, parent in above.items():
        if parent in above:
            top = tops[entry].title
            deep = rules.PARENT_OF_A_PARENT(title=entry.title, parent=parent.title, top=top)
            is_asked = entry.page and entry.page.metadata["parent"]
            _report(diagnostics, entry if is_asked else parent, deep)
    below: dict[MenuEntry, list[MenuEntry]] = {top: [] for top in entries if tops[top] is top}
    for entry in entries:
        if tops[entry] is not entry:
            below[tops[entry]].append(entry)
    return list(below.items())


def _tops(
    entries: Sequence[MenuEntry], above: dict[MenuEntry, MenuEntry]
) -> dict[MenuEntry, MenuEntry]:
    """Return, for each entry, the one of the menu itself that it is or stands under."""
    tops: dict[MenuEntry, MenuEntry] = {}
    for entry in entries:
        climbed, one = [], entry
        while one in above and one not in tops:
            climbed.append(one)
            one = above[one]
        tops |= dict.fromkeys([*climbed, one], tops.get(one, one))
    return tops


def _looped(above: dict[MenuEntry, MenuEntry]) -> list[MenuEntry]:
    """Return the entries that stand under themselves."""
    seen: set[MenuEntry] = set()
    found: list[MenuEntry] = []
    for entry in above:
        climbed: dict[MenuEntry, None] = {}  # in order
        one = entry
        while one in above and one not in seen:
            seen.add(one)
            climbed[one] = None
            one = above[one]
        if one in climbed:
            steps = list(climbed)
            found += steps[steps.index(one) :]
    return found


def _report(diagnostics: Diagnostics, entry: MenuEntry, diagnostic: Diagnostic) -> None:
    if entry.page:
        source = entry.page.source
        diagnostics.add(diagnostic.at(source.label, source.line_of_key("parent")))


class _Finder:
    """Finds the entry that each stands under."""

    def __init__(self, entries: Iterable[MenuEntry], site: Site, diagnostics: Diagnostics):
        self._site, self._diagnostics = site, diagnostics
        self._by_name: dict[str, list[MenuEntry]] = {}
        self._by_title: dict[str, list[MenuEntry]] = {}
        for entry in entries:
            for name in _names(entry):
                self._by_name.setdefault(name, []).append(entry)
            self._by_title.setdefault(name_key(entry.title), []).append(entry)

    def parent(self, entry: MenuEntry) -> MenuEntry | None:
        """Return the entry above, as its page asks or as its folder is; None for none."""
        if not entry.page:
            return None
        asked = entry.page.metadata["parent"]
        if asked is None:
            return None if self._site.config.names_jekyll else self._of_folder(entry.page.name)
        return self._asked(entry, asked) if asked else None

    def _of_folder(self, name: str) -> MenuEntry | None:
        """Return the page of the outermost folder that has one in the menu."""
        steps = posixpath.dirname(name).split("/")
        folders = ["/".join(steps[:count]) for count in range(1, len(steps) + 1)]
        found = (self._by_name.get(_as_name(f"{folder}/")) for folder in filter(None, folders))
        outermost = next((some[0] for some in found if some), None)
        is_itself = outermost is not None and outermost.page and outermost.page.name == name
        return None if is_itself else outermost

    def _asked(self, entry: MenuEntry, asked: str) -> MenuEntry | None:
        named = self._by_title.get(name_key(asked)) or self._by_name.get(_as_name(asked)) or []
        if len(named) == 1:
            return named[0]
        _report(self._diagnostics, entry, self._why_not(entry, asked, named))
        return None

    def _why_not(self, entry: MenuEntry, asked: str, named: list[MenuEntry]) -> Diagnostic:
        if named:
            file = next((one.page.name for one in named if one.page), "")
            return rules.AMBIGUOUS_PARENT(parent=asked, count=len(named), file=file)
        page = self._pages.get(name_key(asked)) or self._pages.get(_as_name(asked))
        if page:
            hint = "Retirez « parent »." if page.is_home else None
            return rules.PARENT_OUT_OF_THE_MENU(parent=page.title, hint=hint)
        titles = {some[0].title for some in self._by_title.values()} - {entry.title}
        return rules.UNKNOWN_PARENT(parent=asked, hint=suggestion(asked, titles) or None)

    @cached_property
    def _pages(self) -> dict[str, Document]:
        return {
            name: page
            for page in self._site.pages
            for name in (*_names(entry_of(page)), name_key(page.title))
        }


def _names(entry: MenuEntry) -> set[str]:
    """Return the ways to name a page by its address or its file, its folder's slash kept."""
    written = {entry.path, *([entry.page.name] if entry.page else [])}
    return {_as_name(name) for name in written}


def _as_name(written: str) -> str:
    """Return an address or a file as it is compared: `/vie/`, `vie/index.md` are `vie/`."""
    name = nfc(written.strip()).lstrip("/").casefold()
    stem, ending = posixpath.splitext(name)
    name = stem if ending in (".md", ".markdown", ".html") else name
    return f"{name[: -len('index')]}" if posixpath.basename(name) == "index" else name
