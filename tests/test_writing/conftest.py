"""A server for the tests of a file: each writes under names of its own."""

from collections.abc import Iterator

import pytest

from writing_support import Writer, writing


@pytest.fixture(scope="module")
def writer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    with writing(tmp_path_factory.mktemp("writing")) as running:
        yield running
