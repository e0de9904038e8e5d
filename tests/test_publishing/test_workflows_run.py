"""The steps of the workflows, read from their files and run in a real clone of the project.

The clone has a small content of its own, and shares the environment of the tests.
"""

import contextlib
import http.server
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from calendar_support import calendar
from git_support import CLEAN, git
from local_server import local_server
from support import PROJECT, page, read_page, require, write_site

pytestmark = pytest.mark.server

_GITHUB = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "Nom/projet"}
_CODEBERG = {"GITHUB_SERVER_URL": "https://codeberg.org", "GITHUB_REPOSITORY": "Nom/projet"}
_GITLAB = {
    "CI_PAGES_URL": "https://nom.gitlab.io/projet",
    "CI_PAGES_DOMAIN": "gitlab.io",
    "CI_PROJECT_ROOT_NAMESPACE": "nom",
    "CI_PROJECT_PATH": "nom/groupe/projet",
    "CI_JOB_ID": "12",
    "CI_DEFAULT_BRANCH": "main",
}
_SITE = {
    "_config.yml": "title: Le site\n",
    "index.md": page("title: Accueil", "[Contact]({% link contact.md %})\n"),
    "contact.md": page("title: Contact", "Écrivez-nous.\n"),
}


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository with the project as it is here, with a small content."""
    require("git", package="git")
    root = tmp_path_factory.mktemp("hosting")
    listed = ("-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others")
    for name in git(PROJECT, *listed, "--exclude-standard").split("\0"):
        if name and not name.startswith(("content/", "tests/")) and (PROJECT / name).is_file():
            copy = root / "sources" / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(PROJECT / name, copy)
    sources = root / "sources"
    write_site(sources / "content", _SITE)
    git(sources, "init", "-q", "-b", "main")
    git(sources, "add", ".")
    git(sources, *"commit -qm Début".split())
    git(root, "clone", "-q", "--bare", str(sources), str(root / "projet.git"))
    return root / "projet.git"


@pytest.fixture(scope="module")
def used(original: Path) -> Path:
    """A clone that was used once: what that compiled, each of its copies has."""
    folder = original.parent / "clone"
    git(original.parent, "clone", "-q", str(original), str(folder))
    (folder / ".venv").symlink_to((PROJECT / ".venv").resolve())
    done(folder, "bin/invoke check")
    return folder


@pytest.fixture
def clone(used: Path, tmp_path: Path) -> Path:
    subprocess.run(["cp", "-a", used, tmp_path / "un dossier à nous"], check=True)
    return tmp_path / "un dossier à nous"


def steps(path: str, job: str) -> dict[str, str]:
    """Return what the steps of a GitHub or Forgejo job run, by their names."""
    read = yaml.safe_load((PROJECT / path).read_text("utf-8"))
    return {step["name"]: step["run"] for step in read["jobs"][job]["steps"] if "run" in step}


def script(job: str) -> list[str]:
    """Return the lines of a GitLab job."""
    return yaml.safe_load((PROJECT / ".gitlab-ci.yml").read_text("utf-8"))[job]["script"]


def run(clone: Path, line: str, **variables: str) -> subprocess.CompletedProcess:
    """Run a line as a runner does: sh, stopping at the first fault, with the host's variables."""
    hosts = ("CI", "GITHUB", "GITLAB", "FORGEJO", "GITEA", "SITEURL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(hosts)}
    return subprocess.run(
        ["sh", "-e", "-c", line],
        cwd=clone,
        env={**kept, **CLEAN, "CI": "true", **variables},
        capture_output=True,
        text=True,
    )


def done(clone: Path, line: str, **variables: str) -> str:
    """Run a line that must succeed and return what it says."""
    result = run(clone, line, **variables)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def links(output: Path) -> list[str]:
    return [a.attributes["href"] for a in read_page(output).css("main a") if "Contact" in a.text()]


@pytest.mark.parametrize(
    ("path", "variables", "address", "link"),
    [
        (".github/workflows/site.yml", _GITHUB, "https://nom.github.io/projet", "/projet/"),
        (".forgejo/workflows/site.yml", _CODEBERG, "https://nom.codeberg.page/projet", "/projet/"),
        (".github/workflows/site.yml", {**_GITHUB, "GITHUB_REPOSITORY": "Nom/Nom.github.io"},
         "https://nom.github.io", "/"),
        (".forgejo/workflows/site.yml", {**_CODEBERG, "SITEURL": "https://exemple.fr/"},
         "https://exemple.fr", "/"),
    ],
    ids=["GitHub", "Codeberg", "at GitHub's root", "a domain of its own"],
)  # fmt: skip
def test_github_and_forgejo_build_for_their_address(clone: Path, path, variables, address, link):
    commands = steps(path, "site")
    done(clone, commands["Construit le site"], **variables)
    assert links(clone / "output") == [f"{link}contact.html"]
    assert f"<loc>{address}/contact.html</loc>" in (clone / "output/sitemap.xml").read_text()
    done(clone, commands["Vérifie le contenu"], **variables)


def test_gitlab_builds_checks_and_hands_the_site_over(clone: Path):
    for line in script("contenu"):
        done(clone, line, **_GITLAB)
    assert (clone / "contenu.json").read_text().strip() == "[]"
    assert links(clone / "output") == ["/projet/contact.html"]
    for line in script("pages"):
        done(clone, line, **_GITLAB)
    assert (clone / "public/index.html").is_file()


def test_a_gitlab_preview_is_built_for_the_address_where_it_is_read(clone: Path):
    said = [done(clone, line, **_GITLAB) for line in script("apercu")]
    folder = "/-/groupe/projet/-/jobs/12/artifacts/output/"
    assert f"https://nom.gitlab.io{folder}index.html" in said[-1]
    assert links(clone / "output") == [f"{folder}contact.html"]


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("contact.md", page("title: Contact", "[Perdue](/perdue.html)\n"), 4),
        ("_evenements/2026-03-12-fete.md", page("title: Fête\ndebut: 2026-02-30"), 3),
    ],
    ids=["one that the check finds", "one that stops the build"],
)
def test_a_diagnostic_is_shown_on_its_line_and_stops_the_run(clone: Path, file, text, line):
    write_site(clone / "content", {file: text})
    github = steps(".github/workflows/site.yml", "site")["Vérifie le contenu"]
    refused = run(clone, github, **_GITHUB)
    assert refused.returncode == 1
    assert f"::error file=content/{file},line={line},title=" in refused.stdout
    refused = run(clone, script("contenu")[0], **_GITLAB)
    assert refused.returncode == 1 and f"content/{file}:{line}" in refused.stdout
    told = json.loads((clone / "contenu.json").read_text("utf-8"))
    assert (told[0]["location"]["path"], told[0]["location"]["lines"]["begin"]) == (
        f"content/{file}",
        line,
    )


