"""Requests that no build can carry out, and that no save of a content file would mend."""

from __future__ import annotations

from pathlib import Path

from core.clock import build_moment
from core.diagnostics import Diagnostics, system_reason, without_password
from core.diagnostics.catalog import build as rules
from core.project_paths import shown_path
from jekyll.addresses.urls import is_site_address
from site_build.request import BuildRequest
from site_build.staging import is_replaceable


def report_impossible(request: BuildRequest, diagnostics: Diagnostics) -> None:
    """Tell folders and addresses that cannot be: nothing that was not built here is replaced."""
    if request.siteurl and not is_site_address(request.siteurl):
        address = without_password(request.siteurl)
        diagnostics.add(rules.NOT_A_SITE_ADDRESS(url=address).at("--siteurl"))
    _report_moment(diagnostics)
    if _is_content(request.content, diagnostics):
        _report_output(request, diagnostics)


def _report_moment(diagnostics: Diagnostics) -> None:
    try:
        build_moment()
    except (ValueError, OverflowError, OSError):
        diagnostics.add(rules.NOT_A_MOMENT().at("SOURCE_DATE_EPOCH"))


def _is_content(content: Path, diagnostics: Diagnostics) -> bool:
    try:
        if content.is_dir():
            return True
        reason = "ce n'est pas un dossier" if content.exists() else "il n'existe pas"
    except OSError as error:
        reason = system_reason(error)
    diagnostics.add(rules.CONTENT_REFUSED(reason=reason).at(shown_path(content)))
    return False


def _report_output(request: BuildRequest, diagnostics: Diagnostics) -> None:
    content, output = request.content, request.output
    if output.is_relative_to(content) or content.is_relative_to(output):
        inside = rules.OUTPUT_IN_CONTENT(content=shown_path(content))
        diagnostics.add(inside.at(shown_path(output)))
        return
    try:
        if is_replaceable(output):
            return
        reported = rules.OUTPUT_IS_NO_SITE()
    except OSError as error:
        reported = rules.OUTPUT_REFUSED(reason=system_reason(error))
    diagnostics.add(reported.at(shown_path(output)))
