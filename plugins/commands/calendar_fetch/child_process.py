"""A calendar asked and read in a process of its own, which its alarm ends: `python -m` this module.

What strangers wrote may take for ever, or all the memory. The question is JSON on the standard
input, the answer JSON on the standard output.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import resource
import signal
import subprocess
import sys
from collections.abc import Mapping
from datetime import date

from commands.calendar_fetch.http_request import Answer, Question
from commands.network_errors import TOO_SLOW
from content_types.calendars.announcement import Announcement, as_data, from_data
from core.clock import Day
from core.diagnostics import visible
from core.project_paths import PROJECT

PLUGINS = PROJECT / "plugins"
EXPANSION_SECONDS = 30.0  # of the processor, whatever else the machine does
_BUSY = 20  # times slower, at most
_MEMORY = 2_000_000_000  # bytes
_START_SECONDS = 60.0  # to load the program, on a slow machine
_WHY = {-signal.SIGALRM: TOO_SLOW, -signal.SIGPROF: "il est trop long à lire"}


@dataclasses.dataclass(frozen=True)
class Fetched:
    """What came of a calendar: an answer, and what it announces with what is told of it."""

    answer: Answer  # its bytes left out
    found: tuple[Announcement, ...] = ()  # what it announces
    # What is reported, by why: how often, and the first example.
    notes: Mapping[str, tuple[int, str]] = dataclasses.field(default_factory=dict)


def fetch(question: Question, first: Day, last: Day, *, has_tentative: bool = False) -> Fetched:
    """Return what a calendar announces between two days; it is asked by another process."""
    asked = {
        "question": dataclasses.asdict(question),
        "first": first.isoformat(),
        "last": last.isoformat(),
        "has_tentative": has_tentative,
        "expansion": EXPANSION_SECONDS,
    }
    most = _START_SECONDS + question.seconds + EXPANSION_SECONDS * _BUSY
    command = [sys.executable, "-m", __name__]
    try:
        done = subprocess.run(
            command, cwd=PLUGINS, input=json.dumps(asked).encode(), capture_output=True,
            timeout=most, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return Fetched(Answer(reason=TOO_SLOW))
    if done.stdout.endswith(b"\n"):
        data = json.loads(done.stdout)
        found = tuple(map(from_data, data["found"]))
        return Fetched(Answer(**data["answer"]), found, data["notes"])
    if done.returncode in _WHY:
        return Fetched(Answer(reason=_WHY[done.returncode]))
    reported = done.stderr.decode(errors="replace").strip().splitlines() or [""]
    return Fetched(Answer(reason=f"sa lecture s'est arrêtée ({visible(reported[-1])[:80]})"))


def _main() -> None:
    """Answer the question; the alarm's own action ends the process, whatever it does."""
    from commands.calendar_fetch.calendar_reader import read_calendar
    from commands.calendar_fetch.http_request import ask
    from commands.calendar_fetch.ics_text import NotACalendar

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    asked = json.load(sys.stdin)
    question = Question(**asked["question"])
    first, last = (Day(date.fromisoformat(asked[it])) for it in ("first", "last"))
    signal.setitimer(signal.ITIMER_REAL, question.seconds + 1)
    answer = ask(question)
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.setitimer(signal.ITIMER_PROF, asked["expansion"])
    found: list[Announcement] = []
    notes: Mapping[str, tuple[int, str]] = {}
    if answer.data:
        try:
            found, notes = read_calendar(
                answer.data, first, last,
                charset=answer.charset, has_tentative=asked["has_tentative"],
            )  # fmt: skip
        except NotACalendar as bad:
            answer = Answer(reason=str(bad))
    elif not answer.reason and not answer.is_same:
        answer = Answer(reason="il est vide")
    signal.setitimer(signal.ITIMER_PROF, 0)
    headers = {name: it for name, it in dataclasses.asdict(answer).items() if name != "data"}
    told = {"answer": headers, "found": list(map(as_data, found)), "notes": notes}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    _main()
