"""Whether what is about to be published is kept: committed, and sent to where others find it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from commands.publishing.target import PublishError
from core.french.numbers import grouped

_SHOWN = 5
_ANYWAY = "Pour publier malgré tout : --malgre-tout"


def refuse_unkept(content: Path) -> None:
    """Refuse a content of which the online site would be the only copy.

    A folder that Git does not follow has nothing to be refused; nor has one with no remote, as
    to what is sent.

    Raises PublishError: files are not committed, or commits are on this machine alone.
    """
    if not shutil.which("git") or _git(content, "rev-parse", "--is-inside-work-tree") != "true":
        return
    changed = [line[3:] for line in _lines(content, "status", "--porcelain", "--", ".")]
    if changed:
        names = ", ".join(name.strip('"') for name in changed[:_SHOWN])
        more = f" et {grouped(len(changed) - _SHOWN)} autres" if len(changed) > _SHOWN else ""
        raise PublishError(
            f"Des fichiers du contenu ne sont pas enregistrés dans Git : {names}{more}. "
            f"Enregistrez-les (git add, git commit, git push). {_ANYWAY}"
        )
    if not _lines(content, "remote") or _lines(content, "branch", "-r", "--contains", "HEAD"):
        return
    raise PublishError(
        "Le contenu est enregistré dans Git, mais n'est pas envoyé : vous seul en avez la dernière "
        f"version. Envoyez-la (git push). {_ANYWAY}"
    )


def _lines(content: Path, *arguments: str) -> list[str]:
    return [line for line in (_git(content, *arguments) or "").splitlines() if line.strip()]


def _git(content: Path, *arguments: str) -> str | None:
    """Return what git says, without its last newline; None when it refuses."""
    command = ["git", "-c", "core.quotePath=false", "-C", str(content), *arguments]
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
    )
    return done.stdout.decode("utf-8", "replace").rstrip("\n") if not done.returncode else None
