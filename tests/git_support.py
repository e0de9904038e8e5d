"""Real Git repositories for the tests: a member's project, and the remote it publishes to."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from publishing.git_branch import GitBranch

BRANCH = "pages"
# The machine's own settings must not decide: those of a test are in its repositories.
CLEAN = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "LC_ALL": "C",
}


def git(where: Path, *arguments: str, **more: str) -> str:
    """Run Git as a person would and return what it says."""
    done = subprocess.run(
        ["git", "-C", str(where), *arguments],
        env={**os.environ, **CLEAN, **more},
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
        self._person("commit", "-qm", "Un début")
        git(self.project, "push", "-q", "origin", "main")
        (self.project / "a.md").write_text("mis de côté\n")
        self._person("stash")
        (self.project / "a.md").write_text("indexé\n")
        git(self.project, "add", "a.md")
        (self.project / "a.md").write_text("en cours\n")
        self.build(index="un")

    def _person(self, *command: str) -> None:
        identity = ("-c", "user.name=Nour", "-c", "user.email=nour@exemple.fr")
        git(self.project, *identity, *command)

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
