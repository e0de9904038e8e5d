"""The files of the page for writing: what they weigh, and that they hold together."""

from __future__ import annotations

import re
import shutil
import subprocess

import brotli
import pytest

from editor.page import FILES, hosted_files
from support import require

MOST = 25_000  # bytes of all that a browser asks for, compressed
# Of what it asks for once something is asked of a Git host, or for a parcel.
MOST_OF_PARTS = {"host.js": 8_000, "parcel.js": 2_500, "review.js": 2_500}
HOSTED = {name: hosted_files(name, "") for name in ("GitHub", "GitLab", "Forgejo")}
SCRIPTS = {name: body for name, (_, body) in FILES.items() if name.endswith(".js")}
SCRIPTS |= {
    f"{host} {name}": body
    for host, files in HOSTED.items()
    for name, body in files.items()
    if name.endswith(".js")
}
NODE = shutil.which("node") or "/usr/bin/node"


PAGES = {"here": {name: body for name, (_, body) in FILES.items()}, **HOSTED}


@pytest.mark.parametrize("place", PAGES)
def test_it_is_light(place):
    weights = {name: len(brotli.compress(body)) for name, body in PAGES[place].items()}
    parts = {name: weights.pop(name) for name in MOST_OF_PARTS if name in weights}
    assert [name for name in parts if parts[name] > MOST_OF_PARTS[name]] == []
    assert sum(weights.values()) <= MOST, weights


@pytest.mark.parametrize("name", SCRIPTS)
def test_its_modules_are_one_script(tmp_path, name):
    """No name is in two modules, and none is imported from a file that is not sent."""
    require(NODE, package="nodejs")
    path = tmp_path / "page.mjs"
    path.write_bytes(SCRIPTS[name])
    others = re.findall(rb"^import .* from (.*);$", path.read_bytes(), re.MULTILINE)
    assert set(others) <= {b'"./page.js"'}
    done = subprocess.run([NODE, "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
