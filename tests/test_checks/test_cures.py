"""Slips in what is above a text: the line that is told, and the cure, which makes it right."""

import re
from pathlib import Path

import pytest

from checks_support import reported
from support import page, write_site

# What is written, on line 3 of a page or of an event; the line told, and how the cure begins.
OF_PAGES = {
    "**auteur**: Nous": "!3 Écrivez auteur: Nous",
    "image: ![Un bal](images/bal.jpg)": "!3 Écrivez l'adresse seule : image: images/bal.jpg",
    "order: #3": "?3 Écrivez order: 3",
    "tags: [énergie; partage]": "?3 Écrivez [énergie, partage] pour 2",
    "image: a.jpg, b.jpg": "?3 Une seule image va ici, les autres dans le texte : a.jpg",
    'image: <img src="images/a.jpg">': "?3 Écrivez le nom du fichier seul : images/a.jpg",
    'image: "{% link images/a.jpg %}"': "?3 Écrivez le nom du fichier seul : images/a.jpg",
    "image: images/affiche": "?3 Il manque la fin de son nom, .jpg ou .png.",
    "tags: &t [bal, été]": "!3 Retirez « &t »",
    "image: affiche.pdf": "!3 Un PDF n'est pas une image",
}
OF_EVENTS = {
    "date_debut: 2027-03-12": "!3 Écrivez « debut: » à la place de « date_debut: ».",
    "Quand: 2027-03-12": "!3 Écrivez « debut: » à la place de « Quand: ».",
    "debut: 2027-03-12 18h\nfin: 21": "!4 Écrivez l'heure avec un h : 21h.",
    "debut: 2027-03-12 18h\nfin: 11h du soir": "!4 Écrivez l'heure de 0 à 23 : 23h.",
    "debut: 12 mars 2027 à 7 h 30 du matin": "!3 Écrivez l'heure de 0 à 23 : 7h30.",
    "debut: 2027-03-12\nchaque: vendredi\njusqu_au: fin juin": "!5 Il manque le jour.",
    "debut: 2027-03-12\ninscription: [ici](https://exemple.org/a)": (
        "!4 Écrivez l'adresse seule : inscription: https://exemple.org/a"
    ),
    "debut: 2027-03-12\ninscription: <https://exemple.org/a>": (
        "!4 Écrivez l'adresse seule : https://exemple.org/a"
    ),
    "debut: 2027-03-12\ninscription: bal@exemple,fr": (
        "!4 Mettez un point à la place de la virgule : bal@exemple.fr"
    ),
    "dates:\n  - 2027-03-12 : annulé\n  - 2027-03-13": (
        "!4 Écrivez « - {debut: 2027-03-12, statut: annulé} »."
    ),
    "debut: 2027-03-12\nstatut: reporté au 12 avril": "!4 Écrivez « reporté » seul ; la nouvelle",
    "dates:\n  - {debut: 2027-03-12, complet}": "!4 Écrivez « statut: complet ».",
    "dates:\n  - {debut: 2027-03-12, status: annulé}": "!4 Vouliez-vous dire « statut » ?",
    "dates:\n  - debut: 2027-03-12\n      lieu: Ici": "!5 Mettez 4 espaces devant, pas 6.",
}
ABOUT = (
    *("12 mars 2027 à 18 h 30 précises", "2027-03-12 18h pile", "12 mars 2027 vers 18h environ"),
    "12/03/2027 18h30 précise",
)


