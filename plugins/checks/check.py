"""The check of a site: built aside, looked at from every side, told at once."""

from __future__ import annotations

import dataclasses
import os
import posixpath
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from checks.external import check_external
from checks.feeds_and_calendars import check_calendars, check_feeds
from checks.headings import check_headings
from checks.html_check import check_html, check_ids
from checks.images import check_alternatives, check_sizes, check_unused
from checks.keys import check_keys
from checks.links import check_link_names, check_links
from checks.names import check_names
from checks.outside import check_outside
from checks.site import CheckedSite
from checks.structured_data import check_structured_data
from checks.texts import check_lengths, check_past_events
from checks.weights import check_weights
from faults import ERROR, Faults
from scribouilli.render import LEADS_NOWHERE
from site_build import BuildRequest, build
from site_build.request import PROJECT

CACHE = PROJECT / ".cache"

CHECKS: tuple[Callable[[CheckedSite], None], ...] = (
    check_links,
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
        result = build(dataclasses.replace(request, output=Path(folder) / "site"))
        faults = _with_links_as_errors(result.faults)
        if request.content.is_dir():
            names = sorted(_files(request.content))
            faults.found += check_names(names, request.content_label)
        if result.is_ok:
            settings = result.settings
            site = CheckedSite(
                result.output,
                settings["DIALECT_SITE"],
                settings["DIALECT_RENDERER"],
                settings["SITEURL"],
                faults,
            )
            look_at(site, settings.get("EVENTS", {}))
            if external:
                check_external(site, CACHE / "liens")
            site.tell_unplaced()
    return faults


def look_at(site: CheckedSite, events: dict) -> None:
    """Run every check of a built site."""
    for one in CHECKS:
        one(site)
    check_past_events(site, events)


def _with_links_as_errors(built: Faults) -> Faults:
    """Return a build's faults: a broken link, of which it warns, is an error here."""
    return Faults(
        [
            dataclasses.replace(fault, severity=ERROR)
            if fault.message.endswith(LEADS_NOWHERE)
            else fault
            for fault in built.found
        ]
    )


def _files(content: Path) -> Iterator[str]:
    """Give the names of a folder's files, those out of Jekyll's sight left out."""
    for folder, folders, files in os.walk(content):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(folder).relative_to(content).as_posix()
        for name in files:
            yield posixpath.normpath(posixpath.join(below, name))
