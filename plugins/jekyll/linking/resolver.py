"""Plain links and images, as members write them, led to what the site publishes.

A leading `/` that forgets the base path is repaired (Jekyll leaves it broken); a file named in NFC
and stored in NFD, raw spaces, a page named by its source (`contact.md`), from the folder of the one
that names it (as jekyll-relative-links reads it), all find their target. What is found is written
in one form: base path, percent-encoded.
"""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from core.names import nfc
from jekyll.addresses.hosts import inner_address, is_below
from jekyll.addresses.urls import files_at, path_of, quote_path, save_as
from jekyll.site.model import PAGE_ENDINGS, Document, Site


class Addresses:
    """Every address of a site.

    Attributes:
        base_path: the folder part of the site's address, "" or `/projet`.
    """

    def __init__(self, site: Site, siteurl: str, base_path: str, generated: list[str]):
        self.base_path = base_path
        self._site = site
        self._siteurl = siteurl
        self._copied = {nfc(name): name for name in site.copied}
        # The address of each file of the output, and of each source of a page.
        self._by_file: dict[str, str] = {file: path_of(name) for file, name in self._copied.items()}
        self._by_file |= {nfc(name): path_of(name) for name in generated}
        for document in site.rendered:
            self._by_file[nfc(save_as(document.path))] = document.path
        for document in site.rendered:
            if posixpath.splitext(document.name)[1] in PAGE_ENDINGS:
                self._by_file.setdefault(nfc(document.name), document.path)

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

    def from_root(self, url: str) -> tuple[str, str] | None:
        """Return an address that is read from the site's root, and the file that answers there.

        The file is "" for an address that leads outside, or to a place of a page. None when
        nothing answers.
        """
        inner = inner_address(url, self._siteurl)
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
