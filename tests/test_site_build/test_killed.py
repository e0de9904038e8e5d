"""`kill -9` at any moment, and a full disk: the last good site stays whole."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from site_build.staging import lock_path, locked
from support import PROJECT, build_site, missing, page, write_site

PAGES = 120  # more than one process writes
KILLS = 8  # each a whole build by a new Python, a second or two: the slowest test of the folder

pytestmark = pytest.mark.server


def write_version(content: Path, version: str) -> None:
    write_site(
        content,
        {f"p{n}.md": page(f"title: Page {n}", f"Version {version}.\n") for n in range(PAGES)},
    )


def version_of(output: Path) -> str:
    """Return the one version that every page of a whole site holds."""
    pages = sorted(output.glob("p*.html"))
    assert len(pages) == PAGES
    (version,) = {
        path.read_text(encoding="utf-8").split("Version ")[1].split(".")[0] for path in pages
    }
    return version


def start_build(content: Path, output: Path) -> subprocess.Popen:
    command = [sys.executable, "-m", "site_build", "--content", content, "--output", output]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "plugins")}
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def test_a_build_killed_at_any_moment_leaves_a_whole_site(tmp_path):
    """Some twenty seconds: it builds as many times as it is killed, each a little later."""
    content, output = tmp_path / "content", tmp_path / "output"
    write_version(content, "0")
    started = time.monotonic()
    start_build(content, output).wait()
    duration = time.monotonic() - started
    for turn in range(1, KILLS + 1):
        before = version_of(output)
        write_version(content, str(turn))
        process = start_build(content, output)
        time.sleep(1.1 * duration * turn / KILLS)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert version_of(output) in (before, str(turn))
    assert build_site(content, output).is_ok
    assert version_of(output) == str(KILLS)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "output"]


def test_a_second_build_waits_for_the_first(tmp_path):
    content, output = tmp_path / "content", tmp_path / "output"
    write_version(content, "0")
    with locked(output):
        second = start_build(content, output)
        with pytest.raises(subprocess.TimeoutExpired):
            second.wait(2)
        assert not output.exists()
    assert second.wait() == 0
    assert version_of(output) == "0"


def test_a_second_build_that_waits_too_long_says_so(tmp_path):
    content, output = tmp_path / "content", tmp_path / "output"
    write_version(content, "0")
    with locked(output):
        (told,) = build_site(content, output).diagnostics.errors
    assert str(told) == (
        f"{output} : une autre construction de ce site est en cours. "
        "Attendez qu'elle finisse, puis recommencez."
    )
    assert not output.exists()


def test_a_lock_left_by_a_killed_build_holds_nobody_and_is_cleared(tmp_path):
    output = tmp_path / "output"
    code = "import sys, time; from pathlib import Path; from site_build.staging import locked\n"
    code += "with locked(Path(sys.argv[1])): print('held', flush=True); time.sleep(600)"
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "plugins")}
    held = subprocess.Popen(
        [sys.executable, "-c", code, output], env=environment, stdout=subprocess.PIPE
    )
    held.stdout.readline()
    assert lock_path(output).exists()
    held.kill()
    held.wait()
    held.stdout.close()
    with locked(tmp_path / "other", patience=0):
        pass
    with locked(output, patience=0):
        pass
    assert not lock_path(output).exists()


@pytest.fixture
def small_disk(tmp_path):
    """Mount a file system of 256 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount, "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if not mount or subprocess.run(command, capture_output=True).returncode:
        missing("mount")  # or the right to mount: CI runs as root
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_earlier_site(tmp_path, small_disk):
    content, output = tmp_path / "content", small_disk / "output"
    write_site(content, {"index.md": page("title: A", "Version 1.\n")})
    assert build_site(content, output).is_ok
    write_site(content, {"gros.pdf": b"x" * 300_000})
    result = build_site(content, output)
    assert [str(diagnostic) for diagnostic in result.diagnostics.errors] == [
        "le disque est plein. Faites de la place, puis recommencez."
    ]
    assert "Version 1" in (output / "index.html").read_text(encoding="utf-8")
    assert [path.name for path in small_disk.iterdir()] == ["output"]
