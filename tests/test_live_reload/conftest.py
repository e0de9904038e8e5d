"""The live server of a module's `root`."""

from __future__ import annotations

import pytest

from live_support import running


@pytest.fixture
def live(root):
    with running(root) as server:
        server.wait_page("Bonjour")
        yield server
