"""The HTML of each kind of page, read by the Nu checker."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from page_guide import guide_site
from support import SITES, build_site, missing, page, require, write_site

pytestmark = pytest.mark.server

# Sites of the dialect have style sheets that select `header[role=banner]`.
BANNER = "The “banner” role is unnecessary for element “header”."
# The pages are read from a folder: no file is of the origin that 'self' names.
NO_ORIGIN = "Resource violates Content Security Policy (meta tag): "
TOLERATED = (BANNER, NO_ORIGIN)


def check(output: Path) -> list[str]:
    """Return what the Nu checker says of the pages of a folder."""
    java = require("java", package="default-jre-headless")
    jar = os.environ.get("VNU_JAR", "")
    if not Path(jar).is_file():
        missing("vnu-jar (npm), its file named by VNU_JAR")
    command = [java, "-jar", jar, "--format", "json", "--skip-non-html", str(output)]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120).stderr
    return [
        f"{Path(message['url']).name}:{message.get('lastLine')} {message['message']}"
        for message in json.loads(told)["messages"]
        if not message["message"].startswith(TOLERATED)
    ]


@pytest.mark.parametrize("site", ["every_kind", "accueil"])
def test_the_pages_are_valid(site: str, tmp_path: Path):
    assert build_site(SITES / site, tmp_path / "output", "https://exemple.fr/projet").is_ok
    assert check(tmp_path / "output") == []


def test_all_that_a_page_may_hold_is_valid(tmp_path: Path):
    content = write_site(
        tmp_path / "content", {"index.md": page("title: A", "# A\n"), **guide_site()}
    )
    assert build_site(content, tmp_path / "output", "https://exemple.fr").is_ok
    assert check(tmp_path / "output") == []


def test_the_checker_would_tell(tmp_path: Path):
    (tmp_path / "a.html").write_text("<!DOCTYPE html><title>x</title><b><p></b>")
    assert check(tmp_path) != []
