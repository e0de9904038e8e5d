"""What strangers wrote, read within bounds: of processor time, which a busy machine spares."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooLong(Exception):
    """It took longer than it may."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """End what is within after some seconds of the processor; in the main thread alone.

    Raises TooLong: it was not done.
    """
    before = signal.signal(signal.SIGVTALRM, _stop)
    # Again and again: what runs as an object is freed cannot be stopped.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooLong
