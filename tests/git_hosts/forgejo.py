"""Forgejo's API, as far as the page of the editor asks it."""

import base64
from typing import Any, ClassVar

from git_hosts.stand_in import Alike, Answer, Refusal


class Forgejo(Alike):
    """Forgejo: files changed in one request, each known by its blob."""

    name, root = "Forgejo", "/api/v1"
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
        commit = {"id": self.tip(f"{owner}/{name}", branch)}
        can_push = self.may_write(f"{owner}/{name}", branch)
        return 200, {"name": branch, "commit": commit, "user_can_push": can_push}

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
        return 202, {"full_name": self.make_fork(f"{owner}/{name}")}

    def status(self, owner: str, name: str, commit: str) -> Answer:
        said = self.verdict()
        one = {"status": said, "target_url": "https://exemple.fr/suivi"}
        return 200, {"sha": commit, "state": said, "statuses": [one] if said else []}
