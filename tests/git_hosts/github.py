"""GitHub's API, as far as the page of the editor asks it."""

import base64
from typing import Any, ClassVar

from bare_repository import FILE, Repository
from git_hosts.stand_in import SITE, Alike, Answer, Refusal


class GitHub(Alike):
    """GitHub: blobs, a tree, a commit, a branch."""

    name, root = "GitHub", "/api/v3"
    second_proposal = 422
    refuses_a_second_fork = False
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
        commit = {"sha": self.tip(f"{owner}/{name}", branch)}
        return 200, {"name": branch, "commit": commit, "protected": not self.can_publish}

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
        before = repository.head(f"refs/heads/{branch}")
        parents = repository.git("rev-list", "--parents", "-1", body["sha"]).decode()
        if before not in parents or not repository.move(branch, body["sha"], before):
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