@pytest.fixture(scope="module")
def all_told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what is said of one site that holds every slip."""
    files: dict[str, str] = {"index.md": page("title: Nous"), "_config.yml": "title: Nous\n"}
    for number, front in enumerate(OF_PAGES):
        files[f"page-{number}.md"] = page(f"title: Page {number}\n{front}", "Un.\n")
    for number, front in enumerate([*OF_EVENTS, *(f"debut: {words}" for words in ABOUT)]):
        name = f"_evenements/2027-03-12-bal-{number}.md"
        files[name] = page(f"title: Bal {number}\n{front}", "Un.\n")
    return reported(write_site(tmp_path_factory.mktemp("cures"), files))


def _told(name: str, all_told: list[str]) -> list[str]:
    lines = [line.partition(f"{name}:") for line in all_told if line[1:].startswith(f"{name}:")]
    return [f"{sign}{line}" for sign, _, line in lines]


@pytest.mark.parametrize("front", [*OF_PAGES, *OF_EVENTS])
def test_the_cure_is_told_on_the_line(front: str, all_told: list[str]):
    known = OF_PAGES if front in OF_PAGES else OF_EVENTS
    stem = "page-" if known is OF_PAGES else "_evenements/2027-03-12-bal-"
    (line,) = _told(f"{stem}{list(known).index(front)}.md", all_told)
    where, _, cure = known[front].partition(" ")
    assert line.startswith(f"{where} :"), line
    assert f". {cure}" in line or f" ? {cure}" in line, line


@pytest.mark.parametrize("number", range(len(ABOUT)))
def test_an_hour_that_is_about_right_is_read(number: int, all_told: list[str]):
    assert _told(f"_evenements/2027-03-12-bal-{len(OF_EVENTS) + number}.md", all_told) == []


ADDRESSES = {
    "[ici](https://blog,exemple.org/a,b)": "Écrivez https://blog.exemple.org/a,b.",
    "[ici](<https://exemple .org/a b>)": "Écrivez https://exemple.org/a b.",
    "[ici](mailto:bal[at]exemple.org)": "Écrivez mailto:bal@exemple.org.",
    "[ici](<mailto:bal (arobase) exemple.org>)": "Écrivez mailto:bal@exemple.org.",
    '<a href="mailto:Le bal <bal@exemple.org>">ici</a>': "Écrivez mailto:bal@exemple.org.",
    "[ici](mailto:Un%20%3Ca@b.fr%3E,c@d.fr)": "Écrivez mailto:a@b.fr,c@d.fr.",
    "[ici](mailto:bal@exemple,org)": "Écrivez mailto:bal@exemple.org.",
    "[ici](sandbox:/mnt/data/bal.pdf)": "Déposez ce fichier dans le dossier du contenu",
    "![Un bal](https://youtu.be/abc)": "« Partager » puis « Intégrer » donne le code à coller.",
    "Un[1](#_ftn1)": "Pour une note, écrivez [^1], et plus bas",
    "[](https://nous.example)": "Écrivez où il mène.",
    "[ici](mailto:a@exemple.org;%20b@exemple.org)": "mailto:a@exemple.org,b@exemple.org.",
    "[ici](https://exemple.org/100%)": "ou écrivez https://exemple.org/100%25.",
    "[ici](https://exemple.org/%zz/%C3%A9)": "ou écrivez https://exemple.org/%25zz/%C3%A9.",
    "[ici](https://intranet/plan)": "Écrivez l'adresse que tout le monde peut ouvrir.",
    "[ici](view-source:https://exemple.org/a)": "Écrivez https://exemple.org/a.",
    "[ici](about:config)": "Écrivez l'adresse d'une page.",
    "[Le plan](#)": "Écrivez l'adresse d'une page, ou retirez ce lien.",
    "[Un dépôt](ftp:///pub)": "Écrivez son nom, par exemple https://exemple.fr.",
    "![Une table](#table)": "Écrivez-la, ou retirez cette image.",
    "[Rien](about:blank)": "Écrivez l'adresse d'une page, ou retirez ce lien.",
}


def test_the_cure_of_an_address_is_told_on_its_line(tmp_path: Path):
    files = {f"{n}.md": page(f"title: P{n}", f"Un.\n\n{it}\n") for n, it in enumerate(ADDRESSES)}
    files |= {
        "index.md": page("title: Nous"),
        "_config.yml": "title: A\nurl: https://nous.example\n",
    }
    found = reported(write_site(tmp_path / "content", files))
    for number, cure in enumerate(ADDRESSES.values()):
        told = [line for line in found if line[1:].startswith(f"{number}.md:6 : ")]
        assert [line for line in told if cure in line], (cure, told)


def test_the_cure_of_markdown_in_html_makes_it_read(tmp_path: Path):
    slips = [f"<details><summary>Un</summary>{cut}Du **gras**</details>" for cut in ("", "\n")]
    cured = '<details markdown="1"><summary>Un</summary>\n\nDu **gras**\n\n</details>'
    pages = {f"{n}.md": page(f"title: P{n}", f"{it}\n") for n, it in enumerate([*slips, cured])}
    files = {"index.md": page("title: Nous"), "_config.yml": "title: A\n"} | pages
    cure = 'Écrivez <details markdown="1">, et laissez une ligne vide avant et après ce texte.'
    written = "« **gras** » est lu tel quel, dans <details>."
    expected = [f"?{n}.md:{line} : {written} {cure}" for n, line in ((0, 4), (1, 5))]
    assert reported(write_site(tmp_path / "content", files)) == expected


ENDLESS = {
    "<ul><li>un<li>deux</ul>": [],
    "<div><p>Un</div>": [],
    "<table><tr><td>Un</td></table>": [],
    "<dl><dt>Un</dt><dd>Deux</dl>": [],
    '<div markdown="1"><p>Un</div>': ["</p> avant « </div> »"],
    "<ul><li>un</li><li>deux</li></ul>": [],
    "<table><tr><td>Un</td></tr></table>": [],
    "<p>Un": [],
}


def test_the_ends_that_markdown_wants_are_told(tmp_path: Path):
    """Without them, it shows the end tag of what holds the element, where that is Markdown."""
    pages = {f"{n}.md": page(f"title: P{n}", f"{it}\n") for n, it in enumerate(ENDLESS)}
    copied = {"jeu.html": "<!DOCTYPE html><html lang=fr><title>Jeu</title><ul><li>un<li>deux</ul>"}
    home = {"index.md": page("title: Nous", "[Le jeu](jeu.html)\n"), "_config.yml": "title: A\n"}
    found = reported(write_site(tmp_path / "content", pages | home | copied))
    told = [re.fullmatch(r"!(\d)\.md:4 : .*\. Écrivez (.*)\.", line) for line in found]
    expected = [(str(n), cure) for n, cures in enumerate(ENDLESS.values()) for cure in cures]
    assert [it and it.groups() for it in told] == expected


def test_a_site_in_another_language_is_told_not_to_be(tmp_path: Path):
    files = {"index.md": page("title: Nous"), "_config.yml": "title: A\nlang: en\n"}
    told = "?_config.yml:2 : la clé « lang » n'est pas suivie. Le site est en français"
    assert [line[: len(told)] for line in reported(write_site(tmp_path / "content", files))] == [
        told
    ]
    files["_config.yml"] = "title: A\nlang: fr-FR\n"
    assert reported(write_site(tmp_path / "content", files)) == []


def test_words_in_the_place_of_an_address_are_told(tmp_path: Path):
    files = {"index.md": page("title: Nous"), "_config.yml": "title: A\nrejoindre: Adhérer\n"}
    told = reported(write_site(tmp_path / "content", files))[0]
    assert told.startswith("!_config.yml:2 : « Adhérer » ne mène à rien")
    assert told.endswith("Écrivez rejoindre: {libelle: Adhérer, adresse: rejoindre.md}.")
