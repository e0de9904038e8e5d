"""What the author of an address at which nothing answers has probably meant. Pure."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from urllib.parse import quote, unquote, urlsplit

from core.diagnostics import Diagnostic
from core.diagnostics.catalog.links import BROKEN_LINK
from jekyll.addresses.hosts import inner_address, is_below
from jekyll.addresses.near_paths import NearPaths
from jekyll.addresses.phone_numbers import dialled
from jekyll.linking.resolver import Addresses

_MAIL_WITHOUT_SCHEME = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?.*)?")
# A scheme whose colon or slashes are lost, or none.
_SCHEME_AT_FAULT = re.compile(r"(?i)(?P<scheme>h\s*t\s*t\s*p\s*s?)\W{0,3}/+(?=[\w-]+\.)")
_AROUND = "“”«»\"'<> \u00a0"
_OWN_DISK = re.compile(r"(?i)~/|/(?:home|users|mnt|media|volumes)/|\\")
_NUMBER = re.compile(r"(?:t[ée]l(?:[ée]phone)?[.:]\s*)?\+?0?\d[\d .()-]{7,}", re.IGNORECASE)
_ADDRESS_WITHOUT_SCHEME = re.compile(
    r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:fr|com|org|net|coop|eu|info|asso|io|be|ch)\b", re.I
)
_TAG_WITHOUT_SIGNS = re.compile(r"\{%? ?(?P<tag>(?:link|post_url) [^{}%]+?) ?%?\}")
# A caption between other signs than « " », or a size, behind an address.
_MORE_THAN_AN_ADDRESS = re.compile(r"(?P<url>[^\s\"“«]+)[\s\"“«]+(?P<more>.{1,300})")
_WORDS = re.compile(r"[^\W\d_][^/#.:@]{0,100}[ ][^/#:@]{0,200}[.!?]?")
_HOME = frozenset("accueil acceuil home index".split())  # what people call the front page
_NOT_AS_IT_IS = re.compile(r"""[\s%()<>"']""")  # in an address of Markdown or HTML


class BrokenAddresses:
    """Says what was meant by addresses at which nothing answers."""

    def __init__(self, addresses: Addresses):
        self._addresses = addresses
        self._near: NearPaths | None = None

    def told(
        self,
        url: str,
        base: str,
        is_copied: bool = False,
        anchor_of: Callable[[str, str], str | None] = lambda _, anchor: anchor,
    ) -> Diagnostic:
        """Return what is told of an address: its fact `meant` is the path that it may mean, or "".

        Args:
            base: that of the page or the file where it stands, from the site's root.
            is_copied: nothing puts the site's folder before the addresses of that file.
            anchor_of: gives the anchor that was meant by one at a path, None when there is none;
                before the site is made, nobody knows them.
        """
        hint, meant = self._guess(url, base, is_copied, anchor_of)
        return BROKEN_LINK(url=url, meant=meant, hint=hint)

    def _guess(
        self, url: str, base: str, is_copied: bool, anchor_of: Callable[[str, str], str | None]
    ) -> tuple[str | None, str]:
        """Return what to write, None when nobody can guess; the path that is meant, or ""."""
        if (more := _MORE_THAN_AN_ADDRESS.fullmatch(url)) and self._answers(more["url"], base):
            return _what_follows(more), ""
        if hint := _hint_of_form(url):
            return hint, ""
        folder = self._addresses.base_path
        is_forgotten = is_copied and re.match("/(?!/)", url) and not is_below(url, folder)
        if is_forgotten and self._addresses.answers(unquote(urlsplit(url).path)):
            return f"Le site est dans {folder}/ : écrivez {folder}{url}.", ""
        near = self._meant(url, base)
        if near is None:
            host = "" if url.startswith("//") else url.lstrip("./")
            if (named := _ADDRESS_WITHOUT_SCHEME.match(host)) and host[named.end() :][:1] in "/?#":
                return f"Écrivez https://{host}.", ""
            hint = f"Le site est dans {folder}/ : écrivez {folder}{url}." if is_forgotten else None
            return hint, ""
        path, sign, rest = _parted(near)
        if sign == "#":
            anchor = anchor_of(path, unquote(rest))
            near = f"{path}#{anchor}" if anchor else path
        written = _written(near, url, base, folder if is_copied else "")
        return (f"Vouliez-vous dire « {written} » ?", path) if written != url else (None, "")

    def _answers(self, url: str, base: str) -> bool:
        path = posixpath.join(posixpath.dirname(base), unquote(url))
        return self._addresses.answers(posixpath.normpath(path))

    def _meant(self, url: str, base: str) -> str | None:
        """Return the path from the site's root, and what follows it, that an address may mean."""
        inner = inner_address(url, self._addresses.siteurl)
        if inner is None or not inner[0].strip("/."):
            return None
        self._near = self._near or self._addresses.near_paths()
        path = unquote(inner[0])
        if path.startswith("/"):
            path = path.removeprefix(unquote(self._addresses.base_path))
        found = self._near.near(posixpath.join(posixpath.dirname(base), path))
        name = posixpath.splitext(path.strip("./"))[0]
        if found is None and name.casefold() in _HOME and self._addresses.answers("/"):
            found = "/"
        return found and found + inner[1]


