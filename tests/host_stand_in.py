"""Stand-ins for GitHub, GitLab and Forgejo: their REST APIs, over real bare repositories.

They answer what the page of the editor asks and nothing else, as the hosts' descriptions say
(`published_api.py`). What a person may do, protected branches and failures are set by the tests.
"""

from __future__ import annotations

import base64
import hashlib
import http.server
import itertools
import json
import secrets
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from bare_repository import FILE, Repository
from published_api import Exchange

SITE, BRANCH, ME = "collectif/site", "main", "nour"
APPLICATION = "application-de-test"
Answer = tuple[int, Any]


class Refusal(Exception):
    """A status, and what the host says."""

    def __init__(self, status: int, said: str = "") -> None:
        super().__init__(status)
        self.answer: Answer = (status, {"message": said})


class StandIn:
    """A host. Tests change its attributes.

    Attributes:
        can_push: whether the person may write in the site's repository.
        can_publish: whether they may write on its main branch.
        verdicts: what a workflow says, one after the other; the last is said again and again.
        at: called before each request, with its number from 1; may raise `Refusal`, or return
            "before" or "after" to hang up before or after it is carried out.
    """

    name: str
    root: str  # of its API

    def __init__(self, folder: Path, files: dict[str, bytes]) -> None:
        self.folder = folder
        self.repositories = {SITE: Repository.begun(folder / "site.git", files)}
        self.can_push = self.can_publish = True
        self.verdicts: list[str] = []
        self.proposals: list[dict[str, Any]] = []
        self.at: Callable[[int], str | None] = lambda number: None
        self.tokens = {"jeton-de-test"}
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.codes: dict[str, tuple[str, str]] = {}
        self._turn, self._numbers = threading.Lock(), itertools.count(1)

    @property
    def site(self) -> Repository:
        return self.repositories[SITE]

    def answer(self, method: str, target: str, body: Any, token: str) -> Answer | None:
        """Answer one request below the API's root; None to hang up."""
        with self._turn:
            exchange = Exchange(self.name, method, target, body)
            self.asked.append(exchange.name)
            broken = None
            try:
                broken = self.at(next(self._numbers))
                if broken == "before":
                    return None
                if token not in self.tokens:
                    raise Refusal(401)
                given = tuple(unquote(it) for it in exchange.given)
                act = getattr(self, self.ACTS[exchange.name])
                status, told = act(
                    *given, **({"body": body} if body is not None else {}), **exchange.query
                )
            except Refusal as refusal:
                status, told = refusal.answer
            exchange.check_answer(status, told)
            self.faults += exchange.faults
            return None if broken else (status, told)

    def repository(self, name: str) -> Repository:
        """Return one, of those that can be seen."""
        if name not in self.repositories:
            raise Refusal(404)
        return self.repositories[name]

    def may_write(self, name: str, branch: str) -> bool:
        """Return whether the person may write on a branch."""
        is_own = name != SITE
        return is_own or (self.can_push and (branch != BRANCH or self.can_publish))

    def commit(
        self,
        name: str,
        branch: str,
        start: str,
        changes: list[tuple[str, bytes | None]],
        message: str,
    ) -> str:
        """Commit bytes by their paths on a branch, begun where `start` is."""
        repository = self.repository(name)
        blobs = [(path, None if data is None else repository.blob(data)) for path, data in changes]
        made = repository.commit(repository.tree(start, blobs), [start], message)
        if not repository.move(branch, made, repository.head(f"refs/heads/{branch}")):
            raise Refusal(409)
        return made

    def make_fork(self, name: str, owner_first: str = ME) -> str:
        """Make the person's copy of a repository; refuse a second one."""
        fork = f"{owner_first}/{name.split('/')[1]}"
        if fork not in self.repositories:
            self.repositories[fork] = self.repository(name).copy(self.folder / f"{ME}.git")
        return fork

    def verdict(self) -> str:
        """Return what the workflow says now."""
        return self.verdicts.pop(0) if len(self.verdicts) > 1 else "".join(self.verdicts)

    def propose(self, repository: str, branch: str, base: str, title: str) -> dict[str, Any]:
        """Keep a proposal; refuse a second one of a branch."""
        if not self.repository(repository).head(branch):
            raise Refusal(422)
        if any((it["from"], it["branch"]) == (repository, branch) for it in self.proposals):
            raise Refusal(409 if "409" in self.second_proposal else 422)
        number = len(self.proposals) + 1
        self.proposals.append({"from": repository, "branch": branch, "base": base, "title": title})
        return {"number": number, "title": title, "html_url": f"https://exemple.fr/{SITE}/{number}"}

    # --- OAuth with PKCE (RFC 7636), where a host has it ---

    def authorize(self, query: dict[str, str]) -> str:
        """Return where the person is sent back."""
        assert query["client_id"] == APPLICATION
        assert (query["response_type"], query["code_challenge_method"]) == ("code", "S256")
        code = secrets.token_hex(8)
        self.codes[code] = (query["code_challenge"], query["redirect_uri"])
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def exchange(self, form: dict[str, str]) -> Answer:
        """Return a token for a code, once, to who knows its secret."""
        challenge, address = self.codes.pop(form.get("code", ""), ("", ""))
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        given = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (
            given != challenge
            or form["redirect_uri"] != address
            or form["client_id"] != APPLICATION
        ):
            return 400, {"error": "invalid_grant"}
        token = secrets.token_hex(8)
        self.tokens.add(token)
        return 200, {"access_token": token, "token_type": "Bearer"}


