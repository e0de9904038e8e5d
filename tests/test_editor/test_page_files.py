"""The files of the page for writing: what they weigh, and that they hold together."""

from __future__ import annotations

import shutil
import subprocess

import brotli
import pytest

from editor.page import FILES
from support import require

MOST = 25_000  # bytes of all that a browser asks for, compressed
NODE = shutil.which("node") or "/usr/bin/node"


def test_it_is_light():
    weights = {name: len(brotli.compress(body)) for name, (_, body) in FILES.items()}
    assert sum(weights.values()) <= MOST, weights


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".js")])
def test_its_modules_are_one_script(tmp_path, name):
    """No name is in two modules, and none is imported from a file that is not sent."""
    require(NODE, package="nodejs")
    path = tmp_path / "page.mjs"
    path.write_bytes(FILES[name][1])
    assert b"import " not in path.read_bytes()
    done = subprocess.run([NODE, "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
