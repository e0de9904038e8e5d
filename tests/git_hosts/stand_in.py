"""What the stand-ins have in common: repositories, rights, proposals, OAuth."""

import base64
import hashlib
import itertools
import secrets
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlencode

from bare_repository import Repository
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
    second_proposal = 409
    refuses_a_second_fork = True

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

    def tip(self, name: str, branch: str) -> str:
        """Return the commit of a branch, of those that are there."""
        if not (sha := self.repository(name).head(f"refs/heads/{branch}")):
            raise Refusal(404)
        return sha

    def blob(self, name: str, path: str, ref: str) -> tuple[str, bytes]:
        """Return the name and the bytes of a file, of those that are there."""
        repository = self.repository(name)
        if not (sha := repository.name_of(ref, path)):
            raise Refusal(404)
        return sha, repository.read(ref, path)

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

    def make_fork(self, name: str) -> str:
        """Make the person's copy of a repository; refuse a second one where the host does."""
        fork = f"{ME}/{name.split('/')[1]}"
        if fork not in self.repositories:
            self.repositories[fork] = self.repository(name).copy(self.folder / f"{ME}.git")
        elif self.refuses_a_second_fork:
            raise Refusal(409)
        return fork

    def verdict(self) -> str:
        """Return what the workflow says now."""
        return self.verdicts.pop(0) if len(self.verdicts) > 1 else "".join(self.verdicts)

    def propose(self, repository: str, branch: str, base: str, title: str) -> dict[str, Any]:
        """Keep a proposal; refuse a second one of a branch."""
        if not self.repository(repository).head(branch):
            raise Refusal(422)
        if any((it["from"], it["branch"]) == (repository, branch) for it in self.proposals):
            raise Refusal(self.second_proposal)
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
        known = (challenge, address, APPLICATION)
        if (given, form["redirect_uri"], form["client_id"]) != known:
            return 400, {"error": "invalid_grant"}
        token = secrets.token_hex(8)
        self.tokens.add(token)
        return 200, {"access_token": token, "token_type": "Bearer"}


class Alike(StandIn):
    """What GitHub and Forgejo have in common."""

    def user(self) -> Answer:
        return 200, {"login": ME}

    def show(self, owner: str, name: str) -> Answer:
        repository = f"{owner}/{name}"
        self.repository(repository)
        rights = {"push": repository != SITE or self.can_push}
        return 200, {"full_name": repository, "permissions": rights, "default_branch": BRANCH}

    def look(self, owner: str, name: str, path: str, ref: str = BRANCH) -> Answer:
        sha, data = self.blob(f"{owner}/{name}", path, ref)
        content = {"encoding": "base64", "content": base64.encodebytes(data).decode()}
        return 200, {"path": path, "sha": sha, "type": "file"} | content

    def ask_pull(self, owner: str, name: str, body: dict[str, str]) -> Answer:
        who, _, branch = body["head"].rpartition(":")
        repository = f"{who}/{name}" if who else f"{owner}/{name}"
        return 201, self.propose(repository, branch, body["base"], body["title"])
