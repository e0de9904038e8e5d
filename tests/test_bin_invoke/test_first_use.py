"""bin/invoke installs for real, from locks reduced to one package each, and keeps .venv right.

Some five seconds each time, and five times in the longest test: `venv` and pip are the real ones.
"""

import shutil

import pytest

from wrapper_support import (
    AGAIN,
    CHANGED,
    ENDING,
    FIRST,
    LOCK,
    MORE,
    OFFLINE,
    TEST_LOCK,
    assert_tests,
    assert_works,
    environment,
    make_project,
    packages,
    run,
)

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def first_use(tmp_path_factory):
    """A project whose packages were installed by the first command of all."""
    project = make_project(tmp_path_factory.mktemp("first") / "projet d'essai é")
    assert_works(project, said=FIRST)
    return project


@pytest.fixture
def used(first_use, tmp_path):
    """A copy of it, elsewhere."""
    return shutil.copytree(first_use, tmp_path / "ailleurs", symlinks=True)


def test_it_works_again_and_elsewhere_and_after_python_has_changed(first_use, used, tmp_path):
    assert_works(first_use)
    assert_works(used)
    python = used / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to(tmp_path / "python3.8")
    assert_works(used, said=f"Python a changé sur cet ordinateur{ENDING}")


def test_what_the_tests_need_is_added_once(used):
    project = used
    witness = packages(project) / "witness.py"
    witness.touch()
    assert not (packages(project) / "iniconfig").exists()
    assert_tests(project, said=MORE)
    assert_tests(project)
    assert_works(project)  # and takes nothing away
    assert_tests(project)
    assert witness.exists()

    # Another lock of the tests concerns them alone, and what it no longer names goes away.
    with (project / TEST_LOCK).open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    assert_works(project)
    assert_tests(project, said=CHANGED)
    assert not witness.exists()

    # So does what the site's lock no longer names.
    witness.touch()
    with (project / LOCK).open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    assert_works(project, said=CHANGED)
    assert not witness.exists()
    assert_tests(project, said=MORE)


def test_without_what_the_tests_need_the_rest_works(used):
    project = used
    for said in (MORE, AGAIN):
        result = run(project, "test", env=environment(**OFFLINE))
        assert (result.returncode, result.stderr.startswith(said)) == (1, True)
        assert_works(project)
    assert_tests(project, said=AGAIN)

    # A power cut leaves a package half written: it is written again, and no other.
    halved = packages(project) / "iniconfig" / "__init__.py"
    whole, witness = halved.read_text("utf-8"), packages(project) / "witness.py"
    halved.write_text("half")
    witness.touch()
    stamp = project / ".venv" / TEST_LOCK
    stamp.rename(f"{stamp}.part")
    assert_works(project)
    assert_tests(project, said=AGAIN)
    assert halved.read_text("utf-8") == whole
    assert witness.exists()
