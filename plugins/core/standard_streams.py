"""What a command writes, when its output is closed, full, or read by nobody any more."""

from __future__ import annotations

import errno
import os
import sys
from types import TracebackType

from core.diagnostics.os_errors import system_reason


def keep_streams() -> None:
    """Give a command's process its three streams, and an end without a traceback if one is lost.

    A stream that is closed leads nowhere: no file that is opened later takes its number.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            _lead_nowhere(number)
            setattr(sys, name, os.fdopen(number, "w" if number else "r", encoding="utf-8"))
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # what is lost is seen
    sys.excepthook = _end


def write_line(text: str) -> str:
    """Write a line in UTF-8, whatever the machine's locale; return in French why it is lost, or "".

    A reader that is gone (`| head`) has had what it wanted: that is no fault.
    """
    try:
        sys.stdout.buffer.write(f"{text}\n".encode())
        sys.stdout.flush()
    except OSError as error:
        return _lose_output(error)
    return ""


def _lose_output(error: OSError) -> str:
    _lead_nowhere(1)  # nor does what is still to be written
    if error.errno == errno.EPIPE:
        return ""
    return f"Rien ne peut être écrit ici : {system_reason(error)}."


def _lead_nowhere(number: int) -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    if nowhere != number:
        os.dup2(nowhere, number)
        os.close(nowhere)
    os.set_inheritable(number, True)  # commands that are run have it too


def _end(kind: type[BaseException], raised: BaseException, traceback: TracebackType | None) -> None:
    """End as Python does, but in one line when nothing can be written any more."""
    if not isinstance(raised, OSError) or not (lost := _write_error()):
        sys.__excepthook__(kind, raised, traceback)
    elif reason := _lose_output(lost):
        sys.stderr.write(f"{reason}\n")


def _write_error() -> OSError | None:
    try:
        os.write(1, b"\n")
    except OSError as error:
        return error
    return None
