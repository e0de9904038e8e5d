"""File names that nobody should write: each is named in one message, and hides no other."""

import os
import socket
from pathlib import Path

import pytest

from jekyll.site.content_files import MAXIMUM_PATH
from support import build_site, messages, page, write_site

HOME = {"index.md": page("title: Accueil")}


def told(tmp_path: Path, files: dict[str, str]) -> list[str]:
    content = write_site(tmp_path / "content", {**HOME, **files})
    errors = build_site(content, tmp_path / "output").diagnostics.errors
    return [error.with_code().replace(str(content), "content") for error in errors]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param(
            b"caf\xe9.md",
            "content/caf\\udce9.md : ce nom n'est pas écrit en UTF-8. Renommez-le. "
            "[nom-pas-en-utf-8]",
            id="Latin-1",
        ),
        pytest.param(
            b"caf\xe9/photo.jpg",
            "content/caf\\udce9 : ce nom n'est pas écrit en UTF-8. Renommez-le. [nom-pas-en-utf-8]",
            id="a folder in Latin-1",
        ),
        pytest.param(
            b"a\nb.md",
            "content/a\\nb.md : ce nom contient un signe que l'on ne voit pas, U+000A. "
            "Renommez-le sans ce signe. [nom-signe-invisible]",
            id="line end",
        ),
        pytest.param(
            b"a\x1b[2Jb.png",
            "content/a\\x1b[2Jb.png : ce nom contient un signe que l'on ne voit pas, U+001B. "
            "Renommez-le sans ce signe. [nom-signe-invisible]",
            id="what a terminal obeys",
        ),
    ],
)
def test_a_name_that_cannot_be_written(tmp_path, name: bytes, message: str):
    assert told(tmp_path, {os.fsdecode(name): page("title: A")}) == [message]


def test_a_name_whose_page_would_have_too_long_a_name(tmp_path):
    name = "é" * 125 + ".md"  # 253 bytes; its page has two more
    (message,) = told(tmp_path, {name + "x": "", name: page("title: A"), "b" * 251 + ".md": ""})
    assert message.startswith(
        "content/" + "b" * 251 + ".md : cette adresse est trop longue : « /bbb"
    )
    assert str(tmp_path) not in message


def test_folders_too_deep_are_told_and_hide_nothing(tmp_path):
    content = write_site(tmp_path / "content", {**HOME, "z.md": page("title: a: b # c")})
    here = os.open(content, os.O_RDONLY)
    for _ in range(300):  # deeper than a path may be long: made one step at a time
        os.mkdir("dossier-profond", dir_fd=here)
        below = os.open("dossier-profond", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    first, second = told(tmp_path, {})
    assert first.endswith(
        f"ce chemin a plus de {MAXIMUM_PATH} octets. Donnez-lui des noms plus courts. "
        "[chemin-trop-long]"
    )
    assert second.startswith("content/z.md:2 : cette ligne ne se lit pas")


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("/etc/hostname", id="a file of the machine"),
        pytest.param("../secret.md", id="a file beside the content"),
        pytest.param("..", id="a folder that holds the content"),
        pytest.param(".", id="the content itself"),
        pytest.param("lien.md", id="itself"),
        pytest.param("/dev/zero", id="a device without end"),
        pytest.param("/proc/self/environ", id="the environment"),
    ],
)
@pytest.mark.parametrize(
    "names", [["_config.yml"], ["_posts/2024-01-01-lien.md", "images/lien.png", "lien.md"]]
)
def test_a_link_out_of_the_content_is_never_followed(tmp_path, names: list[str], target: str):
    (tmp_path / "secret.md").write_text(page("title: Secret"))
    content = write_site(tmp_path / "content", {**HOME, "images/a.txt": "", "_posts/a.txt": ""})
    for name in names:
        (content / name).symlink_to(target)
    assert sorted(messages(build_site(content, tmp_path / "output"), content)) == [
        f"content/{name} : ce lien symbolique ne mène pas à un fichier du site. "
        "Remplacez-le par le fichier lui-même, ou supprimez-le."
        for name in names
    ]


@pytest.mark.parametrize("kind", ["pipe", "socket"])
def test_what_is_no_file_is_told_and_never_opened(tmp_path, kind: str):
    content = write_site(tmp_path / "content", HOME)
    if kind == "pipe":
        os.mkfifo(content / "tube.md")
    else:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(content / "tube.md"))
    (message,) = told(tmp_path, {})
    assert message.startswith("content/tube.md : ce n'est pas un fichier ordinaire")
    assert message.endswith("[fichier-special]")


@pytest.mark.parametrize("tag", ["link", "post_url"])
def test_a_tag_reaches_nothing_outside_of_the_content(tmp_path, tag: str):
    (tmp_path / "secret.txt").touch()
    names = ["../secret.txt", "/etc/hostname", "images/../../secret.txt", ".."]
    body = "\n".join(f"[a]({{% {tag} {name} %}})" for name in names)
    content = write_site(tmp_path / "content", {"index.md": page("title: A", body)})
    found = messages(build_site(content, tmp_path / "output"), content)
    assert [message.partition(" : ")[0] for message in found] == [
        f"content/index.md:{line}" for line in (4, 5, 6, 7)
    ]
    assert all("n'existe pas" in message for message in found)


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(("A.md", "a.md"), id="two pages"),
        pytest.param(("_posts/2024-01-01-A.md", "_posts/2024-01-01-a.md"), id="two posts"),
        pytest.param(("images/É.png", "images/é.png"), id="two images with an accent"),
    ],
)
def test_names_that_differ_by_a_capital_are_told(tmp_path, names):
    content = write_site(tmp_path / "content", {**HOME, **dict.fromkeys(names, "Texte.\n")})
    result = build_site(content, tmp_path / "output")
    assert result.is_ok
    (warning,) = map(str, result.diagnostics.warnings)
    assert "ne diffèrent que par des majuscules" in warning
    assert names[0] in warning and names[1] in warning


def test_names_that_differ_by_their_unicode_form_are_refused(tmp_path):
    (message,) = told(tmp_path, {"fe\u0302te.md": "a", "fête.md": "b"})
    assert "ont la même adresse : « /fête.html »" in message