class _Alike(StandIn):
    """What GitHub and Forgejo have in common."""

    second_proposal = "422"

    def user(self) -> Answer:
        return 200, {"login": ME}

    def show(self, owner: str, name: str) -> Answer:
        repository = f"{owner}/{name}"
        self.repository(repository)
        push = repository != SITE or self.can_push
        return 200, {
            "full_name": repository,
            "permissions": {"push": push},
            "default_branch": BRANCH,
        }

    def look(self, owner: str, name: str, path: str, ref: str = BRANCH) -> Answer:
        repository = self.repository(f"{owner}/{name}")
        if not (sha := repository.name_of(ref, path)):
            raise Refusal(404)
        data = repository.read(ref, path)
        content = base64.encodebytes(data).decode()
        return 200, {
            "path": path,
            "sha": sha,
            "type": "file",
            "encoding": "base64",
            "content": content,
        }

    def ask_pull(self, owner: str, name: str, body: dict[str, str]) -> Answer:
        who, _, branch = body["head"].rpartition(":")
        repository = f"{who}/{name}" if who else f"{owner}/{name}"
        return 201, self.propose(repository, branch, body["base"], body["title"])


class GitHub(_Alike):
    """GitHub: blobs, a tree, a commit, a branch."""

    name, root = "GitHub", "/api/v3"
    ACTS: ClassVar = {
        "GET /user": "user",
        "GET /repos/{owner}/{repo}": "show",
        "GET /repos/{owner}/{repo}/branches/{branch}": "branch",
        "GET /repos/{owner}/{repo}/contents/{path}": "look",
        "POST /repos/{owner}/{repo}/git/blobs": "add_blob",
        "POST /repos/{owner}/{repo}/git/trees": "add_tree",
        "GET /repos/{owner}/{repo}/git/commits/{commit_sha}": "show_commit",
        "POST /repos/{owner}/{repo}/git/commits": "add_commit",
        "POST /repos/{owner}/{repo}/git/refs": "add_branch",
        "PATCH /repos/{owner}/{repo}/git/refs/{ref}": "move_branch",
        "POST /repos/{owner}/{repo}/pulls": "ask_pull",
        "POST /repos/{owner}/{repo}/forks": "fork",
        "POST /repos/{owner}/{repo}/merge-upstream": "renew_fork",
        "GET /repos/{owner}/{repo}/actions/runs": "runs",
    }

    def branch(self, owner: str, name: str, branch: str) -> Answer:
        sha = self.repository(f"{owner}/{name}").head(f"refs/heads/{branch}")
        if not sha:
            raise Refusal(404)
        return 200, {"name": branch, "commit": {"sha": sha}, "protected": not self.can_publish}

    def _writable(self, owner: str, name: str) -> Repository:
        if f"{owner}/{name}" == SITE and not self.can_push:
            raise Refusal(403)
        return self.repository(f"{owner}/{name}")

    def add_blob(self, owner: str, name: str, body: dict[str, str]) -> Answer:
        assert body["encoding"] == "base64"
        return 201, {"sha": self._writable(owner, name).blob(base64.b64decode(body["content"]))}

    def add_tree(self, owner: str, name: str, body: dict[str, Any]) -> Answer:
        assert all(it["mode"] == FILE and it["type"] == "blob" for it in body["tree"])
        changes = [(it["path"], it["sha"]) for it in body["tree"]]
        return 201, {"sha": self._writable(owner, name).tree(body["base_tree"], changes)}

    def show_commit(self, owner: str, name: str, commit: str) -> Answer:
        tree = self.repository(f"{owner}/{name}").git("rev-parse", f"{commit}^{{tree}}")
        return 200, {"sha": commit, "tree": {"sha": tree.decode().strip()}}

    def add_commit(self, owner: str, name: str, body: dict[str, Any]) -> Answer:
        made = self._writable(owner, name).commit(body["tree"], body["parents"], body["message"])
        return 201, {"sha": made}

    def add_branch(self, owner: str, name: str, body: dict[str, str]) -> Answer:
        branch = body["ref"].removeprefix("refs/heads/")
        if not self._writable(owner, name).move(branch, body["sha"], ""):
            raise Refusal(422, "Reference already exists")
        return 201, {"ref": body["ref"], "object": {"sha": body["sha"]}}

    def move_branch(self, owner: str, name: str, ref: str, body: dict[str, Any]) -> Answer:
        assert body["force"] is False
        repository, branch = self._writable(owner, name), ref.removeprefix("heads/")
        if not self.may_write(f"{owner}/{name}", branch):
            raise Refusal(422, "Protected branch update failed")
        before, is_next = repository.head(f"refs/heads/{branch}"), ""
        is_next = repository.git("rev-list", "--parents", "-1", body["sha"]).decode()
        if before not in is_next or not repository.move(branch, body["sha"], before):
            raise Refusal(422, "Update is not a fast forward")
        return 200, {"ref": f"refs/{ref}", "object": {"sha": body["sha"]}}

    def fork(self, owner: str, name: str, body: dict[str, str]) -> Answer:
        return 202, {"full_name": self.make_fork(f"{owner}/{name}")}

    def renew_fork(self, owner: str, name: str, body: dict[str, str]) -> Answer:
        fork, branch = self.repository(f"{owner}/{name}"), body["branch"]
        fork.git("fetch", "-q", str(self.site.folder), f"+{branch}:{branch}")
        return 200, {"merge_type": "fast-forward"}

    def runs(self, owner: str, name: str, head_sha: str) -> Answer:
        said = self.verdict()
        is_over = said in ("success", "failure")
        run = {"head_sha": head_sha, "html_url": "https://exemple.fr/suivi"}
        run |= {"status": "completed" if is_over else said, "conclusion": said if is_over else None}
        return 200, {"total_count": bool(said) + 0, "workflow_runs": [run] if said else []}


