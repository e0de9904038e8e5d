"""Nothing outside `output/` and the caches is ever written: by a build, a check, a live server."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from local_server import free_port
from patience import wait_for
from support import PROJECT, page, write_site

pytestmark = pytest.mark.server

_COPIED = ("bin", "content", "docs", "plugins", "tests", "theme")
_OURS = ("output", ".output.part", ".output.old", ".cache")
_Seen = dict[str, tuple[int, int, int]]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the project, without what other runs have made."""
    copy = tmp_path_factory.mktemp("nothing") / "projet"
    copy.mkdir()
    ignored = shutil.ignore_patterns("__pycache__", "sites", "refused", "warned")
    for path in PROJECT.iterdir():
        if path.name in _COPIED:
            shutil.copytree(path, copy / path.name, symlinks=True, ignore=ignored)
        elif path.is_file() and path.name != ".git":
            shutil.copyfile(path, copy / path.name)
    return copy


def snapshot(project: Path) -> _Seen:
    """Return what is in the project and beside it, with its size and its moments."""
    seen = {}
    for path in sorted(project.parent.rglob("*")):
        inside = path.relative_to(project).parts if path.is_relative_to(project) else ()
        if path == project or (inside and inside[0] in _OURS):
            continue
        state = path.lstat()
        seen[str(path)] = (state.st_mtime_ns, state.st_ctime_ns, state.st_size)
    return seen


def task(project: Path, *arguments: str) -> subprocess.Popen:
    home = project.parent / "maison"
    home.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "1",  # Python's own cache of modules
        "INVOKE_CALLER_DIR": str(project),
        "HOME": str(home),
        "TMPDIR": str(home),
    }
    return subprocess.Popen(
        [sys.executable, "bin/start.py", *arguments],
        cwd=project,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def prepared(project: Path, *more: str) -> _Seen:
    (project.parent / "maison").mkdir(exist_ok=True)
    write_site(project / "content", {"casse.md": page("title: Cassé", "[mots](perdue.html)\n")})
    write_site(project / "content", {name: page("title: A\norder: x") for name in more})
    return snapshot(project)


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("refused", [False, True], ids=["a site", "a refused site"])
def test_a_build_and_a_check(command: str, refused: bool, project: Path):
    before = prepared(project, *["refuse.md"] * refused)
    assert bool(task(project, command).wait()) == (refused or command == "check")
    try:
        assert snapshot(project) == before
    finally:
        (project / "content" / "refuse.md").unlink(missing_ok=True)


def is_shown(address: str) -> bool:
    with contextlib.suppress(OSError), urllib.request.urlopen(address) as answer:
        return b"mots" in answer.read()
    return False


def test_a_live_server(project: Path):
    before, port = prepared(project), free_port()
    server = task(project, "livereload", f"--port={port}")
    try:
        wait_for(lambda: is_shown(f"http://127.0.0.1:{port}/casse.html"))
    finally:
        os.killpg(server.pid, signal.SIGINT)
        server.wait()
    assert snapshot(project) == before
