"""The check of a site: built aside, looked at from every side, told at once."""

from __future__ import annotations

import dataclasses
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from checks.askew import check_askew
from checks.data_files import check_data_files
from checks.external import check_external
from checks.feeds_and_calendars import check_calendars, check_feeds
from checks.garbled import check_garbled
from checks.headings import check_headings
from checks.html_check import check_frames, check_html, check_ids
from checks.images import check_alternatives, check_sizes, check_unused, check_whole
from checks.keys import check_keys
from checks.links import check_link_names, check_links, check_styles
from checks.mending import Mended, is_worth_a_copy
from checks.names import check_names
from checks.outside import check_cards, check_outside
from checks.site import CheckedSite
from checks.structured_data import check_structured_data
from checks.styles import check_style_elements, check_style_sheets
from checks.texts import check_lengths, check_past_events, check_untouched
from checks.unread_signs import check_unread_signs
from checks.weights import check_weights
from checks.work_folder import work_folder
from checks.wrong_addresses import check_wrong_addresses
from faults import ERROR, WARNING, Fault, Faults, visible
from scribouilli.content_files import scan
from scribouilli.render import LEADS_NOWHERE
from scribouilli.site_config import read_config
from site_build import BuildRequest, BuildResult, build
from site_build.request import PROJECT

CACHE = PROJECT / ".cache"
MOST_BUILDS = 6  # of a copy that is mended
MOST_FAULTS = 200  # that a copy is mended of: with more, they are what is to be seen to
SECONDS = 8.0  # a build that may end later, counted from the beginning, is not begun

_Check = Callable[[CheckedSite], None]
# Each of these looks at the pages at hand alone, and is done for each batch of them.
PAGE_CHECKS: tuple[_Check, ...] = (
    check_links,
    check_styles,
    check_wrong_addresses,
    check_link_names,
    check_alternatives,
    check_headings,
    check_ids,
    check_frames,
    check_style_elements,
    check_askew,
    check_structured_data,
    check_weights,
    check_sizes,
    check_outside,
    check_cards,
    check_lengths,
)
SITE_CHECKS: tuple[_Check, ...] = (
    check_html,
    check_keys,
    check_data_files,
    check_style_sheets,
    check_feeds,
    check_calendars,
    check_whole,
    check_unused,
    check_untouched,
    check_unread_signs,
    check_garbled,
)


def check(request: BuildRequest, external: bool = False) -> Faults:
    """Return all that is wrong with a site; `request.output` is left alone.

    Args:
        request: the content, and the address of the site.
        external: ask the other sites whether the links to them answer.
    """
    begun = time.monotonic()
    with work_folder(CACHE) as folder:
        result = build(dataclasses.replace(request, output=folder / "site"))
        return examine(request, result, external, time.monotonic() - begun)


def examine(
    request: BuildRequest, result: BuildResult, external: bool = False, spent: float = 0.0
) -> Faults:
    """Return all that is wrong with a site that was just built, or could not be.

    Args:
        request: what was asked of the build.
        result: what came of it.
        external: ask the other sites whether the links to them answer.
        spent: the seconds that the build took.
    """
    if result.is_ok:
        return _look_at(result, request.content_label, external)
    faults = _told_of_build(result.faults)
    faults.found += check_names(_files(request), request.content_label)
    with work_folder(CACHE) as folder:
        for fault in _of_the_rest(request, result, folder, spent):
            faults.keep(fault)
    return faults


def _look_at(result: BuildResult, label: str, external: bool = False) -> Faults:
    """Return what is wrong with a site that was built."""
    links, faults = _parted(result.faults)
    faults.found += check_names(result.settings["DIALECT_SITE"].files.names, label)
    site = _look_at_output(result, faults, external)
    told: dict[str, set[str]] = {}
    for path, url in site.broken:
        told.setdefault(path, set()).add(visible(f"« {url} » {LEADS_NOWHERE}"))
    faults.found += [fault for fault in links if fault.message not in told.get(fault.path, ())]
    return faults


def _of_the_rest(
    request: BuildRequest, stopped: BuildResult, folder: Path, spent: float
) -> list[Fault]:
    """Return the faults that those which stop a build would hide, as far as time allows."""
    begun, longest = time.monotonic() - spent, spent
    again = dataclasses.replace(request, content=folder / "contenu", output=folder / "reste")
    try:
        if len(stopped.faults.errors) > MOST_FAULTS:
            return [_LATER]
        if not is_worth_a_copy(request.content):
            return []
        mended = Mended(request.content, again.content, again.content_label)
    except (OSError, shutil.Error):
        return []
    found: list[Fault] = []
    errors = [_renamed(f, request.content_label, mended.label) for f in stopped.faults.errors]
    for _ in range(MOST_BUILDS):
        start = time.monotonic()
        if start - begun + longest > SECONDS:
            found.append(_LATER)
            break
        if not mended.mend(errors):
            return []
        result = build(again)
        longest = max(longest, time.monotonic() - start)
        if result.is_ok:
            rest = _look_at(result, again.content_label).found
            found += [fault for fault in rest if not mended.is_consequence(fault)]
            break
        errors = result.faults.errors
        found += filter(mended.is_kept, errors)
    return [_renamed(fault, mended.label, request.content_label) for fault in found]


_LATER = Fault(
    "",
    0,
    "le reste du site sera vérifié quand ces erreurs seront corrigées",
    "Corrigez-les, puis recommencez.",
    WARNING,
)


def _renamed(fault: Fault, label: str, other: str) -> Fault:
    """Return a fault of a folder as one of another."""
    texts = (fault.path, fault.message, fault.cure)
    path, message, cure = (text.replace(label, other) for text in texts)
    return dataclasses.replace(fault, path=path, message=message, cure=cure)


def _told_of_build(built: Faults) -> Faults:
    """Return a build's faults, its broken links as errors."""
    links, faults = _parted(built)
    faults.found += links
    return faults


def _look_at_output(result: BuildResult, faults: Faults, external: bool) -> CheckedSite:
    settings = result.settings
    sources, renderer = settings["DIALECT_SITE"], settings["DIALECT_RENDERER"]
    site = CheckedSite(result.output, sources, renderer, settings["SITEURL"], faults)
    for _ in site.pages.batches():
        for one in PAGE_CHECKS:
            one(site)
    for one in SITE_CHECKS:
        one(site)
    check_past_events(site, settings.get("EVENTS", {}))
    if external:
        check_external(site, CACHE / "liens")
    site.tell_unplaced()
    return site


def _parted(built: Faults) -> tuple[list[Fault], Faults]:
    """Part a build's warnings of broken links, which are errors here, from its other faults."""
    links = [fault for fault in built.found if fault.message.endswith(LEADS_NOWHERE)]
    others = [fault for fault in built.found if not fault.message.endswith(LEADS_NOWHERE)]
    return [dataclasses.replace(fault, severity=ERROR) for fault in links], Faults(others)


def _files(request: BuildRequest) -> list[str]:
    """Return the files of the content, as far as it could be read."""
    content, label, told = request.content, request.content_label, Faults()
    try:
        entries = read_config(content, label, told).entries
        return scan(content, label, told, entry_filter=entries).names
    except OSError:
        return []  # told by the build
