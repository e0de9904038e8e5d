"""Builds: what they say, and what they refuse before they begin."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from site_build import BuildRequest, build
from support import PROJECT, build_site, page, read_page, write_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "content", {"index.md": page("title: Accueil")})


def told(request: BuildRequest) -> list[str]:
    return [str(diagnostic) for diagnostic in build(request).diagnostics.errors]


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
    assert result.summary.startswith("Site construit en 0,")
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
        f"{tmp_path}/none : ce dossier de contenu n'existe pas. Vérifiez son nom."
    ]


def test_an_output_that_holds_the_content_or_is_in_it(tmp_path, site):
    for output in (site, site / "output", tmp_path):
        assert "ne peut pas être construit là" in told(BuildRequest(site, output))[0]
    assert (site / "index.md").is_file()


def test_an_output_that_is_somebody_s_folder(tmp_path, site):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").touch()
    assert told(BuildRequest(site, tmp_path / "photos")) == [
        f"{tmp_path}/photos : ce dossier contient autre chose qu'un site construit ici. "
        "Choisissez un dossier vide ou nouveau."
    ]
    assert (tmp_path / "photos" / "a.jpg").is_file()


@pytest.mark.parametrize("option", ["--content", "--output"])
@pytest.mark.parametrize("name", ["x" * 300, "boucle"])
def test_a_folder_whose_name_cannot_be(tmp_path, site, option, name):
    (tmp_path / "boucle").symlink_to("boucle")
    options = {"--content": str(site), "--output": str(tmp_path / "output"), option: name}
    request = BuildRequest.from_options(tmp_path, options["--content"], options["--output"])
    result = build(request)
    (message,) = map(str, result.diagnostics.errors)
    assert message.startswith(f"{tmp_path}/{name} : ce dossier ")
    assert result.summary == "Le site n'a pas été construit : 1 erreur."


@pytest.mark.parametrize("epoch", ["hier", "9" * 30, "-", "1.5"])
def test_a_moment_that_is_none(tmp_path, site, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert told(BuildRequest(site, tmp_path / "output")) == [
        "SOURCE_DATE_EPOCH : cette variable n'est pas un nombre de secondes depuis 1970. "
        "Écrivez par exemple 1767225600."
    ]


def test_an_address_without_its_scheme(tmp_path, site):
    request = BuildRequest(site, tmp_path / "output", "exemple.fr")
    assert told(request) == [
        "--siteurl : l'adresse « exemple.fr » n'est pas celle d'un site. "
        "Écrivez par exemple https://exemple.fr."
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
