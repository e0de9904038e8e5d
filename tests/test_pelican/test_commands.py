"""Pelican's own commands, on this project as on any of Pelican's."""

import contextlib
import filecmp
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.clock import ZONE
from patience import wait_for
from pelican_support import CONTENT, environment, pelican, settings_file
from support import PROJECT, build_site, page, run_task, write_site

pytestmark = pytest.mark.server


def differences(one: Path, other: Path) -> list[str]:
    """Return the paths that two sites do not share, or that differ."""
    found = {
        path.relative_to(root).as_posix()
        for root in (one, other)
        for path in root.rglob("*")
        if path.is_file()
    }
    return [
        name
        for name in sorted(found)
        if not ((one / name).is_file() and (other / name).is_file())
        or not filecmp.cmp(one / name, other / name, shallow=False)
    ]


@pytest.mark.parametrize(
    ("settings", "siteurl"),
    [
        ("pelicanconf.py", ""),
        ("publishconf.py", ""),
        ("publishconf.py", "https://exemple.fr/projet"),
    ],
)
def test_its_command_writes_what_our_task_writes(tmp_path, monkeypatch, settings, siteurl):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", environment()["SOURCE_DATE_EPOCH"])
    assert build_site(PROJECT / "content", tmp_path / "ours", siteurl).is_ok
    address = ["-e", f'SITEURL="{siteurl}"'] if siteurl else []
    done = pelican(
        PROJECT / "content", "-s", PROJECT / settings, "-o", tmp_path / "its", *address, at=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert differences(tmp_path / "ours", tmp_path / "its") == [".site-construit-ici"]


READ = {"a.md": page("title: A\norder: un")}
WRITTEN = {"b.md": page("title: B", "<plaintext>\n")}


@pytest.mark.parametrize(
    ("options", "files", "words"),
    [
        pytest.param([], WRITTEN, ["b.md:4 : une balise", "1 erreur :"], id="written"),
        *(
            pytest.param(
                options,
                READ | WRITTEN,
                ["a.md:3 : la clé « order »", "b.md:4 : une balise", "2 erreurs :"],
                id=name,
            )
            for name, options in (("both", []), ("fatal", ["--fatal", "errors"]))
        ),
    ],
)
def test_all_diagnostics_are_told_in_our_words_and_end_it(tmp_path: Path, options, files, words):
    content = write_site(tmp_path / "content", CONTENT | files)
    write_site(tmp_path / "output", {"index.html": "le site d'hier"})
    done = pelican(content, "-s", PROJECT / "pelicanconf.py", "-o", tmp_path / "output", *options)
    told = " ".join((done.stdout + done.stderr).split())
    assert done.returncode == 1
    for part in [*words, "le site n'est pas construit."]:
        assert told.count(part) == 1, told
    assert "Traceback" not in told
    if "a.md" in files:  # what is found while pages are written has some of them written
        assert [path.name for path in (tmp_path / "output").iterdir()] == ["index.html"]


WARNS = """
import logging
from pelican import signals

def warn(_):
    logging.getLogger(__name__).warning("attention")

def register():
    signals.article_generator_finalized.connect(warn)
"""


@pytest.mark.parametrize(
    ("options", "more", "status", "words"),
    [
        ([], "", 0, ["« /non » ne mène à rien", "« /oui » ne mène à rien"]),
        (
            ["--fatal", "warnings"],
            "",
            1,
            ["« /non »", "« /oui »", "l'option --fatal tient les avertissements pour des erreurs."],
        ),
        (
            ["--fatal", "warnings"],
            'PLUGINS += ["warns"]\n',
            1,
            ["attention", "l'option --fatal arrête la construction à ce message."],
        ),
    ],
    ids=["alone", "fatal", "fatal, of another plugin"],
)
def test_warnings_are_told_and_end_it_only_when_asked(tmp_path, options, more, status, words):
    files = {"a.md": page("title: A", "[b](/non) [c](/oui)\n")}
    content = write_site(tmp_path / "content", CONTENT | files)
    write_site(tmp_path, {"warns.py": WARNS})
    settings = settings_file(tmp_path, f"PLUGIN_PATHS.append({str(tmp_path)!r})\n{more}")
    done = pelican(content, "-s", settings, "-o", tmp_path / "output", *options)
    told = " ".join((done.stdout + done.stderr).split())
    assert done.returncode == status and "Traceback" not in told
    for part in words:
        assert part in told, told


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("RELATIVE_URLS=true", "le réglage « RELATIVE_URLS » de Pelican n'est pas suivi ici"),
        ('ARTICLE_URL="{slug}"', "le réglage « ARTICLE_URL » de Pelican n'est pas suivi ici"),
        ('TIMEZONE="America/New_York"', "le réglage « TIMEZONE » de Pelican n'est pas suivi ici"),
        ('IGNORE_FILES=["n*"]', "le réglage « IGNORE_FILES » de Pelican n'est pas suivi ici"),
        ('PLUGINS=["jekyll.plugin"]', "Mettez-y engine.deferred_writer en premier."),
        ('STATIC_PATHS=["extra"]', "le réglage « STATIC_PATHS » de Pelican n'est pas suivi ici"),
    ],
)
def test_a_setting_that_nothing_follows_is_refused_by_name(tmp_path, setting: str, words: str):
    content = write_site(tmp_path / "content", CONTENT)
    done = pelican(
        content, "-s", PROJECT / "pelicanconf.py", "-o", tmp_path / "output", "-e", setting
    )
    assert done.returncode == 1
    told = " ".join((done.stdout + done.stderr).split())
    assert words in told and "[reglage-pelican-non-suivi]" in told
    assert not (tmp_path / "output").exists()


