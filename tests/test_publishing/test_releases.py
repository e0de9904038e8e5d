"""Sites published over a real sshd by the real rsync, on a server with a shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from publishing.server import Server
from publishing.target import Changes
from ssh_support import SshServer, ssh_server, write_release

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with ssh_server(tmp_path_factory.mktemp("ssh")) as started:
        yield started


def online(folder: Path) -> str:
    return (folder / "current" / "empreinte.txt").read_text().strip()


def send(server: SshServer, folder: Path | str, site: Path, **more: object) -> None:
    Server(server.settings(folder, **more)).send(site)


FOLDERS = ["simple", "été à Sète, l'an 2", "-n", '$HOME `x` "y" *']


@pytest.mark.parametrize("name", FOLDERS)
def test_publish_change_publish_and_go_back(server, tmp_path, name):
    folder = tmp_path / name
    site = write_release(tmp_path / "site", "1")
    target = Server(server.settings(folder))
    assert len(target.compare(site).added) == 10
    target.send(site)
    assert online(folder) == "1"
    write_release(site, "2", pages=4)
    assert target.compare(site) == Changes(
        added=("images/photo.00000002-800.webp", "theme/js/a.00000002.js"),
        changed=("empreinte.txt", "feed.xml", "index.html", *(f"page-{n}.html" for n in (1, 2, 3))),
        removed=("images/photo.00000001-800.webp", "page-4.html", "theme/js/a.00000001.js"),
    )
    target.send(site)
    assert online(folder) == "2"
    assert target.compare(site) == Changes()
    assert target.roll_back().startswith("publication du ")
    assert online(folder) == "1"
    assert not list((folder / "releases").glob(".p*"))