class Forgejo(_Alike):
    """Forgejo: files changed in one request, each known by its blob."""

    name, root = "Forgejo", "/api/v1"
    second_proposal = "409"
    ACTS: ClassVar = {
        "GET /user": "user",
        "GET /repos/{owner}/{repo}": "show",
        "GET /repos/{owner}/{repo}/branches/{branch}": "branch",
        "GET /repos/{owner}/{repo}/contents/{filepath}": "look",
        "POST /repos/{owner}/{repo}/contents": "change",
        "POST /repos/{owner}/{repo}/pulls": "ask_pull",
        "POST /repos/{owner}/{repo}/forks": "fork",
        "GET /repos/{owner}/{repo}/commits/{ref}/status": "status",
    }

    def branch(self, owner: str, name: str, branch: str) -> Answer:
        repository = f"{owner}/{name}"
        sha = self.repository(repository).head(f"refs/heads/{branch}")
        if not sha:
            raise Refusal(404)
        can_push = self.may_write(repository, branch)
        return 200, {"name": branch, "commit": {"id": sha}, "user_can_push": can_push}

    def change(self, owner: str, name: str, body: dict[str, Any]) -> Answer:
        site, branch = f"{owner}/{name}", body.get("new_branch") or body["branch"]
        repository = self.repository(site)
        if not self.may_write(site, branch):
            raise Refusal(403)
        start = repository.head(f"refs/heads/{body['branch']}")
        if "new_branch" in body and repository.head(f"refs/heads/{branch}"):
            raise Refusal(422, "branch already exists")
        changes = []
        for one in body["files"]:
            present = repository.name_of(start, one["path"])
            if present != one.get("sha", "") or (one["operation"] == "create") == bool(present):
                raise Refusal(422, "sha does not match")
            data = None if one["operation"] == "delete" else base64.b64decode(one["content"])
            changes.append((one["path"], data))
        return 201, {"commit": {"sha": self.commit(site, branch, start, changes, body["message"])}}

    def fork(self, owner: str, name: str, body: dict[str, str]) -> Answer:
        if f"{ME}/{name}" in self.repositories:
            raise Refusal(409)
        return 202, {"full_name": self.make_fork(f"{owner}/{name}")}

    def status(self, owner: str, name: str, commit: str) -> Answer:
        said = self.verdict()
        one = {"status": said, "target_url": "https://exemple.fr/suivi"}
        return 200, {"sha": commit, "state": said, "statuses": [one] if said else []}


