"""Pages that a visitor cannot come to from the front page: no menu has them, and no link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from commands.checks.site import CheckedSite
from core.diagnostics.catalog.links import ORPHAN_PAGE
from jekyll.linking.redirects import find_redirects
from jekyll.site.model import Document, Kind

_HOME, _NOT_FOUND = "index.html", "404.html"
_MOST_TOLD = 3  # pages of one folder


def check_orphans(site: CheckedSite) -> None:
    """Warn of the pages of the content to which no way leads from the front page.

    Of pages that lead to one another, the first is reported: a link to it brings the others. What a
    front page published as it is leads to, by a script or a form, is not known.
    """
    if _HOME not in site.documents or _HOME not in site.pages:
        return
    leads = _through_redirects(site)
    left = set(site.documents) - _reached(leads, [_HOME]) - {_NOT_FOUND}
    pages = {
        name: document
        for name, document in site.documents.items()
        if name in left and name in site.pages and document.kind is not Kind.TEXT
    }
    _report(site, [pages[name] for name in _first_ones(leads, list(pages))])


def _through_redirects(site: CheckedSite) -> dict[str, set[str]]:
    """Return where pages lead, past the addresses that only lead on."""
    files = {document.source.label: name for name, document in site.documents.items()}
    ends = {old.save_as: files[old.source] for old in find_redirects(site.site, "")}
    return {page: {ends.get(name, name) for name in names} for page, names in site.leads.items()}


def _reached(leads: Mapping[str, set[str]], starts: Iterable[str]) -> set[str]:
    """Return the pages that can be come to from some, these among them."""
    found, left = set(starts), list(starts)
    while left:
        new = leads.get(left.pop(), set()) - found
        found |= new
        left += new
    return found


def _first_ones(leads: Mapping[str, set[str]], names: list[str]) -> Iterator[str]:
    """Give the fewest pages that lead to all the others: those that none leads to first."""
    led_to = {end for name in names for end in leads.get(name, set()) - {name}}
    found: set[str] = set()
    for name in sorted(names, key=lambda name: name in led_to):
        if name not in found:
            found |= _reached(leads, [name])
            yield name


def _report(site: CheckedSite, orphans: list[Document]) -> None:
    orphans.sort(key=_folder)
    for folder, group in groupby(orphans, _folder):
        pages = list(group)
        shown = pages if len(pages) <= _MOST_TOLD else pages[:1]
        others = len(pages) - len(shown)
        also = f" (de même pour {others} autres pages de {folder}/)" if others else ""
        for page in shown:
            value = page.values.get("in_menu")
            line = value.line if value else 0
            site.add(ORPHAN_PAGE(also=also, hint=_hint(page)).at(page.source.label, line))


def _hint(page: Document) -> str | None:
    if page.kind is Kind.POST:
        return "Ajoutez un lien vers elle, ou « actualites: oui » dans _config.yml."
    is_left_out = page.kind is Kind.PAGE and not page.metadata["in_menu"]
    return "Retirez in_menu, ou ajoutez un lien vers elle." if is_left_out else None


def _folder(document: Document) -> str:
    return document.name.rpartition("/")[0]
