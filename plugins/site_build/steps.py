"""The steps of a build: beside the earlier site, then in its place, or not at all."""

from __future__ import annotations

import posixpath
import time
from collections.abc import Callable
from pathlib import Path

from content_types.events.plugin import Events
from core.diagnostics import system_reason
from core.diagnostics.catalog.build import BUSY_OUTPUT, OUTPUT_REFUSED, STAGING_OF_OTHERS
from core.project_paths import shown_path
from jekyll.front_matter.data_types import IMAGE_ENDINGS
from jekyll.plugin.extension_points import SiteContext
from site_build.build_cache import Inputs, keep
from site_build.pelican_run import run_pelican
from site_build.preflight import report_impossible
from site_build.request import BuildRequest
from site_build.result import BuildResult
from site_build.staging import BusyOutput, ForeignFolder, locked, staged, swap_in

# Looks at a site that was made, whole or not, in the folder where it is.
Look = Callable[[BuildResult, SiteContext, Path], None]


def build(request: BuildRequest, look: Look | None = None) -> BuildResult:
    """Build a site; the earlier one stays as it is unless the new one is whole."""
    started = time.perf_counter()
    result = BuildResult(request.output)
    report_impossible(request, result.diagnostics)
    if result.is_ok:
        try:
            with locked(request.output), staged(request.output) as staging:
                inputs = Inputs(request)
                context = result.context = run_pelican(request, staging, result.diagnostics)
                if look and context:
                    look(result, context, staging)
                if context and result.is_ok:
                    swap_in(staging, request.output)
                    _count(context, result)
                    keep(request, inputs, result)
        except BusyOutput:
            result.diagnostics.add(BUSY_OUTPUT().at(shown_path(request.output)))
        except ForeignFolder as error:
            result.diagnostics.add(STAGING_OF_OTHERS().at(str(error)))
        except OSError as error:
            refused = OUTPUT_REFUSED(reason=system_reason(error))
            result.diagnostics.add(refused.at(shown_path(request.output)))
    result.seconds = time.perf_counter() - started
    return result


def _count(context: SiteContext, result: BuildResult) -> None:
    site = context.site
    result.base_path = context.base_path
    result.pages, result.articles = len(site.pages), len(site.posts)
    result.events = len(context.get(Events).by_name)
    result.drafts = len(site.drafts)
    result.waiting = len(site.withheld)
    result.images = sum(
        posixpath.splitext(name)[1].lower() in IMAGE_ENDINGS for name in site.copied
    )
