"""Work shared out between processes, which begin with all that this one knows (fork)."""

from __future__ import annotations

import gc
import os
import pickle
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, NoReturn, Protocol, TypeVar

from progress import Progress

T = TypeVar("T")
MOST_WORKERS = 8
# Elsewhere, a process that has used the system's libraries does not fork safely (macOS), or at all.
_FORKS = sys.platform == "linux"


class Gathered(Protocol):
    """What gathers facts while work is done, in whatever process it is done."""

    def taken(self) -> Any:
        """Return what was gathered, to be pickled."""

    def merge(self, taken: Any) -> None:
        """Add what was gathered in another process; it may hold what is known already."""


@dataclass
class _Worker:
    process: int
    pipe: int
    share: Sequence[Any]


def processors() -> int:
    """Return how many processes can work at once."""
    if not _FORKS or threading.active_count() > 1:  # another thread may hold a lock for ever
        return 1
    return min(len(os.sched_getaffinity(0)), MOST_WORKERS)


def share_out(
    items: Sequence[T],
    act: Callable[[T], None],
    gathered: Sequence[Gathered],
    progress: Progress,
    worth: int = 0,
) -> None:
    """Act on each item, in several processes when there are many.

    What fails in another process is done again in this one, which then raises as if it had been
    alone.

    Args:
        items: what to act on.
        act: writes files, or tells `gathered`; nothing else of what it does is kept.
        gathered: brought back from each process.
        progress: told how far the work is.
        worth: how many items are worth more than one process.
    """
    count = processors() if len(items) >= worth else 1
    shares = [items[number::count] for number in range(count)]
    gc.freeze()  # what is known already is neither searched nor copied in each process
    workers: list[_Worker] = []
    try:
        mine = _start_all(shares, act, gathered, workers)
        for done, item in enumerate(mine):
            progress.tell(min(done * count, len(items)))
            act(item)
        while workers:
            _finish(workers.pop(0), act, gathered)
    finally:
        progress.end()
        gc.unfreeze()
        for worker in workers:  # this process failed: nobody waits for the others
            os.kill(worker.process, 9)
            os.close(worker.pipe)
            os.waitpid(worker.process, 0)


def _start_all(
    shares: Sequence[Sequence[T]],
    act: Callable[[T], None],
    gathered: Sequence[Gathered],
    workers: list[_Worker],
) -> Sequence[T]:
    """Note in `workers` who does all shares but the first; return what is left to this process.

    The system may refuse another process (EAGAIN, ENOMEM): what it would have done is left too.
    """
    for number, share in enumerate(shares[1:], 1):
        try:
            workers.append(_start(share, act, gathered))
        except OSError:
            return [*shares[0], *chain.from_iterable(shares[number:])]
    return shares[0]


def _start(share: Sequence[T], act: Callable[[T], None], gathered: Sequence[Gathered]) -> _Worker:
    reading, writing = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        raise
    if process:
        os.close(writing)
        return _Worker(process, reading, share)
    _work(share, act, gathered, reading, writing)


def _work(
    share: Sequence[T],
    act: Callable[[T], None],
    gathered: Sequence[Gathered],
    reading: int,
    writing: int,
) -> NoReturn:
    status = 1
    try:  # nothing may run in this process after its share: neither handlers nor callers
        os.close(reading)
        for item in share:
            act(item)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump([one.taken() for one in gathered], pipe)
        status = 0
    finally:
        os._exit(status)


def _finish(worker: _Worker, act: Callable[[Any], None], gathered: Sequence[Gathered]) -> None:
    with os.fdopen(worker.pipe, "rb") as pipe:
        told = pipe.read()
    _, status = os.waitpid(worker.process, 0)
    if status == 0:
        for one, taken in zip(gathered, pickle.loads(told), strict=True):
            one.merge(taken)
    else:
        for item in worker.share:
            act(item)
