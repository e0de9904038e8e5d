"""How long a test waits: longer on a slower machine, which is measured once a run."""

import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache

_USUAL_START = 0.04  # seconds that an empty Python program takes on a common machine
_MOST = 10.0


@cache
def slowness() -> float:
    """Return how many times slower than a common machine this one is, 1 to 10."""
    begun = time.monotonic()
    for _ in range(3):
        subprocess.run([sys.executable, "-I", "-c", ""], check=True)
    return min(max((time.monotonic() - begun) / 3 / _USUAL_START, 1.0), _MOST)


def patient(seconds: float) -> float:
    """Return a time limit in seconds that this machine can hold."""
    return seconds * slowness()


def wait_for(condition: Callable[[], object], seconds: float = 60) -> None:
    """Wait until a condition holds.

    Raises:
        AssertionError: it does not, after so many seconds of a common machine.
    """
    limit = time.monotonic() + patient(seconds)
    while not condition():
        assert time.monotonic() < limit, "what was waited for has not come"
        time.sleep(0.05)
