"""A site comes into place whole, and nothing else is ever replaced."""

import errno
from pathlib import Path

import pytest

from site_build import staging
from site_build.atomic_swap import ExchangeUnsupported, exchange
from site_build.staging import BusyOutput, ForeignFolder, is_replaceable, locked, staged, swap_in


def make(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text, encoding="utf-8")
    if folder.name.startswith("."):
        (folder / staging.BUILT_SIGN).touch()
    return folder


def read(folder: Path) -> str:
    return (folder / "index.html").read_text(encoding="utf-8")


def test_two_folders_exchanged(tmp_path):
    one, other = make(tmp_path / "a", "1"), make(tmp_path / "b", "2")
    exchange(one, other)
    assert (read(one), read(other)) == ("2", "1")


def test_a_folder_that_is_not_there_cannot_be_exchanged(tmp_path):
    with pytest.raises(OSError) as raised:
        exchange(make(tmp_path / "a", "1"), tmp_path / "none")
    assert raised.value.errno == errno.ENOENT
    assert read(tmp_path / "a") == "1"


def test_the_new_site_takes_the_place_of_the_old(tmp_path):
    output = make(tmp_path / "output", "old")
    with staged(output) as folder:
        (folder / "index.html").write_text("new", encoding="utf-8")
        assert read(output) == "old"
        swap_in(folder, output)
    assert read(output) == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_a_system_without_exchange_uses_two_renames(tmp_path, monkeypatch):
    def unsupported(*_: Path) -> None:
        raise ExchangeUnsupported(errno.ENOSYS, "no")

    monkeypatch.setattr(staging, "exchange", unsupported)
    output = make(tmp_path / "output", "old")
    with staged(output) as folder:
        (folder / "index.html").write_text("new", encoding="utf-8")
        swap_in(folder, output)
    assert read(output) == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_a_site_killed_between_two_renames_comes_back(tmp_path):
    make(tmp_path / ".output.old", "yesterday's")
    with staged(tmp_path / "output"):
        assert read(tmp_path / "output") == "yesterday's"


def test_what_a_dead_build_left_is_cleared(tmp_path):
    make(tmp_path / ".output.part", "half")
    with staged(tmp_path / "output") as folder:
        assert [path.name for path in folder.iterdir()] == [staging.BUILT_SIGN]
    assert list(tmp_path.iterdir()) == []


def test_one_build_at_a_time_for_one_output(tmp_path):
    with locked(tmp_path / "output"):
        with pytest.raises(BusyOutput), locked(tmp_path / "output", patience=0):
            pass
        with locked(tmp_path / "other"):
            pass
    with locked(tmp_path / "output"):
        pass


def test_only_a_built_site_or_an_empty_folder_is_replaced(tmp_path):
    assert is_replaceable(tmp_path / "new")
    assert is_replaceable(tmp_path)
    holiday = make(tmp_path / "holiday", "photos")
    assert not is_replaceable(holiday)
    (holiday / "theme" / "css").mkdir(parents=True)
    assert not is_replaceable(holiday)
    (holiday / staging.BUILT_SIGN).touch()
    assert is_replaceable(holiday)
    assert not is_replaceable(holiday / "index.html")


@pytest.mark.parametrize("kind", ["part", "old"])
def test_a_neighbour_that_is_somebody_s_is_left_alone(tmp_path, kind):
    theirs = tmp_path / f".output.{kind}"
    theirs.mkdir()
    (theirs / "lettre.txt").touch()
    with pytest.raises(ForeignFolder), staged(tmp_path / "output"):
        pass
    assert (theirs / "lettre.txt").is_file()
    assert not (tmp_path / "output").exists()


def test_what_is_removed_bears_its_sign_to_the_end(tmp_path, monkeypatch):
    output = tmp_path / "output"
    with staged(output) as made:
        (made / "a").mkdir()
        (made / "b.html").write_text("b", encoding="utf-8")
        removed = []
        real = Path.unlink

        def unlink(path: Path, missing_ok: bool = False) -> None:
            removed.append(path.name)
            real(path, missing_ok=missing_ok)

        monkeypatch.setattr(Path, "unlink", unlink)
    assert removed == ["b.html", staging.BUILT_SIGN]
    assert not made.exists()
