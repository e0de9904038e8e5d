"""What is no plain file, in the folders that nothing publishes."""

import os
import socket
from pathlib import Path

import pytest

from checks_support import reported
from support import page, write_site

HOME = {"index.md": page("title: A", "Le bal.\n")}
FOLDERS = ["_agendas", "_drafts", "_includes", "_layouts", "_sass"]
NO_FILE = "ce n'est pas un fichier ordinaire (tube, prise réseau…). Supprimez-le."
AWAY = "ce lien symbolique ne mène pas à un fichier du site. Remplacez-le par le fichier lui-même"


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _link(path: Path) -> None:
    path.symlink_to("/etc")


def _file(path: Path) -> None:
    path.write_text("")


def _folder(path: Path) -> None:
    """Make one that holds a pipe, a socket, a link out of it and a good one."""
    write_site(path, {"sous/a.txt": ""})
    os.mkfifo(path / "sous" / "tube")
    (path / "zero").symlink_to("/dev/zero")
    (path / "bien").symlink_to("sous/a.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path / "prise"))


# How a folder is made, and what is told of it.
KINDS = {
    _pipe: {"": NO_FILE},
    _link: {"": AWAY},
    _file: {"": "« {} » n'est pas un dossier."},
    _folder: {"/prise": NO_FILE, "/sous/tube": NO_FILE, "/zero": AWAY},
}


@pytest.fixture(scope="module", params=KINDS, ids=lambda make: make.__name__[1:])
def told(request: pytest.FixtureRequest, tmp_path_factory) -> tuple[list[str], dict[str, str]]:
    """Return what is told of a site whose folders are all made in one way, and what should be."""
    root = write_site(tmp_path_factory.mktemp("c"), HOME)
    for folder in FOLDERS:
        request.param(root / folder)
    return reported(root), KINDS[request.param]


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_no_folder_of_plain_files_is_told(folder: str, told):
    lines, expected = told
    found = [line for line in lines if line.startswith(f"?{folder}")]
    assert len(found) == len(expected), found
    for line, (name, words) in zip(found, expected.items(), strict=True):
        assert line.startswith(f"?{folder}{name} : {words.format(folder)}")


def test_folders_of_other_programs_are_not_looked_at(tmp_path: Path):
    files = dict.fromkeys((".git/a.txt", "_site/a.txt", "_includes/a.html"), "")
    root = write_site(tmp_path, HOME | files)
    os.mkfifo(root / ".git" / "tube")
    (root / "_site" / "ailleurs").symlink_to("/etc")
    assert reported(root) == []
