"""The programs run in turn on one corpus."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bench.corpus import PHOTOS, Post
from bench.measure import Failed, free_port, run, serving
from bench.peers import OURS, PROJECT, STOCK, Peer
from bench.results import Figures
from bench.saves import Saves

Say = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    """How much is measured.

    Attributes:
        count: how many posts.
        turns: how many builds of each kind.
        saves: how many saves.
    """

    count: int
    turns: int = 3
    saves: int = 5


def compare(peers: Sequence[Peer], folder: Path, plan: Plan, say: Say) -> list[Figures]:
    """Return the figures of each program, absent ones too; one that fails is left out of the rest.

    Args:
        peers: the programs.
        folder: an empty one, where their sites are written.
        plan: how much is measured.
        say: told what is being done.
    """
    found = {peer.name: Figures(peer.name, peer.version) for peer in peers}
    present = [(peer, folder / peer.templates / "site") for peer in peers if peer.version]

    def each(about: str, act: Callable[[Peer, Path, Figures], None]) -> None:
        for peer, root in present:
            figures = found[peer.name]
            if not figures.failure:
                say(f"{plan.count} articles, {about} : {peer.name}")
                try:
                    act(peer, root, figures)
                except Failed as failed:
                    figures.failure = str(failed)

    each("préparation", lambda peer, root, figures: _prepare(peer, root, figures, plan.count))
    for turn in range(1, plan.turns + 1):
        each(f"passage {turn}", _build_twice)
    each("enregistrements", lambda peer, root, figures: _save(peer, root, figures, plan))
    return list(found.values())


def compare_photos(peers: Sequence[Peer], folder: Path, say: Say) -> list[Figures]:
    """Return what the first build of a site of photos costs ours and stock Pelican (it copies).

    Args:
        peers: the programs, of which these are taken.
        folder: an empty one, where their sites are written.
        say: told what is being done.
    """
    found = []
    for peer in (peer for peer in peers if peer.name in (OURS, STOCK)):
        figures = Figures(peer.name, peer.version)
        found.append(figures)
        say(f"{PHOTOS} photos : {peer.name}")
        try:
            _begin(peer, folder / peer.templates / "site", figures, peer.write_photos)
        except Failed as failed:
            figures.failure = str(failed)
    return found


def _prepare(peer: Peer, root: Path, figures: Figures, count: int) -> None:
    """Write a site of posts, and build it once."""
    _begin(peer, root, figures, partial(peer.write, count=count))


def _begin(peer: Peer, root: Path, figures: Figures, write: Callable[[Path], None]) -> None:
    """Write a site, in a process of its own so that this one stays small, and build it once.

    What a process weighs at least is what the one that starts it does (Linux, `vfork`).
    """
    writing = multiprocessing.get_context("fork").Process(target=write, args=(root,))
    writing.start()
    writing.join()
    if writing.exitcode:
        raise Failed(f"{peer.name} : le corpus n'a pas pu être écrit")
    for kept in peer.images:
        shutil.rmtree(kept, ignore_errors=True)
    figures.first.append(run(peer.build_command(root), root))


def _build_twice(peer: Peer, root: Path, figures: Figures) -> None:
    peer.forget(root, root.parent / f"aside-{len(figures.cold)}")
    figures.cold.append(run(peer.build_command(root), root))
    figures.again.append(run(peer.build_command(root), root))


def _save(peer: Peer, root: Path, figures: Figures, plan: Plan) -> None:
    """Save a post in the middle of the corpus."""
    post, port = Post(plan.count // 2), free_port()
    command = peer.serve_command(root, port)
    source = peer.source(root, post)
    with serving(command, root) as server:
        saves = Saves(server, source, port, post.address, figures.saved, figures.titled)
        saves.measure(plan.saves)


def our_phases(folder: Path) -> dict[str, Any]:
    """Return the seconds of our build by phase, from the site that `compare` left in a folder.

    Raises:
        Failed: it ended with something else than 0.
    """
    content, output = folder / "ours" / "site", folder / "ours" / "phases"
    done = subprocess.run(
        [sys.executable, "-m", "bench.phases", str(content), str(output)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "plugins")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise Failed(f"bench.phases : {done.stderr[-2000:]}")
    phases: dict[str, Any] = json.loads(done.stdout)
    return phases
