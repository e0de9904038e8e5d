"""Work shared out between processes, which begin with all that this one knows (fork)."""

from __future__ import annotations

import gc
import os
import pickle
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any, Generic, NoReturn, Protocol, TypeVar

from core.progress import Progress

T = TypeVar("T")
MOST_WORKERS = 8
_LONG = 1.0  # seconds of work after which few items, which must be heavy, are shared out too
_PARTS_EACH = 64  # so that no process is left with much more to do than the others
_TOKEN = 2  # bytes: all tokens together are fewer than any pipe holds
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
    told: IO[bytes]  # a pipe would have it wait for this process to read


class _Parts(Generic[T]):
    """Parts of a work, each taken by whichever process is free first (tokens in a pipe)."""

    def __init__(self, items: Sequence[T], count: int):
        self._items = items
        self.count = min(count, len(items))
        self._tokens, writing = os.pipe()
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(b"".join(number.to_bytes(_TOKEN) for number in range(self.count)))

    def __getitem__(self, number: int) -> Sequence[T]:
        size = -(-len(self._items) // self.count)
        return self._items[number * size : (number + 1) * size]

    def take_all(self) -> Iterator[int]:
        """Yield the number of each part that this process takes; a part is taken once."""
        while token := os.read(self._tokens, _TOKEN):
            yield int.from_bytes(token)

    def close(self) -> None:
        os.close(self._tokens)


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
    worth: int | None = 0,
) -> None:
    """Act on each item, in several processes when there are many, or when they take long.

    What fails in another process is done again in this one, which then raises as if it had been
    alone.

    Args:
        act: writes files, or tells `gathered`; nothing else of what it does is kept.
        gathered: brought back from each process.
        worth: how many items are worth more than one process from the beginning; None when they
            are all to be done in this one.
    """
    count = 1 if worth is None else processors()
    is_alone, begun = worth is None or len(items) < worth, time.monotonic()
    parts = _Parts(items, count * _PARTS_EACH)
    left = set(range(parts.count))
    gc.freeze()  # what is known already is neither searched nor copied in each process
    workers: list[_Worker] = []
    try:
        if not is_alone:
            _start_all(count - 1, parts, act, gathered, workers)
        for number in parts.take_all():
            if is_alone and time.monotonic() - begun > _LONG:
                is_alone = False
                gc.freeze()
                _start_all(count - 1, parts, act, gathered, workers)
            progress.show(number * len(items) // parts.count)
            _act_on(parts[number], act)
            left.remove(number)
        while workers:
            left -= _finish(workers.pop(0), gathered)
        for number in sorted(left):
            _act_on(parts[number], act)
    finally:
        parts.close()
        progress.end()
        gc.unfreeze()
        for worker in workers:  # this process failed: nobody waits for the others
            os.kill(worker.process, 9)
            worker.told.close()
            os.waitpid(worker.process, 0)


def begin(
    items: Sequence[T], act: Callable[[T], None], gathered: Sequence[Gathered]
) -> Callable[[], None]:
    """Act on items in another process while this one goes on with something else.

    Returns:
        what has it stop there, and brings back what was gathered: nothing, if it fails.
    """
    if processors() == 1:
        return lambda: None
    parts = _Parts(items, _PARTS_EACH)
    gc.freeze()  # until all is shared out
    workers: list[_Worker] = []
    _start_all(1, parts, act, gathered, workers)

    def finish() -> None:
        while workers:
            for _ in parts.take_all():
                pass
            _finish(workers.pop(), gathered)
            parts.close()

    if not workers:  # the system has refused it
        parts.close()
    return finish


def _act_on(items: Sequence[T], act: Callable[[T], None]) -> None:
    for item in items:
        act(item)


def _start_all(
    count: int,
    parts: _Parts[T],
    act: Callable[[T], None],
    gathered: Sequence[Gathered],
    workers: list[_Worker],
) -> None:
    """Note in `workers` those that start: the system may refuse one more (EAGAIN, ENOMEM)."""
    with suppress(OSError):
        for _ in range(count):
            workers.append(_start(parts, act, gathered))


def _start(parts: _Parts[T], act: Callable[[T], None], gathered: Sequence[Gathered]) -> _Worker:
    told = tempfile.TemporaryFile()  # noqa: SIM115 (closed by who reads it)
    parent = os.getpid()
    try:
        process = os.fork()
    except OSError:
        told.close()
        raise
    if process:
        return _Worker(process, told)
    _work(parts, act, gathered, told, parent)


def _work(
    parts: _Parts[T],
    act: Callable[[T], None],
    gathered: Sequence[Gathered],
    told: IO[bytes],
    parent: int,
) -> NoReturn:
    status = 1
    try:  # nothing may run in this process after its parts: neither handlers nor callers
        done = []
        for number in parts.take_all():
            _act_on(parts[number], act)
            done.append(number)
            if os.getppid() != parent:  # killed: what it holds is to be free for another build
                os._exit(status)
        with told:
            pickle.dump((done, [one.taken() for one in gathered]), told)
        status = 0
    finally:
        os._exit(status)


def _finish(worker: _Worker, gathered: Sequence[Gathered]) -> set[int]:
    """Wait for a process; return the parts that it did, all or none."""
    with worker.told:
        _, status = os.waitpid(worker.process, 0)
        if status:
            return set()
        worker.told.seek(0)
        done, known = pickle.load(worker.told)
    for one, taken in zip(gathered, known, strict=True):
        one.merge(taken)
    return set(done)
