"""Pelican's log under its option `--fatal`, which raises at the first line that it shows.

Pelican would tell one diagnostic of many, and a traceback: no setting has it end after the last.
"""

from __future__ import annotations

import logging

ENDS_A_RUN = "Warning or error encountered"  # the words of what it raises


def log_line(log: logging.Logger, level: int, line: str) -> bool:
    """Log a line; return whether it is to end the run."""
    try:
        log.log(level, "%s", line, stacklevel=2)
    except RuntimeError as error:
        if str(error) != ENDS_A_RUN:
            raise
        return True
    return False
