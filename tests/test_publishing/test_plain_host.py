"""Sites published by the real rsync on a host that runs nothing else (a key bound to rrsync)."""

import dataclasses
import functools
import re

import pytest

from commands.publishing.manifest import read_site
from commands.publishing.remote_lock import remote_lock
from commands.publishing.server import Server
from commands.publishing.ssh import Ssh
from commands.publishing.target import Changes, PublishError
from ssh_support import write_release

pytestmark = pytest.mark.server


@pytest.fixture
def folder(server, request):
    """Give a folder of the host that is the test's own, and does not exist yet."""
    name = re.sub(r"\W", "-", request.node.name)
    return server.restricted / f"site de l'été {name}"


def target(server, folder, **more) -> Server:
    return Server(server.settings(folder.name, key="plain", **more))


def names(folder) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_publish_change_and_publish(server, folder, tmp_path):
    site = write_release(tmp_path / "site", "1")
    there = target(server, folder)
    assert "dossier" in there.describe()
    assert len(there.compare(site).added) == 10
    there.send(site)
    assert names(folder) == {*read_site(site), ".htpublication"}
    write_release(site, "2", pages=4)
    assert there.compare(site).removed == (
        "images/photo.00000001-800.webp",
        "page-4.html",
        "theme/js/a.00000001.js",
    )
    there.send(site)
    left = {"images/photo.00000001-800.webp", "theme/js/a.00000001.js"}
    assert names(folder) == {*read_site(site), ".htpublication", *left}
    assert there.compare(site) == Changes()
    write_release(site, "3")
    there.send(site)
    assert not left & names(folder)  # what was left is gone with the publication after
    assert "gardée sur cet ordinateur" in there.roll_back().name
    assert (folder / "empreinte.txt").read_text() == "2\n"
    assert "page-4.html" not in names(folder)
    with pytest.raises(PublishError, match="n'est pas gardé sur cet ordinateur"):
        there.roll_back()


def test_what_others_put_there_stays(server, folder, tmp_path):
    site = write_release(tmp_path / "site", "1")
    (site / "vieux").mkdir()
    (site / "vieux" / "page.html").write_text("à nous")
    target(server, folder).send(site)
    strange = ["notes.txt", "vieux/étranger [1]*.html", "cgi-bin/compteur.pl", "a.00000001.js"]
    for name in strange:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("à d'autres")
    target(server, folder).send(write_release(tmp_path / "site", "2"))
    assert set(strange) <= names(folder)
    assert "vieux/page.html" not in names(folder)


def test_what_is_in_the_way_is_told_and_replaced_when_asked(server, folder, tmp_path):
    folder.mkdir()
    (folder / "index.html").write_text("Bienvenue chez votre hébergeur")
    (folder / "page-1.html").write_text("Une vieille page")
    site = write_release(tmp_path / "site", "1")
    message = r"que le site remplacerait : index.html, page-1.html\. .*--remplacer$"
    with pytest.raises(PublishError, match=message):
        target(server, folder).compare(site)
    with pytest.raises(PublishError, match=message):
        target(server, folder).send(site)
    assert (folder / "index.html").read_text() == "Bienvenue chez votre hébergeur"
    replacing = Server(server.settings(folder.name, key="plain"), replace=True)
    assert replacing.compare(site).changed == ("index.html", "page-1.html")
    replacing.send(site)
    assert (folder / "empreinte.txt").read_text() == "1\n"
    write_release(site, "2")
    target(server, folder).send(site)  # they are ours from now on


def test_a_publication_cut_in_between_is_taken_up_again(server, folder, tmp_path, monkeypatch):
    site = write_release(tmp_path / "site", "1")
    target(server, folder).send(site)
    real, sent = Ssh.upload, []

    def cut(self, arguments, target=None):
        sent.append(arguments)
        if len(sent) > 1:
            raise KeyboardInterrupt
        return real(self, arguments, target)

    monkeypatch.setattr(Ssh, "upload", cut)
    write_release(site, "2", pages=4)
    with pytest.raises(KeyboardInterrupt):
        target(server, folder).send(site)
    assert "version 1" in (folder / "index.html").read_text()
    assert {"theme/js/a.00000001.js", "theme/js/a.00000002.js"} <= names(folder)
    monkeypatch.undo()
    target(server, folder).roll_back()  # to the site that was online before the cut
    assert (folder / "empreinte.txt").read_text() == "1\n"
    target(server, folder).send(write_release(site, "3", pages=3))
    target(server, folder).send(write_release(site, "4"))
    lasting = {name for name in names(folder) if name.startswith("theme/")}
    assert lasting == {"theme/js/a.00000003.js", "theme/js/a.00000004.js"}


def test_names_that_rsync_could_read_otherwise(server, folder, tmp_path):
    odd = ["a*.html", "[b].html", "c?.html", "d\\e.html", "é à.html", "- f.html", "#g.html", " h"]
    site = write_release(tmp_path / "site", "1")
    for name in odd:
        (site / name).write_text(name)
    (folder).mkdir()
    (folder / "ab.html").write_text("pas à nous")
    target(server, folder).send(site)
    assert set(odd) <= names(folder)
    target(server, folder).send(write_release(site, "2"))
    assert not set(odd) & names(folder)
    assert (folder / "ab.html").exists()


def test_the_way_of_a_host_is_remembered_by_what_is_there(server, tmp_path):
    """A key with a shell, on a folder that was published to without."""
    folder = tmp_path / "www"
    site = write_release(tmp_path / "site", "1")
    Server(server.settings(folder, ssh_releases=False)).send(site)
    Server(server.settings(folder)).send(write_release(site, "2"))
    assert (folder / "index.html").exists()
    assert not (folder / "current").exists()


def test_a_site_that_another_machine_sent_is_not_gone_back_from(server, tmp_path):
    folder, site = tmp_path / "www", write_release(tmp_path / "site", "1")
    here = server.settings(folder, ssh_releases=False)
    (tmp_path / "elsewhere").mkdir()
    elsewhere = dataclasses.replace(
        here, path=tmp_path / "elsewhere/publishconf.py", ssh_config=str(server.root / "shell.conf")
    )
    Server(here).send(site)
    Server(here).send(write_release(site, "2"))
    Server(elsewhere).send(write_release(site, "3"))
    with pytest.raises(PublishError, match="n'est pas gardé sur cet ordinateur"):
        Server(here).roll_back()
    assert (folder / "empreinte.txt").read_text() == "3\n"


def test_another_publication_to_a_host_with_a_shell(server, tmp_path, monkeypatch):
    folder, site = tmp_path / "www", write_release(tmp_path / "site", "1")
    settings = server.settings(folder, ssh_releases=False)
    waiting = functools.partial(remote_lock, patience=0)
    monkeypatch.setattr("commands.publishing.plain_host.remote_lock", waiting)
    with (
        remote_lock(Ssh(settings)),
        pytest.raises(PublishError, match="Une autre publication est en cours sur le serveur"),
    ):
        Server(settings).send(site)
    Server(settings).send(site)
    assert names(folder) == {*read_site(site), ".htpublication"}


def test_releases_asked_of_a_host_without_a_shell(server, folder, tmp_path):
    with pytest.raises(PublishError, match="ne permet pas de lancer une commande"):
        target(server, folder, ssh_releases=True).compare(tmp_path)
