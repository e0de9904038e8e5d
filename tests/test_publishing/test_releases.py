"""Sites published over a real sshd by the real rsync, on a server with a shell."""

import contextlib
import io
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commands.publishing.releases import KEPT
from commands.publishing.remote_lock import remote_lock
from commands.publishing.server import Server
from commands.publishing.ssh import Ssh
from commands.publishing.target import Changes, PublishError
from ssh_support import SshServer, write_release
from support import missing

pytestmark = pytest.mark.server


def online(folder: Path) -> str:
    return (folder / "current" / "empreinte.txt").read_text().strip()


FOLDERS = ["simple", "été à Sète, l'an 2", '$HOME `x` "y" *']


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
    assert target.roll_back().name.startswith("publication du ")
    assert online(folder) == "1"
    assert list((folder / "releases").glob(".p*")) == []


@pytest.mark.parametrize("written", ["~/a b", "a b", "./a b/"])
def test_a_folder_from_the_account_s_own(server, tmp_path, written):
    Server(server.settings(written)).send(write_release(tmp_path / "site", "7"))
    assert online(server.home / "a b") == "7"


def test_the_last_five_are_kept_and_share_what_did_not_change(server, tmp_path):
    folder = tmp_path / "www"
    (folder / "releases" / "archives de Jeanne").mkdir(parents=True)
    (folder / "releases" / "20200101-000000-00000000.part").mkdir()
    (folder / "notes.txt").write_text("à garder")
    (folder / ".current.20200101-000000-00000000").symlink_to("releases/nulle-part")
    target = Server(server.settings(folder))
    for version in range(1, KEPT + 3):
        target.send(write_release(tmp_path / "site", str(version)))
    kept = sorted(path.name for path in (folder / "releases").iterdir() if path.is_dir())
    assert len(kept) == KEPT + 1
    assert kept[-1] == "archives de Jeanne"
    assert sorted(path.name for path in folder.iterdir()) == ["current", "notes.txt", "releases"]
    unchanged = folder / "current" / "images" / "même nom.svg"
    assert unchanged.stat().st_nlink == KEPT
    # Pages that a visitor still has find their script; photos go with the next publication.
    assert len(list((folder / "current/theme/js").iterdir())) >= KEPT
    assert len(list((folder / "current/images").glob("photo.*"))) == 2


def test_the_same_site_twice_in_a_second(server, tmp_path):
    site = write_release(tmp_path / "site", "1")
    for _ in range(3):
        Server(server.settings(tmp_path / "www")).send(site)
    folders = [path for path in (tmp_path / "www/releases").iterdir() if path.is_dir()]
    assert len(folders) == 3
    assert {path.name for path in folders[0].iterdir()} == {path.name for path in site.iterdir()}


def test_going_back_never_leads_to_a_site_that_was_left(server, tmp_path):
    target = Server(server.settings(tmp_path / "www"))
    for version in ("1", "2"):
        target.send(write_release(tmp_path / "site", version))
    target.roll_back()
    target.send(write_release(tmp_path / "site", "3"))
    assert (tmp_path / "www/current/theme/js/a.00000001.js").exists()
    target.roll_back()
    assert online(tmp_path / "www") == "1"
    with pytest.raises(PublishError, match="aucun site plus ancien"):
        target.roll_back()


def test_another_publication_is_waited_for_then_told(server, tmp_path):
    ssh = Ssh(server.settings(tmp_path / "www"))
    with (
        remote_lock(ssh, "releases"),
        pytest.raises(PublishError, match="Une autre publication est en cours sur le serveur"),
        remote_lock(Ssh(server.settings(tmp_path / "www")), "releases", patience=1),
    ):
        pass
    with remote_lock(ssh, "releases", patience=0):
        pass


def test_the_lock_of_a_dead_server_is_taken_over_and_never_given_back_twice(server, tmp_path):
    lock = tmp_path / "www" / "releases" / ".publication-en-cours"
    lock.mkdir(parents=True)
    (lock / "qui").write_text("mort\n")
    an_hour_ago = time.time() - 3600
    os.utime(lock, (an_hour_ago, an_hour_ago))
    with remote_lock(Ssh(server.settings(tmp_path / "www")), "releases", patience=0) as held:
        assert (lock / "qui").read_text().strip() == held.token
        (lock / "qui").write_text("un autre\n")  # as if this one had been away for long
    assert lock.exists()


def test_who_lost_the_lock_does_not_switch(server, tmp_path, monkeypatch):
    target = Server(server.settings(tmp_path / "www"))
    target.send(write_release(tmp_path / "site", "1"))
    real = Ssh.upload

    def lose_then_send(self, arguments, target=None):
        (tmp_path / "www/releases/.publication-en-cours/qui").write_text("un autre\n")
        return real(self, arguments, target)

    monkeypatch.setattr(Ssh, "upload", lose_then_send)
    with pytest.raises(PublishError, match="a pris la place de celle-ci"):
        target.send(write_release(tmp_path / "site", "2"))
    assert online(tmp_path / "www") == "1"


def fill(path: Path) -> None:
    """Leave not a byte on the disk."""
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as file:
        while file.write(b"x" * 4096):
            pass


