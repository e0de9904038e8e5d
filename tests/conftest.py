"""Fixtures that tests of several folders use."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from browser_support import launch_browser

# A test never judges by the clock: the machine may have others to serve.
settings.register_profile("project", deadline=None)
settings.load_profile("project")


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """Give one headless Chromium for the whole run."""
    with launch_browser() as chromium:
        yield chromium
