"""A real sshd on this machine, with keys, accounts and settings of the test's own."""

import contextlib
import getpass
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from commands.publishing.settings import PublishSettings
from local_server import free_port
from patience import patient
from support import require

_SERVER = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {root}/host_key
AuthorizedKeysFile {root}/authorized_keys
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
MaxStartups 100
SetEnv HOME="{root}/home"
"""
_CLIENT = """\
Host *
    IdentityFile {root}/{key}
    IdentitiesOnly yes
    IdentityAgent none
    UserKnownHostsFile {root}/known_hosts
    GlobalKnownHostsFile /dev/null
    KexAlgorithms curve25519-sha256
    GSSAPIAuthentication no
"""


@dataclass(frozen=True)
class SshServer:
    """A server that is listening.

    Attributes:
        root: the folder of its keys and settings.
        port: where it listens.
    """

    root: Path
    port: int

    @property
    def home(self) -> Path:
        """Return the folder in which the account arrives."""
        return self.root / "home"

    @property
    def restricted(self) -> Path:
        """Return the folder that the restricted key gives."""
        return self.root / "hébergement mutualisé"

    def settings(self, folder: Path | str, key: str = "shell", **more: object) -> PublishSettings:
        """Return settings that publish to a folder of this server with one of its keys."""
        chosen = {
            "siteurl": "http://127.0.0.1:9",
            "ssh_host": "127.0.0.1",
            "ssh_user": getpass.getuser(),
            "ssh_port": self.port,
            "ssh_target_dir": str(folder),
            "ssh_config": f"{key}.conf",
        }
        return PublishSettings(self.root / "publishconf.py", **{**chosen, **more})


@contextlib.contextmanager
def ssh_server(root: Path) -> Iterator[SshServer]:
    """Start sshd on a free port.

    Its keys: `shell` may do all, `plain` only rsync in a folder, `sftp` and `wrong` nothing.
    """
    sshd = require("/usr/sbin/sshd", package="openssh-server")
    require("rsync", package="rsync")
    rrsync = require("rrsync", package="rsync")
    server = SshServer(root, free_port())
    _write_keys(server, rrsync)
    (root / "sshd_config").write_text(_SERVER.format(port=server.port, root=root))
    if Path("/run").is_dir() and getpass.getuser() == "root":
        Path("/run/sshd").mkdir(exist_ok=True)  # where sshd, as root, parts with its rights
    log = (root / "sshd.log").open("wb")
    process = subprocess.Popen([sshd, "-D", "-e", "-f", root / "sshd_config"], stderr=log)
    try:
        _await(server.port)
        yield server
    finally:
        process.terminate()
        process.wait(patient(10))
        log.close()


def _write_keys(server: SshServer, rrsync: str) -> None:
    root = server.root
    for name in ("host_key", "shell", "plain", "wrong", "sftp"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", root / name]
        subprocess.run(command, check=True)
        (root / f"{name}.conf").write_text(_CLIENT.format(root=root, key=name))
    server.restricted.mkdir()
    server.home.mkdir()
    at_home = f'command="cd {server.home} && eval \\"$SSH_ORIGINAL_COMMAND\\"" '
    public = {name: (root / f"{name}.pub").read_text() for name in ("shell", "plain", "sftp")}
    only_rsync = f'restrict,command="{rrsync} \\"{server.restricted}\\"" '
    only_sftp = 'restrict,command="echo This service allows sftp connections only.; exit 1" '
    allowed = at_home + public["shell"] + only_rsync + public["plain"] + only_sftp + public["sftp"]
    (root / "authorized_keys").write_text(allowed)
    host = (root / "host_key.pub").read_text()
    (root / "known_hosts").write_text(f"[127.0.0.1]:{server.port} {host}")


def _await(port: int) -> None:
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.02)
    raise AssertionError("sshd does not answer")


def write_release(site: Path, version: str, pages: int = 5) -> Path:
    """Write a small built site, each page of which names its version and its lasting file."""
    shutil.rmtree(site, ignore_errors=True)
    digest = f"{int(version):08x}"
    files = {
        f"theme/js/a.{digest}.js": f"version {version}",
        f"images/photo.{digest}-800.webp": f"image {version}",
        "feed.xml": f"<feed>{version}</feed>",
        "images/même nom.svg": "<svg/>",
        "empreinte.txt": f"{version}\n",
    }
    for number in range(pages):
        name = "index.html" if not number else f"page-{number}.html"
        files[name] = f"<p>version {version}</p>" * 50 + f'<script src="/theme/js/a.{digest}.js">'
    for name, text in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return site
