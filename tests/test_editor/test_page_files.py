"""The files of the page for writing: what they weigh, and that they hold together."""

from __future__ import annotations

import shutil
import subprocess

import brotli
import pytest

from editor.page import FILES, hosted_files
from support import require

MOST = 25_000  # bytes of all that a browser asks for, compressed
MOST_OF_HOST = 8_000  # of what it asks for once something is asked of a Git host
HOSTED = {name: hosted_files(name, "") for name in ("GitHub", "GitLab", "Forgejo")}
SCRIPTS = {name: body for name, (_, body) in FILES.items() if name.endswith(".js")}
SCRIPTS |= {
    f"{host} {name}": body
    for host, files in HOSTED.items()
    for name, body in files.items()
    if name.endswith(".js")
}
NODE = shutil.which("node") or "/usr/bin/node"


def test_it_is_light():
    weights = {name: len(brotli.compress(body)) for name, (_, body) in FILES.items()}
    assert sum(weights.values()) <= MOST, weights


@pytest.mark.parametrize("host", HOSTED)
def test_it_is_light_before_a_host(host):
    weights = {name: len(brotli.compress(body)) for name, body in HOSTED[host].items()}
    assert weights.pop("host.js") <= MOST_OF_HOST
    assert sum(weights.values()) <= MOST, weights


@pytest.mark.parametrize("name", SCRIPTS)
def test_its_modules_are_one_script(tmp_path, name):
    """No name is in two modules, and none is imported from a file that is not sent."""
    require(NODE, package="nodejs")
    path = tmp_path / "page.mjs"
    path.write_bytes(SCRIPTS[name])
    assert b"import " not in path.read_bytes()
    done = subprocess.run([NODE, "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
