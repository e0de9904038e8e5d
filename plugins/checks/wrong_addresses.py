"""Addresses that lead nowhere wherever they are read: slips of typing, files of one's own disk."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from checks.pages import words_of
from checks.site import CheckedSite
from faults import ERROR, WARNING, nearest
from front_matter.schema import SLIP

_MEANT = ("http", "https", "mailto", "tel")
_KNOWN = frozenset({*_MEANT, "sms", "ftp", "ftps", "sftp", "smtp", "geo", "data", "blob", "about"})
_OWN_DISK = re.compile(r"(?i)file:|[a-z]:[\\/]|\\\\")
_OWN_MACHINE = re.compile(r"(?i)localhost|127(?:\.\d+){3}|0\.0\.0\.0|::1")
_ONE_SLASH = re.compile(r"(?i)(https?):/(?!/)(.+)")
Told = tuple[str, str, str]


def wrong_address(url: str) -> Told | None:
    """Return the fault, the cure and the severity of an address that is wrong in itself.

    >>> wrong_address("htp://exemple.fr")[1]
    'Écrivez http://exemple.fr.'
    """
    if _OWN_DISK.match(url):
        cure = "Déposez ce fichier dans le dossier du contenu, et donnez son adresse dans le site."
        return f"« {url} » est un fichier de votre ordinateur", cure, ERROR
    if slashed := _ONE_SLASH.fullmatch(url):
        message = f"il manque un « / » dans « {url} »"
        return message, f"Écrivez {slashed[1]}://{slashed[2]}.", ERROR
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return f"« {url} » n'est pas une adresse", "Recopiez-la depuis votre navigateur.", ERROR
    if parts.scheme in ("http", "https"):
        return _wrong_host(url, host, parts.path)
    meant = None if parts.scheme in _KNOWN else nearest(parts.scheme, _MEANT, SLIP)
    if meant:
        message = f"« {parts.scheme}: » n'est pas le début d'une adresse : « {url} »"
        return message, f"Écrivez {meant}{url[len(parts.scheme) :]}.", ERROR
    return None


def _wrong_host(url: str, host: str, path: str) -> Told | None:
    if not host:
        return (
            f"« {url} » ne nomme aucun site",
            "Écrivez son nom, par exemple https://exemple.fr.",
            ERROR,
        )
    if host in ("http", "https"):
        rest = path.lstrip("/")
        return f"« {url} » commence deux fois", f"Écrivez {host}://{rest}.", ERROR
    if _OWN_MACHINE.fullmatch(host):
        message = f"« {url} » ne mène qu'à l'ordinateur de qui la lit"
        return message, "Écrivez l'adresse que tout le monde peut ouvrir.", WARNING
    return None


def check_wrong_addresses(site: CheckedSite) -> None:
    """Tell the addresses that are wrong in themselves, and the links without any."""
    for page in site.pages.values():
        for reference in page.references:
            if told := wrong_address(reference.url):
                message, cure, severity = told
                nth = page.nth(reference.node, reference.attribute)
                at = [reference.url, reference.url.replace("&", "&amp;")]
                site.tell(page, message, cure, at, severity, nth)
        for link in page.in_content("a[href='']"):
            words = words_of(link)
            message = f"le lien « {words} » ne mène à rien : il n'a pas d'adresse"
            at = [f"[{words}]", 'href=""', words]
            site.tell(page, message, "Écrivez-la, ou retirez ce lien.", at, nth=page.nth(link))
