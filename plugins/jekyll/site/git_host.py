"""The key `ecrire` of `_config.yml`: the Git host over which members write in a browser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypedDict
from urllib.parse import urlsplit

from core.diagnostics import WARNING
from jekyll.front_matter import Field, Value
from jekyll.front_matter.data_types import line, web_address, word_of
from jekyll.front_matter.schema import BadValue, Keys

GITHUB, GITLAB, FORGEJO = SOFTWARE = ("GitHub", "GitLab", "Forgejo")
_KNOWN = {"github.com": GITHUB, "gitlab.com": GITLAB, "codeberg.org": FORGEJO}
_HOST = "Écrivez l'adresse de l'hôte seul, par exemple : https://gitlab.com"
_PLACE = "Écrivez le groupe et le projet, comme dans son adresse : groupe/site"
_EXAMPLE = "Écrivez : ecrire: {hote: https://gitlab.com, depot: groupe/site}"
_NAME = re.compile(r"[\w.-]+(?:/[\w.-]+)*")
_HERE = "127.0.0.1"


@dataclass(frozen=True)
class GitHost:
    """Where the site's files are kept, and changed through a REST API."""

    address: str  # of the host, without last slash
    software: str  # one of `SOFTWARE`
    repository: str  # `group/name`
    branch: str  # the one that the site is made from
    folder: str  # of the content in the repository; "" for its root
    application: str  # the public identifier that the host gave the page, or ""


def _address(value: Value) -> str:
    """Read the address of a host: what is sent there is a secret, hence never over HTTP."""
    address = web_address(value).rstrip("/")
    parts = urlsplit(address)
    if parts.path or parts.query or parts.fragment:
        raise BadValue(_HOST)
    if parts.scheme != "https" and parts.hostname != _HERE:
        raise BadValue(f"Écrivez https:// : {address.replace('http:', 'https:', 1)}")
    return address


def _repository(value: Value) -> str:
    name = line(value).strip("/").removesuffix(".git")
    if "/" not in name or not _NAME.fullmatch(name):
        raise BadValue(_PLACE)
    return name


def _name(value: Value) -> str:
    """Read a branch, a folder or an identifier: an empty one is meant."""
    name = line(value).strip("/")
    if name and (not _NAME.fullmatch(name) or ".." in name):
        raise BadValue("Écrivez un nom sans espace, par exemple : main")
    return name


class _Keys(TypedDict):
    hote: str
    depot: str
    branche: str
    dossier: str
    logiciel: str
    application: str


def _make(read: _Keys, at: int) -> GitHost:
    host = urlsplit(read["hote"]).hostname or ""
    guessed = _KNOWN.get(host) or next((it for it in SOFTWARE if it.lower() in host), None)
    software = read["logiciel"] or guessed
    if not software:
        raise BadValue(f"Ajoutez « logiciel » : {', '.join(SOFTWARE)}.")
    if software != GITLAB and read["depot"].count("/") != 1:
        raise BadValue("Écrivez « depot » en deux parties : groupe/site")
    return GitHost(
        read["hote"], software, read["depot"], read["branche"], read["dossier"], read["application"]
    )


EDITOR = {
    "ecrire": Field(
        Keys(
            {
                "hote": Field(_address, "", "L'adresse de l'hôte Git : https://gitlab.com"),
                "depot": Field(_repository, "", "Le dépôt du site, chez lui : groupe/site"),
                "branche": Field(
                    _name, "main", "La branche dont le site est fait. Sans elle : main."
                ),
                "dossier": Field(
                    _name,
                    "content",
                    'Le dossier des textes dans le dépôt. Sans elle : content. "" : le dépôt même.',
                ),
                "logiciel": Field(
                    word_of(SOFTWARE),
                    "",
                    "GitHub, GitLab ou Forgejo, quand l'adresse ne le dit pas.",
                ),
                "application": Field(
                    _name,
                    "",
                    "L'identifiant public que l'hôte donne à la page : on s'y connecte sans jeton.",
                ),
            },
            _make,
            _EXAMPLE,
            required=("hote", "depot"),
        ),
        None,
        "La page pour écrire en ligne, /ecrire/ : où sont les textes. Sans elle : pas de page.",
        severity=WARNING,
    )
}
