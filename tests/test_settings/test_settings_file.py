"""`_config.yml` read: what members choose for their whole site, and what they are told."""

from pathlib import Path

import pytest

from core.diagnostics import Diagnostics
from jekyll.site.config import SiteConfig, read_config
from jekyll.site.git_host import GitHost
from jekyll.site.settings import Appearance, Contact, Link, Part, Settings
from support import write_site


def read(folder: Path, text: str) -> tuple[SiteConfig, list[str]]:
    """Return what a file says, and what is told of it, `!` before an error."""
    diagnostics = Diagnostics()
    config = read_config(write_site(folder, {"_config.yml": text}), "content", diagnostics)
    told = [
        f"{'!' * (it.severity == 'error')}{it.line} {it.message} {it.hint}"
        for it in diagnostics.found
    ]
    return config, told


def link(label: str, address: str, order: float | None = None, line: int = 1) -> Link:
    return Link(label, address, order, line)


SHOP = "https://exemple.fr/boutique"
# What is written, and the part of the settings that it changes.
READ = {
    "a colour": ('couleur: "#E8B100"', {"look": Appearance("#e8b100")}),
    "a colour without its quotes": ("couleur: #e8b100", {"look": Appearance("#e8b100")}),
    "and with a comment": ("Couleur: #E8B  # le soleil", {"look": Appearance("#ee88bb")}),
    "a colour without its sign": ("couleur: e8b100", {"look": Appearance("#e8b100")}),
    "one that YAML takes for a number": ("couleur: 1030e0", {"look": Appearance("#1030e0")}),
    "three figures": ("couleur: '#000'", {"look": Appearance("#000000")}),
    "a logo": (
        "logo: /images/a.svg\nlogo_sombre: images/b.png\nlogo_texte: Le soleil : un logo",
        {"look": Appearance("", "images/a.svg", "images/b.png", "Le soleil : un logo")},
    ),
    "a logo that only decorates": (
        'logo: a.svg\nlogo_texte: ""',
        {"look": Appearance("", "a.svg", "", "")},
    ),
    "nothing": ("couleur:\nmenu: ~\ncontact:\n", {}),
    "parts": (
        "actualités: non\nagenda: {libellé: Rendez-vous, order: 0}\ncommuns: oui",
        {
            "parts": {
                "actualites": Part(False, True, line=1),
                "agenda": Part(True, True, "Rendez-vous", 0, 2),
                "communs": Part(True, True, line=3),
            }
        },
    ),
    "a link of the menu": (f"menu: {{libelle: B, adresse: {SHOP}}}", {"menu": (link("B", SHOP),)}),
    "links of the menu": (
        "menu:\n- libelle: Nous écrire\n  adresse: mailto:nous@exemple.fr\n"
        "- {libelle: Contact, adresse: contact.md#plan, order: 2.5}",
        {
            "menu": (
                link("Nous écrire", "mailto:nous@exemple.fr", line=2),
                link("Contact", "contact.md#plan", 2.5, 4),
            )
        },
    ),
    "the words of the button": ("rejoindre: {libelle: Adhérer}", {"join": link("Adhérer", "")}),
    "its address alone": (f"rejoindre: {SHOP}", {"join": link("", SHOP)}),
    "no button": ("rejoindre: non", {"join": None}),
    "accounts": (
        "réseaux:\n- https://www.exemple.fr/@nous\n- {libelle: Vidéos, adresse: https://exemple.org/nous}",
        {
            "networks": (
                link("exemple.fr", "https://www.exemple.fr/@nous", line=2),
                link("Vidéos", "https://exemple.org/nous", line=3),
            )
        },
    ),
    "a contact": (
        "contact:\n  courriel: mailto:nous@exemple.fr\n  téléphone: 0467 00 00 00\n"
        "  adresse: |\n    1 rue du Bal\n    34000 Montpellier",
        {"contact": Contact("nous@exemple.fr", "1 rue du Bal, 34000 Montpellier", "0467 00 00 00")},
    ),
}

READ |= {
    "a Git host": (
        "ecrire: {hote: https://gitlab.com/, depot: collectif/sites/site, application: a1b2}",
        {
            "host": GitHost(
                "https://gitlab.com", "GitLab", "collectif/sites/site", "main", "content", "a1b2"
            )
        },
    ),
    "a Git host of one's own": (
        "écrire:\n  hôte: https://code.exemple.fr\n  dépôt: nous/site.git\n  logiciel: forgejo\n"
        '  branche: publication\n  dossier: ""',
        {"host": GitHost("https://code.exemple.fr", "Forgejo", "nous/site", "publication", "", "")},
    ),
}


@pytest.mark.parametrize("case", READ)
def test_what_is_written_is_read(case: str, tmp_path: Path):
    text, changed = READ[case]
    config, told = read(tmp_path, f"{text}\n")
    assert told == []
    assert config.settings == Settings(**changed)


