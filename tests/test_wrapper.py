"""bin/invoke: what it says when something is missing, and how it keeps .venv right.

The quick tests give it a PATH that holds nothing but the few system commands
it uses and a chosen Python. The tests marked `server` let it install for real,
from locks reduced to one package each: the one that the wrapper itself needs, and
a small one of the tests'.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from patience import patient, wait_for

ROOT = Path(__file__).resolve().parent.parent
REAL_PYTHON = os.path.realpath(sys.executable)
COMMANDS = "cat cmp cp mkdir mv readlink rm rmdir sed sleep tail".split()
LOCK, TEST_LOCK = "requirements.lock", "requirements-test.lock"
KEPT = {LOCK: "invoke", TEST_LOCK: "iniconfig"}
TASKS = """\
import os
from invoke import task

@task
def where(c, content="content"):
    print(os.environ["INVOKE_CALLER_DIR"], os.getcwd(), content, sep="|")

@task
def test(c):
    import iniconfig
"""


def minimal_lock(name=LOCK):
    """The lines of a real lock that install one package, with their hashes."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found = re.search(rf"^{KEPT[name]}==.*(?:\n .*)*\n", text, flags=re.MULTILINE)
    assert found, f"{KEPT[name]} is not in {name}"
    return found.group()


def make_project(root):
    (root / "bin").mkdir(parents=True)
    shutil.copy(ROOT / "bin" / "invoke", root / "bin" / "invoke")
    for name in KEPT:
        (root / name).write_text(minimal_lock(name), encoding="utf-8")
    (root / "tasks.py").write_text(TASKS, encoding="utf-8")
    return root


def make_script(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n" + text, encoding="utf-8")
    path.chmod(0o755)


def fake_python(path, before):
    """A `python` that is the real one, once `before` has changed what it is.

    It understands `-c CODE` only, so it cannot make an environment by mistake.
    """
    make_script(path, f"""exec '{REAL_PYTHON}' -c '{before}; exec(sys.argv[2])' "$@"\n""")


OLD = "import sys; sys.version_info = (3, 9, 18)"
NO_ENSUREPIP = 'import sys; sys.modules["ensurepip"] = None'
VERY_NEW = "import sys; sys.version_info = (3, 99, 0)"


@pytest.fixture
def project(tmp_path):
    return make_project(tmp_path / "projet")


@pytest.fixture
def bare_path(tmp_path):
    """A directory for PATH: the system's commands, and no Python."""
    folder = tmp_path / "commands"
    folder.mkdir()
    for name in COMMANDS:
        (folder / name).symlink_to(shutil.which(name))
    return folder


def environment(path=None, **more):
    env = {k: v for k, v in os.environ.items() if k not in ("PYTHON", "INVOKE_CALLER_DIR")}
    return env | ({"PATH": str(path)} if path else {}) | more


def run(project, *args, cwd=None, env=None):
    return subprocess.run(
        [project / "bin" / "invoke", *args],
        cwd=cwd or project,
        env=env or environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


def assert_untouched(project):
    assert sorted(p.name for p in project.iterdir()) == ["bin", TEST_LOCK, LOCK, "tasks.py"]


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
        "-m",
        "invoke",
        "build",
        "--content=un dossier",
    ]


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",), ("--list",)])
def test_help_on_its_own_is_the_list(project, only_cmp, words):
    make_recorder(project)
    result = run(project, *words, env=environment(only_cmp))
    assert result.stdout.splitlines()[2:] == ["-m", "invoke", "--list"]


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
        assert result.stdout.splitlines() == [*where, "-m", "invoke", "--list"]


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


# --- For real ---------------------------------------------------------------


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


ENDING = " : installation dans .venv (une minute environ)…\n"
FIRST = f"Première utilisation{ENDING}"
MORE = f"Cette commande a besoin d'autres bibliothèques{ENDING}"
AGAIN = f"L'installation précédente n'est pas allée au bout{ENDING}"
CHANGED = f"Les bibliothèques du projet ont changé{ENDING}"

OFFLINE = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(ROOT / "bin")}