def _hint_of_form(url: str) -> str | None:
    """Return what to write instead of an address that is none by its form; None for another."""
    bare = url.strip(_AROUND)
    if bare != url and re.match("https?://", bare):
        return f"Écrivez {bare}."
    if _OWN_DISK.match(url):
        return "Déposez ce fichier dans le dossier du contenu, et donnez son adresse là."
    if _NUMBER.fullmatch(url):
        return f"Écrivez tel:{dialled(url)}."
    if _MAIL_WITHOUT_SCHEME.fullmatch(url):
        return f"Écrivez mailto: devant : mailto:{url}."
    if tag := _TAG_WITHOUT_SIGNS.fullmatch(url):
        return f"Écrivez {{% {tag['tag']} %}}."
    if _WORDS.fullmatch(url):
        return "Écrivez une adresse ; une note s'écrit ainsi : [^1]: Le texte de la note."
    begun = _SCHEME_AT_FAULT.match(url)
    if begun and begun[0].lower() not in ("http://", "https://"):
        scheme = "".join(begun["scheme"].lower().split())
        return f"Écrivez {scheme}://{url[begun.end() :]}."
    return (
        f"Écrivez https:// devant : https://{url}." if _ADDRESS_WITHOUT_SCHEME.match(url) else None
    )


def _what_follows(found: re.Match[str]) -> str:
    """Return where to write what stands behind an address, of an image as a rule."""
    if size := re.match(r"=?(\d+)", found["more"]):
        return f'Écrivez ({found["url"]}){{: width="{size[1]}"}}.'
    return f'Écrivez ({found["url"]} "{found["more"].strip(_AROUND + "”")}").'


def _written(path: str, url: str, base: str, folder: str) -> str:
    """Return a path as who wrote an address may write it: from the page, or from the root."""
    path, sign, rest = _parted(path)
    if not re.match(r"/|\w+:", url):
        relative = posixpath.relpath(path, posixpath.dirname(base))
        if path != "/" and not relative.startswith("."):
            slash = "/" if path.endswith("/") else ""
            return _NOT_AS_IT_IS.sub(_quoted, relative) + slash + sign + rest
    return folder + _NOT_AS_IT_IS.sub(_quoted, path) + sign + rest


def _parted(path: str) -> tuple[str, str, str]:
    found = re.search("[?#]", path)
    return (path[: found.start()], found[0], path[found.end() :]) if found else (path, "", "")


def _quoted(sign: re.Match[str]) -> str:
    return quote(sign[0])
