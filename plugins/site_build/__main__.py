"""`python -m site_build --json`: one build, its result on standard output as one JSON object."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from site_build import BuildRequest, build


def main() -> int:
    """Build what the options say; return 0 when the site was built, else 1."""
    parser = argparse.ArgumentParser(prog="site_build", description=__doc__)
    for option in ("--content", "--output", "--siteurl"):
        parser.add_argument(option, default="")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    options = parser.parse_args()
    request = BuildRequest.from_options(
        Path.cwd(), options.content, options.output, options.siteurl
    )
    result = build(request)
    report = result.as_dict()
    text = json.dumps(report, ensure_ascii=False) if options.json else result.summary
    sys.stdout.write(text + "\n")
    return 0 if result.is_ok else 1


if __name__ == "__main__":
    sys.exit(main())