# What is written; then the line, the key (`!` for an error) and a part of the cure that are told.
TOLD = {
    'couleur: "#12345678"': ("!1", "couleur", 'entre guillemets, par exemple : "#123456".'),
    "couleur: jaune": ("!1", "couleur", 'entre guillemets, par exemple : "#e8b100".'),
    "couleur: hsl(0, 100%, 50%)": ("!1", "couleur", 'par exemple : "#ff0000".'),
    "couleur: [rouge]": ("!1", "couleur", "Écrivez un texte"),
    "logo: images/logo.ai": ("1", "logo", "Ce n'est pas une image."),
    "logo: {path: a.svg}": ("1", "logo", "Écrivez le nom d'une image"),
    "agenda: [non]": ("!1", "agenda", "Écrivez oui, non, ou {libelle: …, order: …}."),
    "agenda: {visible: non}": ("!1", "agenda", "Écrivez oui, non, ou {libelle: …, order: …}."),
    "menu: Boutique": ("1", "menu", "Écrivez une ligne par lien"),
    "menu: [{libelle: B, adresse: 'javascript:a()'}]": ("1", "adresse", "Copiez l'adresse"),
    "menu: [{libelle: B, adresse: '//exemple.fr'}]": ("1", "adresse", "Copiez l'adresse"),
    "menu: [{libelle: B, adresse: 'https://moi:a@b.fr'}]": ("1", "adresse", "Retirez ce qui pré"),
    "menu: [{libelle: '', adresse: a.md}]": ("1", "libelle", "Écrivez des mots"),
    "menu: [{libelle: B, adresse: ''}]": ("1", "adresse", "Écrivez une adresse, https://…"),
    "menu: [{adresse: a.md}]": ("1", "menu", "Il manque « libelle »."),
    "rejoindre: {lien: a.md}": ("!1", "rejoindre", "Écrivez {libelle: Adhérer, adresse: "),
    "rejoindre: nous@exemple.fr": ("!1", "rejoindre", "mailto:nous@exemple.fr."),
    "reseaux: '@nous@exemple.fr'": ("!1", "reseaux", "entière : https://exemple.fr/@nous"),
    "reseaux: exemple.fr/@nous": ("!1", "reseaux", "entière : https://exemple.fr/@nous"),
    "contact: {telephone: le 06}": ("1", "telephone", "Écrivez un seul numéro"),
    "contact: {mail: a@exemple.fr}": ("1", "contact", "Écrivez : contact: {courriel: "),
    "contact: {courriel: a@exemple.fr, mail: b}": ("1", "mail", "courriel, adresse, telephone."),
    "ecrire: oui": ("1", "ecrire", "Écrivez : ecrire: {hote: https://gitlab.com, "),
    "ecrire: {hote: https://gitlab.com}": ("1", "ecrire", "Il manque « depot »."),
    "ecrire: {hote: https://gitlab.com/a, depot: a/b}": ("1", "hote", "l'hôte seul"),
    "ecrire: {hote: http://gitlab.com, depot: a/b}": ("1", "hote", "https://gitlab.com"),
    "ecrire: {hote: https://gitlab.com, depot: site}": ("1", "depot", "le groupe et le projet"),
    "ecrire: {hote: https://github.com, depot: a/b/c}": ("1", "ecrire", "en deux parties"),
    "ecrire: {hote: https://exemple.fr, depot: a/b}": ("1", "ecrire", "Ajoutez « logiciel » : "),
    "ecrire: {hote: https://github.com, depot: a/b, branche: a b}": ("1", "branche", "sans espace"),
    "ecrire: {hote: https://github.com, depot: a/b, dossier: ../c}": ("1", "dossier", "un nom"),
    "ecrire: {hote: https://github.com, depot: a/b, jeton: c}": ("1", "jeton", "hote, depot, "),
    "réseaux: https://a.fr/b\nreseaux: https://a.fr/c": ("2", "reseaux", "Gardez une seule"),
}


@pytest.mark.parametrize("text", TOLD)
def test_what_cannot_be_is_told_with_its_cure(text: str, tmp_path: Path):
    (told,) = read(tmp_path, f"{text}\n")[1]
    line, key, cure = TOLD[text]
    assert told.startswith(f"{line} la clé « {key} » ")
    assert cure in told


def test_what_other_tools_write_there_is_no_error(tmp_path: Path):
    text = """theme: minima
logo: https://exemple.fr/logo.png
menu:
  main: [{name: Home, url: /}]
contact: nous
footer: 2026
social: {links: [https://exemple.fr]}
"""
    config, told = read(tmp_path, text)
    assert config.settings == Settings()
    assert [line[0] for line in told] == ["2", "4", "5"]


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("04 67 00 00 00", "tel:+33467000000"),
        ("(0)4 67 00 00 00", "tel:+33467000000"),
        ("+33 (0)4 67", "tel:+33467"),
        ("3949", "tel:3949"),
        ("00 32 2 000 00 00", "tel:003220000000"),
    ],
)
def test_a_number_can_be_dialled_from_anywhere(written: str, href: str):
    assert Contact(telephone=written).telephone_href == href
