"""Addresses that lead nowhere wherever they are read: slips of typing, files of one's own disk."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from checks.pages import Page, is_hidden, words_of
from checks.site import CheckedSite
from diagnostics import ERROR, WARNING, slip, without_password
from front_matter.written import without_code

_MEANT = ("http", "https", "mailto", "tel")
_KNOWN = frozenset({*_MEANT, "sms", "ftp", "ftps", "sftp", "smtp", "geo", "data", "blob", "about"})
_OWN_DISK = re.compile(r"(?i)file:|[a-z]:[\\/]|\\\\")
_OWN_MACHINE = re.compile(r"(?i)localhost|127(?:\.\d+){3}|0\.0\.0\.0|::1")
_ONE_SLASH = re.compile(r"(?i)(https?):/(?!/)(.+)")
# Copied with a text: no address is written with these (RFC 3986, section 2).
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_TWICE = re.compile(r"(?i)https?://+https?:?/*")
_PORT = re.compile(r":([^\]:]+)$")
# Letters of any language, which the DNS has in ASCII; at most 63 there.
_LABEL = re.compile(r"(?:[\w-]|[^\x00-\x7f]){1,63}")
_MAIL = re.compile(r"\s*(?:\"[^\"]+\"|[^\s@]+)@[^\s@]+\s*|[^<>]*<[^\s@<>]+@[^\s@<>]+>\s*")
Told = tuple[str, str, str]


@lru_cache(maxsize=4096)  # a theme's links are on each page
def wrong_address(url: str) -> Told | None:
    """Return the fault, the hint and the severity of an address that is wrong in itself.

    >>> wrong_address("htp://exemple.fr")[1]
    'Écrivez http://exemple.fr.'
    """
    if _UNSEEN.search(url) and re.match("(?i)https?:", url):
        message = f"« {_UNSEEN.sub('', url)} » contient des signes invisibles"
        return message, "Effacez cette adresse, puis tapez-la de nouveau.", ERROR
    if _OWN_DISK.match(url):
        hint = "Déposez ce fichier dans le dossier du contenu, et donnez son adresse dans le site."
        return f"« {url} » est un fichier de votre ordinateur", hint, ERROR
    if slashed := _ONE_SLASH.fullmatch(url):
        message = f"il manque un « / » dans « {url} »"
        return message, f"Écrivez {slashed[1]}://{slashed[2]}.", ERROR
    if told := _wrong_recipient(url):
        return told
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return f"« {url} » n'est pas une adresse", "Recopiez-la depuis votre navigateur.", ERROR
    if parts.password:
        message = f"« {without_password(url)} » contient un mot de passe, que chacun peut lire"
        return message, "Retirez-le, et changez-le.", ERROR
    if parts.scheme in ("http", "https"):
        return _wrong_host(url, host)
    meant = None if parts.scheme in _KNOWN else slip(parts.scheme, _MEANT)
    if meant:
        message = f"« {parts.scheme}: » n'est pas le début d'une adresse : « {url} »"
        return message, f"Écrivez {meant}{url[len(parts.scheme) :]}.", ERROR
    return None


def _wrong_host(url: str, host: str) -> Told | None:
    if not host:
        return (
            f"« {url} » ne nomme aucun site",
            "Écrivez son nom, par exemple https://exemple.fr.",
            ERROR,
        )
    if host in ("http", "https"):
        rest = _TWICE.sub("", url)
        return f"« {url} » commence deux fois", f"Écrivez {host}://{rest}.", ERROR
    port = _PORT.search(urlsplit(url).netloc.rpartition("@")[2])
    if port and not (port[1].isdecimal() and 0 < int(port[1][:6]) < 65536):
        message = f"le port « {port[1][:20]} » n'existe pas : « {url} »"
        return message, "Retirez-le, ou écrivez un nombre de 1 à 65535.", ERROR
    if not _can_be_host(host):
        message = f"« {host} » ne peut pas être le nom d'un site : « {url} »"
        return message, "Recopiez l'adresse depuis votre navigateur.", ERROR
    if _OWN_MACHINE.fullmatch(host):
        message = f"« {url} » ne mène qu'à l'ordinateur de qui la lit"
        return message, "Écrivez l'adresse que tout le monde peut ouvrir.", WARNING
    return None


def _can_be_host(host: str) -> bool:
    """Return whether a name may be a host's (URL Standard, sections 3.3 and 3.5; RFC 1035, 2.3.4).

    >>> [_can_be_host(h) for h in ("été.fr", "a_b.fr.", "a..fr", "a b.fr", "1.2.3.256", "[::1]")]
    [True, True, False, False, False, True]
    """
    if ":" in host or host.startswith("["):
        return True  # IPv6: who reads the address has refused wrong ones
    *_, last = labels = unquote(host).removesuffix(".").split(".")
    if last.isdecimal():
        if len(labels) > 4 or not all(map(str.isdecimal, labels)):
            return False
        *first, rest = (int(label[:11]) for label in labels)
        return max(first, default=0) < 256 and rest < 256 ** (4 - len(first))
    return all(_LABEL.fullmatch(label) for label in labels)


def _wrong_recipient(url: str) -> Told | None:
    """Return what is wrong with an address of mail (RFC 6068) or a number (RFC 3966)."""
    scheme, _, rest = url.partition(":")
    written, _, fields = rest.partition("?")
    to = unquote(written).strip()
    if scheme.lower() == "tel" and not any(map(str.isdecimal, to)):
        message = f"« {url} » ne donne aucun numéro de téléphone"
        return message, "Écrivez-le ainsi : tel:+33467000000.", ERROR
    if scheme.lower() != "mailto" or (fields and not to):
        return None  # the words of a message, whose sender says to whom
    if not to or not all(map(_MAIL.fullmatch, filter(str.strip, re.split("[,;]", to)))):
        message = f"« {url} » n'est pas l'adresse d'un courriel"
        return message, "Écrivez-la ainsi : mailto:contact@exemple.fr.", ERROR
    return None


def check_wrong_addresses(site: CheckedSite) -> None:
    """Tell the addresses that are wrong in themselves, the links and the images without any."""
    for page in site.pages.values():
        for reference in page.references:
            if told := wrong_address(reference.url):
                message, hint, severity = told
                nth = page.nth(reference.node, reference.attribute)
                at = [reference.url, reference.url.replace("&", "&amp;")]
                site.tell(page, message, hint, at, severity, nth)
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
