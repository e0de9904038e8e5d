"""Publications killed at random moments while visitors read: the site is the old one or the new."""

import dataclasses
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

import pytest

from commands.publishing.server import Server
from load_support import Visitors, nginx
from ssh_support import ssh_server, write_release
from support import PROJECT

pytestmark = pytest.mark.server

# How many kills, and the seconds before one: about the time of one publication.
HOSTS = {"shell": (16, 1.1), "plain": (8, 2.6)}


@pytest.mark.parametrize("key", HOSTS)
def test_no_visitor_sees_a_mix_nor_an_error(tmp_path, key):
    """Some twenty seconds: it publishes as many times as it is killed, and waits in between."""
    kills, longest = HOSTS[key]
    with ssh_server(tmp_path) as server:
        folder = tmp_path / "été" if key == "shell" else server.restricted
        settings = server.settings(folder if key == "shell" else "site", key=key)
        served = folder / ("current" if key == "shell" else "site")
        site = write_release(tmp_path / "first", "1")
        begun = time.monotonic()
        Server(settings).send(site)
        longest = max(longest, 2.5 * (time.monotonic() - begun))  # so that some come whole
        with nginx(tmp_path, served) as port:
            visitors = Visitors(port)
            with visitors.at_work():
                published = kill_often(settings, kills, longest)
                last = write_release(tmp_path / "last", "999999")
                Server(settings).send(last)
                time.sleep(0.2)
    assert visitors.errors == []
    assert visitors.requests > 20 * kills
    assert {"1", "999999"} <= visitors.versions
    assert len(published) >= kills // 10  # some were whole, others were cut
    assert (served / "empreinte.txt").read_text() == "999999\n"


def kill_often(settings, kills: int, longest: float) -> list[int]:
    """Publish and be killed, again and again; return the versions published whole."""
    given = {k: v for k, v in dataclasses.asdict(settings).items() if k != "path"}
    search = os.pathsep.join(str(PROJECT / name) for name in ("plugins", "tests"))
    chance, published = random.Random(7), []
    with (
        tempfile.TemporaryDirectory(prefix="k") as short,
        subprocess.Popen(
            [
                sys.executable,
                str(PROJECT / "tests" / "endless_publisher.py"),
                json.dumps({"path": str(settings.path), **given}),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": search, "TMPDIR": short},
        ) as publisher,
    ):
        for kill in range(kills):
            publisher.stdin.write(f"{(kill + 1) * 1000}\n")
            publisher.stdin.flush()
            pid = int(publisher.stdout.readline().split()[1])
            time.sleep(chance.uniform(0.05, longest))
            os.kill(pid, signal.SIGKILL)
            whole = [
                int(line) for line in iter(lambda: publisher.stdout.readline().strip(), "dead")
            ]
            published += whole
            longest *= 0.9 if whole else 1.2  # a busy machine may slow down meanwhile
        publisher.stdin.close()
    return published
