"""The same again needs no build; anything else does."""

import os
import time
from datetime import datetime, timedelta

import pytest

from core import fingerprint as states
from core.clock import ZONE
from core.fingerprint import states_below
from site_build import BuildRequest, build, up_to_date
from site_build import build_cache as record
from site_build.next_change import next_change

EVENT = "---\ntitle: Fête\ndebut: {}\nlieu: Ici\n---\nOn danse.\n"


@pytest.fixture
def request_(tmp_path, monkeypatch):
    monkeypatch.setattr(record, "RECORDS", tmp_path / "records")
    monkeypatch.setattr(record, "_TICK_NANOSECONDS", 0)  # the files below have just been written
    content = tmp_path / "content"
    (content / "images").mkdir(parents=True)
    (content / "index.md").write_text("# Bonjour\n\n[perdu](rien.md)\n", encoding="utf-8")
    (content / "images" / "a.svg").write_text("<svg/>", encoding="utf-8")
    return BuildRequest(content, tmp_path / "output", "https://exemple.fr")


def test_the_same_again_tells_the_same(request_):
    assert up_to_date(request_) is None
    first = build(request_)
    again = up_to_date(request_)
    assert "Rien n'a changé" in again.summary
    assert again.diagnostics.warnings == first.diagnostics.warnings != []
    assert (again.pages, again.base_path) == (first.pages, first.base_path)


def _save(path):
    path.write_text("# Autre\n", encoding="utf-8")


def _save_same_size_and_date(path):
    status = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("Bonjour", "Bonsoir"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def _replace(path):
    beside = path.with_suffix(".new")
    beside.write_bytes(path.read_bytes())
    beside.replace(path)


@pytest.mark.parametrize(
    "change",
    [
        lambda request: _save(request.content / "index.md"),
        lambda request: _save_same_size_and_date(request.content / "index.md"),
        lambda request: _replace(request.content / "index.md"),
        lambda request: _save(request.content / "page.md"),
        lambda request: (request.content / "images" / "a.svg").unlink(),
        lambda request: (request.content / "images").rename(request.content / "photos"),
        lambda request: (request.output / "index.html").unlink(),
        lambda request: _save(request.output / "index.html"),
        lambda request: record._path(request).write_text("{"),
        lambda request: record._path(request).unlink(),
    ],
    ids="save same_size_and_date replace new delete rename lost edited damaged forgotten".split(),
)
def test_a_change_asks_for_a_build(request_, change):
    build(request_)
    assert up_to_date(request_)
    change(request_)
    assert up_to_date(request_) is None


def test_another_address_asks_for_a_build(request_):
    build(request_)
    assert up_to_date(BuildRequest(request_.content, request_.output, "https://autre.fr")) is None


def test_another_program_asks_for_a_build(request_, monkeypatch, tmp_path):
    build(request_)
    (tmp_path / "plugin.py").write_text("")
    monkeypatch.setattr(states, "_PROGRAM", (*states._PROGRAM, str(tmp_path / "plugin.py")))
    assert up_to_date(request_) is None


def test_what_changes_by_itself_asks_for_a_build(request_, monkeypatch):
    (request_.content / "_evenements").mkdir()
    day = time.strftime("%Y-%m-%d", time.localtime(time.time() + 30 * 86400))
    path = request_.content / "_evenements" / "fete.md"
    path.write_text(EVENT.format(day), encoding="utf-8")
    build(request_)
    assert up_to_date(request_)
    now = time.time()
    monkeypatch.setattr(record.time, "time", lambda: now + 86400)  # posts appear at midnight
    assert up_to_date(request_) is None


def test_an_event_that_begins_asks_for_a_build(request_, monkeypatch):
    (request_.content / "_evenements").mkdir()
    soon = datetime.now(ZONE) + timedelta(minutes=2)
    path = request_.content / "_evenements" / "fete.md"
    path.write_text(EVENT.format(f"{soon:%Y-%m-%d %H:%M}"), encoding="utf-8")
    site = build(request_).context
    assert next_change(site, time.time()) <= time.time() + 86400
    begins = [moment.timestamp() for moment in site.changes_at]
    assert any(time.time() < moment for moment in begins)


def test_what_has_just_been_saved_is_not_trusted(request_, monkeypatch):
    monkeypatch.setattr(record, "_TICK_NANOSECONDS", 3600 * 10**9)
    build(request_)
    assert up_to_date(request_) is None


def test_a_link_that_leads_upwards_is_followed_once(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert len(list(states_below(tmp_path))) == 3


def test_a_folder_that_a_link_of_the_content_leads_to_is_not_looked_into(request_, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    (request_.content / "autre").symlink_to(disk)
    (request_.content / "encore").symlink_to("images")
    before = record.Inputs(request_).digest
    (disk / "a.md").write_text("a", encoding="utf-8")
    os.utime(disk, (0, 0))
    looked_into = [place for place, *_ in states_below(request_.content, follow_links=False)]
    assert not [place for place in looked_into if place.endswith(("autre/a.md", "encore/a.svg"))]
    (request_.content / "images" / "b.svg").write_text("<svg/>", encoding="utf-8")
    assert record.Inputs(request_).digest != before


def test_a_midnight_during_a_build_asks_for_a_build(request_, monkeypatch):
    inputs = record.Inputs(request_)
    result = build(request_)
    inputs.began = time.time() - 86400
    record.keep(request_, inputs, result)
    assert up_to_date(request_) is None


def test_a_clock_set_back_asks_for_a_build(request_, monkeypatch):
    build(request_)
    now = time.time()
    monkeypatch.setattr(record.time, "time", lambda: now - 7200)
    assert up_to_date(request_) is None


def test_another_library_asks_for_a_build(request_, monkeypatch, tmp_path):
    (tmp_path / "site-packages" / "markdown-3.8.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "site-packages"))
    build(request_)
    assert up_to_date(request_)
    info = tmp_path / "site-packages" / "markdown-3.8.dist-info"
    info.rename(info.with_name("markdown-3.9.dist-info"))
    assert up_to_date(request_) is None
