"""Dates and hours marked as such, that no machine can read."""

from __future__ import annotations

from commands.checks.html.kinds import is_moment
from commands.checks.pages import words_of
from commands.checks.site import CheckedSite
from core.diagnostics.catalog.html import UNREADABLE_TIME

_SCRIPTS = "script:not([type='application/ld+json'])"


def check_times(site: CheckedSite) -> None:
    """Tell the `<time>` whose words are all that says when (HTML Standard, section 4.5.14)."""
    for page in site.pages.values():
        if page.name not in site.documents and page.name not in site.site.files.names:
            continue  # it shows what others hold
        times = page.in_content("time:not([datetime])")
        may_be_filled = bool(times and page.in_content(_SCRIPTS))
        for time in site.until_enough(page, times):
            words = words_of(time)
            if not is_moment(words) and (words or not may_be_filled):
                at = [f"<time>{words}</time>", f">{words}</time>", words, "<time"]
                site.report(page, UNREADABLE_TIME(words=words), at, page.nth(time))
