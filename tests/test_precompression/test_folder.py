"""The compressed copies of a folder."""

import gzip
import os
import random

import brotli
import pytest

from core.file_cache import FileCache
from output_files.precompression import formats, precompress
from support import page, run_task, write_site

LONG = "Un texte qui se comprime. " * 200
NOISE = random.Random(1).randbytes(5000)


@pytest.fixture
def cache(tmp_path):
    return FileCache(tmp_path / "cache")


def listed(folder):
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_texts_get_copies_that_read_the_same(tmp_path, cache):
    site = write_site(tmp_path / "site", {"a/é b.html": LONG, "style.CSS": LONG})

    result = precompress(site, cache)

    copies = [f"{name}{end}" for name in ("a/é b.html", "style.CSS") for end in (".br", ".gz")]
    assert listed(site) == sorted([*copies, "a/é b.html", "style.CSS"])
    assert brotli.decompress((site / "a/é b.html.br").read_bytes()).decode() == LONG
    assert gzip.decompress((site / "a/é b.html.gz").read_bytes()).decode() == LONG
    assert (result.texts, result.before) == (2, 2 * len(LONG))
    assert 0 < result.after[".br"] < result.after[".gz"] < result.before


@pytest.mark.parametrize(
    "files",
    {
        "a short text": {"a.html": "Court."},
        "an image": {"a.png": LONG},
        "a font": {"a.woff2": LONG},
        "a text that does not get smaller": {"a.txt": NOISE},
        "a hidden file": {".htaccess": LONG, ".redirections.txt": LONG},
        "an empty file": {"a.html": ""},
    }.values(),
    ids=lambda files: next(iter(files)),
)
def test_what_gains_nothing_gets_no_copy(tmp_path, cache, files):
    site = write_site(tmp_path / "site", files)

    result = precompress(site, cache)

    assert (listed(site), result.texts) == (sorted(files), 0)


def test_the_bytes_depend_on_the_text_alone(tmp_path):
    found = []
    for name, when in (("one", 1_000_000_000), ("two", 1_700_000_000)):
        site = write_site(tmp_path / name, {f"{name}.html": LONG})
        os.utime(site / f"{name}.html", (when, when))
        precompress(site, FileCache(tmp_path / f"cache-{name}"))
        found.append([(site / f"{name}.html{end}").read_bytes() for end in (".br", ".gz")])
        assert (site / f"{name}.html.br").stat().st_mtime == when

    assert found[0] == found[1]
    assert found[0][1][:10] == bytes.fromhex(
        "1f8b08 00 00000000 02ff"
    )  # RFC 1952: no name, no time


def test_a_text_that_did_not_change_is_not_compressed_again(tmp_path, cache, monkeypatch):
    first = write_site(tmp_path / "first", {"a.html": LONG, "b.html": LONG + "b"})
    precompress(first, cache)
    compressed = []
    for suffix, (make, recipe) in list(formats.FORMATS.items()):
        spy = lambda data, make=make: compressed.append(data) or make(data)  # noqa: E731
        monkeypatch.setitem(formats.FORMATS, suffix, (spy, recipe))

    second = write_site(tmp_path / "second", {"a.html": LONG, "b.html": LONG + "changé"})
    precompress(second, cache)

    assert compressed == [(LONG + "changé").encode()] * 2
    assert (second / "a.html.br").read_bytes() == (first / "a.html.br").read_bytes()


def test_a_member_s_own_archive_is_never_written_over(tmp_path, cache):
    own = gzip.compress(b"autre chose")
    site = write_site(tmp_path / "site", {"notes.txt": LONG, "notes.txt.gz": own})

    result = precompress(site, cache)

    assert (site / "notes.txt.gz").read_bytes() == own
    assert result.foreign == ["notes.txt.gz"]
    assert (site / "notes.txt.br").is_file()


def test_a_second_time_changes_nothing(tmp_path, cache):
    site = write_site(tmp_path / "site", {"a.html": LONG})

    first = precompress(site, cache)
    again = precompress(site, cache)

    assert (listed(site), again) == (["a.html", "a.html.br", "a.html.gz"], first)


def test_a_link_that_leads_elsewhere_is_left_alone(tmp_path, cache):
    write_site(tmp_path, {"secret.txt": LONG})
    site = write_site(tmp_path / "site", {"a.html": LONG})
    (site / "b.txt").symlink_to(tmp_path / "secret.txt")

    precompress(site, cache)

    assert listed(site) == ["a.html", "a.html.br", "a.html.gz", "b.txt"]
    assert not (tmp_path / "secret.txt.gz").exists()


def test_what_it_saves_is_told_in_a_line(tmp_path, cache):
    site = write_site(tmp_path / "site", {"a.html": LONG, "b.html": LONG})

    assert precompress(site, cache).summary == (
        "2 textes : 10\N{NO-BREAK SPACE}ko, et pour les navigateurs 0\N{NO-BREAK SPACE}ko (br) "
        "ou 0\N{NO-BREAK SPACE}ko (gz)."
    )


@pytest.mark.server
@pytest.mark.parametrize("option, expected", [([], 0), (["--compresse"], 2)])
def test_a_build_compresses_when_it_is_asked_to(tmp_path, option, expected):
    content = write_site(tmp_path / "content", {"index.md": page("title: A", LONG)})

    command = ("build", f"--content={content}", f"--output={tmp_path / 'site'}", *option)
    done = run_task(*command)

    assert done.returncode == 0, done.stdout
    copies = list((tmp_path / "site").glob("index.html.*"))
    assert len(copies) == expected
    assert ("pour les navigateurs" in done.stdout) == bool(expected)
    assert "Rien n'a changé" in run_task(*command).stdout
    assert len(list((tmp_path / "site").glob("index.html.*"))) == expected
