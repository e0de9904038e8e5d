"""The private parts of Python that compile patterns and data classes are still there."""

import marshal
import subprocess
import sys

import pytest

from core.file_cache import FileCache
from engine.compat import kept_compilations
from support import PROJECT

_USE = """
import dataclasses, re, sys
from pathlib import Path
from core.file_cache import FileCache
from engine.compat import kept_compilations
from engine.compat.kept_compilations import keep_compilations
kept_compilations._KEY, kept_compilations._FEW = "clé", 0
for _ in sys.argv[1:]:
    keep_compilations(FileCache(Path(sys.argv[1])))  # twice, for whoever imports tasks.py

found = re.compile("(?P<day>[0-9]+)(?i:é)|(x)  # a note", re.VERBOSE).fullmatch("31É")
print(found["day"], found.lastgroup, repr(found.re), found.re.groups, found.re.groupindex)
print(re.compile(b"[a-z]", re.I).match(b"A"), re.sub("(a)|b", "<\\\\1>", "ab"))
print(re.sub("(b)|a", "", "ab"))
try:
    re.compile("[a")
except re.error as error:
    print(error)

@dataclasses.dataclass(frozen=True, order=True)
class Point:
    x: int
    y: list = dataclasses.field(default_factory=list)

print(Point(1), Point(0) < Point(1), Point(1) == Point(1), Point(1, 2) in {Point(1, 2)})
try:
    Point(1).x = 2
except dataclasses.FrozenInstanceError as error:
    print(error)
"""


def used(*arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", _USE, *arguments],
        env={"PYTHONPATH": str(PROJECT / "plugins")},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def test_what_was_compiled_serves_the_next_process(tmp_path):
    files, alone = FileCache(tmp_path), used()
    assert [used(str(tmp_path)), used(str(tmp_path), "again")] == [alone, alone]
    patterns, methods = marshal.loads(files.get("clé"))
    assert ("(?P<day>[0-9]+)(?i:é)|(x)  # a note", 64) in patterns, "re compiles otherwise"
    assert any("__init__" in text for text in methods), "dataclasses do otherwise"
    patterns["(a)|b", 0] = patterns["(b)|a", 0]
    files.put("clé", marshal.dumps((patterns, methods)))
    assert used(str(tmp_path)) != alone, "what is kept is not used"


@pytest.mark.parametrize("more", [0, 1])
def test_too_much_is_forgotten(tmp_path, monkeypatch, more):
    monkeypatch.setattr(kept_compilations, "_MOST", 3)
    known = {(f"{number}", 0): () for number in range(3 + more)}
    FileCache(tmp_path).put(kept_compilations._KEY, marshal.dumps((known, {})))
    kept = kept_compilations._Kept(FileCache(tmp_path))
    assert kept._patterns == ({} if more else known)
