"""The rules that files ask not to be told of: each must answer to something."""

from __future__ import annotations

from core.diagnostics import Diagnostic, Diagnostics
from core.diagnostics.catalog import external
from core.diagnostics.catalog.files import MORE_IN_THIS_FILE
from core.diagnostics.catalog.silences import IMPOSSIBLE_SILENCE, USELESS_SILENCE
from core.diagnostics.silence import Silences

# What is found only when other sites are asked.
_ASKED = frozenset(
    rule.code
    for rule in (
        external.OUTSIDE_LINK_IS_GONE,
        external.OUTSIDE_SITE_FAILS,
        external.OUTSIDE_SITE_REFUSES_ROBOTS,
        external.OUTSIDE_SITE_IS_SILENT,
        external.OUTSIDE_LINK_HAS_MOVED,
    )
)


def check_silences(
    silences: Silences, built: Diagnostics, found: Diagnostics, is_external: bool
) -> list[Diagnostic]:
    """Return what is wrong with what the files ask.

    Args:
        built: what the build has found; its errors are told whatever is asked.
        found: what the check has.
        is_external: other sites were asked whether they answer.
    """
    reported = []
    errors = {error.code for error in built.errors}
    cut = {one.path for one in found.found if one.code == MORE_IN_THIS_FILE.code}
    for path, line, code in silences.unused([*built.silenced, *found.silenced]):
        if code in errors:
            reported.append(IMPOSSIBLE_SILENCE(code=code).at(path, line))
        elif cut and (path == silences.site or path in cut):
            continue  # the search has ended before it could be found
        elif not errors and (is_external or code not in _ASKED):
            reported.append(USELESS_SILENCE(code=code).at(path, line))
    return reported
