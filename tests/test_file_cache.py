"""The cache of files: what it gives back, and what it does of damage, age and two processes."""

import multiprocessing
import os
import time

import pytest

from core.file_cache import FileCache


def entries(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache"


def test_what_is_kept_is_given_back_by_another_reader(folder):
    FileCache(folder).put("clé", b"octets")
    assert FileCache(folder).get("clé") == b"octets"
    assert FileCache(folder).get("autre") is None


def test_it_is_made_once(folder):
    made = []
    for _ in range(3):
        data = FileCache(folder).get_or_make("clé", lambda: made.append(1) or b"")
        assert data == b""
    assert made == [1]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: b"", id="emptied"),
        pytest.param(lambda data: data[:20], id="cut in its hash"),
        pytest.param(lambda data: data[:-1], id="cut"),
        pytest.param(lambda data: data[:-1] + b"?", id="a byte changed"),
    ],
)
def test_a_damaged_entry_is_made_anew(folder, damage):
    cache = FileCache(folder)
    cache.put("clé", b"octets")
    (entry,) = entries(folder)
    entry.write_bytes(damage(entry.read_bytes()))
    assert cache.get("clé") is None
    assert cache.get_or_make("clé", lambda: b"octets") == b"octets"
    assert cache.get("clé") == b"octets"


def test_what_is_not_used_for_long_goes_what_is_used_stays(folder):
    cache = FileCache(folder)
    cache.put("vieux", b"1")
    cache.put("utile", b"2")
    for entry in entries(folder):
        os.utime(entry, (time.time() - 100 * 86400,) * 2)
    cache.get("utile")
    cache.prune(max_bytes=1000, max_days=60)
    assert (cache.get("vieux"), cache.get("utile")) == (None, b"2")


@pytest.mark.parametrize("since", ["nothing", "another is kept", "a day"])
def test_it_is_looked_at_when_something_may_have_to_go(folder, since):
    cache = FileCache(folder)
    cache.put("clé", b"octets")
    cache.prune(max_bytes=1000, max_days=60)
    (entry,) = [e for e in entries(folder) if e.name != "pruned"]
    hour_ago, two_days_ago = time.time() - 3600, time.time() - 2 * 86400
    os.utime(entry.parent, (hour_ago - 1,) * 2)
    os.utime(folder / "pruned", (two_days_ago if since == "a day" else hour_ago,) * 2)
    if since == "another is kept":
        cache.put("autre", b"")
    cache.prune(max_bytes=1, max_days=60)
    assert (cache.get("clé") is not None) == (since == "nothing")


def test_above_a_size_the_least_recently_used_go(folder):
    cache = FileCache(folder)
    for number in range(4):
        cache.put(str(number), bytes(1000))
        (newest,) = [e for e in entries(folder) if e.stat().st_mtime > time.time() - 50]
        os.utime(newest, (time.time() - 1000 + number,) * 2)
    cache.prune(max_bytes=2500, max_days=60)
    assert [cache.get(str(number)) is not None for number in range(4)] == [False] * 2 + [True] * 2


def test_a_folder_that_cannot_be_is_no_diagnostic(tmp_path):
    (tmp_path / "fichier").write_bytes(b"")
    cache = FileCache(tmp_path / "fichier" / "cache")
    assert cache.get_or_make("clé", lambda: b"octets") == b"octets"
    assert cache.get("clé") is None


def _write_many(folder, data):
    for _ in range(200):
        FileCache(folder).put("clé", data)


def test_two_processes_writing_at_once_leave_a_whole_entry(folder):
    values = [bytes([number]) * 50_000 for number in (1, 2)]
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=_write_many, args=(folder, value)) for value in values]
    for writer in writers:
        writer.start()
    while not FileCache(folder).get("clé"):
        time.sleep(0.001)
    seen = {FileCache(folder).get("clé") for _ in range(500)}
    for writer in writers:
        writer.join()
    assert seen <= set(values)
    assert len(entries(folder)) == 1
