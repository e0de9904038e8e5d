"""The HTML of each kind of page, read by the Nu checker."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from chosen_site import FOOTER, JOIN, MENU, PARTS, chosen_site, drawing, noisy_logo
from page_guide import guide_site
from support import SITES, build_site, missing, page, require, write_site

pytestmark = pytest.mark.server

# Sites of the dialect have style sheets that select `header[role=banner]`.
BANNER = "The “banner” role is unnecessary for element “header”."
# The pages are read from a folder: no file is of the origin that 'self' names.
NO_ORIGIN = "Resource violates Content Security Policy (meta tag): "
TOLERATED = (BANNER, NO_ORIGIN)
# Compiled once, with a stack that is enough for it: half the time.
_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")


def check(output: Path) -> list[str]:
    """Return what the Nu checker says of the pages of a folder."""
    java = require("java", package="default-jre-headless")
    jar = os.environ.get("VNU_JAR", "")
    if not Path(jar).is_file():
        missing("vnu-jar (npm), its file named by VNU_JAR")
    command = [java, *_QUICK, "-jar", jar, "--format", "json", "--skip-non-html", str(output)]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120).stderr
    return [
        f"{message['url'].partition(f'{output.name}/')[2]}:{message.get('lastLine')} "
        f"{message['message']}"
        for message in json.loads(told)["messages"]
        if not message["message"].startswith(TOLERATED)
    ]


def test_the_pages_are_valid(tmp_path: Path):
    """Some ten seconds: Java starts, and its checker reads all the pages of four sites."""
    output = tmp_path / "output"
    config = f"couleur: '#1f3a7a'\nlogo: a.svg\nlogo_sombre: b.png\n{MENU}{FOOTER}{PARTS}{JOIN}"
    logos = {"a.svg": drawing(1600, 200), "b.png": noisy_logo(600, 200)}
    guide = {"index.md": page("title: A", "# A\n"), **guide_site()}
    contents = {
        "every_kind": SITES / "every_kind",
        "accueil": SITES / "accueil",
        "chosen": write_site(tmp_path / "chosen", chosen_site(config, **logos)),
        "guide": write_site(tmp_path / "guide", guide),
    }
    for name, content in contents.items():
        assert build_site(content, output / name, "https://exemple.fr/projet").is_ok
    (output / "bad.html").write_text("<!DOCTYPE html><title>x</title><b><p></b>")
    found = check(output)
    assert {message.partition(":")[0] for message in found} == {"bad.html"}, found
