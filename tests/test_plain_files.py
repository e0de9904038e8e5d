"""Files are opened once, and only plain ones inside their folder, by builds, checks and servers."""

import os
import resource
import socket
import time
from pathlib import Path

import pytest

from checks_support import reported
from core import plain_files
from core.plain_files import NotPlain, copy_inside, open_inside, read_inside
from dev_server.live_site.incremental_site import IncrementalSite
from patience import patient
from photos import saved, scene
from site_build import BuildRequest
from support import build_site, messages, page, write_site

HOME = {"index.md": page("title: Accueil")}
NO_FILE = "ce n'est pas un fichier ordinaire"
AWAY = "ce lien symbolique ne mène pas"


@pytest.fixture
def root(tmp_path) -> Path:
    (tmp_path / "secret").write_text("secret")
    root = write_site(tmp_path / "content", {"a.md": "a", "b/c.md": "c"})
    (root / "inside").symlink_to("b/c.md")
    (root / "b/up").symlink_to("../a.md")
    (root / "out").symlink_to("../secret")
    (root / "folder").symlink_to("b")
    (root / "parent").symlink_to("..")
    (root / "loop").symlink_to("loop")
    (root / "lost").symlink_to("rien")
    os.mkfifo(root / "pipe")
    (root / "to-pipe").symlink_to("pipe")
    return root


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.md", b"a"), ("b/c.md", b"c"), ("inside", b"c"), ("b/up", b"a"), ("folder/c.md", b"c")],
)
def test_what_is_inside_is_read(root: Path, name: str, data: bytes):
    assert read_inside(root, name) == data
    copy_inside(root, name, root / "copy")
    assert (root / "copy").read_bytes() == data


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("out", AWAY),
        ("parent/secret", AWAY),
        ("../secret", AWAY),
        ("b/../../secret", AWAY),
        ("/etc/hostname", AWAY),
        ("loop", AWAY),
        ("lost", AWAY),
        ("to-pipe", AWAY),
        ("pipe", NO_FILE),
        ("b", "c'est un dossier"),
    ],
)
def test_what_is_not_is_refused_at_once(root: Path, name: str, words: str):
    before, opened = time.monotonic(), len(list(Path("/dev/fd").iterdir()))
    with pytest.raises(NotPlain) as caught:
        open_inside(root, name)
    assert caught.value.diagnostic.message.startswith(words)
    assert time.monotonic() - before < patient(1)
    assert len(list(Path("/dev/fd").iterdir())) == opened


def test_what_changes_between_a_look_and_the_opening_is_refused(root: Path, monkeypatch):
    checked = plain_files._check

    def change(found: os.stat_result, root: Path, name: str) -> None:
        checked(found, root, name)
        path = root / name
        if path.name == "a.md" and path.is_file():
            path.unlink()
            os.mkfifo(path)

    monkeypatch.setattr(plain_files, "_check", change)
    with pytest.raises(NotPlain):
        open_inside(root, "a.md")


def make(kind: str, path: Path) -> None:
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(path))
    elif kind == "device":
        try:
            os.mknod(path, 0o20666, os.makedev(1, 5))  # zeros without end
        except PermissionError:
            stop = pytest.fail if os.environ.get("CI") else pytest.skip
            stop("only root makes devices")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero")


PLACES = ["a.md", "images/a.png", "_posts/2026-01-02-a.md", "x.json", "film.mp4"]
CONFIG = ["_config.yml"]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("device", PLACES),
        ("device", CONFIG),
        ("pipe", PLACES[1:3]),
        ("pipe", CONFIG),
        ("socket", PLACES[:1]),
        ("link", PLACES[1:2]),
    ],
)
def test_a_check_and_a_build_tell_it_and_go_on(kind: str, names: list[str], tmp_path):
    files = {**HOME, "z.md": page("title: Z", "[a](perdue.html)"), "_posts/2026-01-01-a.md": ""}
    content = write_site(tmp_path / "content", {**files, "images/b.txt": ""})
    for name in names:
        make(kind, content / name)
    words = AWAY if kind == "link" else NO_FILE
    expected = [f"{name} : {words}" for name in sorted(names)]
    errors = sorted(messages(build_site(content, tmp_path / "out"), content))
    for message, beginning in zip(errors, expected, strict=True):
        assert message.startswith(f"content/{beginning}")
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000_000, hard))
    try:
        found = reported(content)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    for beginning in expected:
        assert [line for line in found if line.startswith(f"!{beginning}")]
    if names != CONFIG:
        assert [line for line in found if line.startswith("!z.md:4 : « perdue.html » ne mène")]


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("_config.yml", "folder", "c'est un dossier"),
        ("_posts", "file", "« _posts » n'est pas un dossier"),
        ("_evenements", "file", "« _evenements » n'est pas un dossier"),
        ("_posts", "link", AWAY),
        ("_posts", "pipe", NO_FILE),
    ],
)
def test_what_a_site_expects_is_no_folder_or_no_file(name: str, kind: str, words: str, tmp_path):
    content = write_site(tmp_path / "content", HOME)
    if kind == "file":
        (content / name).write_text("texte")
    else:
        make(kind, content / name)
    (message,) = messages(build_site(content, tmp_path / "out"), content)
    assert message.startswith(f"content/{name} : {words}")


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("_data", "link", AWAY),
        ("_data", "pipe", NO_FILE),
        ("_data/a.json", "link", AWAY),
        ("_data/a.yml", "device", NO_FILE),
    ],
)
def test_a_check_tells_data_that_is_no_file(name: str, kind: str, words: str, tmp_path):
    content = write_site(tmp_path / "content", HOME)
    if "/" in name:
        (content / "_data").mkdir()
    make(kind, content / name)
    assert [line for line in reported(content) if line.startswith(f"!{name} : {words}")]


@pytest.mark.parametrize("kind", ["pipe", "link out", "folder"])
@pytest.mark.parametrize("name", ["images/a.png", "film.mp4", "b.md"])
def test_a_held_site_reads_nothing_that_was_put_in_a_file_s_place(kind: str, name: str, tmp_path):
    (tmp_path / "secret").write_text("secret")
    files = {
        "images/a.png": saved(scene((60, 40)), "PNG"),
        "film.mp4": b"film",
        "b.md": page("title: B"),
    }
    files["index.md"] = page("title: Accueil", "![Le bal](images/a.png)")
    content = write_site(tmp_path / "content", files)
    site = IncrementalSite(BuildRequest.without_output(content))
    site.load()
    path = content / name
    path.unlink()
    if kind == "link out":
        path.symlink_to(tmp_path / "secret")
    else:
        make(kind, path)
    begun = time.monotonic()
    for address in ("/", f"/{name}", "/b"):
        answer = site.answer(address)
        if answer and answer.root:
            with pytest.raises(NotPlain):
                read_inside(answer.root, answer.path)
        else:
            assert not answer or b"secret" not in answer.data
    site.save([path])
    assert time.monotonic() - begun < patient(20)
