"""`bin/invoke publish`, as a member runs it: a real build, sshd, rsync, nginx and Git."""

import shutil
import subprocess
from pathlib import Path

import pytest

from git_support import git
from load_support import nginx
from support import PROJECT, page, run_task, write_site

pytestmark = pytest.mark.server

_SETTINGS = """\
from pelicanconf import *
PLUGIN_PATHS = [{plugins!r}]
THEME = {theme!r}
SITEURL = "http://127.0.0.1:{port}"
SSH_HOST = "127.0.0.1"
SSH_PORT = {ssh_port}
SSH_TARGET_DIR = {folder!r}
SSH_CONFIG = {config!r}
"""
EVENT = page('title: Fête\ndébut: "2035-06-21 18:30"\nlieu: "Le jardin, Montpellier"')


def save(content: Path) -> None:
    git(content, "add", ".")
    git(content, "commit", "-m", "Enregistre")


@pytest.fixture
def content(tmp_path):
    """Give a small content, committed in a repository that has a remote, and not pushed."""
    files = {
        "index.md": page("title: Accueil", "Voilà.\n"),
        "_evenements/2035-06-21-fete.md": EVENT,
    }
    folder = write_site(tmp_path / "contenu", files)
    git(tmp_path, "init", "--bare", "distant.git")
    git(folder, "init", "-b", "main")
    git(folder, "remote", "add", "origin", str(tmp_path / "distant.git"))
    save(folder)
    return folder


def test_from_the_first_publication_to_going_back(server, tmp_path, content):
    folder = tmp_path / "été"
    with nginx(tmp_path, folder / "current") as port:
        written = {
            "plugins": str(PROJECT / "plugins"),
            "theme": str(PROJECT / "theme"),
            "port": port,
            "ssh_port": server.port,
            "folder": str(folder),
            "config": str(server.root / "shell.conf"),
        }
        (tmp_path / "ici.py").write_text(_SETTINGS.format(**written))

        def run(*more: str) -> subprocess.CompletedProcess:
            fixed = ("publish", "--content=contenu", "--reglages=ici.py")
            return run_task(*fixed, *more, cwd=tmp_path)

        done = run()
        assert (done.returncode, done.stdout) == (1, "")
        assert "n'est pas envoyé : vous seul en avez la dernière version" in done.stderr
        git(content, "push", "-u", "origin", "main")

        write_site(folder, {"notes.txt": "d'un autre"})
        assert "Dites dans ici.py ce qu'il est" in run("--essai").stderr
        shutil.rmtree(folder)

        done = run("--essai")
        assert (done.returncode, done.stderr) == (0, "")
        assert "  + agenda/2035-06-21-fete/index.html\n" in done.stdout
        assert done.stdout.endswith("Rien n'a été envoyé.\n")
        assert not folder.exists()

        done = run()
        assert (done.returncode, done.stderr) == (0, "")
        end = f"En ligne, et conforme à ce qui a été construit : http://127.0.0.1:{port}/\n"
        assert done.stdout.endswith(end)
        first = (folder / "current").readlink()

        write_site(content, {"index.md": page("title: Accueil", "[x](/perdue.html)\n")})
        done = run("--malgre-tout")
        assert done.returncode == 1
        assert "contenu/index.md:4 : « /perdue.html » ne mène à rien" in done.stdout
        assert done.stderr.startswith("Rien n'a été publié")
        assert (folder / "current").readlink() == first

        write_site(content, {"index.md": page("title: Accueil", "Voici.\n")})
        assert "ne sont pas enregistrés dans Git : index.md." in run().stderr
        done = run("--malgre-tout")
        assert "Changements : 0 fichier ajouté, " in done.stdout, done.stderr
        done = run("--retour")
        assert (done.returncode, done.stderr) == (0, "")
        assert (folder / "current").readlink() == first
