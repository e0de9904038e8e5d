"""Work shared out is done once and whole, whatever happens to those who share it."""

import errno
import io
import os
import sys
import time
from pathlib import Path

import pytest

from core.diagnostics import WARNING, Diagnostic, Diagnostics
from core.progress import Progress
from engine.deferred_writer import workers
from engine.deferred_writer.workers import begin, share_out
from patience import patient

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="shared out on Linux alone")
NAMES = [f"n{number}" for number in range(20)]


@pytest.fixture(autouse=True)
def four_processes(monkeypatch):
    monkeypatch.setattr(workers, "processors", lambda: 4)


def work(folder, act=lambda name: None, waits=10.0, worth=0) -> Diagnostics:
    """Have each name written in a file, and told; return what was told."""
    diagnostics, own, seen = Diagnostics(), os.getpid(), folder.with_name(f"{folder.name}-seen")

    def make(name: str) -> None:
        if os.getpid() != own:
            if name == "n9":
                seen.touch()
            act(name)
        elif name != "n9":  # the others are given time to take their parts
            deadline = time.monotonic() + patient(waits)
            while not seen.exists() and time.monotonic() < deadline:
                time.sleep(0.01)
        (folder / name).write_text(str(os.getpid()))
        diagnostics.add(Diagnostic(name, 1, "vu", severity=WARNING))

    share_out(NAMES, make, [diagnostics], Progress(io.StringIO(), len(NAMES)), worth)
    return diagnostics


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def kill(name: str) -> None:
    if name == "n9":
        os.kill(os.getpid(), 9)


def exhaust(name: str) -> None:
    if name == "n9":
        raise MemoryError


@pytest.mark.parametrize("worth", [0, 100], ids=["many", "long"])
@pytest.mark.parametrize("act", [lambda name: None, kill, exhaust], ids=["whole", "kill", "memory"])
def test_each_thing_is_done_and_told_once(tmp_path, act, worth, monkeypatch):
    monkeypatch.setattr(workers, "_LONG", 0.0)
    told = work(tmp_path, act, worth=worth).warnings
    assert (tmp_path.with_name(f"{tmp_path.name}-seen")).exists()  # by another process
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(NAMES)
    assert [diagnostic.path for diagnostic in told] == sorted(NAMES)


@pytest.mark.parametrize(("long", "worth"), [(60.0, 100), (0.0, None)])
def test_few_things_and_those_that_are_heard_of_are_done_alone(tmp_path, long, worth, monkeypatch):
    monkeypatch.setattr(workers, "_LONG", long)
    work(tmp_path, waits=0, worth=worth)
    assert {path.read_text() for path in tmp_path.iterdir()} == {str(os.getpid())}


@pytest.mark.server
def test_the_others_end_with_the_process_that_began_them(tmp_path):
    def make(number: int) -> None:
        (tmp_path / str(os.getpid())).touch()
        (tmp_path / f"n{number}").touch()
        time.sleep(0.005)

    process = os.fork()
    if not process:
        share_out(range(20_000), make, [], Progress(io.StringIO(), 20_000))
        os._exit(0)
    while len([path for path in tmp_path.iterdir() if path.name[0] != "n"]) < 4:
        time.sleep(0.01)
    os.kill(process, 9)
    os.waitpid(process, 0)
    done, deadline = -1, time.monotonic() + patient(10)
    while len(list(tmp_path.iterdir())) != done and time.monotonic() < deadline:
        done = len(list(tmp_path.iterdir()))
        time.sleep(0.2)
    assert time.monotonic() < deadline
    assert done < 20_000


@pytest.mark.parametrize("allowed", [0, 1, 2])
def test_a_process_that_the_system_refuses_is_done_without(tmp_path, monkeypatch, allowed):
    real, forks, open_before = os.fork, [], open_files()

    def fork() -> int:
        forks.append(1)
        if len(forks) > allowed:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        return real()

    monkeypatch.setattr(os, "fork", fork)
    told = work(tmp_path, waits=10 if allowed else 0).warnings
    assert [diagnostic.path for diagnostic in told] == sorted(NAMES)
    assert len(forks) == allowed + 1
    makers = {path.read_text() for path in tmp_path.iterdir()}
    assert (makers != {str(os.getpid())}) == (allowed > 0)
    assert open_files() == open_before


def test_an_exception_is_that_of_one_process(tmp_path, monkeypatch):
    real, started = os.fork, []

    def fork() -> int:
        started.append(real())
        return started[-1]

    def fail(name: str) -> None:
        if name == "n9":
            raise ValueError(name)

    monkeypatch.setattr(os, "fork", fork)
    with pytest.raises(ValueError, match="n9"):
        share_out(NAMES, fail, [], Progress(io.StringIO(), len(NAMES)))
    assert len(started) == 3
    for process in started:  # none is left
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


@pytest.mark.parametrize("act", [lambda name: None, kill, exhaust], ids=["whole", "kill", "memory"])
def test_what_is_begun_is_brought_back_whole_or_not_at_all(act):
    diagnostics, opened = Diagnostics(), open_files()

    def tell(name: str) -> None:
        act(name)
        diagnostics.add(Diagnostic(name, 1, "vu", severity=WARNING))

    finish = begin(NAMES, tell, [diagnostics])
    os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
    assert not diagnostics.warnings
    for _ in range(2):
        finish()
        told = [diagnostic.path for diagnostic in diagnostics.warnings]
        assert told == (sorted(NAMES) if act not in (kill, exhaust) else [])
    assert open_files() == opened


@pytest.mark.parametrize("is_refused", [False, True])
def test_what_is_begun_stops_when_it_is_waited_for(monkeypatch, is_refused):
    def refuse() -> int:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    if is_refused:
        monkeypatch.setattr(os, "fork", refuse)
    began, opened = time.monotonic(), open_files()
    begin(range(1000), lambda _: time.sleep(0.1), [])()
    assert time.monotonic() < began + patient(25)
    assert open_files() == opened
