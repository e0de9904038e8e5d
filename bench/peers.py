"""The programs compared: how each is found, built with, and set to watch."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import dialects
from bench.corpus import Post
from bench.dialects import Dialect

PROJECT = Path(__file__).resolve().parents[1]
OURS = "La méridionale"
STOCK = "Pelican seul"
# What may be asked for; the first two are always there.
KNOWN = ("ours", "pelican", "jekyll", "hugo", "eleventy")
_OUTPUT = "output"


@dataclass(frozen=True)
class Peer:
    """A program.

    Attributes:
        name: as the table has it.
        dialect, templates: what its site is written with.
        program: the command that runs it, empty when it is absent.
        version: as it says itself.
        build: the options of a build.
        serve: the options of its watching server, from a port.
        caches: what it keeps beside the output, forgotten before a cold build.
        images: the folders where it keeps images made, removed before its first build.
    """

    name: str
    dialect: Dialect
    templates: str
    program: tuple[str, ...]
    version: str
    build: Callable[[Path], Sequence[str]]
    serve: Callable[[Path, int], Sequence[str]]
    caches: tuple[str, ...] = ()
    images: tuple[Path, ...] = ()

    def write(self, root: Path, count: int) -> None:
        """Write its site, of `count` posts."""
        dialects.write(root, count, self.dialect, self.templates)

    def write_photos(self, root: Path) -> None:
        """Write its site of photos."""
        dialects.write_photos(root, self.dialect, self.templates)

    def build_command(self, root: Path) -> list[str]:
        """Return the command that builds the site at `root`."""
        return [*self.program, *self.build(root)]

    def serve_command(self, root: Path, port: int) -> list[str]:
        """Return the command that serves it, and watches its files."""
        return [*self.program, *self.serve(root, port)]

    def source(self, root: Path, post: Post) -> Path:
        """Return the file of a post."""
        return root / self.dialect.post_file(post)

    def forget(self, root: Path, aside: Path) -> None:
        """Set aside what was built, and what the program keeps to build again faster.

        Nothing is removed: ext4 creates files slowly in the seconds that follow, since it passes
        over the inodes that were just freed.

        Args:
            root: the site.
            aside: a folder of the same file system, empty or not there.
        """
        aside.mkdir(parents=True)
        for number, name in enumerate((_OUTPUT, *self.caches)):
            with contextlib.suppress(FileNotFoundError):
                (root / name).rename(aside / str(number))


def find_peers(names: Sequence[str] = ()) -> list[Peer]:
    """Return the programs compared, ours first; when some of `KNOWN` are named, they alone."""
    chosen = {*KNOWN[:2], *names} if names else set(KNOWN)
    return [find() for name, find in _finders().items() if name in chosen]


def _finders() -> dict[str, Callable[[], Peer]]:
    return dict(zip(KNOWN, (_ours, _pelican, _jekyll, _hugo, _eleventy), strict=True))


def _ours() -> Peer:
    invoke = str(PROJECT / "bin" / "invoke")
    return Peer(
        OURS,
        dialects.JEKYLL,
        "ours",
        (invoke,),
        _version(["git", "-C", str(PROJECT), "describe", "--always", "--dirty"]),
        lambda root: ["build", f"--content={root}", f"--output={_beside(root)}"],
        lambda root, port: ["livereload", f"--content={root}", f"--port={port}"],
        (f"../{_OUTPUT}-ours",),
        (PROJECT / ".cache/images", PROJECT / ".cache/share_pictures"),
    )


def _beside(root: Path) -> Path:
    """Return our output: a site is never built inside its own content."""
    return root.parent / f"{_OUTPUT}-ours"


def _pelican() -> Peer:
    program = (sys.executable, "-m", "pelican", "-s", "settings.py")
    return Peer(
        STOCK,
        dialects.PELICAN,
        "pelican",
        program,
        _version([*program[:3], "--version"]),
        lambda _: [],
        lambda _, port: ["-l", "-r", "-p", str(port)],
        ("cache", "__pycache__"),
    )


def _jekyll() -> Peer:
    program = _program("JEKYLL", "jekyll")
    return Peer(
        "Jekyll",
        dialects.JEKYLL,
        "jekyll",
        program,
        _version([*program, "--version"]) if program else "",
        lambda _: ["build", "-q", "-d", _OUTPUT],
        lambda _, port: ["serve", "-d", _OUTPUT, "-P", str(port)],
        (".jekyll-cache",),
    )


def _hugo() -> Peer:
    program = _program("HUGO", "hugo")
    return Peer(
        "Hugo",
        dialects.HUGO,
        "hugo",
        program,
        _version([*program, "version"]) if program else "",
        lambda _: ["--quiet", "-d", _OUTPUT],
        lambda _, port: ["server", "-p", str(port)],
        ("resources",),
    )


def _eleventy() -> Peer:
    program = _program("ELEVENTY", "eleventy")
    return Peer(
        "Eleventy",
        dialects.ELEVENTY,
        "eleventy",
        program,
        _version([*program, "--version"]) if program else "",
        lambda _: ["--quiet", f"--output={_OUTPUT}"],
        lambda _, port: ["--serve", f"--output={_OUTPUT}", f"--port={port}"],
        (".cache",),
    )


def _program(variable: str, command: str) -> tuple[str, ...]:
    """Return the command of a peer: what a variable of the environment says, or what is on PATH."""
    chosen = os.environ.get(variable) or shutil.which(command)
    if not chosen:
        return ()
    return ("node", chosen) if chosen.endswith((".js", ".cjs", ".mjs")) else (chosen,)


def _version(command: Sequence[str]) -> str:
    """Return the version that a program tells, or its first words."""
    try:
        told = subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout
    except OSError:
        return ""
    number = re.search(r"\d+\.\d+[.\d]*", told)
    return number[0] if number else told.strip()[:20]
