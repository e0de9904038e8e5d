"""Which saves are noticed, how soon, and what becomes of those made during a build."""

import math
import queue
import threading
import time
from pathlib import Path

import pytest

from dev_server.live_reload import loop as save_loop
from dev_server.live_reload import watcher
from dev_server.live_reload.loop import SaveLoop
from dev_server.live_reload.report import BuildReport
from dev_server.live_reload.watcher import Watcher, is_source
from live_support import wait_until
from patience import patient

FOLDER = Path("/projet/.cache/content")  # only what is below the folder counts


@pytest.mark.parametrize(
    "name",
    ["index.md", "_posts/2025-01-01-é.md", "_config.yml", "images/a b.png", "sortie.swing.md"],
)
def test_sources(name):
    assert is_source(FOLDER / name, FOLDER)


@pytest.mark.parametrize(
    "name",
    [
        *(".index.md.swp", ".index.md.swx", "4913", "index.md~", "#index.md#", ".#index.md"),
        *(".goutputstream-X1Y2", ".index.md.kate-swp", "index.md___jb_tmp___", ".~lock.a.odt#"),
        *("a.tmp", "a.pyc", ".DS_Store", "__pycache__/a.txt", ".git/HEAD", ".venv/x/y.py"),
    ],
)
def test_what_editors_and_tools_write_is_no_source(name):
    assert not is_source(FOLDER / name, FOLDER)


class Saves:
    """Counts what a watcher tells."""

    def __init__(self, root: Path, content: Path):
        self.seen = queue.SimpleQueue()
        self.refused = []
        self.watcher = Watcher(root, content, self.seen.put, self.refused.append)

    def next(self) -> None:
        self.seen.get(timeout=patient(10))
        while not self.seen.empty():
            self.seen.get()


@pytest.fixture(autouse=True)
def short_ticks(monkeypatch):
    monkeypatch.setattr(watcher, "TICK_MS", 10)  # what a watcher takes to begin, and to end


@pytest.fixture
def root(tmp_path):
    for name in ("content", "theme/templates", "plugins"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        *("content/a.md", "content/neuf/b.md", "theme/templates/base.html", "plugins/p.py"),
        *("pelicanconf.py", "publishconf.py"),
    ],
)
def test_a_save_is_noticed(root, name):
    saves = Saves(root, root / "content")
    with saves.watcher.running():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("x")
        saves.next()
        beside = root / f"{name}.part"
        beside.write_text("y")  # as editors do: written beside, then put in place
        beside.replace(root / name)
        saves.next()
    assert saves.refused == []


def test_other_files_are_not_noticed(root):
    saves = Saves(root, root / "content")
    with saves.watcher.running():
        (root / "output").mkdir()
        for name in ("output/index.html", "README.md", "content/.a.md.swp", "plugins/p.pyc"):
            (root / name).write_text("x")
        (root / "content" / "a.md").write_text("x")
        saves.next()  # the last one alone is told
    assert saves.seen.empty()


def test_a_folder_replaced_as_a_whole_is_still_watched(root):
    saves = Saves(root, root / "content")
    with saves.watcher.running():
        (root / "content").rename(root / "old")
        saves.next()
        (root / "content").mkdir()
        saves.next()
        wait_until(lambda: (root / "content" / "a.md").write_text("x") and not saves.seen.empty())


def test_content_elsewhere_and_folders_that_do_not_exist(tmp_path):
    content = tmp_path / "elsewhere" / "content"
    content.mkdir(parents=True)
    (tmp_path / "project").mkdir()
    saves = Saves(tmp_path / "project", content)
    with saves.watcher.running():
        (content / "a.md").write_text("x")
        saves.next()
        (tmp_path / "project" / "theme").mkdir()
        saves.next()


class Held:
    """A held site whose reading waits for a sign."""

    def __init__(self, until=math.inf):
        self.asked, self.go_on = queue.SimpleQueue(), threading.Event()
        self.until = until

    def refresh(self, paths):
        self.asked.put(paths)
        self.go_on.wait(patient(10))
        until, self.until = self.until, math.inf
        return BuildReport(True, "Fait.", until=until)

    def look_further(self):
        return BuildReport(True, "Fait."), False


def test_a_save_while_the_site_is_read_is_taken_in_afterwards():
    held, published = Held(), queue.SimpleQueue()
    loop = SaveLoop(held, published.put, published.put)
    thread = threading.Thread(target=loop.run)
    thread.start()
    assert held.asked.get(timeout=patient(10)) == set()
    loop.changed({Path("a.md")})
    loop.changed({Path("b.md")})
    held.go_on.set()
    assert held.asked.get(timeout=patient(10)) == {Path("a.md"), Path("b.md")}
    loop.stop()
    thread.join(patient(10))

    assert not thread.is_alive()
    assert published.get(timeout=patient(10)).ok


@pytest.mark.parametrize("longest", [0.05, 30.0])  # several waits, or one
def test_the_site_is_read_again_when_time_makes_it_another(monkeypatch, longest):
    monkeypatch.setattr(save_loop, "LONGEST_WAIT_SECONDS", longest)
    moment = time.time() + 0.2
    held = Held(until=moment)
    held.go_on.set()
    loop = SaveLoop(held, lambda report: None, lambda report: None)
    thread = threading.Thread(target=loop.run)
    thread.start()
    assert held.asked.get(timeout=patient(10)) == set()
    assert held.asked.get(timeout=patient(10)) == set()
    assert time.time() >= moment
    loop.stop()
    thread.join(patient(10))
    assert not thread.is_alive()
