"""A person at the page for writing, on a telephone; each file of tests gives its `address`."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext

from editor_support import Person


@pytest.fixture
def context(browser) -> Iterator[BrowserContext]:
    own = browser.new_context(viewport={"width": 360, "height": 740}, locale="fr-FR")
    yield own
    own.close()


@pytest.fixture
def person(context, address) -> Person:
    one = Person(context.new_page())
    one.go(address)
    return one
