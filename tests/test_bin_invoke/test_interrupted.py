"""bin/invoke installs for real: at once, interrupted, several times at once, in vain.

Some five seconds each time, and three times in the longest test: `venv` and pip are the real ones.
"""

import os
import re
import signal

import pytest

from patience import patient, wait_for
from wrapper_support import (
    AGAIN,
    FIRST,
    OFFLINE,
    assert_tests,
    assert_untouched,
    assert_works,
    environment,
    minimal_lock,
    run,
    start,
)

pytestmark = pytest.mark.server


def test_everything_at_once_on_first_use(project):
    assert_tests(project, said=FIRST)
    assert_works(project)


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


def test_several_at_once_that_need_different_packages(project):
    processes = [start(project), start(project), start(project, "test")]
    said = []
    for process in processes:
        output, errors = process.communicate(timeout=300)
        assert process.returncode == 0, errors
        assert output in ("", f"{project}|{project}|content\n")
        said.append(errors)
    made = "".join(said)
    # By whoever comes first, all that it needs; then the rest, if it was not « test ».
    assert made.count(FIRST) == 1 and made.count("installation dans .venv") <= 2
    assert_works(project)
    assert_tests(project)


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


def test_a_package_that_differs_from_the_lock_is_refused(project):
    lock = re.sub("sha256:.", "sha256:0", minimal_lock())
    (project / "requirements.lock").write_text(re.sub("sha256:0.", "sha256:00", lock))
    result = run(project, "where")
    assert result.returncode == 1
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in result.stderr
    assert_untouched(project)
