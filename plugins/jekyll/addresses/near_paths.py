"""The path that was meant by one at which nothing is: a typo, another folder or ending.

Names are compared without case, accents, ending, nor the signs between their words. Two names whose
digits differ are never one: « photo-2 » is no typo for « photo-3 ».
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from urllib.parse import unquote

from core.diagnostics import nearest, typo
from core.names import without_accents

_PATH_AND_REST = re.compile(r"([^?#]*)(.*)", re.DOTALL)
_BETWEEN = re.compile(r"[\s_+-]+")
_AFTER = " \t\n.,;:!?)]}»\"'’\u00a0\u200b"  # what is copied after an address
# Folders in which a site is kept, or made, and that no address has.
_AROUND = frozenset("content contenu _site output public site docs www htdocs".split())
_SHORT = 5  # letters of a name, below which a typo is of one
_LIKENESS = 0.75
_MOST_ALIKE = 3  # files of one name, of which none is surer than the others
_MOST_COMPARED = 200_000  # names, for all that is looked for


class NearPaths:
    """The paths of a site, among which the one that was meant is looked for.

    Args:
        meant: by each path that people may write, the one to propose; neither begins with « / ».
        images: the endings of images, in lower case with their dot: where one is asked for,
            nothing else is proposed.
    """

    def __init__(self, meant: Mapping[str, str], images: Collection[str]):
        self._images = frozenset(images)
        self._by_key: defaultdict[str, list[str]] = defaultdict(list)
        self._by_stem: defaultdict[str, list[str]] = defaultdict(list)
        self._meant = meant
        for path in meant:
            key = _key(path)
            self._by_key[key].append(path)
            stem = posixpath.basename(key)
            for name in {stem, _undated(stem)}:
                self._by_stem[name].append(path)
        self._by_digits: defaultdict[str, list[str]] = defaultdict(list)
        for stem in sorted(self._by_stem):
            self._by_digits[_digits(stem)].append(stem)
        self._found: dict[str, str | None] = {}
        self._left = _MOST_COMPARED

    def near(self, path: str) -> str | None:
        """Return the path that was meant by one, decoded, from the root; None when none is near."""
        if path not in self._found:
            self._found[path] = self._near(path)
        return self._found[path]

    def _near(self, path: str) -> str | None:
        parts = _PATH_AND_REST.fullmatch(unquote(path).replace("\\", "/"))
        if parts is None:
            return None
        plain = posixpath.normpath("/" + parts[1].rstrip(_AFTER).lstrip()).lstrip("/")
        found = self._same(plain) or self._elsewhere(plain) or self._alike(plain)
        return found and self._meant[found] + parts[2].rstrip(_AFTER)

    def _same(self, path: str) -> str | None:
        """Return the path that differs by its case, its accents, its ending."""
        around, _, inner = path.partition("/")
        forms = [path, inner] if around.casefold() in _AROUND else [path]
        for form in forms:
            key = _key(form)
            if (found := self._by_key.get(key)) and (key or form == path):
                return self._best(found, path)
        return None

    def _elsewhere(self, path: str) -> str | None:
        """Return the file of that name in another folder, or of another day, when few have it."""
        stem = posixpath.basename(_key(path))
        named = self._by_stem.get(stem) or self._by_stem.get(_undated(stem)) or []
        found = self._of_kind(named, path) if stem else []
        return self._best(found, path) if 0 < len(found) <= _MOST_ALIKE else None

    def _alike(self, path: str) -> str | None:
        """Return the path whose name is nearly the same, rather in the same folder."""
        stem = posixpath.basename(_key(path))
        stems = self._by_digits.get(_digits(stem), [])
        if not stem or stem.isdecimal() or len(stems) > self._left:
            return None
        self._left -= len(stems)
        near = _nearly(stem, stems)
        found = self._of_kind(self._by_stem[near], path) if near else []
        return self._best(found, path) if found else None

    def _of_kind(self, found: Sequence[str], path: str) -> list[str]:
        return [one for one in found if self._is_image(one) == self._is_image(path)]

    def _best(self, found: Sequence[str], path: str) -> str:
        """Return the one of the same kind, whose folder has the most in common, the first."""
        ending = posixpath.splitext(path)[1].lower()

        def unlikeness(one: str) -> tuple[bool, bool, int, str]:
            common = len(posixpath.commonprefix([_key(one).split("/"), _key(path).split("/")]))
            is_same_ending = posixpath.splitext(one)[1].lower() == ending
            return self._is_image(one) != self._is_image(path), not is_same_ending, -common, one

        return min(found, key=unlikeness)

    def _is_image(self, path: str) -> bool:
        return posixpath.splitext(path)[1].lower() in self._images


@lru_cache(65536)
def _key(path: str) -> str:
    """Return what paths that people take one for the other have in common.

    >>> _key("Vie du lieu/Fête_2.HTML"), _key("agenda/index.html"), _key("agenda/")
    ('vie-du-lieu/fete-2', 'agenda', 'agenda')
    """
    bare = without_accents(posixpath.splitext(path.strip("/"))[0], "NFKD").casefold()
    return re.sub(r"(?:^|/)index$", "", _BETWEEN.sub("-", bare))


def _undated(stem: str) -> str:
    return re.sub(r"^\d{2,4}-\d\d?-\d\d?-", "", stem)


def _digits(stem: str) -> str:
    return "-".join(re.findall(r"\d+", stem))


def _nearly(stem: str, stems: Sequence[str]) -> str | None:
    if len(stem) >= _SHORT:
        return nearest(stem, stems, _LIKENESS)
    found = typo(stem, stems)
    return found if found and found[0] == stem[0] else None
