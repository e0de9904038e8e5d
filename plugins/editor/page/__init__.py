"""The page of the editor: the files that a browser asks for, and what they may load.

Its modules are sent as one script: a browser asks once, and it weighs a quarter less compressed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_FOLDER = Path(__file__).parent
# Each after those that it imports.
MODULES = """dom moments values front_matter photos drafts local work screen form body preview
    saving writing app""".split()
_IMPORT = re.compile(r'^import [^;]*? from "\./\w+\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_NAMES = re.compile(r'^import \{([^}]*)\} from "\./\w+\.js"', re.MULTILINE)
_NOTE = re.compile(
    r"""^\s*(?://.*|/\*\*.*\*/)\n|^[ ]+|^\n|(?<=[;{,]) // [^\n"'`]*$""", re.MULTILINE
)
_NOTE_OF_STYLES = re.compile(r"/\*.*?\*/|\s*([{};])\s*|(?<=:) ", re.DOTALL)


def _script(modules: list[str] = MODULES, exported: str = "") -> bytes:
    """Return modules as one, without their notes: no name is in two of them."""
    texts = [(_FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in modules]
    joined = _NOTE.sub("", _EXPORT.sub("", _IMPORT.sub("", "\n".join(texts))))
    return (joined + (f"export {{ {exported} }};\n" if exported else "")).encode()


def _styles() -> bytes:
    """Return the styles, without their notes and spaces."""
    return _NOTE_OF_STYLES.sub(r"\1", _file("page.css").decode()).strip().encode()


def _names(part: str) -> str:
    """Return what a part, loaded once its screen is asked for, takes from the page's script."""
    text = _file(f"{part}.js").decode()
    return ", ".join(
        sorted({name.strip() for it in _NAMES.findall(text) for name in it.split(",")})
    )


def _part(name: str) -> bytes:
    text = _NAMES.sub(r'import {\1} from "./page.js"', _file(f"{name}.js").decode())
    return _NOTE.sub("", text).encode()


def _file(name: str) -> bytes:
    return (_FOLDER / name).read_bytes()


# By their names below `/ecrire/`: media type, bytes.
FILES = {
    "index.html": ("text/html; charset=utf-8", _file("index.html")),
    "page.css": ("text/css; charset=utf-8", _styles()),
    "page.js": ("text/javascript; charset=utf-8", _script(MODULES, _names("review"))),
    "review.js": ("text/javascript; charset=utf-8", _part("review")),
}


def security_policy(drafts: str) -> str:
    """Return the policy (Content-Security-Policy) of the page, which shows the site at `drafts`."""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        f"connect-src 'self'; frame-src {drafts}; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )


def hosted_files(software: str, policy: str) -> dict[str, bytes]:
    """Return the files of the page published with a site, for a Git host, by their names.

    Args:
        software: `GitHub`, `GitLab` or `Forgejo`: its requests alone are there.
        policy: what the page may load (see `hosted_policy`).
    """
    remote = ["remote" if name == "local" else name for name in MODULES]
    shared = [] if software == "GitLab" else ["alike"]
    host = [f"host_{name}" for name in ("verdict", *shared, software.lower())]
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="robots" content="noindex">\n'
    )
    index = _file("index.html").decode().replace("<title>", f"{head}<title>", 1)
    return {
        "index.html": index.encode(),
        "page.css": _styles(),
        "page.js": _script(remote, _names("parcel")),
        "parcel.js": _part("parcel"),
        "host.js": _script([*host, "rendering", "host", "host_screens"], "hostPart"),
    }


def hosted_policy(hosts: Iterable[str], site: str) -> str:
    """Return the policy of the published page, which asks some hosts beside its own.

    The page may be moved to an origin of its own, away from the site's (`site`, or "").
    A `<meta>` cannot carry `frame-ancestors` (CSP 3, section 3.3): the page looks for itself.
    """
    asked = " ".join(["'self'", *sorted({site, *hosts} - {""})])
    shown = f"'self' {site}".strip()
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self'; img-src {shown} blob: data:; "
        f"font-src 'self'; connect-src {asked}; base-uri 'none'; form-action 'none'"
    )
