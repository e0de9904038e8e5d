"""The live server of a module's `root`."""

import pytest

from live_support import running


@pytest.fixture
def live(root):
    with running(root) as server:
        server.wait_page("Bonjour")
        yield server
