"""Where `{% link … %}` and `{% post_url … %}` lead, and what to say when they lead nowhere."""

from __future__ import annotations

import posixpath
import re

from core.diagnostics import suggestion
from core.diagnostics.catalog.liquid import (
    LINK_OF_AN_ADDRESS,
    LINK_WITHOUT_FILE,
    MISSING_FILE,
    MISSING_FILE_AND_WORDS,
    MISSING_POST,
    NOT_PUBLISHED_YET,
    POST_URL_WITHOUT_POST,
    QUOTED_NAME,
    UNPUBLISHED_FILE,
    WORDS_AFTER_NAME,
)
from core.names import nfc
from jekyll.addresses.urls import quote_path
from jekyll.front_matter.data_types import IMAGE_ENDINGS
from jekyll.liquid.renderer import AT_FAULT, BadTag
from jekyll.site.content_files import POSTS_FOLDER, stays_inside
from jekyll.site.model import PAGE_ENDINGS, Site

_FILE = "le fichier"
_SCHEME = re.compile(r"(?:https?:)?//|mailto:|tel:", re.IGNORECASE)
# A name up to its ending, then words that have no ending of their own.
_NAME_THEN_JUNK = re.compile(r"(?P<name>.+\.[A-Za-z]\w{1,4})\s+(?P<junk>[^.]+)")


class Linker:
    """Resolves the names that members write against the site's files."""

    def __init__(self, site: Site, base_path: str):
        self.site, self.base_path = site, base_path
        self._documents = site.documents
        self._copied = frozenset(site.copied)
        self._broken_posts = {_post_stem(name) for name in site.broken}
        self._withheld = {_post_stem(name): until for name, until in site.withheld.items()}
        self._posts = {_post_stem(post.name): post for post in site.posts}

    def link(self, name: str) -> str:
        """Return the address of a file named relative to the content folder.

        Raises:
            BadTag: no such file, or something is written after its name.
        """
        if not name:
            raise BadTag(LINK_WITHOUT_FILE())
        if _SCHEME.match(name):
            raise BadTag(LINK_OF_AN_ADDRESS(url=name))
        found = self.site.files.find(name)
        if found is None and not self._is_left_out(name):
            raise self._missing(name)
        if found in self.site.broken:
            return AT_FAULT  # its own fault is told
        if found in self._documents:
            return self.base_path + quote_path(self._documents[found].path)
        if found in self._copied:
            return self.base_path + quote_path("/" + found)
        if found in self.site.withheld:
            raise BadTag(NOT_PUBLISHED_YET(name=name, day=self.site.withheld[found]))
        kind = _kind(name)
        published, it = ("publié", "le") if kind == _FILE else ("publiée", "la")
        raise BadTag(UNPUBLISHED_FILE(kind=kind, name=name, published=published, it=it))

    def _is_left_out(self, name: str) -> bool:
        """Return whether a file is there that the site does not take (`exclude`)."""
        root = self.site.files.root
        return stays_inside(root, root / name.lstrip("/"))

    def post_url(self, name: str) -> str:
        """Return the address of a post named by its file, without its ending."""
        if not name:
            raise BadTag(POST_URL_WITHOUT_POST())
        post = self._posts.get(nfc(name.strip("/")))
        if post:
            return self.base_path + quote_path(post.path)
        if nfc(name.strip("/")) in self._broken_posts:
            return AT_FAULT  # its own fault is told
        if until := self._withheld.get(nfc(name.strip("/"))):
            raise BadTag(NOT_PUBLISHED_YET(name=name, day=until))
        raise BadTag(MISSING_POST(name=name, hint=suggestion(name, self._posts) or None))

    def _missing(self, name: str) -> BadTag:
        name, junk = _split_junk(name)
        existing = self.site.files.find(name)
        if existing:
            return BadTag(WORDS_AFTER_NAME(words=junk, name=nfc(existing)))
        bare = name.strip("\"' ")
        if bare != name and self.site.files.find(bare):
            return BadTag(QUOTED_NAME(name=name, bare=bare))
        return self._unknown(nfc(name).removeprefix("/"), junk)

    def _unknown(self, name: str, junk: str) -> BadTag:
        folder, base = posixpath.split(name)
        known = [nfc(existing) for existing in self.site.files.names]
        beside = [posixpath.basename(n) for n in known if posixpath.dirname(n) == folder]
        facts = {"kind": _kind(base), "name": base, "where": f" dans {folder}/" if folder else ""}
        near = suggestion(base, beside) or suggestion(name, known) or None
        if junk:
            return BadTag(MISSING_FILE_AND_WORDS(**facts, words=junk, hint=near))
        return BadTag(MISSING_FILE(**facts, hint=near))


def _post_stem(name: str) -> str:
    return nfc(posixpath.splitext(name.removeprefix(f"{POSTS_FOLDER}/"))[0])


def _split_junk(name: str) -> tuple[str, str]:
    """Part a file's name from words after its ending (people add a width); "" when none."""
    found = _NAME_THEN_JUNK.fullmatch(name)
    return (found["name"], found["junk"]) if found else (name, "")


def _kind(name: str) -> str:
    ending = posixpath.splitext(name)[1].lower()
    if ending in IMAGE_ENDINGS:
        return "l'image"
    return "la page" if ending in PAGE_ENDINGS else _FILE
