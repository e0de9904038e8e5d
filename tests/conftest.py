"""Fixtures that tests of several folders use."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from browser_support import launch_browser


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """Give one headless Chromium for the whole run."""
    with launch_browser() as chromium:
        yield chromium
