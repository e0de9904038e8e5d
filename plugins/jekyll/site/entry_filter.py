"""Which entries of a content folder Jekyll takes: its `exclude` and `include` (`EntryFilter`).

A pattern stands for a path from the content folder: what it matches as `File.fnmatch?` does without
flags (`*` crosses `/`, braces are plain signs), and every path that begins with it. A folder that
is left out is left out whole, `_posts/` and collections too: what is excluded may be private.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.names import nfc

_SPECIAL = (".", "_", "#", "~")
# `Jekyll::Configuration`: always excluded, unless `include` says the same words.
_EXCLUDED = (
    ".sass-cache .jekyll-cache gemfiles Gemfile Gemfile.lock node_modules"
    " vendor/bundle/ vendor/cache/ vendor/gems/ vendor/ruby/"
).split()
# What Windows leaves in folders, as macOS does `.DS_Store`, which its dot leaves out.
_OF_SYSTEMS = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})
_INCLUDED = frozenset({".htaccess", ".well-known"})


@dataclass(frozen=True)
class EntryFilter:
    """What `_config.yml` says of entries."""

    exclude: tuple[str, ...] = ()  # patterns of paths that are not published
    # Patterns of names that are, although they begin with `_`, or are excluded.
    include: tuple[str, ...] = ()

    def excludes(self, path: str) -> bool:
        """Return whether a path is excluded and not included."""
        kept = set(self.include)
        patterns = (one for one in (*self.exclude, *_EXCLUDED) if one not in kept)
        return _matches_any(patterns, path) and not self.includes(path)

    def includes(self, path: str) -> bool:
        """Return whether an entry is included: by its own name, in whatever folder."""
        base = path.rpartition("/")[2]
        return base in _INCLUDED or _matches_any(self.include, base)

    @functools.lru_cache(maxsize=65536)  # noqa: B019 (a site's folder is read at each save)
    def keeps(self, path: str) -> bool:
        """Return whether an entry is published, as far as its name tells."""
        base = path.rpartition("/")[2]
        if base.endswith(".") or self.excludes(path):
            return False
        if base.lower() in _OF_SYSTEMS and not self.includes(path):
            return False
        return self.includes(path) or not (base.startswith(_SPECIAL) or base.endswith("~"))


def _matches_any(patterns: Iterable[str], path: str) -> bool:
    path = nfc(path)
    return any(_matches(pattern, path) for pattern in patterns)


def _matches(pattern: str, path: str) -> bool:
    plain = nfc(pattern).removeprefix("/")  # `File.join` writes one slash
    return path.startswith(plain) or f"{path}/" == plain or bool(_regex(plain).fullmatch(path))


@functools.cache
def _regex(pattern: str) -> re.Pattern[str]:
    """Return a pattern of Ruby's `File.fnmatch?` as a regular expression."""
    return re.compile("".join(_translated(pattern)), re.DOTALL)


_PARTS = re.compile(r"(?P<any>\*+)|(?P<one>\?)|(?P<set>\[)|\\?+(?P<sign>.?)", re.DOTALL)
_SET = re.compile(r"(?P<not>[!^]?)(?P<members>(?:\\.|[^\\\]])*)\]", re.DOTALL)
_MEMBER = re.compile(r"\\?(.)(?:-(?!\])\\?(.))?", re.DOTALL)


def _translated(pattern: str) -> Iterator[str]:
    at = 0
    while at < len(pattern) and (found := _PARTS.match(pattern, at)):
        at = found.end()
        if found["any"]:
            yield ".*"
        elif found["one"]:
            yield "."
        elif found["set"]:
            members = _SET.match(pattern, at)
            at = members.end() if members else at
            yield _set(members)
        else:
            yield re.escape(found["sign"])  # a last backslash is nothing


def _set(found: re.Match[str] | None) -> str:
    """Return a set of signs; one that is empty, or never closed, matches nothing."""
    ranges = [one.groups() for one in _MEMBER.finditer(found["members"])] if found else []
    inside = "".join(
        f"{re.escape(first)}-{re.escape(last)}" if last else re.escape(first)
        for first, last in ranges
        if not last or first <= last
    )
    if found and found["not"]:
        return f"[^{inside}]" if inside else "."
    return f"[{inside}]" if inside else "(?!)"
