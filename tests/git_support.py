"""Real Git repositories for the tests: a member's project, and the remote it publishes to."""

import base64
import contextlib
import http.server
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from commands.publishing.git_branch import GitBranch
from local_server import local_server

BRANCH = "pages"
# The machine's own settings must not decide: those of a test are in its repositories.
CLEAN = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C"}
_WHO = {
    f"GIT_{role}_{key}": value
    for role in ("AUTHOR", "COMMITTER")
    for key, value in (("NAME", "Nour"), ("EMAIL", "nour@exemple.fr"))
}


def git(where: Path, *arguments: str, **more: str) -> str:
    """Run Git as a person would and return what it says."""
    done = subprocess.run(
        ["git", "-C", str(where), *arguments],
        env={**os.environ, **CLEAN, **_WHO, **more},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


class Hosting:
    """A member's clone with work in progress, its bare remote, and the folder of a built site."""

    def __init__(self, root: Path) -> None:
        self.remote, self.project, self.site = root / "remote.git", root / "project", root / "out"
        for folder, bare in ((self.remote, ["--bare"]), (self.project, [])):
            git(root, "init", "-q", "-b", "main", *bare, str(folder))
        git(self.project, "remote", "add", "origin", str(self.remote))
        (self.project / "a.md").write_text("texte\n")
        (self.project / ".gitignore").write_text("/.cache/\n")
        git(self.project, "add", ".")
        git(self.project, "commit", "-qm", "Un début")
        git(self.project, "push", "-q", "origin", "main")
        (self.project / "a.md").write_text("mis de côté\n")
        git(self.project, "stash")
        (self.project / "a.md").write_text("indexé\n")
        git(self.project, "add", "a.md")
        (self.project / "a.md").write_text("en cours\n")
        self.build(index="un")

    def build(self, **pages: str) -> None:
        """Write pages of the site: their names without `.html`, their texts."""
        self.site.mkdir(exist_ok=True)
        for name, text in pages.items():
            (self.site / f"{name}.html").write_text(text)

    def target(self, remote: str = "origin", branch: str = BRANCH, cname: str = "") -> GitBranch:
        """Return the target as the task makes it."""
        return GitBranch(self.project, remote, branch, cname)

    def online(self, name: str = "index.html", branch: str = BRANCH) -> str:
        """Return a file that visitors read."""
        return git(self.remote, "show", f"{branch}:{name}")

    def tip(self, branch: str = BRANCH) -> str:
        """Return the commit of the remote's branch, "" without it."""
        return git(self.remote, "for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}")

    def project_state(self) -> dict[str, str]:
        """Return all that a publication must leave as found: every file of .git, every source."""
        return {
            str(path.relative_to(self.project)): path.read_bytes().hex()
            for path in sorted(self.project.rglob("*"))
            if path.is_file() and ".cache" not in path.parts
        }


class _Backend(http.server.BaseHTTPRequestHandler):
    """Hands requests over to Git's own CGI program, as hosts do (git-http-backend(1))."""

    protocol_version = "HTTP/1.0"
    root: Path
    answers: dict[str, int]  # what a token is answered with, when it is not served

    def log_message(self, *_: object) -> None:
        """Say nothing: a test's output is its own."""

    def do_GET(self) -> None:
        body = self._body()  # first: an answer may be lost by a connection closed on unread words
        token = self._token()
        refused = self.answers.get(token, 200 if token else 401)
        if refused != 200:
            self.send_response(refused)
            self.send_header("WWW-Authenticate", 'Basic realm="Git"')
            self.end_headers()
            return
        path, _, query = self.path.partition("?")
        asked = {
            "GIT_PROJECT_ROOT": str(self.root), "GIT_HTTP_EXPORT_ALL": "1", "REMOTE_USER": "nom",
            "PATH_INFO": unquote(path), "QUERY_STRING": query, "REQUEST_METHOD": self.command,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
        }  # fmt: skip
        answer = subprocess.run(
            ["git", "http-backend"],
            env={**os.environ, **CLEAN, **asked},
            input=body,
            capture_output=True,
        ).stdout
        head, _, body = answer.partition(b"\r\n\r\n")
        fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n"))
        self.send_response(int(fields.pop("Status", "200").split()[0]))
        for name, value in fields.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.do_GET()

    def _token(self) -> str:
        words = self.headers.get("Authorization", "").removeprefix("Basic ")
        return base64.b64decode(words).decode().partition(":")[2]

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body


@contextlib.contextmanager
def over_http(root: Path, answers: dict[str, int]) -> Iterator[str]:
    """Serve the repositories of a folder and give `127.0.0.1:port`.

    Any token is let in, but those of `answers`: they get the status that stands beside them.
    """
    handler = type("Backend", (_Backend,), {"root": root, "answers": answers})
    with local_server(handler) as place:
        yield place
