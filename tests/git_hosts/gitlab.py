"""GitLab's API, as far as the page of the editor asks it."""

import base64
from typing import Any, ClassVar

from git_hosts.stand_in import ME, SITE, Answer, Refusal, StandIn


class GitLab(StandIn):
    """GitLab: files changed in one request, each known by its last commit."""

    name, root = "GitLab", "/api/v4"
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
        commit = {"id": self.tip(site, branch)}
        return 200, {"name": branch, "commit": commit, "can_push": self.may_write(site, branch)}

    def look(self, site: str, path: str, ref: str) -> Answer:
        sha, data = self.blob(site, path, ref)
        told = {"file_path": path, "blob_id": sha, "encoding": "base64"}
        told["last_commit_id"] = self.repository(site).last_of(ref, path)
        return 200, told | {"content": base64.b64encode(data).decode()}

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
        return 201, {"path_with_namespace": self.make_fork(site)}

    def ask_merge(self, site: str, body: dict[str, Any]) -> Answer:
        assert body["target_project_id"] == 7
        made = self.propose(site, body["source_branch"], body["target_branch"], body["title"])
        return 201, {"iid": made["number"], "web_url": made["html_url"]}

    def pipelines(self, site: str, sha: str) -> Answer:
        said = {"failure": "failed"}.get(it := self.verdict(), it)
        run = {"sha": sha, "status": said, "web_url": "https://exemple.fr/suivi"}
        return 200, [run] if said else []
