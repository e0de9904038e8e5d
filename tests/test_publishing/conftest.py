"""One sshd for the tests that change nothing of it."""

from collections.abc import Iterator

import pytest

from ssh_support import SshServer, ssh_server


@pytest.fixture(scope="package")
def server(tmp_path_factory) -> Iterator[SshServer]:
    """Give a server that is listening."""
    with ssh_server(tmp_path_factory.mktemp("ssh")) as started:
        yield started
