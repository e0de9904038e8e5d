"""Builds a whole site beside the old one, then swaps them: see `steps.py` and README.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from site_build.request import BuildRequest
from site_build.result import BuildResult

__all__ = ["BuildRequest", "BuildResult", "build", "keep_additions", "up_to_date"]


if TYPE_CHECKING:
    from site_build.steps import Look


def build(request: BuildRequest, look: Look | None = None) -> BuildResult:
    """Build a site; the earlier one stays as it is unless the new one is whole.

    Args:
        look: called with the result so far, the site's context, and the folder where a site was
            made, whole or not.
    """
    from site_build import steps  # with Pelican, which a request can do without

    return steps.build(request, look)


def up_to_date(request: BuildRequest) -> BuildResult | None:
    """Return what the last build gave, when another would give the same; else None."""
    from site_build import build_cache

    return build_cache.up_to_date(request)


def keep_additions(request: BuildRequest) -> None:
    """Note that what was added to the output of the last build belongs there."""
    from site_build import build_cache

    build_cache.keep_additions(request)
