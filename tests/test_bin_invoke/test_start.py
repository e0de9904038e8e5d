"""bin/invoke: what it says when something is missing, and what it starts once all is there.

It is given a PATH that holds nothing but the few system commands it uses and a chosen Python.
"""

import os
import shutil
import subprocess
import sys

import pytest

from wrapper_support import (
    FIRST,
    KEPT,
    LOCK,
    NO_ENSUREPIP,
    OLD,
    VERY_NEW,
    assert_untouched,
    environment,
    fake_python,
    make_project,
    make_script,
    run,
)

# --- What is missing ---------------------------------------------------------


def test_no_python_at_all(project, bare_path):
    result = run(project, "--list", env=environment(bare_path))
    assert result.returncode == 1
    assert "Python est introuvable" in result.stderr
    assert "Il faut Python 3.11 ou plus récent" in result.stderr
    assert result.stdout == ""
    assert_untouched(project)


def test_python_too_old_says_which_and_what_is_needed(project, bare_path):
    fake_python(bare_path / "python3", OLD)
    result = run(project, "--list", env=environment(bare_path))
    assert result.returncode == 1
    assert "trop ancien" in result.stderr
    assert "Python 3.9 (python3)" in result.stderr
    assert "Il faut Python 3.11 ou plus récent" in result.stderr
    assert_untouched(project)


def test_python_without_ensurepip_names_the_package(project, bare_path):
    fake_python(bare_path / "python3", NO_ENSUREPIP)
    result = run(project, "--list", env=environment(bare_path))
    assert result.returncode == 1
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert f"sudo apt install python{version}-venv" in result.stderr
    assert_untouched(project)


def test_a_python_that_does_not_run_is_passed_over(project, bare_path):
    make_script(bare_path / "python3", "echo 'shim: no such version' >&2; exit 127\n")
    fake_python(bare_path / "python3.12", OLD)
    result = run(project, "--list", env=environment(bare_path))
    assert result.returncode == 1
    assert "Python 3.9 (python3.12)" in result.stderr
    assert "shim" not in result.stderr


def test_the_chosen_python_comes_first_even_named_from_the_caller(project, bare_path):
    fake_python(project.parent / "mine" / "python", OLD)
    fake_python(bare_path / "python3", OLD)
    env = environment(bare_path, PYTHON="mine/python")
    result = run(project, "--list", cwd=project.parent, env=env)
    assert f"Python 3.9 ({project.parent}/mine/python), Python 3.9 (python3)" in result.stderr


@pytest.mark.skipif(
    sys.version_info >= (3, 15), reason="needs a Python that packages are ready for"
)
def test_a_python_newer_than_the_packages_is_the_last_choice(project, bare_path):
    chosen = bare_path / "python3.11"
    fake_python(bare_path / "python3", VERY_NEW)
    fake_python(chosen, f'import sys; sys.executable = "{chosen}"')
    result = run(project, "where", env=environment(bare_path))
    assert result.stderr.startswith(FIRST)
    assert "name 'venv' is not defined" in result.stderr  # it understands `-c CODE` only
    assert "trop récent" not in result.stderr


@pytest.mark.parametrize("name", KEPT)
def test_a_missing_lock_is_said(project, bare_path, name):
    (project / name).unlink()
    result = run(project, "test", env=environment(bare_path))
    assert result.returncode == 1
    assert f"{name} manque" in result.stderr


# --- Once .venv is there ------------------------------------------------------


def make_recorder(project, *locks):
    """A whole .venv, as far as the wrapper looks, whose Python writes its arguments."""
    make_script(
        project / ".venv" / "bin" / "python",
        'for word in "$INVOKE_CALLER_DIR" "$PWD" "$@"; do printf "%s\\n" "$word"; done\n',
    )
    for name in locks or [LOCK]:
        shutil.copy(project / name, project / ".venv" / name)


@pytest.fixture
def only_cmp(tmp_path):
    folder = tmp_path / "only-cmp"
    folder.mkdir()
    (folder / "cmp").symlink_to(shutil.which("cmp"))
    return folder


def test_warm_start_runs_invoke_and_nothing_else(project, only_cmp):
    make_recorder(project)
    result = run(project, "build", "--content=un dossier", env=environment(only_cmp))
    assert result.returncode == 0
    assert result.stderr == ""
    assert result.stdout.splitlines() == [
        str(project),
        str(project),
        "bin/start.py",
        "build",
        "--content=un dossier",
    ]


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",), ("--list",)])
def test_help_on_its_own_is_the_list(project, only_cmp, words):
    make_recorder(project)
    result = run(project, *words, env=environment(only_cmp))
    assert result.stdout.splitlines()[2:] == ["bin/start.py", "--list"]


@pytest.mark.parametrize(
    ("words", "needs_more"),
    [
        ("test", True),
        ("test --fast", True),
        ("--echo test", True),
        ("captures", True),
        ("messages", True),
        ("", False),
        ("--list", False),
        ("build", False),
        ("verrou", False),
        ("vitesse", False),
        ("actualite test", False),
    ],
)
def test_which_tasks_need_the_packages_of_the_tests(
    project, bare_path, only_cmp, words, needs_more
):
    make_recorder(project)
    without = run(project, *words.split(), env=environment(bare_path))
    assert (without.returncode, "Python est introuvable" in without.stderr) == (
        (1, True) if needs_more else (0, False)
    )
    make_recorder(project, *KEPT)
    assert run(project, *words.split(), env=environment(only_cmp)).stderr == ""


@pytest.mark.parametrize("name", ["site d'été — « essai »", "-tiret", "a$b*c"])
def test_any_path_and_any_directory(tmp_path, name):
    project = make_project(tmp_path / name)
    make_recorder(project)
    elsewhere = tmp_path / "où ça"
    elsewhere.mkdir()
    by_link = tmp_path / "lien"
    by_link.symlink_to(project / "bin" / "invoke")
    for command in (
        [project / "bin" / "invoke"],
        [os.path.relpath(project / "bin" / "invoke", elsewhere)],
        ["../lien"],
        ["sh", project / "bin" / "invoke"],
    ):
        result = subprocess.run(
            command,
            cwd=elsewhere,
            env=environment(CDPATH=str(tmp_path)),
            capture_output=True,
            encoding="utf-8",
        )
        assert result.stderr == ""
        where = [str(elsewhere), str(project)]
        assert result.stdout.splitlines() == [*where, "bin/start.py", "--list"]


def test_called_from_its_own_directory(project):
    make_recorder(project)
    result = subprocess.run(
        ["sh", "invoke"],
        cwd=project / "bin",
        env=environment(),
        capture_output=True,
        encoding="utf-8",
    )
    assert result.stdout.splitlines()[:2] == [str(project / "bin"), str(project)]


def test_exit_status_is_that_of_the_command(project):
    make_recorder(project)
    make_script(project / ".venv" / "bin" / "python", "exit 7\n")
    assert run(project).returncode == 7
