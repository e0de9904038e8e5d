"""What stops a build hides nothing else: a check goes on with the rest, and leaves no trace."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checks_support import reported
from commands.checks import check
from commands.checks.check import WORK_PREFIX as PREFIX
from core.work_folder import GRACE, work_folder
from site_build import BuildRequest
from support import PROJECT, page, write_site

BROKEN = page("title: B", "[mots](perdue.html)\n")
HOME = {"index.md": page("title: Accueil")}
LOST = "« perdue.html » ne mène à rien"
ACTOR = page("nom: X\nrole: soutien")
# The files, and what is told of them: nothing that follows from what is set aside.
CASES = {
    "a wrong value in another file": (
        {"a.md": page("title: A\norder: x"), "b.md": BROKEN},
        ["!a.md:3 : la clé « order »", f"!b.md:4 : {LOST}"],
    ),
    "a wrong value in the same file, with Windows line ends": (
        {"a.md": page("title: A\norder: x", "[a](perdue.html)\n").replace("\n", "\r\n")},
        ["!a.md:3 : la clé « order »", f"!a.md:5 : {LOST}"],
    ),
    "a value of several lines": (
        {"a.md": page("title:\n  - A\n  - B\norder: 1", "[a](perdue.html)\n")},
        ["!a.md:2 : la clé « title »", f"!a.md:7 : {LOST}"],
    ),
    "what does not parse, and a key behind it": (
        {"a.md": page("title: A : b # c\norder: x", "[a](perdue.html)\n")},
        ["!a.md:2 : cette ligne ne se lit pas", "!a.md:3 : la clé « order »", f"!a.md:5 : {LOST}"],
    ),
    "a link to a file that is left out": (
        {"a.md": "---\ntitle: A\n", "b.md": f"{BROKEN}\n[a](a.html)\n"},
        ["!a.md:1 : l'en-tête commence par", f"!b.md:4 : {LOST}"],
    ),
    "Liquid that leads nowhere": (
        {"a.md": page("title: A", "![Un chat]({% link images/x.png %})\n\n[a](perdue.html)\n")},
        ["!a.md:4 : « x.png » n'existe pas", f"!a.md:6 : {LOST}"],
    ),
    "a block of Liquid": (
        {
            "a.md": page(
                "title: A",
                "{% for x in site.tags %}\n{{ x[0] }} [a](autre.html)\n{% endfor %}\n\n"
                "{% highlight swift %}\nlet a = b<UInt8>\n\n#### c\n{% endhighlight %}\n\n"
                "{% if a %}\n[a](perdue.html)\n{% else %}\n\n{% endif %}\n",
            )
        },
        [
            "!a.md:4 : la balise « {% for x in site.tags %} » n'est pas reconnue",
            "!a.md:8 : la balise « {% highlight swift %} » n'est pas reconnue",
            "!a.md:14 : la balise « {% if a %} » n'est pas reconnue",
            f"!a.md:15 : {LOST}",
        ],
    ),
    "an event without a day, and a link to it": (
        {
            "_evenements/2026-01-01-a.md": page("title: A\ndebut: x"),
            "b.md": f"{BROKEN}\n[a](/agenda/2026-01-01-a/)\n",
        },
        ["!_evenements/2026-01-01-a.md:3 : la clé « debut »", f"!b.md:4 : {LOST}"],
    ),
    "a universe without its name": (
        {
            "_communs/e/index.md": page("title: [a]"),
            "_communs/e/x.md": ACTOR,
            "b.md": f"{BROKEN}\n[a](/communs/e/x/)\n",
        },
        ["!_communs/e/index.md:2 : la clé « title »", f"!b.md:4 : {LOST}"],
    ),
    "an actor whose logo is missing": (
        {
            "_communs/e/index.md": page("title: E"),
            "_communs/e/x.md": page("nom: X\nrole: soutien\nlogo: images/x.svg"),
            "b.md": BROKEN,
        },
        ["!_communs/e/x.md:4 : « x.svg » n'existe pas", f"!b.md:4 : {LOST}"],
    ),
    "a front page that is left out, and its whole address": (
        {
            "_config.yml": "title: A\nurl: https://exemple.fr\n",
            "index.md": "---\ntitle: A\n",
            "b.md": f"{BROKEN}\n[a](https://exemple.fr) [a](/) [a](https://exemple.fr/#a)\n",
        },
        [f"!b.md:4 : {LOST}", "!index.md:1 : l'en-tête commence par"],
    ),
    "two sources for one address": (
        {"a.md": page("title: A"), "c.md": page("title: C\npermalink: /a.html"), "b.md": BROKEN},
        [f"!b.md:4 : {LOST}", "!c.md:3 : ce fichier et « a.md » ont la même adresse"],
    ),
    "settings that do not parse": (
        {"_config.yml": "title: A\nurl: x: y\n", "b.md": BROKEN},
        ["!_config.yml:2 : cette ligne ne se lit pas", f"!b.md:4 : {LOST}"],
    ),
    "another encoding": (
        {"a.md": page("title: A", "été").encode("latin-1"), "b.md": BROKEN},
        ["!a.md:4 : ce fichier n'est pas enregistré en UTF-8", f"!b.md:4 : {LOST}"],
    ),
    "a front page that is not closed": (
        {"index.md": "---\ntitle: A\n", "b.md": f"{BROKEN}\n[a](index.html)\n"},
        [f"!b.md:4 : {LOST}", "!index.md:1 : l'en-tête commence par"],
    ),
    "an image that only a broken file shows": (
        {
            "a.md": b"---\ntitle: A\n---\n\xe9 ![x](i.svg)",
            "i.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        },
        ["!a.md:4 : ce fichier n'est pas enregistré en UTF-8"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_rest_of_a_site_is_told(case: str, tmp_path: Path):
    files, expected = CASES[case]
    found = reported(write_site(tmp_path / "c", {**HOME, **files}))
    assert len(found) == len(expected), found
    for line, beginning in zip(found, expected, strict=True):
        assert line.startswith(beginning)


def test_the_content_is_left_as_it_is(tmp_path: Path):
    content = write_site(tmp_path / "c", {**HOME, "a.md": page("title: A\norder: x")})
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in content.iterdir()}
    check(BuildRequest(content))
    after = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in content.iterdir()}
    assert before == after


def test_a_killed_check_is_cleared_by_the_next(tmp_path: Path):
    code = (
        "import sys, time; from pathlib import Path; from core.work_folder import work_folder\n"
        "with work_folder(Path(sys.argv[1]), sys.argv[2]) as f:\n"
        "    print(f, flush=True); time.sleep(60)"
    )
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "plugins")}
    command = [sys.executable, "-c", code, str(tmp_path), PREFIX]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as other:
        left = Path(other.stdout.readline().strip())
        with work_folder(tmp_path, PREFIX):
            assert (left.is_dir(), left.parent) == (True, tmp_path)  # it works there
        other.send_signal(signal.SIGKILL)
        other.wait()
    with work_folder(tmp_path, PREFIX) as mine:
        assert [path for path in tmp_path.iterdir() if path != mine] == []


def test_a_check_that_ends_while_another_begins_is_no_trouble(tmp_path: Path, monkeypatch):
    gone = tmp_path / f"{PREFIX}gone"
    monkeypatch.setattr(Path, "glob", lambda folder, _: iter([gone]))
    with work_folder(tmp_path, PREFIX) as folder:
        assert folder.is_dir()


def test_a_folder_of_an_earlier_version_is_cleared_after_a_while(tmp_path: Path):
    young, old = (tmp_path / f"{PREFIX}{name}" for name in ("young", "old"))
    young.mkdir()
    old.mkdir()
    long_ago = time.time() - 2 * GRACE
    os.utime(old, (long_ago, long_ago))
    with work_folder(tmp_path, PREFIX):
        assert young.is_dir()
        assert not old.exists()
