"""Builds: what they say, and what they refuse before they begin."""

import functools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from site_build import BuildRequest, build, steps
from site_build.staging import locked
from support import PROJECT, build_site, page, read_page, write_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "content", {"index.md": page("title: Accueil")})


def told(request: BuildRequest) -> list[str]:
    return [diagnostic.with_code() for diagnostic in build(request).diagnostics.errors]


def test_the_summary_counts_and_says_where(tmp_path, site):
    write_site(
        site,
        {
            "a.md": page("title: A"),
            "_posts/2024-01-01-b.md": page("title: B"),
            "_posts/sans-date.md": page("title: C"),
            "images/x.PNG": b"",
            "x.pdf": b"",
        },
    )
    result = build_site(site, tmp_path / "output")
    counts = "2 pages, 1 article, 1 image, 1 avertissement."
    assert result.summary.startswith("Site construit en ")
    assert result.summary.endswith(f" s dans {tmp_path}/output/ : {counts}")
    assert "n'est pas publié" in str(result.diagnostics.warnings[0])


def test_a_second_build_replaces_the_first(tmp_path, site):
    assert build_site(site, tmp_path / "output").is_ok
    write_site(site, {"b.md": page("title: B")})
    (site / "index.md").write_text(page("title: Nouveau"), encoding="utf-8")
    assert build_site(site, tmp_path / "output").is_ok
    assert read_page(tmp_path / "output").css_first("h1").text() == "Nouveau"
    assert (tmp_path / "output/b.html").is_file()


def test_no_content_folder(tmp_path):
    request = BuildRequest(tmp_path / "none", tmp_path / "output")
    assert told(request) == [
        f"{tmp_path}/none : ce dossier de contenu ne peut pas être ouvert (il n'existe pas). "
        "Vérifiez son nom. [contenu-inaccessible]"
    ]


def test_an_output_that_holds_the_content_or_is_in_it(tmp_path, site):
    for output in (site, site / "output", tmp_path):
        (message,) = told(BuildRequest(site, output))
        assert "ne peut pas être construit là" in message
        assert message.endswith("[sortie-dans-le-contenu]")
    assert (site / "index.md").is_file()


def test_an_output_that_is_somebody_s_folder(tmp_path, site):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").touch()
    assert told(BuildRequest(site, tmp_path / "photos")) == [
        f"{tmp_path}/photos : ce dossier contient autre chose qu'un site construit ici. "
        "Choisissez un dossier vide ou nouveau. [sortie-occupee]"
    ]
    assert (tmp_path / "photos" / "a.jpg").is_file()


@pytest.mark.parametrize(
    ("option", "code"), [("--content", "contenu-inaccessible"), ("--output", "sortie-inaccessible")]
)
@pytest.mark.parametrize("name", ["x" * 300, "boucle"])
def test_a_folder_whose_name_cannot_be(tmp_path, site, option, code, name):
    (tmp_path / "boucle").symlink_to("boucle")
    options = {"--content": str(site), "--output": str(tmp_path / "output"), option: name}
    request = BuildRequest.from_options(tmp_path, options["--content"], options["--output"])
    result = build(request)
    (diagnostic,) = result.diagnostics.errors
    assert str(diagnostic).startswith(f"{tmp_path}/{name} : ce dossier ")
    assert diagnostic.code == code
    assert result.summary == "Le site n'a pas été construit : 1 erreur."


def test_an_output_that_another_build_is_making(tmp_path, site, monkeypatch):
    monkeypatch.setattr(steps, "locked", functools.partial(locked, patience=0))
    with locked(tmp_path / "output"):
        messages = told(BuildRequest(site, tmp_path / "output"))
    assert messages == [
        f"{tmp_path}/output : une autre construction de ce site est en cours. "
        "Attendez qu'elle finisse, puis recommencez. [construction-en-cours]"
    ]


def test_a_folder_beside_the_output_that_is_somebody_s(tmp_path, site):
    (tmp_path / ".output.part").mkdir()
    (tmp_path / ".output.part" / "lettre.txt").touch()
    assert told(BuildRequest(site, tmp_path / "output")) == [
        f"{tmp_path}/.output.part : ce dossier, dont la construction a besoin, n'a pas été fait "
        "par elle. Renommez-le, ou choisissez un autre --output. [dossier-etranger]"
    ]
    assert (tmp_path / ".output.part" / "lettre.txt").is_file()


@pytest.mark.parametrize("epoch", ["hier", "9" * 30, "-", "1.5"])
def test_a_moment_that_is_none(tmp_path, site, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert told(BuildRequest(site, tmp_path / "output")) == [
        "SOURCE_DATE_EPOCH : cette variable n'est pas un nombre de secondes depuis 1970. "
        "Écrivez par exemple 1767225600. [moment-impossible]"
    ]


def test_an_address_without_its_scheme(tmp_path, site):
    request = BuildRequest(site, tmp_path / "output", "exemple.fr")
    assert told(request) == [
        "--siteurl : l'adresse « exemple.fr » n'est pas celle d'un site. "
        "Écrivez par exemple https://exemple.fr. [siteurl-impossible]"
    ]


@pytest.mark.server
@pytest.mark.parametrize("locale", ["C", "fr_FR.UTF-8", "tr_TR.UTF-8"])
def test_the_result_as_json_whatever_the_locale(tmp_path, site, locale):
    environment = {**os.environ, "LC_ALL": locale, "PYTHONPATH": str(PROJECT / "plugins")}
    command = [sys.executable, "-m", "site_build", "--json", "--content", "content"]
    done = subprocess.run(
        [*command, "--output", "output", "--siteurl", "/projet"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    report = json.loads(done.stdout)
    assert (done.returncode, report["ok"], report["base_path"]) == (0, True, "/projet")
    assert report["diagnostics"] == []


def test_an_output_that_is_a_link_stays_one(tmp_path: Path):
    content = write_site(tmp_path / "content", {"index.md": page("title: A")})
    (tmp_path / "www").mkdir()
    (tmp_path / "output").symlink_to("www")
    (tmp_path / ".www.part").symlink_to("www")  # left by an earlier version
    for _ in range(2):
        assert build_site(content, tmp_path / "output").is_ok
        assert (tmp_path / "output").readlink() == Path("www")
        assert (tmp_path / "www" / "index.html").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "output", "www"]
