"""`python -m commands.checks CONTENT SITEURL`: checks a folder, then those that frames name."""

from __future__ import annotations

import sys
from pathlib import Path

from commands.checks.check import check
from commands.checks.report import summary
from dev_server.live_site.framing import Closed, channels, read_frame, write_frame
from site_build import BuildRequest

MOST = 100  # checks of one process: each leaves it half a megabyte heavier


def main(content: str, siteurl: str) -> int:
    """Answer until standard input ends; after the first check, others take little."""
    asked, answers = channels()
    for _ in range(MOST):
        found = check(BuildRequest.without_output(Path(content), siteurl))
        diagnostics = [one.as_dict() for one in found.found]
        report = {"ok": not found.errors, "summary": summary(found), "diagnostics": diagnostics}
        write_frame(answers, report)
        try:
            content = read_frame(asked)[0]["content"]
        except Closed:
            break
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
