"""What tests share: sites written in a line, built for real, and their pages read."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import pytest
from selectolax.lexbor import LexborHTMLParser

from core.clock import ZONE
from site_build import BuildRequest, BuildResult, build

PROJECT = Path(__file__).resolve().parents[1]
SITES = PROJECT / "tests" / "sites"
REFUSED = PROJECT / "tests" / "refused"


def write_site(root: Path, files: dict[str, str | bytes]) -> Path:
    """Write a content folder and return it."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(encoded(text))
    return root


def encoded(text: str | bytes) -> bytes:
    """Return what a file of a written site holds."""
    return text if isinstance(text, bytes) else text.encode()


def page(front: str, body: str = "Texte.\n") -> str:
    """Return the text of a file with front matter."""
    return f"---\n{front}\n---\n{body}"


def build_site(content: Path, output: Path, siteurl: str = "") -> BuildResult:
    """Build a content folder for real."""
    return build(BuildRequest(content, output, siteurl))


def built_site(folder: Path, files: dict[str, str | bytes], siteurl: str = "") -> Path:
    """Build a site in a folder, without an error; return its output."""
    result = build_site(write_site(folder / "content", files), folder / "output", siteurl)
    assert result.is_ok, [str(diagnostic) for diagnostic in result.diagnostics.errors]
    return folder / "output"


def paris(*parts: int) -> datetime:
    """Return a moment of Paris: year, month, day, hour…"""
    return datetime(*parts).replace(tzinfo=ZONE)  # type: ignore[arg-type]


def utc(*parts: int) -> datetime:
    """Return a moment in UTC."""
    return datetime(*parts).replace(tzinfo=UTC)  # type: ignore[arg-type]


def read_page(output: Path, name: str = "index.html") -> LexborHTMLParser:
    """Return the tree of a built page."""
    return LexborHTMLParser((output / name).read_text(encoding="utf-8"))


def menu_titles(tree: LexborHTMLParser) -> list[str]:
    """Return the titles of the header's menu, in order."""
    return [link.text() for link in tree.css("header nav li a")]


def messages(result: BuildResult, content: Path) -> list[str]:
    """Return the errors of a build as told, the content folder's own place left out."""
    return [
        str(diagnostic).replace(str(content), "content") for diagnostic in result.diagnostics.errors
    ]


def require(command: str, package: str) -> str:
    """Return the path of a command; without it the test is skipped, or fails in CI."""
    found = shutil.which(command)
    return found or missing(package)


def missing(package: str) -> NoReturn:
    """Skip the test, or fail it in CI, for want of a system package."""
    why = f"the system package « {package} » is missing: apt-get install {package}"
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)


def run_task(*arguments: str, cwd: Path = PROJECT, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a task as `bin/invoke` does, in the environment of the tests."""
    return subprocess.run(
        [sys.executable, "bin/start.py", *arguments],
        cwd=PROJECT,
        env={**os.environ, "INVOKE_CALLER_DIR": str(cwd), **more},
        capture_output=True,
        encoding="utf-8",
    )
