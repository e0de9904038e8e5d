"""What the tests of the checks share."""

from __future__ import annotations

from pathlib import Path

from checks import check
from checks.report import in_order
from site_build import BuildRequest


def told(content: Path, siteurl: str = "") -> list[str]:
    """Return what `check` says, the folder's own place left out; `!` marks an error."""
    diagnostics = check(BuildRequest(content, siteurl=siteurl))
    return [
        f"{'!' if diagnostic.severity == 'error' else '?'}{diagnostic}".replace(
            f"{content}/", ""
        ).replace(str(content), "content")
        for diagnostic in in_order(diagnostics)
    ]
