"""Messages on a pipe: one line of JSON, then as many bytes as it tells."""

from __future__ import annotations

import json
from typing import IO, Any

LENGTH = "length"


class Closed(Exception):
    """The other side is gone."""


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
