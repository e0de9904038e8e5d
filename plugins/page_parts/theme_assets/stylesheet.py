"""The theme's styles, joined and minified by lightningcss."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import lightningcss

_URL = re.compile(r"""url\((["']?)\.\./static/([^"')]+)\1\)""")


class BadStyle(Exception):
    """A style sheet does not parse: `line` says where, counted from 1."""

    def __init__(self, path: Path, line: int, reason: str):
        super().__init__(f"{path}:{line} : {reason}")
        self.path, self.line, self.reason = path, line, reason


class Stylesheets:
    """Makes the styles of each kind of page, once.

    Args:
        href: makes the address of a file of the theme's `static` folder.
        added: rules that come last, in the layers of the theme.
    """

    def __init__(self, root: Path, href: Callable[[str], str], added: str = ""):
        self._root, self._href, self._added = root, href, added
        self._made: dict[tuple[str, ...], str] = {}

    def of(self, *kinds: str) -> str:
        """Return the common styles, then those of some kinds of page (`pages/event.css`).

        Raises:
            BadStyle: one of the files does not parse.
            OSError: there is no such file.
        """
        if kinds not in self._made:
            files = [*sorted((self._root / "common").glob("*.css"))]
            files += [self._root / "pages" / f"{kind}.css" for kind in kinds]
            self._made[kinds] = self._join(files)
        return self._made[kinds]

    def _join(self, files: list[Path]) -> str:
        texts = [*map(_read, files), *filter(None, [self._added])]
        joined = _URL.sub(lambda found: f'url("{self._href(found[2])}")', "\n".join(texts))
        return _processed(joined, minify=True).strip()


@lru_cache(maxsize=100)  # a process may build the same theme many times
def _processed(text: str, minify: bool = False) -> str:
    return lightningcss.process_stylesheet(text, minify=minify)


def _read(path: Path) -> str:
    """Return one file as it parses: what it left open is closed, and cannot reach the next."""
    try:
        return _processed(path.read_text(encoding="utf-8").rstrip())
    except ValueError as error:
        reason, _, place = str(error).rpartition(" at ")  # « file:line:column », from 0
        raise BadStyle(path, int(place.split(":")[-2]) + 1, reason) from error
