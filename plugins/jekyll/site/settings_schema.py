"""The keys of `_config.yml` by which members change their site without touching the theme."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from core.diagnostics import WARNING
from jekyll.front_matter import Field, Value
from jekyll.front_matter.data_types import image_path, line, postal_address, web_address
from jekyll.front_matter.schema import BadValue, Keys
from jekyll.front_matter.types import number, text, yes_or_no
from jekyll.site.git_host import EDITOR
from jekyll.site.settings import (
    AGENDA,
    COMMONS,
    NEWS,
    Appearance,
    Contact,
    ContactKeys,
    Link,
    LinkKeys,
    MenuLinkKeys,
    Part,
    PartKeys,
    Settings,
    SettingsKeys,
)

_HEX = re.compile(r"#?[0-9a-f]{6}|#[0-9a-f]{3}")
_MAIL = re.compile(r"[^\s@,;:<>()\"]+@[^\s@,;:<>()\"]+\.[^\s@,;:<>()\".]+")
_HANDLE = re.compile(r"@(?P<who>[\w.-]+)@(?P<host>[\w-]+(?:\.[\w-]+)+)")
_HOST_AND_PATH = re.compile(r"[\w-]+(?:\.[\w-]+)+/[\w@./-]*")
_NUMBER = re.compile(r"\+?[\d\s().\u00a0\u202f/-]*")
_FEWEST_DIGITS, _MOST_DIGITS = 3, 15  # ITU-T E.164
_SCHEME = re.compile(r"(?i)[a-z][a-z0-9+.-]*:|//")
_OUTSIDE = ("mailto:", "tel:")
_LOGO = "images/logo.svg"


def _colour(value: Value) -> str:
    """Read a colour, and return it as `#rrggbb`."""
    written = text(value).strip().lower()
    if _HEX.fullmatch(written):
        digits = written.lstrip("#")
        return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))
    known = _known_colour(written)
    raise BadValue(f'Écrivez un code de couleur entre guillemets, par exemple : "{known}".')


def _known_colour(written: str) -> str:
    """Return the code of a colour written otherwise (CSS Color 4), or that of an example."""
    from PIL import ImageColor

    try:
        red, green, blue = ImageColor.getrgb(written)[:3]
    except ValueError:
        return "#e8b100"
    return f"#{red:02x}{green:02x}{blue:02x}"


def _label(value: Value) -> str:
    """Read the words of a link, which has some."""
    words = line(value)
    if not words:
        raise BadValue("Écrivez des mots, ou retirez cette clé.")
    return words


def _address(value: Value) -> str:
    """Read where a link leads: another site, an e-mail, a file or a page of this site."""
    address = text(value).strip()
    if _MAIL.fullmatch(address):
        raise BadValue(f"Écrivez mailto: devant : mailto:{address}.")
    if address.lower().startswith(_OUTSIDE):
        return address
    if _SCHEME.match(address):
        return web_address(value)
    if not address or any(not sign.isprintable() for sign in address):
        raise BadValue("Écrivez une adresse, https://…, ou un fichier d'ici : contact.md.")
    return address


def _network(value: Value) -> str:
    address = text(value).strip()
    if handle := _HANDLE.fullmatch(address):
        raise BadValue(f"Écrivez l'adresse entière : https://{handle['host']}/@{handle['who']}")
    if _HOST_AND_PATH.fullmatch(address):
        raise BadValue(f"Écrivez l'adresse entière : https://{address}")
    return web_address(value)


def _network_alone(value: Value) -> Link:
    address = _network(value)
    return Link((urlsplit(address).hostname or "").removeprefix("www."), address, None, value.line)


def _mail(value: Value) -> str:
    address = text(value).strip().removeprefix("mailto:")
    if not _MAIL.fullmatch(address):
        raise BadValue("Écrivez une adresse, par exemple : bonjour@exemple.fr.")
    return address


def _telephone(value: Value) -> str:
    written = line(value)
    digits = sum(map(str.isdigit, written))
    if not _NUMBER.fullmatch(written) or not _FEWEST_DIGITS <= digits <= _MOST_DIGITS:
        raise BadValue('Écrivez un seul numéro, par exemple : "04 67 00 00 00".')
    return written


def _switch(value: Value) -> Part:
    return Part(_yes_or_no(value), is_asked=True, line=value.line)


def _yes_or_no(value: Value) -> bool:
    try:
        return yes_or_no(value)
    except BadValue as bad:
        raise BadValue("Écrivez oui, non, ou {libelle: …, order: …}.") from bad


def _join(value: Value) -> Link | None:
    """Read « non », or an address."""
    word = text(value).strip().lower()
    if word in ("oui", "non", "true", "false", "yes", "no"):
        return Link("", "", None, value.line) if yes_or_no(value) else None
    return Link("", _address(value), None, value.line)


def _make_part(read: PartKeys, at: int) -> Part:
    return Part(True, True, read["libelle"], read["order"], at)


def _make_link(read: LinkKeys, at: int) -> Link:
    return Link(read["libelle"], read["adresse"], None, at)


def _make_menu_link(read: MenuLinkKeys, at: int) -> Link:
    return Link(read["libelle"], read["adresse"], read["order"], at)


def _make_contact(read: ContactKeys, _: int) -> Contact:
    return Contact(read["courriel"], read["adresse"], read["telephone"])


_ORDER = Field(
    number, None, "Sa place dans le menu, comme « order » d'une page. Sans elle : à la fin."
)
_WORDS = Field(_label, "", "Les mots du lien.")
_LEADS = Field(_address, "", "Où il mène : https://…, mailto:…, ou un fichier d'ici, contact.md.")
_PART = {"libelle": Field(_label, "", "Son nom, dans le menu et dans ses pages."), "order": _ORDER}


def _part(words: str) -> Field:
    meaning = f"{words} non : ni pages, ni liens. Ou {{libelle: …, order: …}}."
    keys = Keys(_PART, _make_part, "Écrivez oui, non, ou {libelle: …, order: …}.", word=_switch)
    return Field(keys, Part(), meaning)


LOOK = {
    "couleur": Field(
        _colour, "", 'La couleur dont les autres sont tirées : "#e8b100", entre guillemets.'
    ),
    "logo": Field(
        image_path(_LOGO), "", "Le logo, à la place du symbole et du nom.", severity=WARNING
    ),
    "logo_sombre": Field(image_path(_LOGO), "", "Celui des écrans sombres."),
    "logo_texte": Field(
        line, None, 'Ce que dit le logo. Sans elle : le nom du site. "" : le nom est écrit à côté.'
    ),
}
MENU = {
    "actualites": _part("Les actualités."),
    "agenda": _part("L'agenda et ses événements."),
    "communs": _part("Les communs et leurs acteurs."),
    "menu": Field(
        Keys(
            {"libelle": _WORDS, "adresse": _LEADS, "order": _ORDER},
            _make_menu_link,
            "Écrivez une ligne par lien : - {libelle: Boutique, adresse: https://exemple.fr}",
            required=("libelle", "adresse"),
            is_list=True,
        ),
        (),
        "Une liste d'autres liens du menu.",
        severity=WARNING,
    ),
    "rejoindre": Field(
        Keys(
            {"libelle": _WORDS, "adresse": _LEADS},
            _make_link,
            "Écrivez {libelle: Adhérer, adresse: https://exemple.fr}, ou non.",
            word=_join,
        ),
        Link("", ""),
        "Le bouton « Rejoindre » des communs. Sans elle : la page rejoindre.md. non : aucun.",
    ),
}
FOOTER = {
    "contact": Field(
        Keys(
            {
                "courriel": Field(_mail, "", "Une adresse de courriel."),
                "adresse": Field(postal_address, "", "Une adresse postale."),
                "telephone": Field(_telephone, "", "Un numéro de téléphone."),
            },
            _make_contact,
            "Écrivez : contact: {courriel: bonjour@exemple.fr}.",
        ),
        Contact(),
        "Comment vous joindre, au pied de chaque page.",
        severity=WARNING,
    ),
    "reseaux": Field(
        Keys(
            {"libelle": _WORDS, "adresse": Field(_network, "", "L'adresse du compte.")},
            _make_link,
            "Écrivez une ligne par compte : - {libelle: Mastodon, adresse: https://exemple.fr/@nous}",
            required=("libelle", "adresse"),
            word=_network_alone,
            is_list=True,
        ),
        (),
        "Une liste de comptes, au pied de chaque page. Mastodon y vérifie que le site est à vous.",
    ),
}
SETTINGS = {**LOOK, **MENU, **FOOTER, **EDITOR}


def make_settings(read: SettingsKeys) -> Settings:
    """Return the settings of the values of `SETTINGS`, by key."""
    return Settings(
        Appearance(read["couleur"], read["logo"], read["logo_sombre"], read["logo_texte"]),
        {NEWS: read["actualites"], AGENDA: read["agenda"], COMMONS: read["communs"]},
        read["menu"],
        read["rejoindre"],
        read["reseaux"],
        read["contact"],
        read["ecrire"],
    )
