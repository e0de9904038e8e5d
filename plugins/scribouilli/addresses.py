"""Plain links and images, as members write them, led to what the site publishes.

A leading `/` that forgets the base path is repaired (Jekyll leaves it broken); a file named in NFC
and stored in NFD, raw spaces, a page named by its source (`contact.md`), from the folder of the one
that names it (as jekyll-relative-links reads it), all find their target. What is found is written
in one form: base path, percent-encoded.
"""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from scribouilli.content_files import nfc
from scribouilli.hosts import inner_address, is_below
from scribouilli.site import PAGE_ENDINGS, Document, Site
from scribouilli.urls import path_of, quote_path, save_as


class Addresses:
    """Every address of a site.

    Attributes:
        base_path: the folder part of the site's address, "" or `/projet`.
    """

    def __init__(self, site: Site, siteurl: str, base_path: str, generated: list[str]):
        self.base_path = base_path
        self._site = site
        self._siteurl = siteurl
        self._by_path: dict[str, str] = {}
        for name in site.copied:
            self._by_path[nfc(f"/{name}")] = f"/{name}"
        for name in generated:
            self._add_path(path_of(name), name)
        for document in site.rendered:
            self._add(document)
        for name in site.copied:
            self._add_raw_page(name)

    def _add(self, document: Document) -> None:
        path = document.path
        self._add_path(path, save_as(path))
        ending = posixpath.splitext(document.name)[1]
        if ending in PAGE_ENDINGS:
            self._by_path.setdefault(nfc(f"/{document.name}"), path)

    def _add_raw_page(self, name: str) -> None:
        """Let a page published as it is answer to the names that servers add to its file's."""
        path = path_of(name)
        if path != f"/{name}":
            self._by_path.setdefault(nfc(path), path)
            self._by_path.setdefault(nfc(path[:-1]) or "/", path)
        elif name.endswith(".html"):
            self._by_path.setdefault(nfc(path.removesuffix(".html")), path)

    def _add_path(self, path: str, file: str) -> None:
        """Let a published path answer to the names that lead to it on a web server."""
        self._by_path[nfc(path)] = path
        self._by_path[nfc(f"/{file}")] = path
        if path.endswith("/") and path != "/":
            self._by_path.setdefault(nfc(path[:-1]), path)
        elif path.endswith(".html"):
            self._by_path.setdefault(nfc(path.removesuffix(".html")), path)

    def resolve(self, url: str, document: Document) -> str | None:
        """Return an inside address as it is to be written, or None when nothing answers there.

        What may lead to a file that is set aside is left: the fault of that file is told.

        Args:
            url: an address as written; one that leads outside is returned as it is.
            document: where it is written, for relative addresses.
        """
        inner = inner_address(url, self._siteurl)
        if inner is None or not inner[0]:
            return url
        path, rest = inner
        found = self._find(_published_form(path, document.path))
        if found is None and not path.startswith("/"):
            found = self._find(_published_form(path, f"/{document.name}"))
        if found is None:
            return self.repair(url) if self._site.may_lead_to_broken(unquote(path)) else None
        return self.base_path + quote_path(found) + rest

    def _find(self, wanted: str) -> str | None:
        found = self._by_path.get(wanted)
        if found is None and self.base_path and is_below(quote_path(wanted), self.base_path):
            found = self._by_path.get(wanted.removeprefix(nfc(unquote(self.base_path))) or "/")
        return found

    def rooted(self, url: str) -> str:
        """Return an address as it is to be written in a file that is no page.

        One that begins at the root is read from the site's; a relative one is left to the browser.
        """
        inner = inner_address(url, self._siteurl)
        if not (self.base_path and inner and inner[0].startswith("/")):
            return url
        found = self._find(_published_form(inner[0], "/"))
        return self.repair(url) if found is None else self.base_path + quote_path(found) + inner[1]

    def repair(self, url: str) -> str:
        """Return an address that leads nowhere, under the base path all the same."""
        inner = inner_address(url, self._siteurl)
        if inner and inner[0].startswith("/") and not is_below(inner[0], self.base_path):
            return self.base_path + "".join(inner)
        return url


def _published_form(path: str, base: str) -> str:
    """Return a path from the site's root, read from another: decoded, without dots, in NFC."""
    path = posixpath.join(posixpath.dirname(base), path)
    slash = "/" if path.endswith(("/", "/.", "/..")) else ""
    return nfc(posixpath.normpath(unquote(path)).rstrip("/") + slash) or "/"
