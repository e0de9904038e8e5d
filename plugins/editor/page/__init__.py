"""The page of the editor: the files that a browser asks for, and what they may load.

Its modules are sent as one script: a browser asks once, and it weighs a quarter less compressed.
"""

from __future__ import annotations

import re
from pathlib import Path

_FOLDER = Path(__file__).parent
# Each after those that it imports.
MODULES = """dom moments values front_matter photos drafts local work screen form body preview
    saving writing app""".split()
_IMPORT = re.compile(r'^import [^;]*? from "\./\w+\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_NOTE = re.compile(r"^\s*(?://.*|/\*\*.*\*/)\n|^[ ]+|^\n", re.MULTILINE)


def _script() -> str:
    """Return the modules as one, without their notes: no name is in two of them."""
    texts = [(_FOLDER / f"{name}.js").read_text(encoding="utf-8") for name in MODULES]
    return _NOTE.sub("", _EXPORT.sub("", _IMPORT.sub("", "\n".join(texts))))


def _file(name: str) -> bytes:
    return (_FOLDER / name).read_bytes()


# By their names below `/ecrire/`: media type, bytes.
FILES = {
    "index.html": ("text/html; charset=utf-8", _file("index.html")),
    "page.css": ("text/css; charset=utf-8", _file("page.css")),
    "page.js": ("text/javascript; charset=utf-8", _script().encode()),
}


def security_policy(drafts: str) -> str:
    """Return the policy (Content-Security-Policy) of the page, which shows the site at `drafts`."""
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        f"connect-src 'self'; frame-src {drafts}; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
