"""A small project, and a PATH that holds nothing but what `bin/invoke` asks of the system."""

import shutil

import pytest

from wrapper_support import COMMANDS, make_project


@pytest.fixture
def project(tmp_path):
    return make_project(tmp_path / "projet")


@pytest.fixture
def bare_path(tmp_path):
    """A directory for PATH: the system's commands, and no Python."""
    folder = tmp_path / "commands"
    folder.mkdir()
    for name in COMMANDS:
        (folder / name).symlink_to(shutil.which(name))
    return folder
