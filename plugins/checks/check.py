"""The check of a site: built aside, looked at from every side, told at once."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable
from pathlib import Path

from checks.external import check_external
from checks.feeds_and_calendars import check_calendars, check_feeds
from checks.headings import check_headings
from checks.html_check import check_html, check_ids
from checks.images import check_alternatives, check_sizes, check_unused
from checks.keys import check_keys
from checks.links import check_link_names, check_links, check_styles
from checks.names import check_names
from checks.outside import check_outside
from checks.site import CheckedSite
from checks.structured_data import check_structured_data
from checks.texts import check_lengths, check_past_events
from checks.weights import check_weights
from faults import ERROR, Fault, Faults
from scribouilli.content_files import scan
from scribouilli.render import LEADS_NOWHERE
from site_build import BuildRequest, BuildResult, build
from site_build.request import PROJECT

CACHE = PROJECT / ".cache"

CHECKS: tuple[Callable[[CheckedSite], None], ...] = (
    check_links,
    check_styles,
    check_link_names,
    check_alternatives,
    check_headings,
    check_ids,
    check_html,
    check_keys,
    check_feeds,
    check_calendars,
    check_structured_data,
    check_weights,
    check_sizes,
    check_unused,
    check_outside,
    check_lengths,
)


def check(request: BuildRequest, external: bool = False) -> Faults:
    """Return all that is wrong with a site; `request.output` is left alone.

    Args:
        request: the content, and the address of the site.
        external: ask the other sites whether the links to them answer.
    """
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="verification-", dir=CACHE) as folder:
        output = Path(folder) / "site"
        result = build(dataclasses.replace(request, output=output))
        return examine(request, result, external)


def examine(request: BuildRequest, result: BuildResult, external: bool = False) -> Faults:
    """Return all that is wrong with a site that was just built, or could not be.

    Args:
        request: what was asked of the build.
        result: what came of it.
        external: ask the other sites whether the links to them answer.
    """
    links, faults = _parted(result.faults)
    faults.found += check_names(_files(request, result), request.content_label)
    if result.is_ok:
        site = _look_at_output(result, faults, external)
        links = [fault for fault in links if not _is_told(fault, site.broken)]
    faults.found += links
    return faults


def _look_at_output(result: BuildResult, faults: Faults, external: bool) -> CheckedSite:
    settings = result.settings
    sources, renderer = settings["DIALECT_SITE"], settings["DIALECT_RENDERER"]
    site = CheckedSite(result.output, sources, renderer, settings["SITEURL"], faults)
    for one in CHECKS:
        one(site)
    check_past_events(site, settings.get("EVENTS", {}))
    if external:
        check_external(site, CACHE / "liens")
    site.tell_unplaced()
    return site


def _parted(built: Faults) -> tuple[list[Fault], Faults]:
    """Part a build's warnings of broken links, which are errors here, from its other faults."""
    links = [fault for fault in built.found if fault.message.endswith(LEADS_NOWHERE)]
    others = [fault for fault in built.found if fault not in links]
    return [dataclasses.replace(fault, severity=ERROR) for fault in links], Faults(others)


def _is_told(fault: Fault, broken: set[tuple[str, str]]) -> bool:
    """Return whether the built pages have shown a broken link too."""
    return any(label == fault.path and f"« {url} »" in fault.message for label, url in broken)


def _files(request: BuildRequest, result: BuildResult) -> list[str]:
    """Return the files of the content, as far as it could be read."""
    if result.is_ok:
        return result.settings["DIALECT_SITE"].files.names
    try:
        return scan(request.content, request.content_label, Faults()).names
    except OSError:
        return []  # told by the build
