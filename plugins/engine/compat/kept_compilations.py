"""What Python compiles in each process, kept for the next: patterns, methods of data classes.

A fifth of a process's start goes there. Python keeps the code of modules, and offers no way to keep
these: `re._compiler` and `dataclasses` are given other functions to compile with. What is kept
depends on nothing but its text and Python.
"""

from __future__ import annotations

import atexit
import dataclasses
import marshal
import re
import sys
from array import array
from importlib import import_module
from types import CodeType, FunctionType, SimpleNamespace
from typing import Any

from core.file_cache import FileCache

_compiler, _sre = import_module("re._compiler"), import_module("_sre")
_compile = _compiler.compile
# The same function, which returns what it would have had made a pattern of.
_parts = FunctionType(
    _compile.__code__, {**vars(_compiler), "_sre": SimpleNamespace(compile=lambda *it: it)}
)
_KEY = f"{sys.version} {sys.argv[1:2]}"  # another task compiles other things
_MOST = 5000  # beyond, much is of another time, or of one site's texts: all is forgotten
_FEW = 20  # some patterns hold the words of a set, in an order that changes from process to process
_MAX_BYTES, _MAX_DAYS = 50_000_000, 60
_NOT_KEPT = re.DEBUG | re.LOCALE


class _Kept:
    """What is known; `compile_pattern` and `execute` stand for Python's own."""

    def __init__(self, files: FileCache):
        self._files, self._made = files, 0
        data = files.get(_KEY)
        self._patterns: dict[tuple[str | bytes, int], tuple[Any, ...]] = {}
        self._methods: dict[str, CodeType] = {}
        if data:
            self._patterns, self._methods = marshal.loads(data)
        if len(self._patterns) + len(self._methods) > _MOST:
            self._patterns, self._methods = {}, {}

    def compile_pattern(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        if type(pattern) not in (str, bytes) or flags & _NOT_KEPT:
            compiled: re.Pattern[Any] = _compile(pattern, flags)
            return compiled
        key = (pattern, int(flags))
        if key not in self._patterns:
            _, flags, code, *rest = _parts(*key)
            self._patterns[key] = (int(flags), array("I", code).tobytes(), *rest)
            self._made += 1
        flags, code, *rest = self._patterns[key]
        compiled = _sre.compile(pattern, flags, list(array("I", code)), *rest)
        return compiled

    def execute(self, text: str, *names: dict[str, Any]) -> None:
        if text not in self._methods:
            self._methods[text] = compile(text, "<string>", "exec", dont_inherit=True)
            self._made += 1
        exec(self._methods[text], *names)

    def keep(self) -> None:
        if self._made > _FEW:
            self._files.put(_KEY, marshal.dumps((self._patterns, self._methods)))
            self._files.prune(_MAX_BYTES, _MAX_DAYS)


def keep_compilations(files: FileCache) -> None:
    """Have this process begin with what the earlier ones compiled, and leave more to the next."""
    kept = _Kept(files)
    _compiler.compile = kept.compile_pattern  # type: ignore[attr-defined]
    dataclasses.exec = kept.execute  # type: ignore[attr-defined]
    atexit.register(kept.keep)
