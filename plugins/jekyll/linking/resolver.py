"""Plain links and images, as members write them, led to what the site publishes.

A leading `/` that forgets the base path is repaired (Jekyll leaves it broken); a file named in NFC
and stored in NFD, raw spaces, a page named by its source (`contact.md`), from the folder of the one
that names it (as jekyll-relative-links reads it), all find their target. What is found is written
in one form: base path, percent-encoded.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from urllib.parse import unquote

from core.names import nfc
from jekyll.addresses.hosts import inner_address, is_below
from jekyll.addresses.near_paths import NearPaths
from jekyll.addresses.urls import files_at, path_of, quote_path, save_as
from jekyll.front_matter.data_types import IMAGE_ENDINGS
from jekyll.site.model import PAGE_ENDINGS, Document, Site

# A path that is in the form in which it is looked for.
_PLAIN = re.compile(r"(?:/[A-Za-z0-9_-][A-Za-z0-9_.-]*+)+/?")
# Returns the path of the page of a category, a tag or an author, by its name; None without one.
Named = Callable[[str, str], str | None]


class Addresses:
    """Every address of a site.

    Attributes:
        base_path: the folder part of the site's address, "" or `/projet`.
        siteurl: that address, "" when none is given.
        made: the files of the output that have no source.
    """

    def __init__(
        self,
        site: Site,
        siteurl: str,
        base_path: str,
        generated: Iterable[str],
        named: Named = lambda *_: None,
    ):
        self.base_path = base_path
        self.siteurl = siteurl
        self.made = list(generated)
        self._site = site
        self._named = named
        self._copied = {nfc(name): name for name in site.copied}
        # The address of each file of the output, and of each source of a page.
        self._by_file: dict[str, str] = {file: path_of(name) for file, name in self._copied.items()}
        self._by_file |= {nfc(name): path_of(name) for name in self.made}
        for document in site.rendered:
            self._by_file[nfc(save_as(document.path))] = document.path
        for document in site.rendered:
            if posixpath.splitext(document.name)[1] in PAGE_ENDINGS:
                self._by_file.setdefault(nfc(document.name), document.path)

    def move(self, document: Document, before: str, file: str) -> None:
        """Have the names of a document lead to its path of now, and the file that answers there."""
        for name in (save_as(before), document.name, file):
            self._by_file[nfc(name)] = document.path

    def forget(self, document: Document) -> None:
        """Have the names of a document lead nowhere, and those of what is made in its folder."""
        folder = document.path[1:] if document.path.endswith("/") else ""
        below = [name for name in self.made if folder and name.startswith(folder)]
        for name in (save_as(document.path), document.name, *below):
            self._by_file.pop(nfc(name), None)

    def resolve(self, url: str, document: Document) -> str | None:
        """Return an inside address as it is to be written, or None when nothing answers there.

        What may lead to a file that is set aside is left: the fault of that file is reported.

        Args:
            url: an address as written; one that leads outside is returned as it is.
            document: where it is written, for relative addresses.
        """
        if _PLAIN.fullmatch(url) and (named := self._answer(url)):  # most are in that form
            return self.base_path + quote_path(named)
        if link := pelican_link(url):
            return self._resolve_pelican(url, *link, document)
        inner = inner_address(url, self.siteurl)
        if inner is None or not inner[0]:
            return url
        path, rest = inner
        wanted = _published_form(path, document.path)
        found = self._find(wanted)
        if found is None and not path.startswith("/"):
            from_source = _published_form(path, f"/{document.name}")
            found = self._find(from_source) if from_source != wanted else None
        if found is None:
            return self.repair(url) if self._site.may_lead_to_broken(unquote(path)) else None
        return self.base_path + quote_path(found) + rest

    def _resolve_pelican(self, url: str, what: str, value: str, document: Document) -> str | None:
        path, rest = inner_address(value, "") or ("", "")
        if what == INDEX:
            found: str | None = "/"
        elif what in FILES:
            found = self._find(_published_form(path, f"/{document.name}")) if path else None
        else:
            found = self._named(what, unquote(path))
        if found is None:
            return url if self._site.may_lead_to_broken(unquote(path)) else None
        return self.base_path + quote_path(found) + rest

    def from_root(self, url: str) -> tuple[str, str] | None:
        """Return an address that is read from the site's root, and the file that answers there.

        The file is "" for an address that leads outside, or to a place of a page. None when
        nothing answers.
        """
        inner = inner_address(url, self.siteurl)
        if inner is None:
            return url, ""
        path, rest = inner
        found = self._find(_published_form(path, "/")) if path else None
        if found is None:
            return None
        return self.base_path + quote_path(found) + rest, "" if rest else save_as(found)

    def _find(self, wanted: str) -> str | None:
        found = self._answer(wanted)
        if found is None and self.base_path and is_below(quote_path(wanted), self.base_path):
            found = self._answer(wanted.removeprefix(nfc(unquote(self.base_path))) or "/")
        return found

    def _answer(self, path: str) -> str | None:
        if as_it_is := self._copied.get(path.lstrip("/")):
            return f"/{as_it_is}"
        return next((self._by_file[f] for f in files_at(path) if f in self._by_file), None)

    def answers(self, path: str) -> bool:
        """Return whether something is at a path, decoded, from the site's root."""
        return self._answer(nfc(path)) is not None

    def near_paths(self) -> NearPaths:
        """Return what looks for the path that was meant by one where nothing is."""
        return NearPaths(self._by_file, IMAGE_ENDINGS)

    def rooted(self, url: str) -> str:
        """Return an address as it is to be written in a file that is no page.

        One that begins at the root is read from the site's; a relative one is left to the browser.
        """
        inner = inner_address(url, self.siteurl)
        if not (self.base_path and inner and inner[0].startswith("/")):
            return url
        found = self._find(_published_form(inner[0], "/"))
        return self.repair(url) if found is None else self.base_path + quote_path(found) + inner[1]

    def repair(self, url: str) -> str:
        """Return an address that leads nowhere, under the base path all the same."""
        inner = inner_address(url, self.siteurl)
        if inner and inner[0].startswith("/") and not is_below(inner[0], self.base_path):
            return self.base_path + "".join(inner)
        return url


def _published_form(path: str, base: str) -> str:
    """Return a path from the site's root, read from another: decoded, without dots, in NFC."""
    if not path.startswith("/"):
        path = f"{base[: base.rfind('/') + 1]}{path}"
    if _PLAIN.fullmatch(path):
        return path
    slash = "/" if path.endswith(("/", "/.", "/..")) else ""
    return nfc(posixpath.normpath(unquote(path)).rstrip("/") + slash) or "/"


# The files that they lead to are where Jekyll publishes them: `attach` moves none.
FILES = frozenset({"static", "filename", "attach"})
INDEX = "index"
_LINK = re.compile(
    r"[{|](?P<what>static|filename|attach|index|category|tag|author)[|}](?P<value>.*)", re.DOTALL
)


def pelican_link(url: str) -> tuple[str, str] | None:
    """Return what a link of Pelican's leads to, and its value; None for another.

    >>> pelican_link("{static}/images/a.png"), pelican_link("images/a.png")
    (('static', '/images/a.png'), None)
    """
    found = _LINK.fullmatch(url)
    return (found["what"], found["value"]) if found else None
