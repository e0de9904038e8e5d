"""Publications stopped dead, over a connection whose other end goes on living."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from git_support import BRANCH, CLEAN, Hosting, git
from support import PROJECT

pytestmark = pytest.mark.server

ATTEMPTS = 10

_SEND = """
import sys
from pathlib import Path
from commands.publishing.git_branch import GitBranch
target = GitBranch(Path(sys.argv[1]), sys.argv[2], sys.argv[3], "")
print("ready", flush=True)
target.send(Path(sys.argv[4]))
"""


@pytest.fixture
def hosting(tmp_path: Path) -> Hosting:
    return Hosting(tmp_path)


def start(hosting: Hosting, tmp_path: Path) -> subprocess.Popen:
    """Publish in a process group of its own; the remote's Git runs in another, as on a host."""
    ssh = tmp_path / "ssh"
    ssh.write_text(
        "#!/bin/sh\nfor command; do :; done\n"
        f'exec setsid -w flock -s "{tmp_path / "lock"}" sh -c "$command"\n'
    )
    ssh.chmod(0o755)
    remote = f"ssh://host{hosting.remote}"
    environment = {
        **os.environ, **CLEAN, "GIT_SSH": str(ssh), "GIT_SSH_VARIANT": "ssh",
        "PYTHONPATH": str(PROJECT / "plugins"),
    }  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-c", _SEND, str(hosting.project), remote, BRANCH, str(hosting.site)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def test_killed_at_any_moment_the_site_is_the_old_or_the_new_one(hosting: Hosting, tmp_path: Path):
    before = hosting.project_state()
    for number in range(40):
        (hosting.site / f"{number}.html").write_text(str(number) * 50_000)
    took = 0.0
    outcomes = set()
    for attempt in range(ATTEMPTS):
        hosting.build(index=str(attempt))
        old = hosting.tip()
        process = start(hosting, tmp_path)
        process.stdout.readline()
        started = time.monotonic()
        if attempt:
            time.sleep(1.2 * took * (attempt - 1) / ATTEMPTS)  # the first at once
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        if not attempt:
            assert process.returncode == 0
            took = time.monotonic() - started
        # What arrived in whole is put in place by the other end, whose programs hold the lock.
        subprocess.run(["flock", tmp_path / "lock", "true"], check=True)
        published = hosting.tip() != old
        outcomes.add(published)
        expected = {str(attempt)} if published else {str(number) for number in range(attempt)}
        assert hosting.online() in expected
        git(hosting.remote, "fsck", "--strict", "--connectivity-only")
        assert hosting.project_state() == before
    assert outcomes == {True, False}, "no attempt was killed, or all were"
    hosting.build(index="après")
    hosting.target(str(hosting.remote)).send(hosting.site)
    assert hosting.online() == "après"
    git(hosting.remote, "fsck", "--strict")
