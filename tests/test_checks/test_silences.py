"""The rules that a file, or the whole site, asks not to be told of."""

from pathlib import Path

import pytest

from checks_support import reported
from commands.checks import check
from site_build import BuildRequest, build
from support import write_site

CONFIG = 'title: "Le Fournil"\nurl: "https://exemple.fr"\n'
ASKED = 'verification:\n  ignorer: [{}]\n  raison: "La page paraît en mars."\n'
HOME = '---\ntitle: "Accueil"\n{}---\n[Mars](mars.html)\n'


def _site(tmp_path: Path, home: str = "", config: str = "", **others: str) -> Path:
    files = {"_config.yml": CONFIG + config, "index.md": HOME.format(home)}
    return write_site(tmp_path / "content", files | {f"{k}.md": v for k, v in others.items()})


BROKEN = (
    "!index.md:{} : « mars.html » ne mène à rien dans ce site. Vérifiez l'adresse, ou retirez-la."
)


def test_a_fault_is_told_unless_its_file_asks(tmp_path: Path):
    assert reported(_site(tmp_path)) == [BROKEN.format(4)]
    assert reported(_site(tmp_path, ASKED.format("lien-brise"))) == []


def test_the_site_asks_for_all_its_files(tmp_path: Path):
    other = '---\ntitle: "Autre"\n---\n[Avril](avril.html)\n'
    assert reported(_site(tmp_path, config=ASKED.format("lien-brise"), autre=other)) == []


def test_a_file_asks_for_itself_alone(tmp_path: Path):
    other = f'---\ntitle: "Autre"\n{ASKED.format("lien-brise")}---\n[Avril](avril.html)\n'
    assert reported(_site(tmp_path, autre=other)) == [BROKEN.format(4)]


def test_a_build_does_not_warn_of_it_either(tmp_path: Path):
    content = _site(tmp_path, ASKED.format("lien-brise"))
    result = build(BuildRequest(content, tmp_path / "output"))
    assert (result.is_ok, result.diagnostics.found) == (True, [])
    assert [one.code for one in result.diagnostics.silenced] == ["lien-brise"]


def test_what_is_silenced_is_counted(tmp_path: Path):
    found = check(BuildRequest(_site(tmp_path, ASKED.format("lien-brise"))))
    assert [one.code for one in found.silenced] == ["lien-brise"]


def test_a_rule_that_nothing_breaks_is_told(tmp_path: Path):
    vain = (
        "?index.md:{} : la règle « lien-vague » est ignorée, mais rien ne l'enfreint. "
        "Retirez-la de « verification »."
    )
    listed = "lien-brise, lien-vague"
    below = ASKED.replace("[{}]", "\n    - lien-brise\n    - lien-vague")
    for n, (asked, line) in enumerate({ASKED.format(listed): 4, below: 6}.items()):
        assert reported(_site(tmp_path / str(n), asked)) == [vain.format(line)]


# What is asked in a file, and the end of what is told of it.
UNREADABLE = [
    ("verification: oui\n", "Écrivez : verification: {ignorer"),
    ("verification: {ignorer: [lien-brise]}\n", "Dites quoi, et pourquoi."),
    ('verification: {ignorer: [lien-brise], raison: ""}\n', "Dites quoi, et pourquoi."),
    (ASKED.format(""), "Dites quoi, et pourquoi."),
    (ASKED.format("regle-ignoree-en-vain"), "dit ce qui est à retirer d'ici."),
    (ASKED.format("lien-brisé"), "Vouliez-vous dire « lien-brise » ?"),
    (ASKED.format("xyz"), "Aucune règle ne s'appelle « xyz »."),
]


def test_a_silence_that_cannot_be_read_is_told(tmp_path: Path):
    others = {f"a{number}": HOME.format(asked) for number, (asked, _) in enumerate(UNREADABLE)}
    found = reported(_site(tmp_path, **others))
    for number, (_, hint) in enumerate(UNREADABLE):
        begins = f"!a{number}.md:3 : la clé « verification » ne peut pas valoir"
        (line,) = [line for line in found if line.startswith(begins)]
        assert hint in line


@pytest.mark.parametrize(
    ("asked", "line", "words"),
    [
        ("verification:\n", 3, "la clé « verification » est vide : aucune règle n'est ignorée."),
        ("verification: ~\n", 3, "la clé « verification » est vide : aucune règle n'est ignorée."),
        ("verification:\nignorer: [lien-brise]\nraison: Mars.\n", 4, "« ignorer » n'est pas dans"),
        ("ignorer:\nraison: Mars.\n", 3, "la clé « ignorer » n'est pas dans « verification » :"),
    ],
)
def test_a_silence_of_nothing_is_told(tmp_path: Path, asked: str, line: int, words: str):
    of_a_page, of_the_site = (reported(_site(tmp_path / str(n), *n * [""], asked)) for n in (0, 1))
    assert any(it.startswith(f"?index.md:{line} : ") and words in it for it in of_a_page)
    assert any(it.startswith(f"?_config.yml:{line} : ") and words in it for it in of_the_site)


def test_one_rule_needs_no_list(tmp_path: Path):
    asked = ASKED.format("lien-brise").replace("[lien-brise]", "lien-brise")
    assert reported(_site(tmp_path, asked)) == []
