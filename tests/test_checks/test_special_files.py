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


def content(tmp_path: Path, *names: str) -> Path:
    return write_site(tmp_path / "c", {**HOME, **dict.fromkeys(names, "")})


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_pipe_a_socket_and_a_link_inside(folder: str, tmp_path: Path):
    root = content(tmp_path, f"{folder}/sous/a.txt")
    os.mkfifo(root / folder / "sous" / "tube")
    (root / folder / "zero").symlink_to("/dev/zero")
    (root / folder / "bien").symlink_to("sous/a.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(root / folder / "prise"))
    found = [line for line in reported(root) if NO_FILE in line or AWAY in line]
    assert [line.partition(" : ")[0] for line in found] == [
        f"?{folder}/{name}" for name in ("prise", "sous/tube", "zero")
    ]


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_folder_itself(folder: str, tmp_path: Path):
    root = content(tmp_path)
    os.mkfifo(root / folder)
    assert f"?{folder} : {NO_FILE}" in reported(root)
    (root / folder).unlink()
    (root / folder).symlink_to("/etc")
    assert [line for line in reported(root) if line.startswith(f"?{folder} : {AWAY}")]
    (root / folder).unlink()
    (root / folder).write_text("")
    told = f"?{folder} : « {folder} » n'est pas un dossier."
    assert [line for line in reported(root) if line.startswith(told)]


def test_folders_of_other_programs_are_not_looked_at(tmp_path: Path):
    root = content(tmp_path, ".git/a.txt", "_site/a.txt", "_includes/a.html")
    os.mkfifo(root / ".git" / "tube")
    (root / "_site" / "ailleurs").symlink_to("/etc")
    assert reported(root) == []
