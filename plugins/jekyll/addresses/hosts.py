"""Whose an address is: the site's own, or another host's."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from jekyll.addresses.urls import base_path

# What a source of a Content-Security-Policy can name (CSP 3, section 2.3.1: host-source).
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?")
_NETWORK = frozenset({"http", "https"})
# Browsers drop these wherever they stand, and whitespace around (URL Standard, section 4.4).
_DROPPED = re.compile(r"[\t\n\r]")
# RFC 3986, appendix B.
_ADDRESS = re.compile(
    r"(?:([a-z][a-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(.*)", re.IGNORECASE | re.DOTALL
)
_PORTS = {"http": ":80", "https": ":443"}


def clean(url: str) -> str:
    """Return an address as a browser reads it: without the whitespace that it drops."""
    return _DROPPED.sub("", url).strip("\0 \f").replace("\\", "/")


def scheme_of(url: str) -> str:
    """Return the scheme of an address in lower case, or "".

    >>> scheme_of(" JavaScript:alert(1)"), scheme_of("/a:b")
    ('javascript', '')
    """
    found = re.match(r"([a-z][a-z0-9+.-]*):", clean(url), re.IGNORECASE)
    return found[1].lower() if found else ""


def inner_address(url: str, siteurl: str) -> tuple[str, str] | None:
    """Return the path of an address in the site, and its query with its fragment.

    None for one that leads elsewhere: to another host, or outside of the site's folder on its own
    host, whose other folders are other sites. A path without host is returned as it is written.

    >>> inner_address("https://exemple.fr/projet/a?b#c", "https://exemple.fr/projet")
    ('/projet/a', '?b#c')
    >>> inner_address("https://exemple.fr/projet2", "https://exemple.fr/projet")
    """
    scheme, place, path, rest = _parts(clean(url))
    if scheme is None and place is None:
        return path, rest
    own_scheme, own_place, _, _ = _parts(siteurl)
    scheme = (scheme or own_scheme or "").lower()
    is_same = scheme == own_scheme and _same_place(place or "", own_place or "", scheme)
    return (path or "/", rest) if is_same and is_below(path, base_path(siteurl)) else None


def _parts(address: str) -> tuple[str | None, str | None, str, str]:
    """Return the scheme, the host with its port, the path, and the rest."""
    found = _ADDRESS.fullmatch(address)
    return (found[1], found[2], found[3], found[4]) if found else (None, None, "", "")


def _same_place(place: str, own: str, scheme: str) -> bool:
    """Return whether two hosts with their ports are one; an address with a user's name is none."""
    places = {_in_ascii(one.lower()).removesuffix(_PORTS.get(scheme, "")) for one in (place, own)}
    return bool(place) and "@" not in place and len(places) == 1


def is_below(path: str, base: str) -> bool:
    """Return whether a path from a host's root is in a folder, or is the folder.

    >>> is_below("/a/b", "/a"), is_below("/a2", "/a"), is_below("/a/../b", "/a")
    (True, False, False)
    """
    return f"{posixpath.normpath(unquote(path or '/'))}/".startswith(f"{unquote(base)}/")


class Hosts:
    """The hosts of one site; `allowed` are the origins whose contents load without asking."""

    def __init__(self, siteurl: str = "", allowed: Iterable[str] = ()):
        self._own = _network_place(siteurl)
        self.allowed = frozenset(allowed)

    def is_foreign(self, url: str) -> bool:
        """Return whether to load an address is to ask another host.

        >>> hosts = Hosts("https://exemple.fr/projet")
        >>> [hosts.is_foreign(u) for u in ("a.png", "//exemple.fr/a", "http://x.org", "data:,")]
        [False, False, True, False]
        """
        url = clean(url)
        if scheme_of(url) not in _NETWORK and not url.startswith("//"):
            return False
        return _network_place(url) != self._own or not self._own

    def is_refused(self, url: str) -> bool:
        """Return whether an address is another host's, and not of an allowed origin."""
        return self.is_foreign(url) and self.origin(url) not in self.allowed

    @staticmethod
    def origin(url: str) -> str:
        """Return the origin of another host's address, or "" when it cannot be a policy's.

        >>> Hosts.origin("//Exemple.ORG/a"), Hosts.origin("https://été.fr"), Hosts.origin("http:;")
        ('https://exemple.org', 'https://xn--t-9fab.fr', '')
        """
        scheme = scheme_of(url) or "https"
        place = _network_place(url)
        return f"{scheme}://{place}" if _HOST.fullmatch(place) else ""


_DOMAIN = re.compile(r"(?:(?!-)[\w-]{1,63}(?<!-)\.)+(?!-)(?!\d+\Z)[\w-]{2,63}(?<!-)")


def is_domain(name: str) -> bool:
    """Return whether a text is the name of a domain, and nothing else.

    >>> [is_domain(name) for name in ("www.exemple.fr", "https://exemple.fr", "exemple", "1.2.3.4")]
    [True, False, False, False]
    """
    return _DOMAIN.fullmatch(name) is not None


def host_name(url: str) -> str:
    """Return the host of an address as people read it."""
    try:
        return urlsplit(clean(url)).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""


def _network_place(url: str) -> str:
    """Return host and port in lower case and in ASCII, or ""."""
    return _in_ascii(host_name(url))


def _in_ascii(host: str) -> str:
    """Return a host as the network knows it (IDNA), or ""."""
    try:
        return host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return ""