FAULTY = {
    "raises": "def register():\n    1/0\n",
    "breaks": "1/0\n",
    "lacks": "import absent_library.part\n",
    "mistakes": "from json import absent_name\n",
    "installed/unasked/__init__": "import absent_library\n",
}
NOT_LOADED = "le plugin « {} » ne peut pas être chargé : {}"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        pytest.param(
            'PLUGINS += ["breaks", "lacks", "mistakes", "nowhere", "pelican.plugins.nowhere"]',
            [
                ("breaks", "ZeroDivisionError : division by zero. Corrigez-le"),
                ("lacks", "la bibliothèque « absent_library » n'est pas installée. Installez-la"),
                ("mistakes", "ImportError : cannot import name 'absent_name' from 'json'"),
                ("nowhere", "aucun module de ce nom n'est installé. Vérifiez son nom"),
                ("pelican.plugins.nowhere", "aucun module de ce nom n'est installé."),
            ],
            id="load",
        ),
        pytest.param(
            'PLUGINS += ["raises", "sitemap"]\nTHEME = "simple"',
            [("raises", "ZeroDivisionError : division by zero. Corrigez-le")],
            id="register",
        ),
        pytest.param(
            'sys.modules["yaml"] = None',
            [
                ("jekyll.plugin", "la bibliothèque « yaml » n'est pas installée, dont 17 autres "
                "plugins se servent aussi. Activez l'environnement du projet (. .venv/bin/activate)"
                " : « bin/invoke build » y installe ce qui manque."),
            ],
            id="a bare environment",
        ),
        pytest.param(
            "import pelican.plugins as installed\n"
            'installed.__path__.append(PLUGIN_PATHS[-1] + "/installed")',
            [
                ("pelican.plugins.unasked", "la bibliothèque « absent_library » n'est pas "
                 "installée. Installez-la, ou désinstallez ce plugin : Pelican charge tous"),
            ],
            id="one that is installed, and nothing asks for",
        ),
    ],
)  # fmt: skip
def test_a_plugin_that_is_not_loaded_ends_it_by_name(tmp_path: Path, more: str, told):
    content = write_site(tmp_path / "content", CONTENT)
    write_site(tmp_path, {f"{name}.py": source for name, source in FAULTY.items()})
    settings = settings_file(tmp_path, f"PLUGIN_PATHS.append({str(tmp_path)!r})\n{more}\n")
    done = pelican(content, "-s", settings, "-o", tmp_path / "output")
    shown = re.sub(r" [a-z_]+\.py:\d+", "", done.stdout + done.stderr)
    shown = " ".join(shown.split())
    assert done.returncode == 1 and not (tmp_path / "output").exists()
    for name, why in told:
        assert NOT_LOADED.format(name, why) in shown, shown
    assert shown.count("[plugin-non-charge]") == len(told)
    assert f"{len(told)} erreur" in shown and "le site n'est pas construit." in shown
    assert "Traceback" not in shown and "Cannot " not in shown
    quiet = pelican(content, "-s", settings, "-o", tmp_path / "output", "-q")
    assert quiet.returncode == 1 and not (tmp_path / "output").exists()


CRASHING = """from pelican import signals

def crash(*_, **__):
    1/0

def register():
    signals.{}.connect(crash)
"""


