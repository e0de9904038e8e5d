"""The network fails on the way: the site online stays, and a word says so."""

import contextlib
import os
import socket
import threading
from collections.abc import Iterator

import pytest

from commands.publishing.publish import BUILT
from commands.publishing.server import Server
from commands.publishing.target import PublishError
from site_build.staging import locked
from ssh_support import write_release
from support import run_task

pytestmark = pytest.mark.server


@contextlib.contextmanager
def cutting_proxy(port: int, after: int) -> Iterator[int]:
    """Lead to a port of this machine until so many bytes went there; give the proxy's own port."""
    listener = socket.create_server(("127.0.0.1", 0))

    def pump(source: socket.socket, target: socket.socket, allowed: int) -> None:
        with contextlib.suppress(OSError):
            while allowed > 0 and (part := source.recv(min(4096, allowed))):
                target.sendall(part)
                allowed -= len(part)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                client = listener.accept()[0]
                server = socket.create_connection(("127.0.0.1", port))
                for ends in ((client, server, after), (server, client, 10**9)):
                    threading.Thread(target=pump, args=ends, daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    yield listener.getsockname()[1]
    listener.close()


@pytest.mark.parametrize("after", [30, 3_000, 40_000, 150_000])
def test_a_connection_that_is_cut(server, tmp_path, after):
    folder = tmp_path / "www"
    Server(server.settings(folder)).send(write_release(tmp_path / "site", "1"))
    site = write_release(tmp_path / "site", "2")
    (site / "film.mp4").write_bytes(os.urandom(300_000))
    known = server.root / "known_hosts"
    kind, key = known.read_text().split()[1:3]
    with cutting_proxy(server.port, after) as port:
        known.write_text(f"{known.read_text()}[127.0.0.1]:{port} {kind} {key}\n")
        with pytest.raises(PublishError, match=r"a été coupée\. Recommencez"):
            Server(server.settings(folder, ssh_port=port)).send(site)
    assert (folder / "current/empreinte.txt").read_text() == "1\n"
    Server(server.settings(folder)).send(site)
    assert (folder / "current/empreinte.txt").read_text() == "2\n"
    assert list((folder / "releases").glob("*.part")) == []


def test_another_publication_from_this_machine(tmp_path):
    (tmp_path / "ici.py").write_text(
        'SITEURL = "https://a.coop"\nSSH_HOST = "a.coop"\nSSH_TARGET_DIR = "www"\n'
    )
    with locked(BUILT.parent):
        done = run_task("publish", "--malgre-tout", "--reglages=ici.py", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Une autre publication est en cours sur cet ordinateur.")
