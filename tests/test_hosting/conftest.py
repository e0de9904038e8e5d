"""One odd site, built at the root of a host and in a folder, behind nginx and behind Apache."""

import io
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.file_cache import FileCache
from output_files.hosting.configuration import nginx_example
from output_files.precompression import precompress
from photos import scene
from server_support import Server, apache, nginx, public_folder
from support import build_site, page, write_site

LONG = "Un texte qui se comprime. " * 200
ODD_OLD = """title: Contact
redirect_from:
  - /nous-ecrire/
  - /ancien contact.html
  - /fête d'été/
  - '/a;b"c$uri{2}%{HTTP_HOST}.html'
  - /cent%25.html
"""


def photo() -> bytes:
    file = io.BytesIO()
    scene((900, 600)).save(file, "JPEG", quality=80)
    return file.getvalue()


def site_files() -> dict[str, str | bytes]:
    event = "title: La fête\ndebut: 2027-03-12 18:30\nlieu: Le Barricade\n"
    event += "organisateurs: La Source\n"
    return {
        "_config.yml": "title: Le site\n",
        "index.md": page(
            "title: Accueil", f"# Le site\n\n![Une photo](images/photo.jpg)\n\n{LONG}"
        ),
        "contact.md": page(ODD_OLD.strip(), LONG),
        "vie du lieu été.md": page("title: Vie du lieu", LONG),
        "100%.md": page("title: Cent pour cent", LONG),
        "dossier/index.md": page("title: Dossier", LONG),
        "_posts/2026-03-12-nouvelle.md": page("title: Nouvelle", LONG),
        "_evenements/2027-03-12-fete.md": page(event.strip(), LONG),
        "_communs/eau/index.md": page("title: Eau"),
        "_communs/eau/la-source.md": page("nom: La Source\nrole: coopérative"),
        "images/photo.jpg": photo(),
        "documents/notes.txt": LONG,
        "documents/archive.gz": b"\x1f\x8b une archive du collectif",
        ".well-known/security.txt": "Contact: mailto:a@exemple.fr\n",
    }


@dataclass(frozen=True)
class Places:
    """A built site on the disk.

    Attributes:
        work: a folder for a server's own files.
        root: the folder that the server shows.
        base: the site's folder in it, `/dossier` or "".
        output: the folder of the site.
    """

    work: Path
    root: Path
    base: str
    output: Path


def _date(folder: Path, moment: float) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            os.utime(path, (moment, moment))


@pytest.fixture(scope="session", params=["", "/sous/site"], ids=["at the root", "in a folder"])
def places(request: pytest.FixtureRequest, tmp_path_factory) -> Iterator[Places]:
    base = request.param
    content = write_site(tmp_path_factory.mktemp("content"), site_files())
    with public_folder() as work:
        output = work / "releases" / "1"
        output.parent.mkdir()
        result = build_site(content, output, f"https://exemple.fr{base}")
        assert result.is_ok, result.diagnostics.errors
        precompress(output, FileCache(work / "cache"))
        write_site(output, {".git/config": "secret", "vide/notes.txt": "court"})
        _date(output, time.time() - 60)  # Apache gives weak names to what was just written
        root = work / "www"
        if base:
            (root / base.strip("/")).parent.mkdir(parents=True)
            (root / base.strip("/")).symlink_to(output)
        else:
            root.symlink_to(output)
        yield Places(work, root, base, output)


def nginx_configuration(places: Places, has_brotli: bool = True) -> str:
    """Return the documented configuration, changed where it says to."""
    text = nginx_example()
    changes = {
        "/srv/site/current/.redirections.map": str(places.output / ".redirections.map"),
        "/srv/site/current": str(places.root),
        "=404 /404.html": f"=404 {places.base}/404.html",
    }
    if has_brotli:
        changes["#brotli_static on"] = "brotli_static on"
    for written, wanted in changes.items():
        assert written in text
        text = text.replace(written, wanted)
    return text


@pytest.fixture(scope="session")
def nginx_text():
    """Return the function that gives the documented configuration."""
    return nginx_configuration


@pytest.fixture(scope="session", params=["nginx", "apache"])
def server(request: pytest.FixtureRequest, places: Places) -> Iterator[Server]:
    work = places.work / request.param
    work.mkdir()
    if request.param == "nginx":
        running = nginx(work, places.root, nginx_configuration(places))
    else:
        running = apache(work, places.root)
    with running as found:
        yield found
