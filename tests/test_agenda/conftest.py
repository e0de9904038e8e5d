from pathlib import Path

import pytest

from agenda_support import EVENTS, build


@pytest.fixture(scope="package")
def agenda_site(tmp_path_factory) -> Path:
    """Return the output of a site with a few events of every kind."""
    return build(tmp_path_factory.mktemp("agenda"), EVENTS)
