"""The files of the page for writing: what they weigh, and that they hold together."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess

import brotli
import pytest

from editor.page import hosted_files, local_files
from support import require

FIRST = ("index.html", "page.css", "page.js")  # what the first screen needs
MOST_FIRST, MOST = 12_000, 30_000  # bytes, compressed as most servers and as the best do
MOST_OF_HOST = 8_500  # of what it asks for once something is asked of a Git host
MOST_OF_PARCEL = 2_500  # of what it asks for where one is made, or opened
HOSTED = {name: hosted_files(name, "") for name in ("GitHub", "GitLab", "Forgejo")}
FILES = local_files()
SCRIPTS = {name: body for name, (_, body) in FILES.items() if name.endswith(".js")}
SCRIPTS |= {
    f"{host} {name}": body
    for host, files in HOSTED.items()
    for name, body in files.items()
    if name.endswith(".js")
}
NODE = shutil.which("node") or "/usr/bin/node"


def test_it_is_light():
    first = {name: len(gzip.compress(FILES[name][1])) for name in FIRST}
    whole = {name: len(brotli.compress(body)) for name, (_, body) in FILES.items()}
    assert sum(first.values()) <= MOST_FIRST, first
    assert whole.pop("review.js") <= MOST_OF_PARCEL
    assert sum(whole.values()) <= MOST, whole


@pytest.mark.parametrize("host", HOSTED)
def test_it_is_light_before_a_host(host):
    first = {name: len(gzip.compress(HOSTED[host][name])) for name in FIRST}
    weights = {name: len(brotli.compress(body)) for name, body in HOSTED[host].items()}
    assert sum(first.values()) <= MOST_FIRST, first
    assert weights.pop("host.js") <= MOST_OF_HOST
    assert weights.pop("parcel.js") <= MOST_OF_PARCEL
    assert sum(weights.values()) <= MOST, weights


PARSE = """
const { SourceTextModule } = await import("node:vm");
let scripts = "";
for await (const piece of process.stdin) scripts += piece;
for (const [identifier, source] of Object.entries(JSON.parse(scripts)))
  new SourceTextModule(source, { identifier });
"""


def test_its_modules_are_one_script():
    """No name is in two modules, and none is imported from a file that is not sent."""
    require(NODE, package="nodejs")
    scripts = {name: body.decode() for name, body in SCRIPTS.items()}
    for name, script in scripts.items():
        asked = re.findall(r"""import.*["'`]\./(\w+\.js)""", script)
        assert set(asked) <= {*FILES, "host.js"}, name
    done = subprocess.run(
        [NODE, "--experimental-vm-modules", "--input-type=module", "-e", PARSE],
        input=json.dumps(scripts),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
