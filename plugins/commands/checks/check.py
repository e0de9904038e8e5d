"""The check of a site: built aside, looked at from every side, told at once."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from commands.checks.consequences import without_consequences
from commands.checks.every_check import PAGE_CHECKS, SITE_CHECKS
from commands.checks.files.misplaced_files import check_files_of_no_link
from commands.checks.files.names import check_file_names
from commands.checks.images.image_elements import check_unused
from commands.checks.links.external_links import check_external_links
from commands.checks.links.orphans import check_orphans
from commands.checks.silences import apply_accepted, check_silences, write_accepted
from commands.checks.site import CheckedSite
from commands.checks.texts import check_past_events
from content_types.events.plugin import Events
from core.diagnostics import ERROR, WARNING, Diagnostic, Diagnostics, visible
from core.diagnostics.catalog.addresses import ADDRESSES_ALIKE
from core.diagnostics.catalog.links import BROKEN_LINK
from core.diagnostics.catalog.names import TWIN_NAMES
from core.project_paths import CACHE
from core.work_folder import work_folder
from jekyll.plugin.extension_points import SiteContext
from jekyll.site.config import read_config
from jekyll.site.content_files import scan
from site_build import BuildRequest, BuildResult, build

WORK_PREFIX = "verification-"


def check(request: BuildRequest, external: bool = False) -> Diagnostics:
    """Return all that is wrong with a site and is not accepted; `request.output` is left alone.

    Args:
        external: ask the other sites whether the links to them answer.
    """
    with work_folder(CACHE, WORK_PREFIX) as folder:
        return build_and_check(dataclasses.replace(request, output=folder / "site"), external)


def accept(request: BuildRequest, external: bool = False) -> tuple[int, Diagnostics]:
    """Write what is wrong with a site as accepted; return how much of it, and what cannot be."""
    with work_folder(CACHE, WORK_PREFIX) as folder:
        aside = dataclasses.replace(request, output=folder / "site")
        found, required = _find_all(aside, external)
    count = write_accepted(request.content, request.content_label, found, required)
    return count, Diagnostics(sorted(required))


def build_and_check(request: BuildRequest, external: bool = False) -> Diagnostics:
    """Build a site, and return all that is wrong with it (see `site_build.build` and `check`)."""
    found, required = _find_all(request, external)
    apply_accepted(request.content, request.content_label, found, required)
    return found


def _find_all(request: BuildRequest, external: bool) -> tuple[Diagnostics, frozenset[Diagnostic]]:
    """Build a site; return all that is wrong with it, and what of it keeps it from being built."""
    found: list[Diagnostics] = []
    known: set[Diagnostic] = set()

    def look(result: BuildResult, context: SiteContext, output: Path) -> None:
        known.update(result.diagnostics.found)
        label = request.content_label
        found.append(_look_at(result.diagnostics, context, output, label, external))

    result = build(request, look)
    diagnostics = (
        found[0] if found else Diagnostics(check_file_names(_files(request), request.content_label))
    )
    after = Diagnostics(
        [diagnostic for diagnostic in result.diagnostics.found if diagnostic not in known]
    )
    diagnostics.merge(_reported_of_build(after).found)
    return diagnostics, frozenset(result.diagnostics.errors)


def _look_at(
    of_build: Diagnostics, context: SiteContext, output: Path, label: str, external: bool
) -> Diagnostics:
    """Return what is wrong with a site that was made; what is at fault was set aside."""
    links, built = _parted(of_build)
    reported_before, silences = set(built.found), context.site.silences
    diagnostics = Diagnostics()
    diagnostics.silence(silences, ERROR, WARNING)
    diagnostics.found += built.found
    at_fault = {diagnostic.path for diagnostic in of_build.errors}
    site = CheckedSite(output, context.site, context.renderer, context.siteurl, diagnostics)
    _look_at_output(site, context, external, is_whole=not at_fault)
    reported = {(path, visible(url)) for path, url in site.broken}
    # What is told of a file as a whole may follow from what is wrong in it.
    diagnostics.found[:] = [
        diagnostic
        for diagnostic in diagnostics.found
        if diagnostic in reported_before or diagnostic.line > 1 or diagnostic.path not in at_fault
    ]
    names = check_file_names(context.site.files.names, label)
    twins = {one.path for one in names if one.code == TWIN_NAMES.code}
    alike = {one for one in diagnostics.found if one.code == ADDRESSES_ALIKE.code}
    told_twice = {one for one in alike if one.path in twins}
    diagnostics.found[:] = [one for one in diagnostics.found if one not in told_twice]
    diagnostics.merge(names)
    full = site.full
    links = [link for link in links if link.path not in full]
    diagnostics.merge([link for link in links if (link.path, link.facts["url"]) not in reported])
    diagnostics.found[:] = without_consequences(site, diagnostics.found)
    diagnostics.merge(check_silences(silences, of_build, diagnostics, external))
    return diagnostics


def _reported_of_build(built: Diagnostics) -> Diagnostics:
    """Return a build's diagnostics, its broken links as errors."""
    links, diagnostics = _parted(built)
    diagnostics.merge(links)
    return diagnostics


def _look_at_output(
    site: CheckedSite, context: SiteContext, external: bool, is_whole: bool
) -> None:
    for _ in site.pages.batches():
        for one in PAGE_CHECKS:
            one(site)
    for one in SITE_CHECKS:
        one(site)
    if is_whole:  # else a file that is set aside may show it
        check_unused(site)
        check_files_of_no_link(site)
        check_orphans(site)
    check_past_events(site, context.get(Events).by_name)
    if external:
        check_external_links(site, CACHE / "liens")
    site.report_unplaced()


def _parted(built: Diagnostics) -> tuple[list[Diagnostic], Diagnostics]:
    """Part a build's warnings of broken links, which are errors here, from the rest."""
    links = [one for one in built.found if one.code == BROKEN_LINK.code]
    others = [one for one in built.found if one.code != BROKEN_LINK.code]
    return [one.with_severity(BROKEN_LINK.severity) for one in links], Diagnostics(others)


def _files(request: BuildRequest) -> list[str]:
    """Return the files of the content, as far as it could be read."""
    content, label, reported = request.content, request.content_label, Diagnostics()
    try:
        entries = read_config(content, label, reported).entries
        return scan(content, label, reported, entry_filter=entries).names
    except OSError:
        return []  # reported by the build
