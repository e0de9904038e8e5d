"""What the editor is told of a site, and the texts that it reads, byte for byte."""

import os
import re

import pytest

from editor.files.listing import site_listing
from support import page, write_site
from writing_support import wait_until, writing

pytestmark = pytest.mark.server


def listed(writer):
    return {one["name"]: one for one in writer.site()["fichiers"]}


def told(writer, name):
    return wait_until(lambda: listed(writer).get(name))


def test_the_site_with_its_forms_and_what_it_knows(writer):
    site = writer.site()
    assert [kind["kind"] for kind in site["formes"]["kinds"]] == [
        *("actualite", "evenement", "acteur", "univers", "page")
    ]
    assert site["zone"] == "Europe/Paris"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d", site["now"])
    known = {key: site["connus"][key] for key in ("themes", "lieux", "univers", "acteurs")}
    assert known == {
        "themes": ["Vie"],
        "lieux": ["Ici"],
        "univers": ["L'eau"],
        "acteurs": ["La Source"],
    }
    facts = {
        name: (one["kind"], one["title"], one["date"], one["published"], one["address"])
        for name, one in listed(writer).items()
    }
    assert facts == {
        "index.md": ("page", "Accueil", None, True, "/"),
        "contact.md": ("page", "Contact", None, True, "/contact.html"),
        "_posts/2026-01-02-rentree.md": (
            *("actualite", "La rentrée", "2026-01-02", True, "/vie/2026/01/02/rentree.html"),
        ),
        "_evenements/2026-12-12-soupe.md": (
            *("evenement", "La soupe", "2026-12-12T18:30", True, "/agenda/2026-12-12-soupe/"),
        ),
        "_communs/eau/index.md": ("univers", "L'eau", None, True, "/communs/eau/"),
        "_communs/eau/source.md": ("acteur", "La Source", None, True, "/communs/eau/source/"),
    }


def test_what_is_left_out_of_the_site_is_listed_all_the_same(tmp_path):
    files = {
        "index.md": page("title: A", "Bonjour.\n"),
        "brouillon.md": page("title: Un brouillon\npublished: false"),
        "_posts/2199-01-02-loin.md": page("titre: Plus tard"),
        "images/a.png": b"x",
        "images/a.txt": b"x",
        "README.md": "Pour nous.",
        "a.css": "a {}",
    }
    with writing(tmp_path, files) as writer:
        facts = {n: (one["title"], one["published"]) for n, one in listed(writer).items()}
        assert facts == {
            "index.md": ("A", True),
            "brouillon.md": ("Un brouillon", False),
            "_posts/2199-01-02-loin.md": ("Plus tard", True),
        }
        assert writer.site()["images"] == ["images/a.png"]
        # A file at fault keeps the site from being shown, not from being mended.
        (writer.content / "casse.md").write_text(page("title: Cassé\norder: x"), encoding="utf-8")
        assert told(writer, "casse.md")["title"] == "Cassé"
        (writer.content / "_config.yml").write_bytes(b"title: \xe9")
        writer.wait_page("_config.yml")
        assert told(writer, "casse.md")["title"] == "Cassé"


def test_files_are_listed_without_a_site(tmp_path):
    files = {"a.md": page("title: A"), "_evenements/b.md": page("titre: B"), "images/a.png": b"x"}
    listing = site_listing(None, write_site(tmp_path, files))
    facts = [(one["name"], one["kind"], one["title"]) for one in listing["fichiers"]]
    assert facts == [("_evenements/b.md", "evenement", "B"), ("a.md", "page", "A")]
    assert (listing["images"], listing["connus"]) == (["images/a.png"], {})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"---\r\ntitle: A\r\n---\r\nB\r\n",
        b"\xef\xbb\xbf---\ntitle: \xc3\xa9\n---\n",
        b"---\rtitle: A\r---\r\x00\x0b",
        "title\u2028\ufeffété 🥕".encode(),
    ],
)
def test_a_text_comes_and_goes_byte_for_byte(writer, data):
    path = writer.content / "octets.md"
    path.write_bytes(data)
    read = writer.file("octets.md").json
    assert read["text"].encode() == data
    path.unlink()
    saved = writer.post("save", files=[{"name": "octets.md", "text": read["text"], "base": None}])
    assert saved.json["files"][0]["version"] == read["version"]
    assert path.read_bytes() == data


def test_a_version_is_of_the_bytes(writer):
    path = writer.content / "version.md"
    path.write_text("un")
    first = writer.file("version.md").json["version"]
    path.write_text("deux")
    assert writer.file("version.md").json["version"] != first
    path.write_text("un")
    assert writer.file("version.md").json["version"] == first
    assert told(writer, "version.md")["version"] == first


def test_what_is_no_plain_text_is_not_read(writer, tmp_path):
    (tmp_path / "secret.md").write_text("secret")
    put = writer.content
    (put / "lien.md").symlink_to(tmp_path / "secret.md")
    (put / "lien-dedans.md").symlink_to("contact.md")
    (put / "dossier-lie").symlink_to(tmp_path)
    os.mkfifo(put / "tube.md")
    (put / "dossier.md").mkdir()
    (put / "latin.md").write_bytes(b"\xe9t\xe9")
    (put / "lourd.md").write_bytes(b"a" * 1_000_001)
    statuses = {
        name: writer.file(name).status
        for name in ("lien.md", "lien-dedans.md", "dossier-lie/secret.md", "tube.md", "dossier.md")
    }
    assert statuses == dict.fromkeys(statuses, 422) | {"dossier-lie/secret.md": 404}
    assert "UTF-8" in writer.file("latin.md").json["erreur"]
    assert "1 Mo" in writer.file("lourd.md").json["erreur"]
    assert writer.file("rien.md").status == writer.file("contact.md/a.md").status == 404
    before = writer.states()
    for name in ("lien.md", "lien-dedans.md", "dossier-lie/secret.md", "tube.md", "dossier.md"):
        for base in (None, "x"):
            said = writer.post("save", files=[{"name": name, "text": "y", "base": base}])
            assert said.status in (409, 422), name
    assert writer.states() == before
    assert (tmp_path / "secret.md").read_text() == "secret"
    for path in ("lien.md", "lien-dedans.md", "dossier-lie", "tube.md", "latin.md", "lourd.md"):
        (put / path).unlink()
    (put / "dossier.md").rmdir()
    writer.wait_page("Bonjour.")
