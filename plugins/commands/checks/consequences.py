"""What follows from one fault alone: reported once, by that fault."""

from __future__ import annotations

from commands.checks.site import CheckedSite
from core.diagnostics import Diagnostic
from core.diagnostics.catalog import front_matter as rules
from core.diagnostics.catalog.menu import PAGE_WITHOUT_ITS_PLACE
from core.diagnostics.catalog.site import SITE_TOO_DEEP
from core.diagnostics.catalog.typos import LINES_RUN_TOGETHER
from jekyll.site.config import FILE_NAME

# Of a front matter that is read as text.
_UNREAD = {
    rule.code
    for rule in (
        rules.UNOPENED_FRONT_MATTER,
        rules.FRONT_MATTER_BELOW_THE_TOP,
        rules.WRONG_DASHES,
        rules.FRONT_MATTER_IN_TOML,
        rules.FRONT_MATTER_IN_JSON,
        rules.FRONT_MATTER_OF_ANOTHER_PROGRAM,
    )
}
_OF_THE_UNREAD = {PAGE_WITHOUT_ITS_PLACE.code, LINES_RUN_TOGETHER.code}
_MOST_KEYS = 20  # lines


def without_consequences(site: CheckedSite, found: list[Diagnostic]) -> list[Diagnostic]:
    """Return what is wrong with a site, without what follows from the rest."""
    if too_deep := _too_deep(site):
        return [too_deep]
    unread = {one.path: one.line for one in found if one.code in _UNREAD}
    return [one for one in found if not _follows(one, unread)]


def _follows(one: Diagnostic, unread: dict[str, int]) -> bool:
    first = unread.get(one.path)
    is_near = first is not None and one.line <= first + _MOST_KEYS
    return is_near and one.code in _OF_THE_UNREAD


def _too_deep(site: CheckedSite) -> Diagnostic | None:
    """Return what is told of a site that was unzipped in a folder of the content."""
    root, names = site.site.files.root, site.site.files.names
    folders = {name.partition("/")[0] for name in names}
    if len(folders) != 1 or not all("/" in name for name in names) or (root / FILE_NAME).exists():
        return None
    (folder,) = folders
    has_head = not {f"{folder}/index.md", f"{folder}/index.html"}.isdisjoint(names)
    has_files = any(name.startswith((f"{folder}/images/", f"{folder}/assets/")) for name in names)
    if not (root / folder / FILE_NAME).is_file() and not (has_head and has_files):
        return None
    label = site.site.label
    return SITE_TOO_DEEP(folder=folder, place=f"{label}/{folder}").at(label)
