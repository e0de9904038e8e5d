"""Where `{% link … %}` and `{% post_url … %}` lead, and what to say when they lead nowhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from functools import cached_property, lru_cache

from core.diagnostics import suggestion
from core.diagnostics.catalog import liquid as rules
from core.names import nfc
from jekyll.addresses.near_paths import NearPaths
from jekyll.addresses.urls import files_at, path_of, quote_path
from jekyll.front_matter.data_types import IMAGE_ENDINGS
from jekyll.liquid.renderer import AT_FAULT, BadTag
from jekyll.site.content_files import POSTS_FOLDER, stays_inside
from jekyll.site.model import Site

_SCHEME = re.compile(r"(?:https?:)?//|mailto:|tel:", re.IGNORECASE)
# A name up to its ending, then words that have no ending of their own.
_NAME_THEN_JUNK = re.compile(r"(?P<name>.+\.[A-Za-z]\w{1,4})\s+(?P<junk>[^.]+)")


class Linker:
    """Resolves the names that members write against the site's files."""

    def __init__(self, site: Site, base_path: str, made: Collection[str] = ()):
        """Read the site's files; `made` are those of the output that have no source."""
        self.site, self.base_path = site, base_path
        self._made = made
        self._documents = site.documents
        self._copied = frozenset(site.copied)
        self._broken_posts = {_post_stem(name) for name in site.broken}
        self._withheld = {_post_stem(name): until for name, until in site.withheld.items()}
        self._posts = {_post_stem(post.name): post for post in site.posts}

    def link(self, name: str) -> str:
        """Return the address of a file named relative to the content folder.

        Raises BadTag: no such file, or something is written after its name.
        """
        if not name:
            raise BadTag(rules.TAG_WITHOUT_NAME(tag="link", example="contact.md"))
        if _SCHEME.match(name):
            raise BadTag(rules.LINK_OF_AN_ADDRESS(url=name))
        found = self.site.files.find(name)
        if found is None and not self._is_left_out(name):
            raise self._missing(name)
        if found in self.site.broken:
            return AT_FAULT  # its own fault is reported
        if found in self._documents:
            return self.base_path + quote_path(self._documents[found].path)
        if found in self._copied:
            return self.base_path + quote_path("/" + found)
        if day := self.site.withheld.get(found or ""):
            raise BadTag(rules.NOT_PUBLISHED_YET(name=name, day=day))
        raise BadTag(rules.UNPUBLISHED_FILE(name=name))

    def _is_left_out(self, name: str) -> bool:
        """Return whether a file is there that the site does not take (`exclude`)."""
        root = self.site.files.root
        return stays_inside(root, root / name.lstrip("/"))

    def post_url(self, name: str) -> str:
        """Return the address of a post named by its file, without its ending."""
        if not name:
            raise BadTag(rules.TAG_WITHOUT_NAME(tag="post_url", example="2026-03-12-titre"))
        post = self._posts.get(nfc(name.strip("/")))
        if post:
            return self.base_path + quote_path(post.path)
        if nfc(name.strip("/")) in self._broken_posts:
            return AT_FAULT  # its own fault is reported
        if until := self._withheld.get(nfc(name.strip("/"))):
            raise BadTag(rules.NOT_PUBLISHED_YET(name=name, day=until))
        near = suggestion(name, self._posts) or None
        raise BadTag(rules.MISSING_FILE(name=name, where=f"{POSTS_FOLDER}/", hint=near))

    def _missing(self, name: str) -> BadTag:
        name, junk = _split_junk(name)
        existing = self.site.files.find(name)
        if existing:
            return BadTag(rules.WORDS_AFTER_NAME(words=junk, name=nfc(existing)))
        bare = name.strip("\"' ")
        if bare != name and self.site.files.find(bare):
            return BadTag(rules.QUOTED_NAME(name=name, bare=bare))
        return self._unknown(nfc(name).removeprefix("/"), junk)

    def _unknown(self, name: str, junk: str) -> BadTag:
        folder, base = posixpath.split(name)
        where = f"{folder}/" if folder else "le contenu"
        also = f", et « {junk} » est de trop après son nom" if junk else ""
        hint = self._made_instead(name) or self._near(name, folder) or None
        return BadTag(rules.MISSING_FILE(name=base, where=where + also, hint=hint))

    def _made_instead(self, name: str) -> str:
        """Return what to write for a page that the site makes, and that no file is."""
        stem = posixpath.splitext(name)[0].removesuffix("/index")
        made = next((file for file in files_at(stem) if file in self._made), None)
        return f"Le site fait cette page : écrivez [mots du lien]({path_of(made)})." if made else ""

    def _near(self, name: str, folder: str) -> str:
        near = self._near_paths.near(name)
        if near == posixpath.basename(name):
            return f"Il est à la racine du contenu : écrivez {near}."
        is_beside = near and posixpath.dirname(near) == folder
        shown = posixpath.basename(near) if near and is_beside else near
        return f"Vouliez-vous dire « {shown} » ?" if shown else ""

    @cached_property
    def _near_paths(self) -> NearPaths:
        return NearPaths({nfc(name): nfc(name) for name in self.site.files.names}, IMAGE_ENDINGS)


@lru_cache(65536)  # once for all that read the tags
def _post_stem(name: str) -> str:
    return nfc(posixpath.splitext(name.removeprefix(f"{POSTS_FOLDER}/"))[0])


def _split_junk(name: str) -> tuple[str, str]:
    """Part a file's name from words after its ending (people add a width); "" when none."""
    found = _NAME_THEN_JUNK.fullmatch(name)
    return (found["name"], found["junk"]) if found else (name, "")
