"""Messages on a pipe: one line of JSON, then as many bytes as it tells."""

from __future__ import annotations

import json
import os
import signal
from typing import IO, Any, BinaryIO

LENGTH = "length"


class Closed(Exception):
    """The other side is gone."""


def channels() -> tuple[BinaryIO, BinaryIO]:
    """Return the pipes of a process that another asks, which alone ends it; prints are reported."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who asks
    asked, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return asked, answers


def write_frame(pipe: IO[bytes], reported: dict[str, Any], payload: bytes = b"") -> None:
    """Write a message."""
    line = json.dumps({**reported, LENGTH: len(payload)}, ensure_ascii=False)
    pipe.write(line.encode("utf-8", "surrogatepass") + b"\n" + payload)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """Read a message. Raises Closed: there is none left."""
    line = pipe.readline()
    if not line.endswith(b"\n"):
        raise Closed
    reported = json.loads(line.decode("utf-8", "surrogatepass"))
    payload = pipe.read(reported[LENGTH])
    if len(payload) < reported[LENGTH]:
        raise Closed
    return reported, payload
