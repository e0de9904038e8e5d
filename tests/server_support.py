"""The system's nginx and Apache, on free ports of this machine, as processes of the tests."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

from local_server import free_port
from patience import patient
from support import missing

NGINX, APACHE = Path("/usr/sbin/nginx"), Path("/usr/sbin/apache2")
NGINX_MODULES, APACHE_MODULES = Path("/usr/lib/nginx/modules"), Path("/usr/lib/apache2/modules")
# What no Apache runs without: one process, who may read, an index in a folder.
BARE = ("mpm_prefork", "authz_core", "dir")
SHARED_HOST = (*BARE, *"mime alias rewrite headers setenvif deflate filter autoindex env".split())
# Debian's, for what concerns us; `br` is Breton there, and `gz` a type.
_DEBIAN_MIME = """
AddType application/x-gzip .gz
AddLanguage br .br
"""
_TYPES = """text/html html
text/css css
text/plain txt
application/xml xml
text/javascript js
image/png png
image/jpeg jpg
image/svg+xml svg
"""


@dataclass(frozen=True)
class Response:
    """What a server said; the names of headers are in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """A server that runs."""

    port: int
    root: Path

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Response:
        """Ask for a path, as it is written; `Accept_Encoding` is the header of that name."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=patient(10))
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        body = response.read()
        connection.close()
        found: dict[str, str] = {}
        for name, value in response.getheaders():
            known = found.get(name.lower())
            found[name.lower()] = f"{known}, {value}" if known else value
        return Response(response.status, found, body)


@contextlib.contextmanager
def public_folder() -> Iterator[Path]:
    """Give a folder that a server may read which gave up root's rights, unlike pytest's own."""
    with tempfile.TemporaryDirectory(prefix="site-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextlib.contextmanager
def nginx(work: Path, root: Path, configuration: str) -> Iterator[Server]:
    """Run nginx with the configuration that the documentation offers, its places changed.

    Args:
        work: a folder for the server's own files.
        root: the folder that it shows.
        configuration: what goes into its `http` block.
    """
    if not NGINX.exists():
        missing("nginx-light")
    brotli = NGINX_MODULES / "ngx_http_brotli_static_module.so"
    if not brotli.exists():
        missing("libnginx-mod-http-brotli-static")
    port = free_port()
    configuration = re.sub(r"^ *listen \[::\].*\n", "", configuration, flags=re.MULTILINE)
    configuration = configuration.replace("listen 80;", f"listen 127.0.0.1:{port};")
    shutil.copy("/etc/nginx/mime.types", work / "mime.types")
    places = "".join(
        f"{kind}_temp_path {work}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    path = work / "nginx.conf"
    path.write_text(
        f"load_module {brotli};\ndaemon off; master_process off;\n"
        + f"pid {work}/pid; error_log {work}/errors;\n"
        + f"events {{}}\nhttp {{\naccess_log off;\n{places}{configuration}}}\n",
        encoding="utf-8",
    )
    with _running([str(NGINX), "-c", str(path), "-e", f"{work}/errors"], port, work):
        yield Server(port, root)


@contextlib.contextmanager
def apache(
    work: Path,
    root: Path,
    modules: Iterable[str] = SHARED_HOST,
    more: str = "",
    allowed: str = "FileInfo",
) -> Iterator[Server]:
    """Run Apache as a shared host does: all that concerns the site is in its `.htaccess`.

    Args:
        work: a folder for the server's own files.
        root: the folder that it shows.
        modules: what it loads.
        more: lines of its configuration.
        allowed: what `.htaccess` may change (`AllowOverride`).
    """
    if not APACHE.exists():
        missing("apache2")
    port = free_port()
    modules = tuple(modules)
    (work / "types").write_text(_TYPES)
    user = "User nobody\nGroup nogroup\n" if os.geteuid() == 0 else ""
    mime = f"TypesConfig {work}/types\n{_DEBIAN_MIME}" if "mime" in modules else ""
    path = work / "apache.conf"
    path.write_text(
        "".join(f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so\n" for name in modules)
        + f"ServerName localhost\nListen 127.0.0.1:{port}\nPidFile {work}/pid\n{user}{mime}"
        + f"ErrorLog {work}/errors\nStartServers 1\nMaxRequestWorkers 4\nServerRoot {work}\n"
        + f'DocumentRoot "{root}"\n<Directory "{root}">\nAllowOverride {allowed}\n'
        + f"Options FollowSymLinks Indexes\nRequire all granted\n</Directory>\n{more}\n",
        encoding="utf-8",
    )
    with _running([str(APACHE), "-f", str(path), "-D", "FOREGROUND"], port, work):
        yield Server(port, root)


@contextlib.contextmanager
def _running(command: list[str], port: int, work: Path) -> Iterator[None]:
    """Run a server until the end; one that does not start fails the test with its own words."""
    # Apache ends the whole group of its process: it must be in one of its own.
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    try:
        _wait_for(port, process, work)
        yield
    finally:
        process.terminate()
        try:
            process.communicate(timeout=patient(10))
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _wait_for(port: int, process: subprocess.Popen, work: Path) -> None:
    end = time.monotonic() + patient(15)
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.02)
    process.kill()
    said = process.communicate()[0].decode(errors="replace")
    log = work / "errors"
    pytest.fail(f"{Path(process.args[0]).name}: {said}{log.read_text() if log.exists() else ''}")
