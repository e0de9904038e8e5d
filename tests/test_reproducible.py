"""The same content gives the same bytes, on any machine, in any order, at any hour."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support import PROJECT, SITES, page, write_site

pytestmark = pytest.mark.server

MOMENT = "1767225600"  # 1 January 2026
OTHER_MOMENT = "1788220800"  # 1 September 2026: no file of these sites is dated in between

HERE = {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": MOMENT}
THERE = {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242"}
EVENT = page('title: Fête\ndébut: "2025-06-21 18:30"\nlieu: "Le jardin, Montpellier"')


def build_in_child(content: Path, output: Path, umask: int, environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "site_build", "--siteurl", "https://exemple.fr/projet"]
    subprocess.run(
        [*command, "--content", str(content), "--output", str(output)],
        env={**os.environ, "PYTHONPATH": str(PROJECT / "plugins"), **environment},
        umask=umask,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def copy_backwards(content: Path, copy: Path) -> Path:
    """Copy a tree in the opposite order, each file older than the one before."""
    paths = sorted((path for path in content.rglob("*") if path.is_file()), reverse=True)
    for age, path in enumerate(paths, 1):
        target = copy / path.relative_to(content)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target, follow_symlinks=False)
        os.utime(target, (10**9 - age * 86400,) * 2, follow_symlinks=False)
    return copy


def contents(output: Path) -> dict[str, bytes]:
    files = (path for path in output.rglob("*") if path.is_file())
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


def assert_same(one: Path, other: Path, *but: str) -> None:
    first, second = contents(one), contents(other)
    assert sorted(first) == sorted(second)
    assert {name for name in first if first[name] != second[name]} == set(but)


@pytest.fixture(scope="module")
def sites(tmp_path_factory) -> list[Path]:
    """Give our own content with more of everything, and a whole site of the dialect."""
    ours = tmp_path_factory.mktemp("ours") / "content"
    shutil.copytree(PROJECT / "content", ours)
    dates = [f"2025-{month:02}-{day:02}" for month in range(1, 7) for day in (1, 15)]
    write_site(ours, {f"_posts/{date}-a.md": page(f"title: A{date}") for date in dates})
    write_site(ours, {f"_posts/{date}-b.md": page("tags: [un, deux]") for date in dates})
    write_site(ours, {f"_evenements/{date}-fete.md": EVENT for date in dates})
    theirs = SITES / "every_kind"
    return [ours, theirs / "content" if (theirs / "content").is_dir() else theirs]


@pytest.mark.parametrize("number", [0, 1], ids=["ours", "another"])
def test_two_builds_under_other_settings_are_equal(tmp_path, sites, number):
    content = sites[number]
    copy = copy_backwards(content, tmp_path / "Côpie du site" / "autre nom")
    build_in_child(content, tmp_path / "one", 0o022, HERE)
    build_in_child(copy, tmp_path / "un autre", 0o077, {**THERE, "SOURCE_DATE_EPOCH": MOMENT})
    assert_same(tmp_path / "one", tmp_path / "un autre")


def test_time_that_passes_changes_nothing(tmp_path, sites):
    build_in_child(sites[0], tmp_path / "one", 0o022, HERE)
    build_in_child(sites[0], tmp_path / "other", 0o022, {**HERE, "SOURCE_DATE_EPOCH": OTHER_MOMENT})
    letter = ("agenda/semaine.html", "agenda/semaine.txt")  # that of the seven days that come
    assert_same(tmp_path / "one", tmp_path / "other", *letter)


@pytest.mark.parametrize("date", ["2026-01-01", "2026-01-02"])
def test_the_build_s_day_is_the_one_told(tmp_path, date):
    """A post is out on its day in France, whatever the clock and the zone of the machine."""
    content = write_site(
        tmp_path / "content",
        {"index.md": page("title: A"), f"_posts/{date}-b.md": page("title: B")},
    )
    build_in_child(content, tmp_path / "output", 0o022, {**THERE, "SOURCE_DATE_EPOCH": MOMENT})
    day = date.replace("-", "/")
    assert (tmp_path / f"output/{day}/b.html").is_file() == (date == "2026-01-01")
