"""Addresses that lead nowhere wherever they are read: slips of typing, files of one's own disk."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from checks.pages import Page, is_hidden, words_of
from checks.site import CheckedSite
from faults import ERROR, WARNING, nearest, without_password
from front_matter.schema import SLIP
from front_matter.written import without_code

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
    if parts.password:
        message = f"« {without_password(url)} » contient un mot de passe, que chacun peut lire"
        return message, "Retirez-le, et changez-le.", ERROR
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
    """Tell the addresses that are wrong in themselves, the links and the images without any."""
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
        _check_images(site, page)


_WRITTEN_WITHOUT = re.compile(
    r"""(?i)!\[[^\]]{0,500}+\]\(\s*+(?:<>)?\s*+\)|"""
    r"""<img\b(?![^>]{0,1000}\ssrc(?:set)?\s*=\s*(?:"\s*[^\s"]|'\s*[^\s']|[^\s"'>]))[^>]{0,1000}>"""
)


def _check_images(site: CheckedSite, page: Page) -> None:
    """Tell the images without an address (HTML Standard, section 4.8.3, « src » must be there)."""
    images = [image for image in page.in_content("img") if _has_no_address(image)]
    may_be_given = bool(page.in_content("script:not([type='application/ld+json'])"))
    written = _WRITTEN_WITHOUT.findall(without_code(site.source(page))) if images else []
    is_paired = len(written) == len(images)
    for number, image in enumerate(images):
        if may_be_given and not (is_paired and written[number].startswith("!")):
            continue  # by a script, which finds no image of Markdown
        words = image.attributes.get("alt") or ""
        message = f"l'image « {words or 'sans texte'} » n'a pas d'adresse"
        at, nth = [f"![{words}]()", f'alt="{words}"', f"![{words}]"], page.nth(image, "alt")
        if is_paired:
            at, nth = [written[number]], written[:number].count(written[number])
        site.tell(page, message, "Écrivez-la, ou retirez cette image.", at, nth=nth)


def _has_no_address(image: LexborNode) -> bool:
    """Return whether an image has no address, nor what a script or a `<picture>` gives one by."""
    attributes = image.attributes
    if any((attributes.get(key) or "").strip() for key in ("src", "srcset")) or is_hidden(image):
        return False
    in_picture = image.parent is not None and image.parent.tag == "picture"
    return not in_picture and not any(key == "id" or key.startswith("data-") for key in attributes)
