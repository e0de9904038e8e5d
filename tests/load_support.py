"""A real nginx that serves a folder, and visitors who ask it for pages and all they need."""

import contextlib
import http.client
import re
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from local_server import free_port
from patience import patient
from support import require

_NGINX = """\
daemon off; master_process off; pid {root}/nginx.pid; error_log {root}/nginx.log;
user root;
events {{ worker_connections 256; }}
http {{
    access_log off; types {{ text/html html; }}
    client_body_temp_path {root}/t; proxy_temp_path {root}/t; fastcgi_temp_path {root}/t;
    uwsgi_temp_path {root}/t; scgi_temp_path {root}/t;
    server {{ listen 127.0.0.1:{port}; root "{served}"; index index.html; }}
}}
"""


@contextlib.contextmanager
def nginx(root: Path, served: Path) -> Iterator[int]:
    """Serve a folder and give the port."""
    program = require("/usr/sbin/nginx", package="nginx-light")
    port = free_port()
    conf = root / "nginx.conf"
    conf.write_text(_NGINX.format(root=root, port=port, served=served))
    process = subprocess.Popen([program, "-c", conf, "-e", root / "nginx.log"])
    try:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.02)
        yield port
    finally:
        process.terminate()
        process.wait(patient(10))


@dataclass
class Visitors:
    """What visitors saw.

    Attributes:
        requests: how many answers they had.
        errors: every answer that was not as it should be.
        versions: the versions of the pages that they read.
    """

    port: int
    requests: int = 0
    errors: list[str] = field(default_factory=list)
    versions: set[str] = field(default_factory=set)
    _over: threading.Event = field(default_factory=threading.Event)

    @contextlib.contextmanager
    def at_work(self, count: int = 3) -> Iterator[None]:
        """Visit all the time."""
        threads = [threading.Thread(target=self._visit, daemon=True) for _ in range(count)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._over.set()
            for thread in threads:
                thread.join(patient(10))

    def _visit(self) -> None:
        while not self._over.is_set():
            for path in ("/", "/page-1.html", "/page-4.html"):
                self._read_page(path)
                time.sleep(0.005)

    def _read_page(self, path: str) -> None:
        said = set(re.findall(r"version (\d+)", page := self._get(path)))
        lasting = re.search(r'src="([^"]+)"', page)
        if len(said) != 1 or not lasting:
            self.errors.append(f"{path}: a mix of {sorted(said)}")
            return
        self.versions |= said
        version = said.pop()
        photo = f"/images/photo.{int(version):08x}-800.webp"
        for asked, expected in ((lasting[1], f"version {version}"), (photo, f"image {version}")):
            if self._get(asked) != expected:
                self.errors.append(f"{asked}: not the one of version {version}")

    def _get(self, path: str) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=patient(10))
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            if answer.status != 200:
                self.errors.append(f"{path}: {answer.status}")
            return answer.read().decode()
        except OSError as error:
            self.errors.append(f"{path}: {error}")
            return ""
        finally:
            self.requests += 1
            connection.close()