class GitLab(StandIn):
    """GitLab: files changed in one request, each known by its last commit."""

    name, root = "GitLab", "/api/v4"
    second_proposal = "409"
    ACTS: ClassVar = {
        "GET /user": "user",
        "GET /projects/{id}": "show",
        "GET /projects/{id}/repository/branches/{branch}": "branch",
        "GET /projects/{id}/repository/files/{file_path}": "look",
        "POST /projects/{id}/repository/commits": "change",
        "POST /projects/{id}/fork": "fork",
        "POST /projects/{id}/merge_requests": "ask_merge",
        "GET /projects/{id}/pipelines": "pipelines",
    }

    def user(self) -> Answer:
        return 200, {"username": ME}

    def show(self, site: str) -> Answer:
        self.repository(site)
        access = {"access_level": 30} if site != SITE or self.can_push else None
        rights = {"project_access": access, "group_access": None}
        return 200, {"id": 7, "path_with_namespace": site, "permissions": rights}

    def branch(self, site: str, branch: str) -> Answer:
        sha = self.repository(site).head(f"refs/heads/{branch}")
        if not sha:
            raise Refusal(404)
        can_push = self.may_write(site, branch)
        return 200, {"name": branch, "commit": {"id": sha}, "can_push": can_push}

    def look(self, site: str, path: str, ref: str) -> Answer:
        repository = self.repository(site)
        if not (sha := repository.name_of(ref, path)):
            raise Refusal(404)
        content = base64.b64encode(repository.read(ref, path)).decode()
        last = repository.last_of(ref, path)
        told = {"file_path": path, "blob_id": sha, "encoding": "base64", "content": content}
        return 200, told | {"last_commit_id": last}

    def change(self, site: str, body: dict[str, Any]) -> Answer:
        repository, branch = self.repository(site), body["branch"]
        if not self.may_write(site, branch):
            raise Refusal(403)
        start = repository.head(f"refs/heads/{body.get('start_branch', branch)}")
        if "start_project" in body:
            origin = self.repository(body["start_project"]).folder
            repository.git("fetch", "-q", str(origin), body["start_branch"])
            start = repository.head("FETCH_HEAD")
        if "start_branch" in body and repository.head(f"refs/heads/{branch}"):
            raise Refusal(400, "A branch of that name already exists")
        changes = []
        for one in body["actions"]:
            present = repository.name_of(start, one["file_path"])
            if (one["action"] == "create") == bool(present):
                raise Refusal(400, "A file with this name already exists")
            if present and one["last_commit_id"] != repository.last_of(start, one["file_path"]):
                raise Refusal(400, "The file has changed since you started editing it")
            data = None if one["action"] == "delete" else base64.b64decode(one["content"])
            changes.append((one["file_path"], data))
        return 201, {"id": self.commit(site, branch, start, changes, body["commit_message"])}

    def fork(self, site: str, body: dict[str, str]) -> Answer:
        if f"{ME}/site" in self.repositories:
            raise Refusal(409)
        return 201, {"path_with_namespace": self.make_fork(site)}

    def ask_merge(self, site: str, body: dict[str, Any]) -> Answer:
        assert body["target_project_id"] == 7
        made = self.propose(site, body["source_branch"], body["target_branch"], body["title"])
        return 201, {"iid": made["number"], "web_url": made["html_url"]}

    def pipelines(self, site: str, sha: str) -> Answer:
        said = {"failure": "failed"}.get(it := self.verdict(), it)
        run = {"sha": sha, "status": said, "web_url": "https://exemple.fr/suivi"}
        return 200, [run] if said else []


HOSTS = {host.name: host for host in (GitHub, Forgejo, GitLab)}


def handler_of(host: StandIn) -> type[http.server.BaseHTTPRequestHandler]:
    """Return the handler of HTTP requests of a host, which other origins may ask."""

    class Handler(http.server.BaseHTTPRequestHandler):
        # HTTP/1.0: a connection a request, or the browser asks again by itself when one is cut.

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def do_OPTIONS(self) -> None:
            self._send(204, None)

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            if parts.path.endswith("/authorize"):
                query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
                self.send_response(302)
                self.send_header("Location", host.authorize(query))
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def do_PATCH(self) -> None:
            self._answer()

        def _answer(self) -> None:
            sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if not self.path.startswith(host.root):
                form = {key: values[-1] for key, values in parse_qs(sent.decode()).items()}
                self._send(*host.exchange(form))
                return
            token = self.headers.get("Authorization", "").removeprefix("Bearer ")
            body = json.loads(sent) if sent else None
            answer = host.answer(self.command, self.path.removeprefix(host.root), body, token)
            if answer is None:
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            self._send(*answer)

        def _send(self, status: int, told: Any) -> None:
            data = b"" if told is None else json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "authorization, content-type")
            self.send_header("Access-Control-Allow-Methods", "GET, POST, PATCH")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    return Handler
