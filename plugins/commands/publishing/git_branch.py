"""Publishes to a branch of a Git remote, as GitHub Pages, Codeberg and Forgejo serve them.

The branch is a chain of at most `KEPT` commits, each one publication after the one before.
A publication is one `git push` that names the commit it replaces (`--force-with-lease=ref:commit`):
the remote compares and swaps, so that a push made meanwhile is reported, never overwritten. Going
back makes the branch point to the parent again. A branch whose last commit is not a publication of
ours is refused: a name mistyped must not replace somebody's sources.

Nothing of the member's repository is written (see `git_commands.py`). What was hashed or fetched
stays in `.cache/publication/git/`, so that the next one sends and receives the changes only.

Git's plumbing, rather than ghp-import: its last release is of 2022, it writes a branch and objects
in the member's repository, follows their `autocrlf` and hooks, and pushes with plain `--force`.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from datetime import datetime
from functools import cached_property
from pathlib import Path

from commands.publishing.git_commands import GitCommands, make_store, quote_path
from commands.publishing.git_errors import moved
from commands.publishing.manifest import DIGEST_FILE, Manifest, published_files
from commands.publishing.target import Changes, PublishError, Restored
from core.clock import ZONE
from core.french.dates import french_date
from core.project_paths import CACHE_FOLDER

KEPT = 5  # publications
_MARK = "Publication-par: bin/invoke publish"  # in the message of each of our commits
_ROOM = 10  # how many times the size of the site the store may reach before it starts anew


class GitBranch:
    """A branch of a Git remote as a `Target`.

    Args:
        repository: the member's project, a Git work tree.
        remote: the name of one of its remotes, or any address that Git pushes to.
        branch: a branch that holds the site and nothing else.
        cname: the site's own domain, "" without: GitHub reads it in CNAME, Codeberg in .domains.
    """

    def __init__(self, repository: Path, remote: str, branch: str, cname: str = "") -> None:
        self._repository, self._remote, self._branch = repository, remote, branch
        self._domain = cname
        self._store = repository / CACHE_FOLDER / "publication" / "git"

    @cached_property
    def _git(self) -> GitCommands:
        """The commands; made when first needed, since it asks Git where the remote is."""
        git = GitCommands(self._repository, self._remote, self._store)
        ref = f"refs/heads/{self._branch}"
        if self._branch.startswith("-") or not git.succeeds("check-ref-format", ref):
            raise PublishError(
                f"« {self._branch} » ne peut pas être le nom d'une branche. Corrigez GIT_BRANCH"
                " dans publishconf.py : « pages », par exemple."
            )
        if git.succeeds("symbolic-ref", "-q", "HEAD") and (
            git.run("symbolic-ref", "HEAD").strip() == ref
        ):
            raise PublishError(
                f"La branche « {self._branch} » est celle où vous travaillez : le site la"
                " remplacerait. Donnez à GIT_BRANCH, dans publishconf.py, le nom d'une branche qui"
                " ne serve qu'au site, comme « pages »."
            )
        return git

    def describe(self) -> str:
        """Return where it goes, in French words, without any secret."""
        return f"la branche « {self._branch} » de {self._git.shown_url}"

    def compare(self, site: Path) -> Changes:
        """Return what would change; sends nothing. Raises PublishError."""
        return self._changes(self._find_online(), self._write_tree(site))

    def send(self, site: Path) -> None:
        """Put the built folder `site` online in one switch. Raises PublishError."""
        self._bound_store(site)
        online = self._find_online()
        tree = self._write_tree(site)
        if online and self._git.run("rev-parse", f"{online}^{{tree}}").strip() == tree:
            return
        self._git.ensure_identity()
        parents = [word for parent in self._keep(online) for word in ("-p", parent)]
        message = f"Publie le site\n\n{_MARK}\n".encode()
        self._push(self._git.run("commit-tree", *parents, tree, data=message).strip(), online)

    def roll_back(self) -> Restored:
        """Put the earlier publication back online. Raises PublishError."""
        online = self._find_online()
        earlier = self._publications(online)[1:2] if online else []
        if not earlier:
            raise PublishError(
                f"Il n'y a pas de publication plus ancienne sur {self.describe()} : rien n'a"
                " changé. Corrigez le contenu, puis publiez de nouveau."
            )
        self._push(earlier[0], online)
        said = self._git.run("log", "-1", "--format=%cI", earlier[0]).strip()
        moment = datetime.fromisoformat(said).astimezone(ZONE)
        name = f"publication du {french_date(moment)} à {moment:%H:%M}"
        return Restored(name, self._print_in(earlier[0]))

    def _print_in(self, commit: str) -> Manifest:
        """Return the manifest of the print alone: the commit has its SHA-1, not its SHA-256."""
        file = f"{commit}:{DIGEST_FILE}"
        if not self._git.succeeds("cat-file", "-e", file):
            return {}
        return {DIGEST_FILE: hashlib.sha256(self._git.run("show", file).encode()).hexdigest()}

    def _find_online(self) -> str:
        """Return the commit that is online, once it is in the store; "" without any.

        Raises PublishError, also if it is not a publication of ours.
        """
        ref = f"refs/heads/{self._branch}"
        answer = self._git.run("ls-remote", "--", self._git.url, ref, branch=self._branch)
        refs = [line.partition("\t") for line in answer.splitlines()]
        online = next((commit for commit, _, name in refs if name == ref), "")
        if online and not self._git.succeeds("cat-file", "-e", online):
            self._git.run(
                *"fetch --quiet --no-tags --no-write-fetch-head --recurse-submodules=no".split(),
                *("--refmap=", "--", self._git.url, ref),
                branch=self._branch,
            )
            if not self._git.succeeds("cat-file", "-e", online):  # somebody published meanwhile
                raise PublishError(moved(self._git.shown_url, self._branch))
        if online and not self._publications(online):
            raise PublishError(
                f"La branche « {self._branch} » de {self._git.shown_url} contient autre chose qu'un"
                " site publié par cette commande : rien n'a été envoyé. Changez GIT_BRANCH dans"
                " publishconf.py, ou supprimez cette branche chez l'hébergeur si elle ne sert plus."
            )
        return online

    def _publications(self, online: str) -> list[str]:
        """Return the commits that are publications, the newest first."""
        said = self._git.run("log", "--first-parent", "-z", "--format=%H%n%B", f"-{KEPT}", online)
        found: list[str] = []
        for commit, _, message in (entry.partition("\n") for entry in said.split("\0")):
            if _MARK not in message:
                break
            found.append(commit)
        return found

    def _keep(self, online: str) -> list[str]:
        """Return the parent of the next publication, in a list: none for the first one.

        The chain is written anew without its oldest publications once it is long enough.
        """
        chain = self._publications(online)[: KEPT - 1] if online else []
        if chain and not self._git.succeeds("rev-parse", "-q", "--verify", f"{chain[-1]}^"):
            return chain[:1]
        parent = ""
        for commit in reversed(chain):
            head, _, body = self._git.run("cat-file", "commit", commit).partition("\n\n")
            lines = [line for line in head.split("\n") if not line.startswith("parent ")]
            lines[1:1] = [f"parent {parent}"] if parent else []
            data = "\n".join(lines) + "\n\n" + body
            written = self._git.run(
                "hash-object", "-t", "commit", "-w", "--stdin",
                data=data.encode("utf-8", "surrogateescape"),
            )  # fmt: skip
            parent = written.strip()
        return [parent] if parent else []

    def _write_tree(self, site: Path) -> str:
        """Write what the branch is to hold in the store and return its tree."""
        if not (site / "index.html").is_file():
            raise PublishError(
                f"Il n'y a pas de site dans {site} : rien n'a été envoyé. Construisez-le d'abord"
                " (bin/invoke build)."
            )
        with tempfile.TemporaryDirectory() as folder:
            own = Path(folder)
            files = {name: path.absolute() for name, path in published_files(site).items()}
            files |= self._own_files(own)
            paths = b"".join(quote_path(path).encode() + b"\n" for path in files.values())
            hashes = self._git.run(
                "hash-object", "-w", "--no-filters", "--stdin-paths", data=paths
            ).split()
            entries = b"".join(
                f"100644 {found}\t".encode() + os.fsencode(name) + b"\0"
                for name, found in zip(files, hashes, strict=True)
            )
            index = own / "index"
            self._git.run("update-index", "-z", "--index-info", data=entries, index=index)
            return self._git.run("write-tree", index=index).strip()

    def _own_files(self, folder: Path) -> dict[str, Path]:
        """Write what hosts look for beside the site; return their names with the files."""
        words = {".nojekyll": ""}
        if self._domain:
            words |= {"CNAME": f"{self._domain}\n", ".domains": f"{self._domain}\n"}
        for name, text in words.items():
            (folder / name).write_text(text, "utf-8")
        return {name: folder / name for name in words}

    def _changes(self, online: str, tree: str) -> Changes:
        """Return the paths that differ between a commit ("" for none) and a tree."""
        before = online or self._git.run("hash-object", "-t", "tree", "-w", "--stdin").strip()
        said = self._git.run("diff-tree", "-r", "-z", "--no-renames", "--name-status", before, tree)
        words = said.split("\0")[:-1]
        found: dict[str, list[str]] = {"A": [], "D": [], "M": []}
        for status, path in zip(words[::2], words[1::2], strict=True):
            found.get(status, found["M"]).append(path)
        return Changes(*(tuple(sorted(found[kind])) for kind in "AMD"))

    def _push(self, commit: str, online: str) -> None:
        """Make the branch point to a commit, unless it left `online` meanwhile."""
        ref = f"refs/heads/{self._branch}"
        self._git.run(
            *"push --quiet --no-follow-tags --recurse-submodules=no".split(),
            *(f"--force-with-lease={ref}:{online}", "--", self._git.url, f"{commit}:{ref}"),
            branch=self._branch,
        )

    def _bound_store(self, site: Path) -> None:
        """Start the store anew when it has grown too much: the next fetch fills it again."""
        if _size(self._store) > _ROOM * max(_size(site), 1 << 20):
            old = self._store.with_name("git.part")
            shutil.rmtree(old, ignore_errors=True)
            self._store.rename(old)  # at once: half a store would look like a whole one
            shutil.rmtree(old, ignore_errors=True)
            make_store(self._store)


def _size(folder: Path) -> int:
    """Return the size of the files of a folder, in bytes; 0 if it does not exist."""
    size = 0
    for path in folder.rglob("*"):
        with contextlib.suppress(FileNotFoundError):  # another publication renames its own
            size += path.stat().st_size if path.is_file() else 0
    return size
