"""A bare Git repository, read and written with Git's own commands, as a host keeps it."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from git_support import CLEAN

IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Nour"), ("EMAIL", "nour@exemple.fr"))
}
FILE = "100644"


class Repository:
    """One repository."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def begun(cls, folder: Path, files: dict[str, bytes], branch: str = "main") -> "Repository":
        """Make one whose branch holds files."""
        subprocess.run(["git", "init", "-q", "--bare", "-b", branch, folder], check=True)
        made = cls(folder)
        made.publish(branch, files)
        return made

    def copy(self, folder: Path) -> "Repository":
        """Make a fork."""
        subprocess.run(["git", "clone", "-q", "--bare", self.folder, folder], check=True)
        return Repository(folder)

    def git(self, *arguments: str, data: bytes = b"", may_fail: bool = False, **more: str) -> bytes:
        """Run Git and return what it says; b"" when it may fail and does."""
        done = subprocess.run(
            ["git", "-C", str(self.folder), *arguments],
            input=data,
            env={**os.environ, **CLEAN, **IDENTITY, **more},
            capture_output=True,
        )
        assert may_fail or done.returncode == 0, done.stderr
        return b"" if done.returncode else done.stdout

    def head(self, ref: str) -> str:
        """Return the commit of a branch or of a commit; "" when there is none."""
        asked = ("rev-parse", "-q", "--verify", f"{ref}^{{commit}}")
        return self.git(*asked, may_fail=True).decode().strip()

    def name_of(self, ref: str, path: str) -> str:
        """Return the blob of a file; "" when there is none."""
        return (
            self.git("rev-parse", "-q", "--verify", f"{ref}:{path}", may_fail=True).decode().strip()
        )

    def read(self, ref: str, path: str) -> bytes:
        """Return the bytes of a file."""
        return self.git("cat-file", "blob", f"{ref}:{path}")

    def files(self, ref: str) -> list[str]:
        """Return the names of all files."""
        return self.git("ls-tree", "-r", "--name-only", "-z", ref).decode().split("\0")[:-1]

    def log(self, ref: str) -> list[str]:
        """Return the subjects of commits, the latest first."""
        return self.git("log", "--format=%s", ref).decode().splitlines()

    def last_of(self, ref: str, path: str) -> str:
        """Return the last commit that changed a file."""
        return self.git("log", "-1", "--format=%H", ref, "--", path).decode().strip()

    def blob(self, data: bytes) -> str:
        """Keep bytes, and return their name."""
        return self.git("hash-object", "-w", "--stdin", data=data).decode().strip()

    def tree(self, base: str, changes: Iterable[tuple[str, str | None]]) -> str:
        """Return the tree of another with blobs put in, or taken away."""
        index = {"GIT_INDEX_FILE": str(self.folder / "index.tmp")}
        self.git("read-tree", base or "--empty", **index)
        for path, blob in changes:
            how = ("--cacheinfo", f"{FILE},{blob},{path}") if blob else ("--force-remove", path)
            self.git("update-index", "--add", *how, GIT_WORK_TREE=str(self.folder), **index)
        return self.git("write-tree", **index).decode().strip()

    def commit(self, tree: str, parents: list[str], message: str) -> str:
        """Make a commit on no branch."""
        before = [word for parent in parents for word in ("-p", parent)]
        return self.git("commit-tree", tree, *before, data=message.encode()).decode().strip()

    def move(self, branch: str, commit: str, before: str) -> bool:
        """Have a branch show a commit, when it shows `before`; "" for one that is not there yet."""
        asked = ("update-ref", f"refs/heads/{branch}", commit, before or "0" * 40)
        self.git(*asked, may_fail=True)
        return self.head(f"refs/heads/{branch}") == commit

    def publish(
        self, branch: str, files: dict[str, bytes | None], message: str = "Un début"
    ) -> str:
        """Commit files on a branch, as somebody else would."""
        before = self.head(branch)
        blobs = [(path, None if data is None else self.blob(data)) for path, data in files.items()]
        made = self.commit(self.tree(before, blobs), [before] if before else [], message)
        assert self.move(branch, made, before)
        return made
