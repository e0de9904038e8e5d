"""The files of the page for writing: what they weigh, and that they hold together."""

import gzip
import json
import re
import shutil
import subprocess

import brotli
import pytest

from editor.page import hosted_files, local_files
from support import require

FIRST = ("page.css", "page.js")  # what the first screen needs
MOST_FIRST = 9_000  # bytes, compressed as most servers do (gzip)
MOST_TO_WRITE = 25_000  # with what a text needs, compressed as the best do (Brotli)
# Of what comes when it is asked for.
MOST_LATER = {
    "envoi.js": 6_700,
    "questions.js": 2_500,
    "fichiers.js": 1_100,
    "review.js": 2_050,
    "parcel.js": 1_550,
    "host.js": 8_500,
}
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


WEIGHED = {"here": {name: body for name, (_, body) in FILES.items()}, **HOSTED}


@pytest.mark.parametrize("where", WEIGHED)
def test_it_is_light(where):
    files = dict(WEIGHED[where])
    del files["index.html"]
    assert sum(len(gzip.compress(files[name])) for name in FIRST) <= MOST_FIRST
    weights = {name: len(brotli.compress(body)) for name, body in files.items()}
    assert sum(weights.pop(name) for name in (*FIRST, "texte.js")) <= MOST_TO_WRITE
    assert {name: weight for name, weight in weights.items() if weight > MOST_LATER[name]} == {}


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
