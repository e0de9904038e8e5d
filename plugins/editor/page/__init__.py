"""The page of the editor: the files that a browser asks for, and what they may load.

Its modules are sent as a few scripts: what the first screen needs, what writing a text needs, then
what comes when it is asked for. They weigh a quarter less so, compressed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
# Each after those that it imports.
SCRIPTS = {
    "page.js": "dom drafts screen local app".split(),
    "texte.js": """moments values key_lines front_matter file_stem sent_files work controls
        photo_field dates_field form body preview sending text_actions writing""".split(),
    "envoi.js": "merging renaming changes describing saving versions".split(),
    "questions.js": ["body_questions"],
    "fichiers.js": ["taken_files"],
    "review.js": ["bytes", "review"],
}
# What the page asks for, and each site makes.
MADE = ("formes.json", "site.json", "apercu.css")
OFFLINE = "hors-ligne.js"  # what shows it without network
_HOST = """bytes host_requests host_signin host_commits host_following
    rendering host host_screens""".split()
_HOMES = {module: name for name, modules in SCRIPTS.items() for module in modules}
_IMPORT = re.compile(r'^import \{(?P<names>[^}]*)\} from "\./(?P<module>\w+)\.js";\n', re.MULTILINE)
_NOTE = re.compile(r"^\s*(?://.*|/\*\*.*\*/)\n|^[ ]+|^\n|(?<=\S) // [^\n`\"]*$", re.MULTILINE)
# Blanks that mean nothing, once notes are gone
_BREAK = re.compile(r",?\n(?=[)\]}])|(?<=[,({\[;])\n|\n(?=[.?:&|])|(?<={) (?=\w)|(?<=\w) (?=})")


def _script(modules: list[str]) -> str:
    """Return modules as one, without their notes: no name is in two of them."""
    text = "\n".join((_FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in modules)
    known = {*modules, "local", "host_table"}  # `remote` stands for one, a host's own for the other
    asked: dict[str, set[str]] = {}
    for it in _IMPORT.finditer(text):
        if it["module"] not in known:
            names = {name.strip() for name in it["names"].split(",")} - {""}
            asked.setdefault(_HOMES.get(it["module"], "page.js"), set()).update(names)
    first = (f'import {{{", ".join(sorted(asked[it]))}}} from "./{it}";\n' for it in sorted(asked))
    return "".join(first) + _BREAK.sub("", _NOTE.sub("", _IMPORT.sub("", text)))


def _file(name: str) -> bytes:
    return (_FOLDER / name).read_bytes()


def _styles() -> bytes:
    import lightningcss  # when it is asked for: a build without this page does without

    return lightningcss.process_stylesheet(_file("page.css").decode(), minify=True).encode()


@cache
def local_files() -> dict[str, tuple[str, bytes]]:
    """Return the files of the local page, by their names below `/ecrire/`: media type, bytes."""
    return {
        "index.html": ("text/html; charset=utf-8", _file("index.html")),
        "page.css": ("text/css; charset=utf-8", _styles()),
    } | {
        name: ("text/javascript; charset=utf-8", _script(modules).encode())
        for name, modules in SCRIPTS.items()
    }


def security_policy(drafts: str, site: str) -> str:
    """Return the policy (Content-Security-Policy) of the page.

    Args:
        drafts: the address of the site of drafts, which it frames.
        site: that of the site, whose images it shows.
    """
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; "
        f"img-src 'self' {site} blob: data:; connect-src 'self'; "
        f"frame-src {drafts}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def hosted_files(software: str, policy: str) -> dict[str, bytes]:
    """Return the files of the page published with a site, for a Git host, by their names.

    Args:
        software: `GitHub`, `GitLab` or `Forgejo`: its requests alone are there.
        policy: what the page may load (see `hosted_policy`).
    """
    scripts = {
        name: ["remote" if it == "local" else it for it in modules]
        for name, modules in {**SCRIPTS, "parcel.js": ["bytes", "parcel"]}.items()
        if name != "review.js"
    } | {"host.js": ["host_alike", f"host_{software.lower()}", *_HOST]}
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="robots" content="noindex">\n'
    )
    index = _file("index.html").decode().replace("<title>", f"{head}<title>", 1)
    return {
        "index.html": index.encode(),
        "page.css": _styles(),
        **{name: _script(modules).encode() for name, modules in scripts.items()},
    }


def offline_script(files: Mapping[str, bytes]) -> bytes:
    """Return the service worker of the published page, which knows its files by their bytes."""
    kept = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    head = "const KEPT = {};"
    script = _script(["offline"])
    if head not in script:
        raise ValueError("offline.js has no place for what it keeps")
    return script.replace(head, f"const KEPT = {json.dumps(kept)};").encode()


def hosted_policy(hosts: Iterable[str], site: str) -> str:
    """Return the policy of the published page, which asks some hosts beside its own.

    The page may be moved to an origin of its own, away from the site's (`site`, or "").
    A `<meta>` cannot carry `frame-ancestors` (CSP 3, section 3.3): the page looks for itself.
    """
    asked = " ".join(["'self'", *sorted({site, *hosts} - {""})])
    shown = f"'self' {site}".strip()
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self'; img-src {shown} blob: data:; "
        f"font-src 'self'; worker-src 'self'; connect-src {asked}; base-uri 'none'; "
        "form-action 'none'"
    )
