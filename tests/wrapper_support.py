"""Projects of one package, in which `bin/invoke` is run, and what it says there."""

import os
import re
import shutil
import subprocess
import sys

from support import PROJECT as ROOT

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
    for folder in ("bin", "plugins/core", "plugins/engine"):  # what the first file of all imports
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
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
    names = ["bin", "plugins", TEST_LOCK, LOCK, "tasks.py"]
    assert sorted(p.name for p in project.iterdir()) == names


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
