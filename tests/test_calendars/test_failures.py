"""Calendars asked of a real server: what goes wrong leaves the last good copy, and is told once."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from calendar_support import calendar
from commands.calendar_fetch.one_calendar import Limits
from commands.calendar_fetch.update import Outcome, update_calendars
from local_server import free_port, local_server
from support import page, write_site

pytestmark = pytest.mark.server
QUICK = Limits(seconds=1.5, pause=0.0)
EVENTS = [f"UID:{n}@s\nSUMMARY:Atelier {n}\nDTSTART;VALUE=DATE:202612{n + 10}" for n in range(6)]
GOOD, EMPTY = calendar(*EVENTS), calendar()
OTHER_NAMES = calendar(*[one.replace("UID:", "UID:x") for one in EVENTS])


@dataclass
class Behaviour:
    """How the server answers, and what it was asked."""

    body: bytes = GOOD
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    is_cut: bool = False
    drip: float = 0
    asked: list[dict[str, str]] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    now: Behaviour

    def do_GET(self) -> None:
        now = self.now
        now.asked.append(dict(self.headers) | {"path": self.path, "at": time.monotonic()})
        status = now.status
        if now.headers.get("ETag") and self.headers.get("If-None-Match") == now.headers["ETag"]:
            status = 304
        self.send_response(status)
        for name, value in now.headers.items():
            self.send_header(name, value)
        body = b"" if status == 304 else now.body
        self.send_header("Content-Length", str(len(body) + (50 if now.is_cut else 0)))
        self.end_headers()
        if now.drip:
            for byte in body:
                self.wfile.write(bytes([byte]))
                time.sleep(now.drip)
        else:
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@dataclass
class Folder:
    """A content folder whose actor has a calendar on the server."""

    root: Path
    now: Behaviour

    def update(self, **changed: object) -> Outcome:
        for name, value in changed.items():
            setattr(self.now, name, value)
        return update_calendars(self.root, "content", QUICK)

    @property
    def kept(self) -> bytes:
        return (self.root / "_agendas/la-source.json").read_bytes()

    @property
    def state(self) -> str:
        return (self.root / "_agendas/_etat.json").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Folder]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")  # 1 December 2026
    now = Behaviour()
    with local_server(type("Answering", (Handler,), {"now": now})) as place:
        actor = f"nom: La Source\nrole: coopérative\nagenda: http://{place}/agenda.ics"
        files = {
            "_communs/energie/index.md": page("title: Énergie"),
            "_communs/energie/la-source.md": page(actor),
        }
        yield Folder(write_site(tmp_path / "content", files), now)


def messages(outcome: Outcome) -> list[str]:
    return [f"{one.path}:{one.line} {one.message}" for one in outcome.diagnostics.found]


def codes(outcome: Outcome) -> list[str]:
    return [one.code for one in outcome.diagnostics.found]


LOST = "l'agenda de La Source (http://127.0.0.1:…/agenda.ics) n'a pas été lu : "
FAILURES = {
    "403": ({"status": 403}, "il répond par l'erreur 403"),
    "404": ({"status": 404}, "il répond par l'erreur 404"),
    "500": ({"status": 500}, "il répond par l'erreur 500"),
    "a page": ({"body": b"<!doctype html><title>x</title>"}, "c'est une page web, pas un agenda"),
    "nothing": ({"body": b""}, "il est vide"),
    "a cut calendar": ({"body": GOOD[:200]}, "l'agenda est coupé avant sa fin"),
    "a cut answer": ({"is_cut": True}, "sa réponse est coupée avant sa fin"),
    "11 MB": ({"body": GOOD + b" " * 11_000_000}, "il pèse plus de 10 Mo"),
    "one byte at a time": ({"drip": 0.4}, "il ne répond pas à temps"),
    "a loop": (
        {"status": 302, "headers": {"Location": "/agenda.ics"}},
        "il renvoie sans fin d'une adresse à une autre",
    ),
    "a way out of https": (
        {"status": 302, "headers": {"Location": "http://localhost/agenda.ics"}},
        "il renvoie à une adresse qui n'est pas en https",
    ),
    "a file of this machine": (
        {"status": 302, "headers": {"Location": "file:///etc/passwd"}},
        "il renvoie à une adresse qui n'est pas en https",
    ),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_leaves_the_last_good_copy(name: str, folder: Folder):
    folder.update()
    before = folder.kept
    assert before.count(b'"id"') == 6
    changed, why = FAILURES[name]
    outcome = folder.update(**changed)
    assert codes(outcome) == ["agenda-sans-reponse"]
    port = folder.now.asked[0]["Host"].partition(":")[2]
    told = [it.replace(port, "…") for it in messages(outcome)]
    assert told == [f"content/_communs/energie/la-source.md:4 {LOST}{why}"]
    assert folder.kept == before
    assert '"fails_since": "2026-12-01"' in folder.state
    again = folder.update(body=GOOD, status=200, headers={}, is_cut=False, drip=0)
    assert (messages(again), folder.kept) == ([], before)
    assert "fails_since" not in folder.state


def test_a_server_that_is_gone(folder: Folder):
    path = folder.root / "_communs/energie/la-source.md"
    place = folder.now, f"http://127.0.0.1:{free_port()}/"
    path.write_text(page(f"nom: La Source\nrole: coopérative\nagenda: {place[1]}"), "utf-8")
    (told,) = messages(folder.update())
    assert told.endswith("n'a pas été lu : il ne répond pas")
    assert not (folder.root / "_agendas/la-source.json").exists()


def test_what_empties_is_believed_the_second_time(folder: Folder):
    folder.update()
    before = folder.kept
    outcome = folder.update(body=EMPTY)
    assert codes(outcome) == ["agenda-vide-soudain"]
    assert messages(outcome)[0].endswith("a perdu d'un coup 6 de ses 6 événements à venir")
    assert folder.kept == before
    assert messages(folder.update()) == []
    assert b'"events": []' in folder.kept
    folder.update(body=OTHER_NAMES)
    assert all(it[:12] in before for it in folder.kept.split(b'"id": "')[1:])


def test_what_empties_and_comes_back_under_other_names_is_the_same(folder: Folder):
    folder.update()
    before = folder.kept
    folder.update(body=EMPTY)
    assert messages(folder.update(body=OTHER_NAMES)) == []
    assert folder.kept == before
    assert "is_shrunk" not in folder.state


def test_what_has_not_changed_is_not_sent_again(folder: Folder, monkeypatch: pytest.MonkeyPatch):
    folder.update(headers={"ETag": '"1"', "Last-Modified": "Tue, 01 Dec 2026 00:00:00 GMT"})
    before, state = folder.kept, folder.state
    outcome = folder.update()
    assert folder.now.asked[1]["If-None-Match"] == '"1"'
    assert folder.now.asked[1]["If-Modified-Since"] == "Tue, 01 Dec 2026 00:00:00 GMT"
    assert (outcome.read, outcome.changed) == (1, [])
    assert (folder.kept, folder.state) == (before, state)
    # A week later it is read whole: dates of a year ahead have come near.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796774400")
    folder.update()
    assert "If-None-Match" not in folder.now.asked[2]


@pytest.mark.parametrize("after", ["7200", "Tue, 01 Dec 2099 02:00:00 GMT"])
def test_who_asks_to_wait_is_left_alone(after: str, folder: Folder):
    folder.update(status=503, headers={"Retry-After": after})
    outcome = folder.update(status=200, headers={})
    assert len(folder.now.asked) == 1
    (told,) = messages(outcome)
    assert codes(outcome) == ["agenda-a-attendre"]
    assert "demande de ne pas être relu avant le" in told


def test_a_calendar_that_takes_for_ever_is_ended(folder: Folder, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("commands.calendar_fetch.child_process.EXPANSION_SECONDS", 0.3)
    series = "DTSTART:16040101T000000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
    (told,) = messages(folder.update(body=calendar(*[series] * 3000)))
    assert told.endswith("il est trop long à lire")


def test_what_is_left_out_of_a_calendar_is_told(folder: Folder):
    bad = "SUMMARY:Mauvais\nDTSTART:20261332T990000Z"
    hourly = "SUMMARY:Veille\nDTSTART:20261205T100000Z\nRRULE:FREQ=HOURLY"
    never = "SUMMARY:Jamais\nDTSTART:20261205T100000Z\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    outcome = folder.update(body=calendar(*EVENTS, bad, bad, hourly, never))
    assert codes(outcome) == ["agenda-lu-en-partie"] * 3
    whats = [told.partition(".ics) : ")[2] for told in messages(outcome)]
    assert whats == [
        "illisible (2, d'abord : « Mauvais »)",
        "répétition illisible, ou plus fréquente que chaque jour : sa première date est gardée"
        " : « Veille »",
        "répétition trop longue à calculer : sa première date est gardée : « Jamais »",
    ]
    assert folder.kept.count(b'"id"') == 8


def test_two_requests_to_one_host_are_a_pause_apart(folder: Folder):
    path = folder.root / "_communs/energie/la-source.md"
    text = path.read_text("utf-8")
    address = text.partition("agenda: ")[2].partition("\n")[0]
    path.write_text(text.replace(address, f"[{{adresse: {address}}}, {{adresse: {address}?2}}]"))
    update_calendars(folder.root, "content", Limits(pause=0.5))
    first, second = (one["at"] for one in folder.now.asked)
    assert second - first >= 0.5


def test_words_and_other_addresses_are_read_anew(folder: Folder):
    folder.update(headers={"ETag": '"1"'})
    path = folder.root / "_communs/energie/la-source.md"
    text = path.read_text("utf-8")
    address = text.partition("agenda: ")[2].partition("\n")[0]
    path.write_text(text.replace(address, f"{{adresse: {address}, garder: atelier 3}}"), "utf-8")
    assert messages(folder.update()) == []
    assert folder.kept.count(b'"id"') == 1
    right = path.read_text("utf-8")
    path.write_text(right.replace("role:", "rôle"), "utf-8")
    assert folder.update().changed == [] and folder.kept.count(b'"id"') == 1
    path.unlink()
    assert folder.update().changed == ["_agendas/_etat.json", "_agendas/la-source.json"]
