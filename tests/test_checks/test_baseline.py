"""The baseline of a site that comes with faults of its own: none is told again, each new one is."""

from pathlib import Path

from invoke import Context

import tasks
from commands.checks import accept, check
from commands.checks.silences import FILE_NAME
from site_build import BuildRequest
from support import page, write_site

BROKEN = "[Un](perdue.html)\n\n[Deux](perdue-aussi.html)\n"
CLEAN = {"_config.yml": "title: Nous\n", "index.md": page("title: Accueil", "[C](contact.html)\n")}


def _site(tmp_path: Path, **files: str) -> BuildRequest:
    named = {f"{name}.md": text for name, text in files.items()}
    return BuildRequest(write_site(tmp_path / "content", CLEAN | named))


def _codes(request: BuildRequest) -> list[tuple[str, int, str]]:
    found = sorted(check(request).found)
    return [(Path(one.path).name, one.line, one.code) for one in found]


def test_what_is_accepted_is_told_no_more_wherever_it_moves(tmp_path: Path):
    request = _site(tmp_path, contact=page("title: C", BROKEN))
    assert len(check(request).errors) == 2
    count, left = accept(request)
    assert (count, left.found) == (2, [])
    text = (request.content / FILE_NAME).read_text(encoding="utf-8")
    assert text.splitlines()[2:] == ["contact.md: {lien-brise: 2}"]
    _site(tmp_path, contact=page("title: C", "Plus bas.\n\n" + BROKEN))
    found = check(request)
    assert (found.found, len(found.silenced)) == ([], 2)


def test_one_more_of_a_kind_in_a_file_tells_them_all(tmp_path: Path):
    request = _site(tmp_path, contact=page("title: C", BROKEN))
    accept(request)
    _site(tmp_path, contact=page("title: C", BROKEN + "\n[Trois](de-plus.html)\n"))
    assert _codes(request) == [("contact.md", line, "lien-brise") for line in (4, 6, 8)]
    _site(tmp_path, contact=page("title: C", BROKEN), autre=page("title: A", BROKEN))
    assert _codes(request) == [("autre.md", line, "lien-brise") for line in (4, 6)]


def test_what_is_mended_leaves_the_baseline(tmp_path: Path):
    request = _site(tmp_path, contact=page("title: C", BROKEN))
    accept(request)
    _site(tmp_path, contact=page("title: C"))
    assert _codes(request) == [(FILE_NAME, 3, "acceptation-de-trop")]
    assert (accept(request)[0], check(request).found) == (0, [])
    assert not (request.content / FILE_NAME).exists()


def test_what_keeps_a_page_from_being_built_cannot_be_accepted(tmp_path: Path):
    faulty = {"contact": page("title: C", BROKEN), "casse": page("title: A\norder: un")}
    request = _site(tmp_path, **faulty)
    count, left = accept(request)
    assert (count, [one.code for one in left.found]) == (2, ["valeur-impossible"])
    assert [code for *_, code in _codes(request)] == ["valeur-impossible"]


def test_the_task_says_what_it_did(tmp_path: Path, capsys):
    _site(tmp_path, **{"contact": page("title: C"), "l'été": page("title: É", BROKEN)})
    content = str(tmp_path / "content")
    tasks.check(Context(), content, accepter=True)
    assert capsys.readouterr().out.splitlines() == [
        f"Accepté, et écrit dans {content}/_verification.yml : 2.",
        "Le site peut être publié : 0 erreur, 0 avertissement.",
    ]
    assert '\n"l\'été.md": {lien-brise: 2}\n' in (tmp_path / "content" / FILE_NAME).read_text()
    tasks.check(Context(), content)  # no Exit: nothing is wrong