def test_an_unknown_host_is_told(clone: Path):
    elsewhere = {**_CODEBERG, "GITHUB_SERVER_URL": "https://git.exemple.fr"}
    refused = run(clone, ".ci/siteurl", **elsewhere)
    assert refused.returncode == 1 and "variable SITEURL" in refused.stderr


@pytest.mark.parametrize(
    ("changed", "before", "all_tests"),
    [
        ("content/contact.md", "HEAD~1", False),
        ("theme/README.md", "HEAD~1", True),
        ("content/contact.md", "0" * 40, True),
        ("theme/README.md", "", False),
    ],
    ids=["the content", "the program", "a first push", "at night"],
)
def test_all_tests_run_when_the_program_changed(clone: Path, changed, before, all_tests):
    (clone / changed).parent.mkdir(exist_ok=True)
    (clone / changed).write_text("autre\n")
    git(clone, "add", changed)
    git(clone, *"commit -qm Suite".split())
    for path in (".ci/run", "bin/invoke"):  # which of the two, rather than minutes of tests
        (clone / path).write_text('#!/bin/sh\necho "$0" "$@"\n')
    expected = ".ci/run" if all_tests else "bin/invoke test --fast"
    jobs = {".github/workflows/site.yml": "programme", ".forgejo/workflows/site.yml": "site"}
    for path, job in jobs.items():
        line = steps(path, job)["Vérifie le programme"]
        assert done(clone, line, BEFORE=before).strip() == expected
    assert done(clone, *script("programme"), BEFORE=before).strip() == expected


def test_what_calendars_announce_is_kept_and_sent_alone(clone: Path, tmp_path: Path):
    sent = tmp_path / "envoi.git"
    git(tmp_path, "clone", "-q", "--bare", str(clone), str(sent))
    git(clone, "remote", "set-url", "origin", str(sent))

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(calendar("SUMMARY:Bal\nDTSTART;VALUE=DATE:20261212"))

        def log_message(self, *_: object) -> None:
            """Say nothing: a test's output is its own."""

    with local_server(Handler) as place:
        actor = page(f"nom: La Source\nrole: coopérative\nagenda: http://{place}/a.ics")
        commons = {"_communs/a/index.md": page("title: A"), "_communs/a/source.md": actor}
        write_site(clone / "content", commons)
        git(clone, "add", ".")
        git(clone, *"commit -qm Suite".split())
        (clone / "content/contact.md").write_text("pas encore enregistré\n", encoding="utf-8")
        line = steps(".forgejo/workflows/site.yml", "site")["Relit les agendas"]
        for _ in range(2):  # the second time, nothing has changed
            done(clone, line, SOURCE_DATE_EPOCH="1796083200")
        before = git(clone, "rev-parse", "HEAD")
        write_site(clone / "content", {"_agendas/source.json": "changé"})
        nowhere = line.replace("origin", str(tmp_path / "nulle part"))
        late = run(clone, nowhere, SOURCE_DATE_EPOCH="1797292800")  # two weeks later
        assert late.returncode == 0 and "la nuit prochaine" in late.stdout
        assert git(clone, "rev-parse", "HEAD") == before
    shown = git(sent, "show", "--format=%s", "--name-only", "main").split("\n")
    assert [it for it in shown if it] == [
        "Relit les agendas des coopératives",
        "content/_agendas/_etat.json",
        "content/_agendas/source.json",
    ]


@contextlib.contextmanager
def pages_host(repository: Path) -> Iterator[str]:
    """Serve the branch `pages` of a bare repository as its host does, and give its address."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.removeprefix("/projet/") or "index.html"
            show = ["git", "-C", str(repository), "show", f"pages:{name}"]
            shown = subprocess.run(show, capture_output=True)
            self.send_response(404 if shown.returncode else 200)
            self.send_header("Content-Length", str(len(shown.stdout)))
            self.end_headers()
            self.wfile.write(shown.stdout)

        def log_message(self, *_: object) -> None:
            """Say nothing: a test's output is its own."""

    with local_server(Handler) as place:
        yield f"http://{place}/projet"


def test_codeberg_publishes_in_its_branch(clone: Path, original: Path):
    commands = steps(".forgejo/workflows/site.yml", "site")
    with pages_host(original) as address:
        done(clone, commands["Construit le site"], **_CODEBERG, SITEURL=address)
        told = done(clone, commands["Publie"], **_CODEBERG, SITEURL=address)
    assert f"En ligne, et conforme à ce qui a été construit : {address}/" in told
    git(clone.parent, "clone", "-q", "-b", "pages", str(original), "online")
    assert links(clone.parent / "online") == ["/projet/contact.html"]
    assert (clone.parent / "online/.nojekyll").is_file()
