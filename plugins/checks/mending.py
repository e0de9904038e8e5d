"""A copy of a content folder without what stops its build, so that the rest can be looked at.

Lines keep their numbers. Nobody sees this copy: what it lacks is told already, and what follows
from its gaps is left out (`Mended.is_consequence`).
"""

from __future__ import annotations

import contextlib
import os
import posixpath
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from faults import Fault
from plain_files import copy_inside
from scribouilli.urls import parse_post_name

_TRIES = 2  # times that a file is mended before it is left out
_LIQUID = re.compile(r"\{[{%].*?(?:[%}]\}|$)")
_FRONT = re.compile(r"---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_OF_ANOTHER_LINE = re.compile(r"\s|-\s|[\]})]")
# What is told of a site as a whole, or of a file because others do not name it.
_OF_OTHERS = ("cette image ne sert", "ce site n'a pas de")
_LEADS_ASTRAY = re.compile(
    r"« (?P<url>[^»]*) » (?:ne mène à rien|mène à un brouillon)|"
    r"l'ancre .* dans « (?P<anchored>.*) »"
)
_LARGEST = 500_000_000  # bytes of a content folder that is worth a copy
_DEEPEST = 60  # folders in each other


class Mended:
    """A copy of a content folder that is mended, fault after fault.

    Attributes:
        content: the copy.
        label: the folder as messages about the copy name it.
    """

    def __init__(self, content: Path, copy: Path, label: str):
        self.content, self.label = copy, label
        self._tries: dict[str, int] = {}
        self._removed: set[str] = set()
        self._absent: set[str] = set()
        self._copy_tree(content, copy)

    def _copy_tree(self, content: Path, copy: Path) -> None:
        """Copy what is plain; what is not, or cannot be read, is told by the build."""

        def copy_file(source: str, target: str) -> None:
            name = Path(source).relative_to(content).as_posix()
            try:
                copy_inside(content, name, Path(target))
            except OSError:
                self._absent.add(name)

        shutil.copytree(content, copy, symlinks=True, copy_function=copy_file)

    def mend(self, faults: Iterable[Fault]) -> bool:
        """Take faults out of the copy; return whether each was in a file of it."""
        by_name: dict[str, list[int]] = {}
        for fault in faults:
            name = fault.path.removeprefix(f"{self.label}/")
            if name in self._absent:
                continue
            if name == fault.path or name in self._removed:
                return False
            by_name.setdefault(name, []).append(fault.line)
        done = [self._mend_file(name, sorted(lines)) for name, lines in by_name.items()]
        return all(done)

    def _mend_file(self, name: str, lines: list[int]) -> bool:
        path = self.content / name
        if not path.is_file() and not path.is_symlink():
            return False
        self._tries[name] = self._tries.get(name, 0) + 1
        text = None if path.is_symlink() else _without(path, lines)
        if text is None or self._tries[name] > _TRIES:
            self._removed.add(name)
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")
        return True

    def is_kept(self, fault: Fault) -> bool:
        """Return whether a later fault that stops a build was hidden by one that is mended."""
        name = fault.path.removeprefix(f"{self.label}/")
        return fault.line > 1 and name in self._tries and name not in self._removed

    def is_consequence(self, fault: Fault) -> bool:
        """Return whether a fault of the copy may come from what it lacks."""
        name = fault.path.removeprefix(f"{self.label}/")
        first = (
            0 if name.endswith((".yml", ".yaml")) else 1
        )  # elsewhere, line 1 opens what is mended
        if (name in self._tries and fault.line <= first) or fault.message.startswith(_OF_OTHERS):
            return True
        address = _LEADS_ASTRAY.match(fault.message)
        steps = set(re.split(r"[/.#?]", address["url"] or address["anchored"])) if address else ()
        return any(_step(mended) in steps for mended in self._tries)


def is_worth_a_copy(content: Path) -> bool:
    """Return whether a content folder is neither too large to be copied, nor too deep.

    Raises:
        OSError: it cannot be read.
    """
    size, left = 0, [(content, 0)]
    while left and size <= _LARGEST:
        folder, depth = left.pop()
        if depth > _DEEPEST:
            return False
        with os.scandir(folder) as entries:
            for entry in entries:
                size += entry.stat(follow_symlinks=False).st_size
                if entry.is_dir(follow_symlinks=False):
                    left.append((Path(entry.path), depth + 1))
    return size <= _LARGEST


def _without(path: Path, lines: list[int]) -> str | None:
    """Return a text without what is wrong on some lines; None when that cannot be told."""
    try:
        text = path.read_text(encoding="utf-8-sig")  # with Unix line ends
    except (OSError, UnicodeDecodeError):
        return None
    written = text.split("\n")
    last = text.count("\n", 0, found.end()) if (found := _FRONT.match(text)) else 0
    if path.suffix in (".yml", ".yaml"):
        first, last = 0, len(written)
    else:
        first = 1
    for number in (line - 1 for line in lines):
        if first <= number < last:
            _comment_out(written, number, last)
        elif number <= 0 or number >= len(written) or not _LIQUID.search(written[number]):
            return None
        else:
            written[number] = _LIQUID.sub("#", written[number])
    return "\n".join(written)


def _comment_out(written: list[str], number: int, last: int) -> None:
    """Make a key, and the lines of its value, comments."""
    written[number] = "#"
    for after in range(number + 1, last):
        if not _OF_ANOTHER_LINE.match(written[after]):
            return
        written[after] = "#"


def _step(name: str) -> str:
    """Return what an address keeps of a file's name: one of its steps."""
    stem = posixpath.splitext(posixpath.basename(name))[0]
    if stem == "index":
        return posixpath.basename(posixpath.dirname(name)) or stem
    with contextlib.suppress(ValueError):
        parsed = None if name.startswith("_evenements/") else parse_post_name(stem)
        return parsed[1] if parsed else stem
    return stem