@pytest.mark.parametrize("signal", ["initialized", "content_object_init", "content_written"])
def test_a_plugin_that_crashes_ends_it_by_name(tmp_path: Path, signal: str):
    content = write_site(tmp_path / "content", CONTENT)
    write_site(tmp_path, {"crashes.py": CRASHING.format(signal)})
    more = f"PLUGIN_PATHS.append({str(tmp_path)!r})\nPLUGINS += ['crashes']\n"
    settings = settings_file(tmp_path, more)
    done = pelican(content, "-s", settings, "-o", tmp_path / "output", "--log-handler", "plain")
    told = " ".join((done.stdout + done.stderr).split())
    assert done.returncode == 1 and "Traceback" not in told
    assert told.count("[plugin-en-panne]") == 1
    assert (
        f"{tmp_path}/crashes.py:4 : le plugin « crashes » s'est arrêté sur une erreur : "
        "ZeroDivisionError : division by zero. Corrigez-le, ou retirez-le du réglage PLUGINS."
    ) in told
    shown = pelican(content, "-s", settings, "-o", tmp_path / "output", "--debug")
    assert "Traceback" in shown.stdout + shown.stderr or signal == "content_object_init"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["content", "-t", "sim ple"],
            "le thème « sim ple » n'existe pas. Corrigez le réglage THEME",
        ),
        (
            ["rien"],
            "ce dossier de contenu ne peut pas être ouvert (il n'existe pas). Vérifiez son nom.",
        ),
        (
            ["-e", 'PLUGINS=["engine.deferred_writer", "page_parts.theme_assets"]'],
            "le plugin « jekyll.plugin » n'est pas dans le réglage PLUGINS, et tout le site s'en",
        ),
        (
            ["-t", "simple", "-e", 'TEMPLATE_PAGES={"absent.html": "a.html"}'],
            "le gabarit « absent.html » n'existe pas. Vérifiez son nom.",
        ),
    ],
    ids=["theme", "content", "plugin", "template"],
)
def test_what_is_not_there_is_said_in_french_and_in_one_line(tmp_path, arguments, words):
    done = pelican(*arguments, "-s", "pelicanconf.py", "-o", tmp_path / "output")
    assert done.returncode == 1
    assert words in " ".join((done.stdout + done.stderr).split())
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(("stands", "label"), [("", "c"), ("ailleurs", "{}/c")])
def test_a_file_has_one_name_whichever_command_tells_what_is_wrong(
    tmp_path: Path, stands: str, label: str
):
    at = tmp_path / stands
    at.mkdir(exist_ok=True)
    content = write_site(tmp_path / "c", CONTENT | {"contact.md": page("title: C\norder: x")})
    settings = settings_file(tmp_path, "")
    done = [
        pelican(content, "-s", settings, "-o", tmp_path / "o", at=at),
        run_task("build", f"--content={content}", f"--output={tmp_path / 'o'}", cwd=at),
        run_task("check", f"--content={content}", cwd=at),
    ]
    for one in done:
        words = " ".join((one.stdout + one.stderr).split())
        assert re.search(rf"(?<![\w/]){label.format(tmp_path)}/contact\.md:3 : ", words), words


def test_its_time_zone_is_that_of_our_own_files():
    assert pelican("--print-settings", "TIMEZONE").stdout.strip() == f"TIMEZONE: '{ZONE.key}'"


def test_its_settings_and_plugins_are_listed():
    assert "'La méridionale des coopératives'" in pelican("--print-settings", "SITENAME").stdout
    assert "SITE_CONTEXT" in pelican("--print-settings").stdout
    listed = subprocess.run(
        [Path(sys.executable).with_name("pelican-plugins")], capture_output=True, text=True
    )
    assert "pelican.plugins.jinja_filters" in listed.stdout + listed.stderr


@contextlib.contextmanager
def regenerating(content: Path, output: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run `pelican -r` for the time of a block."""
    command = [sys.executable, "-m", "pelican", content, "-s", "pelicanconf.py", "-o", output, "-r"]
    with (output.parent / "log").open("wb") as log:
        process = subprocess.Popen(
            list(map(str, command)), cwd=PROJECT, env=environment(), stdout=log, stderr=log
        )
        try:
            yield process
        finally:
            process.terminate()
            process.wait(30)


def test_it_follows_what_is_saved_and_waits_while_it_is_at_fault(tmp_path: Path):
    content, output = write_site(tmp_path / "content", CONTENT), tmp_path / "output"

    def shows(name: str, words: str) -> bool:
        path = output / name
        return path.is_file() and words in path.read_text(encoding="utf-8")

    def save(front: str, body: str, is_seen: Callable[[], bool]) -> None:
        """Save a page until it is seen: Pelican begins to watch some time after it has written."""
        path = content / "neuf.md"
        path.write_text(page(front, body), encoding="utf-8")
        wait_for(lambda: is_seen() or (time.sleep(1), path.touch()) is None)

    with regenerating(content, output):
        wait_for(lambda: shows("contact.html", "Écrire"))
        save("title: Neuf", "Une page.\n", lambda: shows("neuf.html", "Une page"))
        assert shows("contact.html", "Neuf")  # the menu
        log = tmp_path / "log"
        save("title: Neuf\norder: premier", "", lambda: "premier" in log.read_text("utf-8"))
        time.sleep(3)
        assert log.read_text("utf-8").count("premier") < 9  # it does not begin again at once
        assert "'site'" not in log.read_text("utf-8")  # nor goes on with half a site
        save("title: Neuf", "Mendée.\n", lambda: shows("neuf.html", "Mendée"))
