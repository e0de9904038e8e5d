"""What the tasks say and open, and what the end leaves: no process, no port taken, one word."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from live_support import PATIENCE, wait_until
from local_server import free_port
from support import PROJECT, page, write_site
from writing_support import SITE, writing

pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="no /proc here"),
]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_end_leaves_nothing_behind(tmp_path, number):
    with writing(tmp_path) as writer:
        ports = [writer.port, writer.editor_port, int(writer.site()["drafts"].rsplit(":")[-1])]
        writer.draft("a.md", page("title: A"))
        # A draft being read, a check under way, a tab that waits, a body sent by half.
        asked = json.dumps({"name": "a.md"}).encode()
        head = (
            f"POST /ecrire/api/check HTTP/1.1\r\nHost: {writer.editor.removeprefix('http://')}\r\n"
            f"Origin: {writer.editor}\r\n"
            f"X-Jeton: {writer.token}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(asked)}\r\n\r\n"
        ).encode()
        with (
            socket.create_connection(("127.0.0.1", writer.editor_port)) as check,
            socket.create_connection(("127.0.0.1", writer.editor_port)) as half,
            socket.create_connection(("127.0.0.1", ports[2])) as tab,
        ):
            check.sendall(head + asked)
            half.sendall(head + asked[:3])
            tab.sendall(b"GET /__livereload/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            wait_until(lambda: "commands.checks" in str(writer.commands()))  # that checks
            assert writer.stop(number) == 0
    wait_until(lambda: writer.processes() == [])
    assert writer.lines[-1] == "Arrêté."
    told = [line for line in writer.lines if not line.startswith(("Site lu", "Relu"))]
    assert told == [
        f"Le site est sur {writer.address}/ (Ctrl-C pour arrêter)",
        f"Pour écrire : {writer.address}/ecrire/",
        "Arrêté.",
    ]
    for port in ports:
        with socket.socket() as free:
            free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            free.bind(("127.0.0.1", port))


def test_two_editors_at_once_take_other_ports_and_tokens(tmp_path):
    with writing(tmp_path / "1") as one, writing(tmp_path / "2") as two:
        ports = {one.port, one.editor_port, two.port, two.editor_port}
        assert len(ports) == 4 and one.token != two.token
        assert two.ask("GET", "/ecrire/api/site", X_Jeton=one.token).status == 401
        for writer in (one, two):
            assert writer.draft("a.md", page("title: A"))["messages"] == []


@pytest.mark.parametrize("task", ["ecrire", "livereload"])
def test_the_task_opens_the_browser_when_it_is_asked_to(tmp_path, task):
    content, opened = write_site(tmp_path / "c", SITE), tmp_path / "opened"
    port = free_port()
    command = [sys.executable, "-m", "invoke", task, f"--port={port}", f"--content={content}"]
    browser = tmp_path / "browser.py"
    browser.write_text(f"import sys\nopen({str(opened)!r}, 'w').write(sys.argv[1])\n")
    environment = {
        **os.environ,
        "BROWSER": f"{sys.executable} {browser} %s",
        "PYTHONIOENCODING": "utf-8",
    }
    with subprocess.Popen(
        command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True
    ) as running:
        first, second = running.stdout.readline(), running.stdout.readline()
        address = first.split()[4].rstrip("/")
        try:
            if task == "ecrire":
                wait_until(lambda: opened.exists() and opened.read_text() == f"{address}/ecrire/")
        finally:
            running.send_signal(signal.SIGINT)
        rest = running.stdout.read()
        assert running.wait(PATIENCE) == 0
    assert second == f"Pour écrire : {address}/ecrire/\n"
    assert rest.splitlines()[-1] == "Arrêté."
    assert opened.exists() == (task == "ecrire")
