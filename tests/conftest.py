"""Fixtures that tests of several folders use."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis.strategies import none
from jinja2 import Environment

if TYPE_CHECKING:
    from browser_support import PagePool

gc.disable()  # until the tests are read: a sixth of the time that it takes
# Or else each process that the tests start compiles all modules.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
os.environ.pop("INVOKE_CALLER_DIR", None)  # of who began the tests

# Each of Pelican's generators logs the names of all templates: a tenth of a small build.
Environment.list_templates = lambda *_: []

_ROOM = 4 * 2**30  # bytes; containers often have 64 MB

# A test never judges by the clock: the machine may have others to serve.
settings.register_profile("short", max_examples=30, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=3000, deadline=None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="try hostile input at length (minutes)")


def pytest_configure(config: pytest.Config) -> None:
    memory = Path("/dev/shm")  # small sites are written there at a tenth of the cost, or less
    if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > _ROOM:
        tempfile.tempdir = os.environ.setdefault("TMPDIR", str(memory))
    settings.load_profile("long" if config.getoption("--long") else "short")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--long"):
        at_length = [item for item in items if item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=at_length)
        items[:] = [item for item in items if item not in at_length]
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.timeout(3600))
    # Slow files first, then those of many tests: quick ones at the end leave no processor idle.
    sizes = Counter(item.path for item in items)
    is_slow = {"browser", "server"}
    items.sort(
        key=lambda item: (
            not is_slow & {mark.name for mark in item.iter_markers()},
            -sizes[item.path],
        )
    )


def pytest_collection_finish(session: pytest.Session) -> None:
    gc.freeze()  # what is loaded stays: no search for garbage goes through it again
    gc.set_threshold(20_000)  # a build makes hundreds of thousands of objects, few of them in rings
    gc.enable()
    given(none())(lambda _: None)()  # at its first use it searches for garbage: there is none yet


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workerinput") or session.config.getoption("numprocesses", None):
        gc.freeze()  # nobody hears what xdist's processes find in a last search for garbage


@pytest.fixture(scope="module")
def output(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the output of a module's `FILES` (or folder of them), built without a word."""
    from support import build_site, write_site

    folder, files = tmp_path_factory.mktemp("site"), request.module.FILES
    content = files if isinstance(files, Path) else write_site(folder / "content", files)
    result = build_site(content, folder / "output", getattr(request.module, "SITEURL", ""))
    assert [str(one) for one in result.diagnostics.found] == []
    return folder / "output"


@pytest.fixture(scope="module")
def address(output: Path) -> Iterator[str]:
    """Serve a module's output and give its address."""
    from browser_support import served

    with served(output) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """Give one headless Chromium for the whole run."""
    from browser_support import launch_browser

    with launch_browser() as chromium:
        yield chromium


@pytest.fixture(scope="session")
def _page_pool(browser) -> PagePool:
    from browser_support import PagePool

    return PagePool(browser)


@pytest.fixture
def pages(_page_pool) -> Iterator[PagePool]:
    """Give pages to take, until the end of the test."""
    yield _page_pool
    _page_pool.give_back()
