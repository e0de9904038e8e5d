"""The files of the page for writing: what they weigh, and that they hold together."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess

import brotli
import pytest

from editor.page import FILES
from support import require

FIRST = ("index.html", "page.css", "page.js")  # what the first screen needs
MOST_FIRST, MOST = 12_000, 27_000  # bytes, compressed as most servers and as the best do
NODE = shutil.which("node") or "/usr/bin/node"


def test_it_is_light():
    first = {name: len(gzip.compress(FILES[name][1])) for name in FIRST}
    whole = {name: len(brotli.compress(body)) for name, (_, body) in FILES.items()}
    assert sum(first.values()) <= MOST_FIRST, first
    assert sum(whole.values()) <= MOST, whole


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".js")])
def test_its_modules_are_one_script(tmp_path, name):
    """No name is in two modules, and none is imported from a file that is not sent."""
    require(NODE, package="nodejs")
    path = tmp_path / "page.mjs"
    script = FILES[name][1].decode()
    path.write_text(script, encoding="utf-8")
    asked = re.findall(r"""import.*["']\./(.*)["']""", script)
    assert set(asked) <= FILES.keys()
    done = subprocess.run([NODE, "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