def test_a_disk_that_fills(server, tmp_path):
    folder = tmp_path / "petit"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", folder]
    if os.getuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        missing("mount, as root")
    try:
        target = Server(server.settings(folder))
        target.send(write_release(tmp_path / "site", "1"))
        site = write_release(tmp_path / "site", "2")
        (site / "film.mp4").write_bytes(os.urandom(400_000))
        with pytest.raises(PublishError, match=r"Le disque est plein sur 127\.0\.0\.1"):
            target.send(site)
        assert online(folder) == "1"
        (site / "film.mp4").unlink()
        target.send(site)
        assert online(folder) == "2"
        fill(folder / "plein")
        for refused_one in (target.roll_back, lambda: target.send(site)):
            with pytest.raises(PublishError, match=r"Le disque est plein sur 127\.0\.0\.1"):
                refused_one()
        assert online(folder) == "2"
    finally:
        subprocess.run(["umount", folder], check=True)


def test_a_folder_that_holds_something_is_asked_about(server, tmp_path):
    folder = tmp_path / "www"
    folder.mkdir()
    (folder / "index.html").write_text("ancien")
    site = write_release(tmp_path / "site", "1")
    with pytest.raises(PublishError, match=r"contient déjà autre chose \(index.html\)"):
        Server(server.settings(folder)).compare(site)
    Server(server.settings(folder, ssh_releases=True)).send(site)
    assert online(folder) == "1"
    assert (folder / "index.html").read_text() == "ancien"


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_a_current_that_is_not_ours(server, tmp_path, kind):
    folder, other = tmp_path / "www", tmp_path / "ailleurs"
    folder.mkdir()
    other.mkdir()
    current = folder / "current"
    current.mkdir() if kind == "folder" else current.symlink_to(other)
    site = write_release(tmp_path / "site", "1")
    with pytest.raises(PublishError, match="existe sur le serveur et ne vient pas d'ici"):
        Server(server.settings(folder, ssh_releases=True)).send(site)
    assert list(current.iterdir()) == []


def refused(server: SshServer, tmp_path: Path, **settings: object) -> str:
    chosen = {"folder": tmp_path / "www", **settings}
    with pytest.raises(PublishError) as told:
        Server(server.settings(**chosen)).send(write_release(tmp_path / "site", "1"))
    assert "\n" not in str(told.value)
    return str(told.value)


REFUSALS = {
    "a key that the server does not know": ({"key": "wrong"}, "refuse la clé de"),
    "a host that does not exist": ({"ssh_host": "inconnu.invalid"}, "est inconnu"),
    "a port where nothing listens": ({"ssh_port": 1}, "refuse la connexion sur le port 1"),
    "a host that is not known yet": ({"ssh_host": "localhost"}, "n'est pas encore connu"),
    "a host with SFTP only": ({"key": "sftp"}, "n'accepte que SFTP"),
    "a folder in a file": ({"folder": "/dev/null/x"}, "n'est pas un dossier"),
    "a file in its place": ({"folder": "/etc/hostname"}, "n'est pas un dossier"),
    "a configuration of one's own": ({"key": "wrong"}, "ssh -F wrong.conf -p "),
    "a folder where none can be": ({"folder": "/proc/x/y"}, "ne peut pas être créé"),
}


@pytest.mark.parametrize(("settings", "message"), REFUSALS.values(), ids=REFUSALS)
def test_what_a_server_refuses(server, tmp_path, settings, message):
    told = refused(server, tmp_path, **settings)
    assert message in told
    assert str(server.root) not in told


def test_a_host_key_that_changed(server, tmp_path):
    known = server.root / "known_hosts"
    true = known.read_text()
    other = (server.root / "wrong.pub").read_text().split()[1]
    known.write_text(f"[127.0.0.1]:{server.port} ssh-ed25519 {other}\n")
    try:
        assert f"ssh-keygen -R '[127.0.0.1]:{server.port}'" in refused(server, tmp_path)
    finally:
        known.write_text(true)


def test_rsync_missing_there(server, tmp_path):
    key = (server.root / "shell.pub").read_text()
    allowed = server.root / "authorized_keys"
    before = allowed.read_text()
    no_rsync = 'command="PATH=/nowhere; rsync() { echo rsync: command not found >&2; return 127; };'
    allowed.write_text(f'{no_rsync} PATH=/bin:/usr/bin; eval \\"$SSH_ORIGINAL_COMMAND\\"" {key}')
    try:
        assert "rsync manque sur 127.0.0.1" in refused(server, tmp_path)
    finally:
        allowed.write_text(before)


def test_rsync_missing_here(server, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "manque sur cet ordinateur" in refused(server, tmp_path)


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_who_waits_sees_how_far_it_is(server, tmp_path, monkeypatch):
    monkeypatch.setattr("core.progress._PATIENCE", 0)
    monkeypatch.setattr(sys, "stderr", shown := Terminal())
    site = write_release(tmp_path / "site", "1", pages=300)
    Server(server.settings(tmp_path / "www")).send(site)
    lines = re.findall(r"Envoi : (\d+) sur (\d+)…", shown.getvalue())
    (total,) = {int(total) for _, total in lines}
    done = [int(number) for number, _ in lines]
    assert (done, done[-1]) == (sorted(done), total)
    assert total > 300
    assert shown.getvalue().endswith("\r")
