"""The tasks, run as a member runs them."""

import json
import os
import subprocess
import sys

import pytest

from patience import wait_for
from support import PROJECT, page, run_task, write_site

pytestmark = pytest.mark.server

FORMS = ("json", "github", "gitlab")


def test_the_list_is_in_french():
    told = run_task("--list").stdout
    for words in ("Construit le site", "Montre le site", "Vérifie", "Efface le site construit"):
        assert words in told


def test_build_takes_any_folder_relative_to_where_the_person_stands(tmp_path):
    write_site(tmp_path / "à moi", {"index.md": page("title: Accueil", "Voilà.\n")})
    done = run_task("build", "--content=à moi", "--output=site", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 page, 0 article, 0 image, 0 avertissement." in done.stdout
    assert "Voilà" in (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "à moi"]


@pytest.mark.parametrize("locale", ["C", "POSIX", "fr_FR.ISO-8859-1"])
def test_a_refused_build_ends_with_1_and_plain_words(tmp_path, locale):
    write_site(tmp_path / "content", {"index.md": page("title: A\norder: été")})
    done = run_task("build", "--content=content", "--output=site", cwd=tmp_path, LC_ALL=locale)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [
        "content/index.md:3 : la clé « order » ne peut pas valoir « été ». "
        "Écrivez un nombre, par exemple : 3. [valeur-impossible]",
        "Le site n'a pas été construit : 1 erreur.",
    ]


@pytest.mark.parametrize("port", ["abc", "-5", "70000", "0"])
def test_a_port_that_cannot_be(port):
    done = run_task("livereload", f"--port={port}")
    assert (done.returncode, done.stderr.startswith(f"--port : « {port} »")) == (1, True)


BROKEN = {"index.md": page("title: A", "[x](/perdue.html)\n")}


def test_check_says_what_is_wrong_and_touches_no_site(tmp_path):
    content = write_site(tmp_path / "c", BROKEN)
    before = sorted(PROJECT.glob("output*"))
    working = set((PROJECT / ".cache").glob("verification-*"))  # other checks, at this moment
    done = run_task("check", "--content=c", cwd=tmp_path, LC_ALL="C")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [
        "c/index.md:4 : « /perdue.html » ne mène à rien dans ce site. "
        "Vérifiez l'adresse, ou retirez-la. [lien-brise]",
        "À corriger avant de publier : 1 erreur, 0 avertissement.",
    ]
    assert sorted(tmp_path.iterdir()) == [content]
    assert sorted(PROJECT.glob("output*")) == before
    seen = set((PROJECT / ".cache").glob("verification-*")) - working
    wait_for(lambda: not any(folder.exists() for folder in seen))  # those of others go


HEALTHY = {"index.md": page("title: A", "Voilà.\n")}
FULL = "Rien ne peut être écrit ici : le disque est plein.\n"


# Where the output goes, and what is said of it. All tasks write by one function: the quickest of
# them is tried everywhere.
STREAMS = {
    "| true": "",
    "<&- >&- 2>&-": "",
    "2> /dev/full": "",
    "> /dev/full": FULL,
    ">&-": "",
    "2>&-": "",
    "> /dev/full 2>&1": "",
}
LOST = [
    *(("page Essai", HEALTHY, 0, stream) for stream in STREAMS),
    *(("check", BROKEN, 1, stream) for stream in list(STREAMS)[:4]),
    *(("check --format=json", HEALTHY, 0, stream) for stream in list(STREAMS)[:4]),
    *(("build --output=output", HEALTHY, 0, stream) for stream in list(STREAMS)[:4]),
]


@pytest.mark.parametrize(("task", "files", "status", "stream"), LOST)
def test_an_output_that_is_lost(tmp_path, task, files, status, stream):
    write_site(tmp_path / "c", files)
    done = _in_shell(f"{task} --content=c {stream}", INVOKE_CALLER_DIR=str(tmp_path))
    is_full = stream.startswith("> /dev/full")
    assert (done.returncode, done.stderr) == (1 if is_full else status, STREAMS[stream])


@pytest.mark.parametrize(("stream", "said", "status"), [("> /dev/full", FULL, 1), (">&-", "", 0)])
def test_the_list_may_be_lost(stream, said, status):
    done = _in_shell(f"--list {stream}")
    assert (done.returncode, done.stderr) == (status, said)


def _in_shell(words: str, **more: str) -> subprocess.CompletedProcess:
    command = f"set -o pipefail; {sys.executable} bin/start.py {words}"
    return subprocess.run(
        ["bash", "-c", command],
        cwd=PROJECT,
        env={**os.environ, **more},
        capture_output=True,
        encoding="utf-8",
    )


def test_check_speaks_to_machines(tmp_path):
    write_site(tmp_path / "c", BROKEN)
    told = {
        form: run_task("check", "--content=c", f"--format={form}", cwd=tmp_path) for form in FORMS
    }
    assert {done.returncode for done in told.values()} == {1}
    assert json.loads(told["json"].stdout)["diagnostics"][0]["line"] == 4
    assert json.loads(told["gitlab"].stdout)[0]["location"] == {
        "path": "c/index.md",
        "lines": {"begin": 4},
    }
    assert told["github"].stdout.startswith(
        "::error file=c/index.md,line=4,title=lien-brise::« /perdue.html »"
    )


@pytest.mark.parametrize(
    ("command", "message"),
    [
        pytest.param(
            ["biuld"],
            "« biuld » n'est pas une commande. Vouliez-vous dire « build » ?",
            id="command",
        ),
        pytest.param(
            ["build", "--contnt=x"],
            "L'option « --contnt » n'existe pas pour « build ». Vouliez-vous dire « --content » ?",
            id="option",
        ),
        pytest.param(
            ["evenement", "Bal", "--date=x"],
            "L'option « --date » n'existe pas pour « evenement ». "
            "« bin/invoke --help evenement » les nomme toutes.",
            id="option of another name",
        ),
        pytest.param(
            ["actualite"],
            '« actualite » a besoin de : titre. Écrivez par exemple : bin/invoke actualite "…"',
            id="no title",
        ),
        pytest.param(
            ["build", "--output"],
            "L'option --output a besoin d'une valeur : --output=…",
            id="no value",
        ),
        pytest.param(
            ["page", "--dan=vie", "Titre"],
            "L'option « --dan » n'existe pas pour « page ». Vouliez-vous dire « --dans » ?",
            id="option before the title",
        ),
    ],
)
def test_a_mistyped_command_is_told_in_french(command, message):
    done = run_task(*command)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{message}\n")


@pytest.mark.parametrize("task", ["page", "actualite", "evenement", "acteur"])
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_is_no_title(tmp_path, task, option):
    content = write_site(tmp_path / "c", {})
    done = run_task(task, option, "--content=c", cwd=tmp_path)
    assert (done.returncode, done.stderr, list(content.rglob("*"))) == (0, "", [])
    assert f" [--core-opts] {task} [--options]" in done.stdout


def test_a_live_server_that_no_save_could_mend_does_not_start():
    done = run_task("livereload", "--siteurl=bad")
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        "--siteurl : l'adresse « bad » n'est pas celle d'un site. "
        "Écrivez par exemple https://exemple.fr.\n",
    )


def test_check_says_when_all_is_well():
    done = run_task("check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Le site peut être publié : 0 erreur" in done.stdout


def test_check_knows_its_formats():
    done = run_task("check", "--format=xml")
    assert (done.returncode, done.stderr) == (
        1,
        "--format : « xml » n'existe pas. Formats connus : texte, json, github, gitlab.\n",
    )