def assert_works(project, said=""):
    # A PYTHONHOME set for another Python would stop this one from starting.
    result = run(project, "where", cwd=project.parent, env=environment(PYTHONHOME="/nowhere"))
    assert result.returncode == 0, result.stderr
    assert result.stdout == f"{project.parent}|{project}|content\n"
    assert result.stderr == said
    lock = (project / "requirements.lock").read_bytes()
    assert (project / ".venv" / "requirements.lock").read_bytes() == lock
    assert not (project / ".venv.lock").exists()


def assert_tests(project, said=""):
    result = run(project, "test")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", said)
    for name in KEPT:
        assert (project / ".venv" / name).read_bytes() == (project / name).read_bytes()
    assert not list(project.glob(".venv/*.part"))


def packages(project):
    return next(project.glob(".venv/lib/python*/site-packages"))


def start(project, task="where", **options):
    return subprocess.Popen(
        [project / "bin" / "invoke", task],
        cwd=project,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        **options,
    )


@pytest.mark.server
def test_it_works_again_and_elsewhere_and_after_python_has_changed(first_use, used, tmp_path):
    assert_works(first_use)
    assert_works(used)
    python = used / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to(tmp_path / "python3.8")
    assert_works(used, said=f"Python a changé sur cet ordinateur{ENDING}")


@pytest.mark.server
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


@pytest.mark.server
def test_everything_at_once_on_first_use(project):
    assert_tests(project, said=FIRST)
    assert_works(project)


@pytest.mark.server
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


@pytest.mark.server
def test_interrupted_then_killed_then_made_again(project):
    begun = project / ".venv" / "pyvenv.cfg"
    stamp = project / ".venv" / "requirements.lock"

    # Ctrl-C reaches the wrapper and what it runs.
    process = start(project, start_new_session=True)
    wait_for(begun.exists)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=patient(60))
    assert process.returncode == 130
    assert said == FIRST + "\nInstallation interrompue : la prochaine commande la reprendra.\n"
    assert not stamp.exists()
    assert not (project / ".venv.lock").exists()

    # A power cut, while pip is at work, gives no time to give the lock back.
    process = start(project, start_new_session=True)
    wait_for((project / ".venv" / "requirements.lock.part").exists)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=patient(60))
    assert not stamp.exists()
    assert (project / ".venv.lock").is_dir()

    assert_works(project, said=AGAIN)


@pytest.mark.server
def test_two_at_once_install_once(project):
    processes = [start(project), start(project)]
    said = []
    for process in processes:
        output, errors = process.communicate(timeout=300)
        assert process.returncode == 0, errors
        assert output == f"{project}|{project}|content\n"
        said.append(errors)
    assert "".join(said).count("installation dans .venv") == 1
    assert_works(project)


@pytest.mark.server
def test_two_that_need_different_packages_at_once(project):
    for process in (start(project), start(project, "test")):
        _, errors = process.communicate(timeout=300)
        assert process.returncode == 0, errors
    assert_works(project)
    assert_tests(project)


@pytest.mark.server
def test_failure_says_what_to_do_and_leaves_nothing(project):
    result = run(project, "where", env=environment(**OFFLINE))
    assert result.returncode == 1
    lines = result.stderr.splitlines()
    assert lines[0] + "\n" == FIRST
    assert lines[1].startswith("L'installation n'a pas abouti. Vérifiez la connexion à internet")
    assert lines[2] == "Les derniers messages de pip :"
    assert "No matching distribution found" in result.stderr
    assert "Traceback" not in result.stderr
    assert_untouched(project)


@pytest.mark.server
def test_a_package_that_differs_from_the_lock_is_refused(project):
    lock = re.sub("sha256:.", "sha256:0", minimal_lock())
    (project / "requirements.lock").write_text(re.sub("sha256:0.", "sha256:00", lock))
    result = run(project, "where")
    assert result.returncode == 1
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in result.stderr
    assert_untouched(project)


@pytest.mark.server
@pytest.mark.skipif(
    sys.version_info >= (3, 15), reason="needs a Python that packages are ready for"
)
def test_a_python_newer_than_the_packages_is_the_last_choice(project, bare_path):
    """Some 10 seconds, as each test that installs: `venv` and pip are the real ones."""
    fake_python(bare_path / "python3", VERY_NEW)
    (bare_path / "python3.11").symlink_to(REAL_PYTHON)
    result = run(project, "where", env=environment(bare_path))
    assert result.returncode == 0, result.stderr
    assert result.stderr == FIRST
