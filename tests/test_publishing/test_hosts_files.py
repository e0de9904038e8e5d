"""What the Git hosts read in this project: workflows and forms, held to the hosts' own rules."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from support import PROJECT

GITHUB = PROJECT / ".github/workflows/site.yml"
NEWEST = PROJECT / ".github/workflows/newest.yml"
FORGEJO = PROJECT / ".forgejo/workflows/site.yml"
GITLAB = PROJECT / ".gitlab-ci.yml"
FORMS = sorted(PROJECT.glob(".github/ISSUE_TEMPLATE/*.yml")) + sorted(
    PROJECT.glob(".forgejo/issue_template/*.yml")
)


def run(*command: str | Path) -> str:
    """Return what a checker says, "" when it is content."""
    done = subprocess.run(list(map(str, command)), cwd=PROJECT, capture_output=True, text=True)
    return done.stdout + done.stderr if done.returncode else ""


@pytest.mark.server
@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", [GITHUB, NEWEST]),
        ("vendor.github-workflows", [FORGEJO]),
        ("vendor.gitlab-ci", [GITLAB]),
        ("vendor.github-issue-forms", [path for path in FORMS if path.stem != "config"]),
        ("vendor.github-issue-config", [path for path in FORMS if path.stem == "config"]),
    ],
    ids=["GitHub", "Forgejo", "GitLab", "forms", "choice of a form"],
)
def test_the_hosts_can_read_it(schema: str, files: list[Path]):
    assert files
    checker = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema)
    assert run(*checker, *files) == ""


@pytest.mark.server
@pytest.mark.parametrize("workflow", [GITHUB, NEWEST, FORGEJO], ids=["GitHub", "newest", "Forgejo"])
def test_a_workflow_offers_no_hold(workflow: Path):
    zizmor = Path(sys.executable).with_name("zizmor")
    assert run(zizmor, "--offline", "--quiet", "--no-progress", workflow) == ""


@pytest.mark.parametrize("workflow", [GITHUB, NEWEST, FORGEJO], ids=["GitHub", "newest", "Forgejo"])
def test_actions_are_named_by_their_whole_commit_with_their_version_beside(workflow: Path):
    used = re.findall(r"uses: *(.*)", workflow.read_text("utf-8"))
    assert used
    for action in used:
        pinned = r"(https://data\.forgejo\.org/)?[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+.*"
        assert re.fullmatch(pinned, action), action
        assert action.startswith("https://") == (workflow == FORGEJO)


@pytest.mark.parametrize("workflow", [GITHUB, FORGEJO], ids=["GitHub", "Forgejo"])
def test_permissions_are_the_least(workflow: Path):
    read = yaml.safe_load(workflow.read_text("utf-8"))
    publisher = {"pages": "write", "id-token": "write"}
    assert read["permissions"] == {"contents": "read" if workflow == GITHUB else "write"}
    told = {name: job["permissions"] for name, job in read["jobs"].items() if "permissions" in job}
    keeper = {"contents": "write"}  # of what calendars announce: never on a pull request
    assert told == ({"publie": publisher, "agendas": keeper} if workflow == GITHUB else {})


@pytest.mark.parametrize("workflow", [GITHUB, FORGEJO], ids=["GitHub", "Forgejo"])
def test_it_runs_on_push_every_night_and_for_a_pull_request(workflow: Path):
    when = yaml.safe_load(workflow.read_text("utf-8"))[True]  # YAML 1.1 reads `on` so
    assert {"push", "pull_request", "schedule", "workflow_dispatch"} == set(when)
    assert re.fullmatch(r"\d+ \d+ \* \* \*", when["schedule"][0]["cron"])


@pytest.mark.parametrize("workflow", [GITHUB, FORGEJO, GITLAB], ids=["GitHub", "Forgejo", "GitLab"])
def test_caches_follow_the_locks_and_nothing_is_published_unasked(workflow: Path):
    text = workflow.read_text("utf-8")
    both = "requirements.lock, requirements-test.lock"
    quoted = both.replace(", ", "', '")
    assert (f"files: [{both}]" if workflow == GITLAB else f"hashFiles('{quoted}')") in text
    kept = r"(paths: \[.venv/, |path: \|\s+).cache/images(/, |\s+).cache/share_pictures"
    assert re.search(kept, text)
    recipe = "hashFiles('content/**', 'requirements.lock', 'plugins/page_parts/**')"
    assert recipe in text or workflow == GITLAB  # which keeps it at each run
    asked = '$PUBLIER == "oui"' if workflow == GITLAB else "vars.PUBLIER == 'oui'"
    assert asked in text


def test_each_python_served_runs_the_tests_before_anything_is_published():
    wrapper = (PROJECT / "bin/invoke").read_text("utf-8")
    oldest, newest = (
        int(re.search(rf"^{name}_minor=(\d+)", wrapper, re.MULTILINE)[1])
        for name in ("oldest", "newest")
    )
    served = [f"3.{minor}" for minor in range(oldest, newest + 1)]
    github = yaml.safe_load(GITHUB.read_text("utf-8"))["jobs"]
    assert github["programme"]["strategy"]["matrix"] == {"python": served}
    assert github["programme"]["container"] == "python:${{ matrix.python }}-bookworm"
    assert github["publie"]["needs"] == ["site", "programme"]
    gitlab = yaml.safe_load(GITLAB.read_text("utf-8"))
    assert gitlab["programme"]["parallel"]["matrix"] == [{"PYTHON_MINOR": served}]
    assert gitlab["programme"]["image"] == "python:$PYTHON_MINOR-bookworm"
    assert gitlab["pages"]["needs"] == ["contenu", "programme"]


def test_the_build_of_the_tests_is_not_the_one_published():
    """Elsewhere, the tests have a machine of their own."""
    steps = yaml.safe_load(FORGEJO.read_text("utf-8"))["jobs"]["site"]["steps"]
    order = ["Vérifie le programme", "Construit le site", "Publie"]
    assert [step["name"] for step in steps if step.get("name") in order] == order
