"""The site online, compared with what was built, over a real HTTP server."""

import shutil

import pytest

from browser_support import served
from commands.publishing.manifest import as_text, from_text, is_lasting, read_site, write_digest
from commands.publishing.target import PublishError
from commands.publishing.verify_online import Timeouts, look_online, sample

ONCE = Timeouts(answer=2.0, total=0.0)
PAGES = ("index.html", "agenda/2035-06-21-fête/index.html", "feed.xml", "images/é à.1f2e3d4c.png")


@pytest.fixture
def site(tmp_path):
    """Give a small built site."""
    for name in (*PAGES, "agenda/index.html", "a.html"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    write_digest(tmp_path / "site")
    return tmp_path / "site"


def test_what_is_looked_at(site):
    assert set(sample(read_site(site))) == {*PAGES, "empreinte.txt"}


def test_the_same(site, tmp_path):
    shutil.copytree(site, tmp_path / "www" / "projet")
    with served(tmp_path / "www") as address:
        assert look_online(read_site(site), f"{address}/projet", ONCE) == ""


@pytest.mark.parametrize("name", PAGES)
def test_one_file_differs(site, tmp_path, name):
    shutil.copytree(site, tmp_path / "www")
    (tmp_path / "www" / name).write_text("un vieux fichier")
    with served(tmp_path / "www") as address:
        assert "n'est pas ce qui vient d'être publié" in look_online(read_site(site), address, ONCE)


def test_another_site(site, tmp_path):
    (tmp_path / "www").mkdir()
    with served(tmp_path / "www") as address:
        told = look_online(read_site(site), address, ONCE)
    assert told == f"{address}/empreinte.txt répond par une erreur (404)."
    assert look_online(read_site(site), address, ONCE) == f"{address}/empreinte.txt ne répond pas."
    assert "domaine est inconnu" in look_online(read_site(site), "http://nulle.part.invalid", ONCE)


def test_the_print_depends_on_the_files_alone(site, tmp_path):
    first = (site / "empreinte.txt").read_bytes()
    shutil.copytree(site, tmp_path / "copie")
    (tmp_path / "copie" / "empreinte.txt").unlink()
    (tmp_path / "copie" / ".site-construit-ici").touch()
    write_digest(tmp_path / "copie")
    assert (tmp_path / "copie" / "empreinte.txt").read_bytes() == first
    (tmp_path / "copie" / "empreinte.txt").unlink()
    (tmp_path / "copie" / "a.html").write_text("b")
    assert write_digest(tmp_path / "copie").encode() != first.strip()


def test_a_content_with_a_print_of_its_own(site):
    with pytest.raises(PublishError, match="Renommez le vôtre"):
        write_digest(site)


def test_a_manifest_comes_back(tmp_path):
    for name in ("é à\n.html", "%41.html", "\udcff"):
        (tmp_path / name).write_text(name, errors="surrogateescape")
    manifest = read_site(tmp_path)
    assert from_text(as_text(manifest)) == manifest


LASTING = {
    "theme/js/a.1f2e3d4c.js": True,
    "theme/js/a.1f2e3d4c.js.br": True,
    "images/photo.1f2e3d4c-800.webp": True,
    "partage/474e1589b24cc678.png": True,
    "images/20250906.jpg": False,
    "images/photo.jpg": False,
    "lettre.20250906.html": False,
    "index.html": False,
}


@pytest.mark.parametrize(("path", "lasts"), LASTING.items())
def test_names_that_change_with_what_files_hold(path, lasts):
    assert is_lasting(path) is lasts
