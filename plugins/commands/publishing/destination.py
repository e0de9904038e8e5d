"""Where a publication goes, as the settings say."""

from __future__ import annotations

from commands.publishing.git_branch import GitBranch
from commands.publishing.server import Server
from commands.publishing.settings import PublishSettings
from commands.publishing.target import Target


def target_of(settings: PublishSettings, *, git: bool = False, replace: bool = False) -> Target:
    """Return where the site goes: a branch, or a server's folder.

    Args:
        replace: let files that others put there be replaced.
    """
    if git:
        repository = settings.path.resolve().parent
        return GitBranch(repository, settings.git_remote, settings.git_branch, settings.cname)
    return Server(settings, replace)
