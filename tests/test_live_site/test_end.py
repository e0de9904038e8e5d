"""The end of the process that holds a site: signals reach all of its group at once."""

import os
import signal
import subprocess
import sys

import pytest

from support import PROJECT, page, write_site

pytestmark = pytest.mark.server


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_without_a_word(tmp_path, number):
    content = write_site(tmp_path, {"index.md": page("title: A")})
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-m", "dev_server.live_site", "--content", str(content)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(PROJECT / "plugins")},
            start_new_session=True,
        ) as held:
            assert held.stdout.read(1)  # the site is read
            os.killpg(held.pid, number)
            assert held.communicate(timeout=30)[1].decode() == ""
