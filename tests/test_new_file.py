"""New files for members: filled, commented, never over another."""

from datetime import date

import pytest
from invoke import Context, Exit

import tasks
from commands.checks import check
from commands.new_file import (
    AlreadyThere,
    new_actor,
    new_event,
    new_post,
    new_universe,
    universe_folders,
)
from commands.new_file.forms import file_stem
from site_build import BuildRequest
from support import build_site, page, run_task, write_site


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("L'été, à la Cagette !", "l-ete-a-la-cagette"),
        ("Œuvre — commune", "oeuvre-commune"),
        ("???", "sans-titre"),
        ("日本 !", "日本"),
        ("a" * 200, "a" * 80),
    ],
)
def test_names(title: str, stem: str):
    assert file_stem(title) == stem


def test_both_forms_build_as_they_are(tmp_path):
    content = write_site(tmp_path / "content", {"index.md": page("title: A")})
    new_post(content, 'Une "bonne" nouvelle : oui', date(2026, 1, 2))
    new_event(
        content,
        "Fête",
        date(2026, 3, 12),
        "2026-03-12 18:30",
        "La place : ici",
        today=date(2026, 1, 2),
    )
    result = build_site(content, tmp_path / "output")
    assert [str(diagnostic) for diagnostic in result.diagnostics.found] == []
    assert (tmp_path / "output/2026/01/02/une-bonne-nouvelle-oui.html").is_file()
    assert (tmp_path / "output/agenda/2026-03-12-fete/index.html").is_file()


@pytest.mark.parametrize(
    ("under", "name", "lines"),
    [
        pytest.param("", "l-ete.md", ["order: 8"], id="at the root"),
        pytest.param("La vie", "vie/l-ete.md", ["order: 8"], id="a section, by title"),
        pytest.param("agenda", "l-ete.md", ["order: 8", 'parent: "Agenda"'], id="a part"),
        pytest.param("vie/", "vie/l-ete.md", ["order: 8"], id="a section, by folder"),
        pytest.param(
            "le-projet", "l-ete.md", ["order: 8", 'parent: "Le projet : un"'], id="a page"
        ),
    ],
)
def test_a_page_in_its_place(tmp_path, under, name, lines):
    content = write_site(
        tmp_path / "content",
        {
            "index.md": page("title: A\norder: 0"),
            "vie/index.md": page("title: La vie\norder: 2"),
            "le-projet.md": page('title: "Le projet : un"\norder: 7'),
            "casse.md": "---\ntitle: [\n",
        },
    )
    tasks.page(Context(), "L'été", under, str(content))
    written = (content / name).read_text(encoding="utf-8")
    assert set(lines) <= set(written.splitlines())
    (content / "casse.md").unlink()
    (told,) = check(BuildRequest(content)).errors
    assert (told.code, told.path) == ("consigne-oubliee", f"{content}/{name}")
    with pytest.raises(Exit, match="existe déjà"):
        tasks.page(Context(), "L'été", under, str(content))


@pytest.mark.parametrize(
    ("under", "told"),
    [
        ("La vi", "Vouliez-vous dire « La vie » ?"),
        (
            "Nos projets",
            "Celles qui y sont : La vie, Actualités, Agenda, Les communs. "
            'Pour en faire une de ce nom d\'abord : bin/invoke page "Nos projets".',
        ),
    ],
)
def test_a_section_that_is_not_there_is_told_with_what_to_do(tmp_path, under, told):
    files = {"vie.md": page("title: La vie"), "affiche.md": page("title: B\nin_menu: false")}
    files["accessibilite.md"] = page("title: Accessibilité")
    content = write_site(tmp_path / "content", files)
    with pytest.raises(Exit) as refused:
        tasks.page(Context(), "A", under, str(content))
    begin = f"--dans : aucune page du menu ne s'appelle « {under} »."
    assert refused.value.message == f"{begin} {told}"
    if "d'abord" in told:
        tasks.page(Context(), under, "", str(content))
        tasks.page(Context(), "A", under, str(content))


def test_the_forms_of_the_commons_build_as_they_are(tmp_path):
    content = write_site(tmp_path / "content", {"index.md": page("title: A")})
    assert universe_folders(content) == []
    new_universe(content, "Terre : et eau")
    new_actor(content, 'La "Coop\'" : du coin', "terre-et-eau", "soutien")
    result = build_site(content, tmp_path / "output")
    assert [str(diagnostic) for diagnostic in result.diagnostics.found] == []
    assert universe_folders(content) == ["terre-et-eau"]
    assert (tmp_path / "output/communs/terre-et-eau/la-coop-du-coin/index.html").is_file()


@pytest.mark.server
def test_the_task_of_an_actor(tmp_path):
    (tmp_path / "content/_communs/Énergie").mkdir(parents=True)
    (tmp_path / "content/_communs/Énergie/index.md").write_text("---\n---\n", encoding="utf-8")
    task = ["acteur", "La Source", "--content=content"]
    folder = tmp_path / "content/_communs"
    done = run_task(*task, "--univers=energie", "--role=partenaires", cwd=tmp_path)
    path = folder / "Énergie/la-source.md"
    assert (done.returncode, done.stdout) == (0, f"À compléter : {path}\n")
    assert "role: partenaire\n" in path.read_text(encoding="utf-8")
    for options, told in [
        (["--univers=energie"], "existe déjà"),
        (["--univers=enrgie"], "Vouliez-vous dire « Énergie » ?"),
    ]:
        refused = run_task(*task, *options, cwd=tmp_path)
        assert (refused.returncode, told in refused.stderr) == (1, True), refused.stderr
    new = run_task(*task, "--univers=Eau", "--nouveau", cwd=tmp_path)
    assert new.stdout.splitlines() == [
        f"À compléter : {folder}/eau/index.md",
        f"À compléter : {folder}/eau/la-source.md",
    ]


def test_a_file_is_never_overwritten(tmp_path):
    path = new_post(tmp_path, "A", date(2026, 1, 2))
    path.write_text("à moi", encoding="utf-8")
    with pytest.raises(AlreadyThere):
        new_post(tmp_path, "A", date(2026, 1, 2))
    assert path.read_text(encoding="utf-8") == "à moi"


@pytest.mark.server
def test_the_tasks(tmp_path):
    (tmp_path / "content").mkdir()
    task = ["evenement", "Fête de l'été", "--debut=12/03/2026 18h30", "--content=content"]
    done = run_task(*task, "--lieu=Ici", cwd=tmp_path)
    path = tmp_path / "content/_evenements/2026-03-12-fete-de-l-ete.md"
    assert (done.returncode, done.stdout) == (0, f"À compléter : {path}\n")
    assert "debut: 12/03/2026 18h30\n" in path.read_text(encoding="utf-8")
    again = run_task(*task, cwd=tmp_path)
    assert (again.returncode, "existe déjà" in again.stderr) == (1, True)
    wrong = run_task("evenement", "X", "--debut=mardi", "--content=content", cwd=tmp_path)
    assert (wrong.returncode, "--debut ne peut pas valoir « mardi »" in wrong.stderr) == (1, True)
    news = run_task("actualite", "Bonne nouvelle", "--content=content", cwd=tmp_path)
    assert news.returncode == 0
    assert news.stdout.endswith("-bonne-nouvelle.md\n")
